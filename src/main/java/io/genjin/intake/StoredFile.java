package io.genjin.intake;

import io.genjin.shared.DealershipId;
import io.genjin.sheet.Sheet;
import io.genjin.sheet.SheetRow;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes the uploaded bytes of a batch out of the drawer, for as long as somebody reads them. */
@Component
class StoredFile {

    private final Batches batches;
    private final TransactionOperations transactions;

    StoredFile(Batches batches, PlatformTransactionManager transactions) {
        this.batches = batches;
        TransactionTemplate reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
        this.transactions = reading;
    }

    /** The bytes are not kept any more: the batch is finished. */
    static final class Gone extends RuntimeException {}

    /** What is done with an opened sheet. */
    interface Reading<T> {
        T from(Sheet sheet);
    }

    /** Opens the batch's sheet below its headings, and closes and removes it when {@code reading} is done. */
    <T> T read(ImportBatch batch, Reading<T> reading) {
        Path file = null;
        try {
            file = Files.createTempFile("genjin-import", ".sheet");
            copy(batch.dealership(), batch.id(), file);
            try (Sheet sheet = Sheet.open(file)) {
                skip(sheet, batch.plan().mapping().rowsAbove());
                return reading.from(sheet);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } finally {
            remove(file);
        }
    }

    private void copy(DealershipId in, BatchId id, Path file) throws IOException {
        int parts = transactions.execute(status -> batches.parts(in, id));
        if (parts == 0) {
            throw new Gone();
        }
        try (OutputStream target = Files.newOutputStream(file)) {
            for (int part = 0; part < parts; part++) {
                int next = part;
                transactions.executeWithoutResult(status -> {
                    try {
                        if (!batches.copyPart(in, id, next, target)) {
                            throw new Gone();
                        }
                    } catch (IOException failed) {
                        throw new UncheckedIOException(failed);
                    }
                });
            }
        }
    }

    /** Passes over rows whose outcome is known. */
    static void skip(Sheet sheet, int rows) {
        for (int row = 0; row < rows; row++) {
            SheetRow passed = sheet.next();
            if (passed == null) {
                return;
            }
        }
    }

    private static void remove(@Nullable Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException later) {
            file.toFile().deleteOnExit();
        }
    }
}
