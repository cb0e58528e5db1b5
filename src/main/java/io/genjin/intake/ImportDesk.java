package io.genjin.intake;

import io.genjin.intake.sheet.ColumnMapping;
import io.genjin.intake.sheet.SheetColumn;
import io.genjin.prospect.Source;
import io.genjin.shared.DealershipId;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.NothingHere;
import io.genjin.shared.Page;
import io.genjin.shared.PlainText;
import io.genjin.shared.Refusal.Field;
import io.genjin.sheet.Sheet;
import io.genjin.sheet.SheetRefused;
import io.genjin.sheet.SheetRow;
import io.genjin.staff.StaffMember;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes whole sheets of customers in: upload, look at how it is read, start, watch, get the refused rows back, and take the
 * import back while nobody has touched its customers.
 */
@Service
public class ImportDesk {

    private static final int ROWS_SHOWN = 20;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_DETAIL = 200;

    private final Batches batches;
    private final StoredFile files;
    private final RowReaders readers;
    private final ImportRunner runner;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;
    private final Clock clock;

    ImportDesk(
            Batches batches,
            StoredFile files,
            RowReaders readers,
            ImportRunner runner,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.batches = batches;
        this.files = files;
        this.readers = readers;
        this.runner = runner;
        this.events = events;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** What came of an upload: the batch, and whether the same file was there before. */
    public record Upload(ImportBatch batch, boolean isNew) {}

    /**
     * The first rows of a sheet as they would be read now.
     *
     * @param sample for each column of the file its first word below the headings
     */
    public record Preview(List<SheetCustomer> rows, List<String> sample) {

        public Preview {
            rows = List.copyOf(rows);
            sample = List.copyOf(sample);
        }

        public int columns() {
            return sample.size();
        }
    }

    /**
     * Stores an uploaded file and recognises its columns; nothing is imported yet. The same file again gives the same batch,
     * unless that was taken back.
     *
     * @throws SheetRefused when it is no sheet, too large, or made to do harm; then nothing is kept
     */
    public Upload upload(Path file, @Nullable String fileName, StaffMember by) {
        DealershipId in = by.dealership();
        byte[] hash = hash(file);
        Optional<ImportBatch> before = Objects.requireNonNull(transactions.execute(status -> batches.find(in, hash)));
        if (before.isPresent()) {
            return new Upload(before.get(), false);
        }
        Instant now = clock.instant();
        ImportBatch batch = recognise(file, named(fileName), by, now);
        return Objects.requireNonNull(transactions.execute(status -> {
            if (!batches.insert(batch, hash)) {
                return new Upload(batches.find(in, hash).orElseThrow(), false);
            }
            try {
                batches.keepFile(in, batch.id(), file);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
            return new Upload(batch, true);
        }));
    }

    private static byte[] hash(Path file) {
        try (InputStream bytes = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new DigestInputStream(bytes, digest).transferTo(OutputStream.nullOutputStream());
            return digest.digest();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The last part of the name, for some browsers send whole paths; one that is too long or empty is a plain one. */
    private static String named(@Nullable String fileName) {
        List<Field> wrong = new ArrayList<>();
        String last = fileName == null
                ? ""
                : fileName.substring(fileName.replace('\\', '/').lastIndexOf('/') + 1);
        String name = PlainText.line(last, LONGEST_NAME, "file", wrong);
        return name == null || !wrong.isEmpty() ? "sheet" : name;
    }

    private static ImportBatch recognise(Path file, String name, StaffMember by, Instant now) {
        try (Sheet sheet = Sheet.open(file)) {
            List<SheetRow> first = new ArrayList<>();
            int rows = 0;
            for (SheetRow row = sheet.next(); row != null; row = sheet.next()) {
                if (first.size() < ROWS_SHOWN) {
                    first.add(row);
                }
                if (++rows > Sheet.MOST_ROWS + ROWS_SHOWN) {
                    throw new SheetRefused(SheetRefused.Why.TOO_MANY_ROWS, Sheet.MOST_ROWS);
                }
            }
            ColumnMapping mapping = ColumnMapping.recognise(first);
            int customers = rows - mapping.rowsAbove();
            if (customers > Sheet.MOST_ROWS) {
                throw new SheetRefused(SheetRefused.Why.TOO_MANY_ROWS, Sheet.MOST_ROWS);
            }
            if (customers <= 0) {
                throw new SheetRefused(SheetRefused.Why.EMPTY);
            }
            return new ImportBatch(
                    by.dealership(),
                    BatchId.next(),
                    name,
                    sheet.kind(),
                    BatchStatus.UPLOADED,
                    new ImportPlan(mapping, Source.OTHER, name),
                    customers,
                    0,
                    0,
                    0,
                    0,
                    0,
                    null,
                    by.id(),
                    now,
                    null,
                    null,
                    null);
        }
    }

    /** The first rows as they would be read with the present mapping. */
    public Preview preview(BatchId id, StaffMember reader) {
        ImportBatch batch = Objects.requireNonNull(transactions.execute(status -> get(id, reader)));
        if (!batch.canStart()) {
            throw new BatchNotInState();
        }
        return files.read(batch, sheet -> {
            RowReader rows =
                    Objects.requireNonNull(transactions.execute(status -> readers.of(batch, sheet, clock.instant())));
            List<SheetCustomer> first = new ArrayList<>();
            int columns = batch.plan().mapping().headings().size();
            for (SheetRow row = sheet.next(); row != null && first.size() < ROWS_SHOWN; row = sheet.next()) {
                first.add(rows.read(row));
                columns = Math.max(columns, row.cells().size());
            }
            return new Preview(first, sample(first, columns));
        });
    }

    private static List<String> sample(List<SheetCustomer> rows, int columns) {
        List<String> sample = new ArrayList<>();
        for (int place = 0; place < columns; place++) {
            int column = place;
            sample.add(rows.stream()
                    .map(one -> one.row().cell(column).text())
                    .filter(text -> !text.isBlank())
                    .findFirst()
                    .orElse(""));
        }
        return sample;
    }

    /**
     * Changes how a sheet is read, before it starts.
     *
     * @param columns for each meaning its column, counted from 0
     */
    @Transactional
    public ImportBatch plan(
            BatchId id,
            Map<SheetColumn, Integer> columns,
            Source source,
            @Nullable String sourceDetail,
            StaffMember by) {
        ImportBatch batch = hold(id, by);
        if (batch.status() != BatchStatus.UPLOADED) {
            throw new BatchNotInState();
        }
        List<Field> wrong = new ArrayList<>();
        String detail = PlainText.line(sourceDetail, LONGEST_DETAIL, "sourceDetail", wrong);
        if (source.needsDetail() && detail == null) {
            wrong.add(Field.of("sourceDetail", "field.sourceDetail." + source.name()));
        }
        if (columns.values().stream().anyMatch(column -> column < 0 || column >= Sheet.MOST_COLUMNS)) {
            wrong.add(Field.of("columns", "field.unreadable"));
        }
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        Map<SheetColumn, Integer> chosen = new EnumMap<>(SheetColumn.class);
        chosen.putAll(columns);
        ImportBatch changed =
                batch.planned(new ImportPlan(batch.plan().mapping().with(chosen), source, detail));
        batches.update(changed);
        return changed;
    }

    /**
     * Begins the import, or goes on where it stopped. It runs in the background.
     *
     * @throws MappingIncomplete when no column holds names, or none holds numbers
     */
    @Transactional
    public ImportBatch start(BatchId id, StaffMember by) {
        ImportBatch batch = hold(id, by);
        if (batch.status() == BatchStatus.RUNNING) {
            return batch;
        }
        if (!batch.canStart()) {
            throw new BatchNotInState();
        }
        ColumnMapping mapping = batch.plan().mapping();
        if (!mapping.hasNameAndNumber()) {
            throw new MappingIncomplete(
                    mapping.column(SheetColumn.CUSTOMER_NAME) != null, mapping.column(SheetColumn.MOBILE) != null);
        }
        Instant now = clock.instant();
        ImportBatch started = batch.started(by.id(), now);
        batches.update(started);
        events.publishEvent(IntakeFact.of(started, IntakeFact.Kind.IMPORT_STARTED, by.id(), now));
        runner.soon(by.dealership(), id);
        return started;
    }

    /**
     * Takes an import back, or stops one that runs: customers that nobody touched are closed as if they had never come;
     * those who were contacted, whose card was handed in, or who asked again stay. It runs in the background.
     */
    @Transactional
    public ImportBatch takeBack(BatchId id, StaffMember by) {
        ImportBatch batch = hold(id, by);
        if (!batch.canBeTakenBack()) {
            throw new BatchNotInState();
        }
        Instant now = clock.instant();
        ImportBatch withdrawn = batch.takingBack(0);
        batches.update(withdrawn);
        events.publishEvent(IntakeFact.of(withdrawn, IntakeFact.Kind.IMPORT_WITHDRAWN, by.id(), now));
        runner.soon(by.dealership(), id);
        return withdrawn;
    }

    private ImportBatch hold(BatchId id, StaffMember by) {
        return batches.hold(by.dealership(), id).orElseThrow(() -> new NothingHere(id));
    }

    @Transactional(readOnly = true)
    public ImportBatch get(BatchId id, StaffMember reader) {
        return batches.find(reader.dealership(), id).orElseThrow(() -> new NothingHere(id));
    }

    /** The dealership's imports, newest first. */
    @Transactional(readOnly = true)
    public Page<ImportBatch> list(int limit, @Nullable String cursor, StaffMember reader) {
        return batches.list(reader.dealership(), limit, cursor);
    }

    /** Rows that brought no new customer, in the order of the file, after row {@code after}. */
    @Transactional(readOnly = true)
    public List<ImportRow> rows(
            BatchId id, ImportRow.@Nullable Outcome outcome, int after, int limit, StaffMember reader) {
        ImportBatch batch = get(id, reader);
        return batches.rows(reader.dealership(), batch.id(), outcome, after, limit);
    }
}
