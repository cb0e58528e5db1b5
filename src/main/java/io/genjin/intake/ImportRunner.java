package io.genjin.intake;

import io.genjin.database.Tenancy;
import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.shared.DealershipId;
import io.genjin.shared.Refusal;
import io.genjin.sheet.Sheet;
import io.genjin.sheet.SheetRefused;
import io.genjin.sheet.SheetRow;
import jakarta.annotation.PreDestroy;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works through uploaded sheets in the background, beside the people who use the product, and goes on after a restart with
 * what was left.
 */
@Component
public class ImportRunner {

    private static final Logger LOG = LoggerFactory.getLogger(ImportRunner.class);
    private static final int CHUNK = 500;
    private static final int WORKERS = 2;
    private static final int ATTEMPTS = 3;
    private static final long PAUSE_MILLIS = 1_000;
    private static final long PATIENCE_SECONDS = 8;

    private final ImportChunks chunks;
    private final StoredFile files;
    private final RowReaders readers;
    private final Batches batches;
    private final Dealerships dealerships;
    private final TransactionTemplate transactions;
    private final ExecutorService workers;
    private final Set<BatchId> busy = ConcurrentHashMap.newKeySet();
    private volatile boolean closing;

    ImportRunner(
            ImportChunks chunks,
            StoredFile files,
            RowReaders readers,
            Batches batches,
            Dealerships dealerships,
            PlatformTransactionManager transactions) {
        this.chunks = chunks;
        this.files = files;
        this.readers = readers;
        this.batches = batches;
        this.dealerships = dealerships;
        this.transactions = new TransactionTemplate(transactions);
        this.workers = Executors.newFixedThreadPool(WORKERS, task -> {
            Thread thread = new Thread(task, "import");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Goes on with every sheet that the product was at work on; safe to call at any time and on several nodes. */
    @EventListener(ApplicationReadyEvent.class)
    public void resume() {
        for (Dealership dealership : dealerships.selling()) {
            DealershipId in = dealership.id();
            Tenancy.within(in, () -> {
                List<BatchId> left = Objects.requireNonNull(transactions.execute(status -> batches.unfinished(in)));
                left.forEach(id -> submit(in, id));
            });
        }
    }

    /** Begins work on a batch once the present transaction, if there is one, is committed. */
    void soon(DealershipId in, BatchId id) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    submit(in, id);
                }
            });
        } else {
            submit(in, id);
        }
    }

    private void submit(DealershipId in, BatchId id) {
        workers.execute(() -> {
            if (busy.add(id)) {
                try {
                    run(in, id);
                } finally {
                    busy.remove(id);
                }
            }
        });
    }

    /** Works through one batch until it is done, stopped, or the product closes. */
    void run(DealershipId in, BatchId id) {
        Tenancy.within(in, () -> {
            for (int attempt = 1; attempt <= ATTEMPTS && !closing; attempt++) {
                try {
                    work(in, id);
                    return;
                } catch (StoredFile.Gone finishedByAnother) {
                    if (isRunning(in, id)) {
                        giveUp(in, id);
                    }
                    return;
                } catch (SheetRefused breaksOff) {
                    chunks.stop(in, id, "import.stopped.sheet");
                    return;
                } catch (Refusal refusal) {
                    chunks.stop(in, id, refusal.messageKey());
                    return;
                } catch (CannotCreateTransactionException
                        | DataAccessResourceFailureException
                        | TransactionSystemException away) {
                    // the sheet is not to blame: it goes on once the database is back (S-R60, S-R62c)
                    LOG.warn("import {} waits for the database: {}", id, away.toString());
                    attempt--;
                    pause(1);
                } catch (PessimisticLockingFailureException held) {
                    // another node stands still in the middle of it; the server ends its transaction (S-R79j)
                    LOG.warn("import {} waits for the node that holds it: {}", id, held.toString());
                    attempt--;
                    pause(1);
                } catch (RuntimeException failed) {
                    LOG.warn("import {} attempt {} failed", id, attempt, failed);
                    pause(attempt);
                }
            }
            giveUp(in, id);
        });
    }

    private boolean isRunning(DealershipId in, BatchId id) {
        return chunks.look(in, id)
                .filter(batch -> batch.status() == BatchStatus.RUNNING)
                .isPresent();
    }

    private void work(DealershipId in, BatchId id) {
        ImportBatch batch = chunks.look(in, id).orElseThrow();
        if (batch.status() == BatchStatus.RUNNING) {
            boolean complete = files.read(batch, sheet -> importRows(batch, sheet));
            if (complete) {
                chunks.finish(in, id);
            }
        } else if (batch.status() == BatchStatus.TAKEN_BACK) {
            boolean more = true;
            while (more && !closing) {
                more = chunks.takeBack(in, id, CHUNK);
            }
        }
    }

    /** Whether every row of the sheet was stored. */
    private boolean importRows(ImportBatch batch, Sheet sheet) {
        StoredFile.skip(sheet, batch.doneRows());
        RowReader reader = readers.of(batch, sheet, Objects.requireNonNull(batch.startedAt()));
        int done = batch.doneRows();
        while (!closing) {
            List<SheetCustomer> chunk = new ArrayList<>(CHUNK);
            for (SheetRow row = next(sheet, chunk); row != null; row = next(sheet, chunk)) {
                chunk.add(reader.read(row));
            }
            if (chunk.isEmpty()) {
                return true;
            }
            Optional<ImportBatch> stored = chunks.store(batch.dealership(), batch.id(), done, chunk);
            if (stored.isEmpty()) {
                return false;
            }
            done = stored.get().doneRows();
        }
        return false;
    }

    private static @Nullable SheetRow next(Sheet sheet, List<SheetCustomer> chunk) {
        return chunk.size() == CHUNK ? null : sheet.next();
    }

    /** What failed thrice waits for a person; when not even that can be stored, the next start goes on. */
    private void giveUp(DealershipId in, BatchId id) {
        if (closing) {
            return;
        }
        try {
            chunks.stop(in, id, "import.stopped.defect");
        } catch (RuntimeException unreachable) {
            LOG.error("import {} could not be marked as stopped", id, unreachable);
        }
    }

    private void pause(int attempt) {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS * attempt);
        } catch (InterruptedException closingNow) {
            closing = true;
            Thread.currentThread().interrupt();
        }
    }

    /** Lets the chunks at hand finish; the rest is for the next start. */
    @PreDestroy
    void close() throws InterruptedException {
        closing = true;
        workers.shutdown();
        if (!workers.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            workers.shutdownNow();
        }
    }
}
