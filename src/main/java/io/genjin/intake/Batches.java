package io.genjin.intake;

import io.genjin.prospect.ProspectId;
import io.genjin.shared.Conditions;
import io.genjin.shared.Cursor;
import io.genjin.shared.DealershipId;
import io.genjin.shared.Moments;
import io.genjin.shared.Page;
import io.genjin.shared.Refusal.Field;
import io.genjin.staff.StaffId;
import io.genjin.vault.Vault;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Loads and stores imported sheets, their bytes and the rows that brought nobody. Customers' words are kept sealed. */
@Repository
class Batches {

    private static final int PART = 512 * 1024;
    private static final TypeReference<List<String>> CELLS = new TypeReference<>() {};
    private static final TypeReference<List<Field>> REASONS = new TypeReference<>() {};
    private static final String COLUMNS = """
            b.dealership_id, b.id, b.file_name, b.kind, b.status, b.plan::text as plan, b.total_rows, b.done_rows,
                   b.imported, b.duplicates, b.refused, b.taken_back, b.failure, b.uploaded_by, b.uploaded_at, b.started_by,
                   b.started_at, b.finished_at""";

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate template;
    private final Vault vault;
    private final JsonMapper json;

    Batches(JdbcClient jdbc, NamedParameterJdbcTemplate template, Vault vault, JsonMapper json) {
        this.jdbc = jdbc;
        this.template = template;
        this.vault = vault;
        this.json = json;
    }

    /** Stores a new batch; false when the same file is there already, and then nothing was written. */
    boolean insert(ImportBatch batch, byte[] hash) {
        return template.update("""
                                insert into import_batch (dealership_id, id, file_name, file_hash, kind, status, plan, total_rows,
                                                          done_rows, imported, duplicates, refused, taken_back, failure,
                                                          uploaded_by, uploaded_at, started_by, started_at, finished_at)
                                values (:dealership, :id, :fileName, :hash, :kind, :status, :plan::jsonb, :totalRows,
                                        :doneRows, :imported, :duplicates, :refused, :takenBack, :failure,
                                        :uploadedBy, :uploadedAt, :startedBy, :startedAt, :finishedAt)
                                on conflict (dealership_id, file_hash) where status <> 'TAKEN_BACK' do nothing
                                """, row(batch).addValue("hash", hash)) == 1;
    }

    /** Stores how far a batch is now. The caller holds it. */
    void update(ImportBatch batch) {
        template.update("""
                update import_batch
                   set status = :status, plan = :plan::jsonb, total_rows = :totalRows, done_rows = :doneRows,
                       imported = :imported, duplicates = :duplicates, refused = :refused, taken_back = :takenBack,
                       failure = :failure, started_by = :startedBy, started_at = :startedAt, finished_at = :finishedAt
                 where dealership_id = :dealership
                   and id = :id
                """, row(batch));
    }

    Optional<ImportBatch> find(DealershipId in, BatchId id) {
        return find(in, id, "");
    }

    /** Reads a batch to be changed, holding it until the transaction ends. */
    Optional<ImportBatch> hold(DealershipId in, BatchId id) {
        return find(in, id, "for update");
    }

    private Optional<ImportBatch> find(DealershipId in, BatchId id, String lock) {
        return jdbc.sql("""
                        select %s
                          from import_batch b
                         where b.dealership_id = :dealership
                           and b.id = :id
                         %s
                        """.formatted(COLUMNS, lock))
                .param("dealership", in.value())
                .param("id", id.value())
                .query((row, number) -> read(row))
                .optional();
    }

    /** The batch of the same file, unless it was taken back. */
    Optional<ImportBatch> find(DealershipId in, byte[] hash) {
        return jdbc.sql("""
                        select %s
                          from import_batch b
                         where b.dealership_id = :dealership
                           and b.file_hash = :hash
                           and b.status <> 'TAKEN_BACK'
                        """.formatted(COLUMNS))
                .param("dealership", in.value())
                .param("hash", hash)
                .query((row, number) -> read(row))
                .optional();
    }

    /** Batches that the product was at work on. */
    List<BatchId> unfinished(DealershipId in) {
        return jdbc.sql("""
                        select b.id
                          from import_batch b
                         where b.dealership_id = :dealership
                           and b.finished_at is null
                           and b.status in ('RUNNING', 'TAKEN_BACK')
                         order by b.id
                        """)
                .param("dealership", in.value())
                .query((row, number) -> new BatchId(row.getObject("id", UUID.class)))
                .list();
    }

    Page<ImportBatch> list(DealershipId in, int limit, @Nullable String cursor) {
        Cursor after = Cursor.read(cursor, 2);
        Conditions where = Conditions.in(in, "b.dealership_id");
        if (after != null) {
            where.and("(b.uploaded_at, b.id) < (:at, :id)")
                    .with("at", Cursor.instant(after.values().get(0)))
                    .with("id", Cursor.uuid(after.values().get(1)));
        }
        List<ImportBatch> rows = jdbc.sql("""
                        select %s
                          from import_batch b
                         where %s
                         order by b.uploaded_at desc, b.id desc
                         limit :rows
                        """.formatted(COLUMNS, where.sql()))
                .params(where.params())
                .param("rows", limit + 1)
                .query((row, number) -> read(row))
                .list();
        return Page.of(
                rows, limit, last -> Cursor.of(last.uploadedAt(), last.id().value()));
    }

    /** Keeps the file's bytes, sealed in parts. */
    void keepFile(DealershipId in, BatchId id, Path file) throws IOException {
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file))) {
            int part = 0;
            for (byte[] next = bytes.readNBytes(PART); next.length > 0; next = bytes.readNBytes(PART)) {
                jdbc.sql("""
                                insert into import_file (dealership_id, batch_id, part, sealed)
                                values (:dealership, :batch, :part, :sealed)
                                """)
                        .param("dealership", in.value())
                        .param("batch", id.value())
                        .param("part", part)
                        .param(
                                "sealed",
                                vault.seal(Base64.getEncoder().encodeToString(next), partContext(in, id, part)))
                        .update();
                part++;
            }
        }
    }

    /** How many parts the file has. */
    int parts(DealershipId in, BatchId id) {
        return jdbc.sql("select count(*) from import_file where dealership_id = :dealership and batch_id = :batch")
                .param("dealership", in.value())
                .param("batch", id.value())
                .query(Integer.class)
                .single();
    }

    /** Writes one part of the file's bytes to {@code target}; false when it is not kept any more. */
    boolean copyPart(DealershipId in, BatchId id, int part, OutputStream target) throws IOException {
        Optional<byte[]> sealed = jdbc.sql("""
                        select sealed
                          from import_file
                         where dealership_id = :dealership
                           and batch_id = :batch
                           and part = :part
                        """)
                .param("dealership", in.value())
                .param("batch", id.value())
                .param("part", part)
                .query((row, number) -> row.getBytes("sealed"))
                .optional();
        if (sealed.isEmpty()) {
            return false;
        }
        target.write(Base64.getDecoder().decode(vault.open(sealed.get(), partContext(in, id, part))));
        return true;
    }

    void dropFile(DealershipId in, BatchId id) {
        jdbc.sql("delete from import_file where dealership_id = :dealership and batch_id = :batch")
                .param("dealership", in.value())
                .param("batch", id.value())
                .update();
    }

    void keepRows(DealershipId in, BatchId id, List<ImportRow> rows) {
        template.batchUpdate(
                """
                insert into import_row (dealership_id, batch_id, row_number, outcome, cells_sealed, reasons, prospect_id)
                values (:dealership, :batch, :number, :outcome, :cells, :reasons::jsonb, :prospect)
                """,
                rows.stream()
                        .map(row -> new MapSqlParameterSource("dealership", in.value())
                                .addValue("batch", id.value())
                                .addValue("number", row.number())
                                .addValue("outcome", row.outcome().name())
                                .addValue(
                                        "cells",
                                        vault.seal(
                                                json.writeValueAsString(row.cells()), rowContext(in, id, row.number())))
                                .addValue("reasons", json.writeValueAsString(row.reasons()))
                                .addValue(
                                        "prospect",
                                        row.onFile() == null
                                                ? null
                                                : row.onFile().value()))
                        .toArray(SqlParameterSource[]::new));
    }

    /** Rows that brought nobody, in the order of the file, after row {@code after}. */
    List<ImportRow> rows(DealershipId in, BatchId id, ImportRow.@Nullable Outcome outcome, int after, int limit) {
        Conditions where = Conditions.in(in, "r.dealership_id")
                .and("r.batch_id = :batch")
                .with("batch", id)
                .and("r.row_number > :after")
                .with("after", after)
                .given("outcome", outcome, "r.outcome = :outcome");
        return jdbc.sql("""
                        select r.row_number, r.outcome, r.cells_sealed, r.reasons::text as reasons, r.prospect_id
                          from import_row r
                         where %s
                         order by r.row_number
                         limit :limit
                        """.formatted(where.sql()))
                .params(where.params())
                .param("limit", limit)
                .query((row, number) -> {
                    int rowNumber = row.getInt("row_number");
                    UUID prospect = row.getObject("prospect_id", UUID.class);
                    return new ImportRow(
                            rowNumber,
                            ImportRow.Outcome.valueOf(row.getString("outcome")),
                            json.readValue(
                                    vault.open(row.getBytes("cells_sealed"), rowContext(in, id, rowNumber)), CELLS),
                            json.readValue(row.getString("reasons"), REASONS),
                            prospect == null ? null : new ProspectId(prospect));
                })
                .list();
    }

    void dropRows(DealershipId in, BatchId id) {
        jdbc.sql("delete from import_row where dealership_id = :dealership and batch_id = :batch")
                .param("dealership", in.value())
                .param("batch", id.value())
                .update();
    }

    private static String partContext(DealershipId in, BatchId id, int part) {
        return "intake.file|" + in.value() + "|" + id + "|" + part;
    }

    private static String rowContext(DealershipId in, BatchId id, int number) {
        return "intake.row|" + in.value() + "|" + id + "|" + number;
    }

    private MapSqlParameterSource row(ImportBatch batch) {
        return new MapSqlParameterSource("dealership", batch.dealership().value())
                .addValue("id", batch.id().value())
                .addValue("fileName", batch.fileName())
                .addValue("kind", batch.kind())
                .addValue("status", batch.status().name())
                .addValue("plan", json.writeValueAsString(batch.plan()))
                .addValue("totalRows", batch.totalRows())
                .addValue("doneRows", batch.doneRows())
                .addValue("imported", batch.imported())
                .addValue("duplicates", batch.duplicates())
                .addValue("refused", batch.refused())
                .addValue("takenBack", batch.takenBack())
                .addValue("failure", batch.failure())
                .addValue("uploadedBy", batch.uploadedBy().value())
                .addValue("uploadedAt", Moments.boundOrNull(batch.uploadedAt()))
                .addValue(
                        "startedBy",
                        batch.startedBy() == null ? null : batch.startedBy().value())
                .addValue("startedAt", Moments.boundOrNull(batch.startedAt()))
                .addValue("finishedAt", Moments.boundOrNull(batch.finishedAt()));
    }

    private ImportBatch read(ResultSet row) throws SQLException {
        UUID startedBy = row.getObject("started_by", UUID.class);
        return new ImportBatch(
                new DealershipId(row.getInt("dealership_id")),
                new BatchId(row.getObject("id", UUID.class)),
                row.getString("file_name"),
                row.getString("kind"),
                BatchStatus.valueOf(row.getString("status")),
                json.readValue(row.getString("plan"), ImportPlan.class),
                row.getInt("total_rows"),
                row.getInt("done_rows"),
                row.getInt("imported"),
                row.getInt("duplicates"),
                row.getInt("refused"),
                row.getInt("taken_back"),
                row.getString("failure"),
                new StaffId(row.getObject("uploaded_by", UUID.class)),
                Moments.read(row, "uploaded_at"),
                startedBy == null ? null : new StaffId(startedBy),
                Moments.readOrNull(row, "started_at"),
                Moments.readOrNull(row, "finished_at"));
    }
}
