package io.genjin.backup;

import io.genjin.backup.BackupRun.Outcome;
import io.genjin.shared.Moments;
import io.genjin.shared.TypedId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The backups that Genjin made by itself, and when it makes the next. They are of the whole, so no dealership owns them. */
@Repository
class BackupRuns {

    private static final String COLUMNS =
            "id, begun_at, ended_at, outcome, file, bytes, row_count, as_of, shrunk, read_at, trouble";

    private final JdbcClient jdbc;

    BackupRuns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    UUID begin(Instant at) {
        UUID id = TypedId.newValue();
        jdbc.sql("""
                        insert into backup_run (id, begun_at, outcome, bytes, row_count, shrunk)
                        values (:id, :at, 'WRITING', 0, 0, false)
                        """).param("id", id).param("at", Moments.bound(at)).update();
        return id;
    }

    void kept(UUID id, Instant at, String file, long bytes, Manifest manifest, boolean shrunk) {
        jdbc.sql("""
                        update backup_run
                           set outcome = 'KEPT', ended_at = :at, read_at = :at, file = :file, bytes = :bytes,
                               row_count = :rows, as_of = :asOf, shrunk = :shrunk
                         where id = :id
                        """)
                .param("at", Moments.bound(at))
                .param("file", file)
                .param("bytes", bytes)
                .param("rows", manifest.rows())
                .param("asOf", Moments.bound(manifest.takenAt()))
                .param("shrunk", shrunk)
                .param("id", id)
                .update();
    }

    void failed(UUID id, Instant at, String trouble) {
        jdbc.sql("""
                        update backup_run
                           set outcome = 'FAILED', ended_at = :at, trouble = :trouble
                         where id = :id
                        """)
                .param("at", Moments.bound(at))
                .param("trouble", trouble)
                .param("id", id)
                .update();
    }

    void readAgain(UUID id, Instant at) {
        jdbc.sql("update backup_run set read_at = :at where id = :id")
                .param("at", Moments.bound(at))
                .param("id", id)
                .update();
    }

    void forgetBefore(Instant at) {
        jdbc.sql("delete from backup_run where begun_at < :at")
                .param("at", Moments.bound(at))
                .update();
    }

    /** The newest, at most {@code most}. */
    List<BackupRun> newest(int most) {
        return jdbc.sql("select " + COLUMNS + " from backup_run order by begun_at desc, id desc limit :most")
                .param("most", most)
                .query((row, number) -> run(row))
                .list();
    }

    Optional<BackupRun> newestKept() {
        return jdbc.sql("select " + COLUMNS
                        + " from backup_run where outcome = 'KEPT' order by begun_at desc, id desc limit 1")
                .query((row, number) -> run(row))
                .optional();
    }

    /** When the job of that name runs next; nothing when it is not scheduled. */
    Optional<Instant> next(String job) {
        return jdbc.sql("select execution_time from scheduled_tasks where task_name = :job limit 1")
                .param("job", job)
                .query((row, number) -> Moments.read(row, "execution_time"))
                .optional();
    }

    private static BackupRun run(ResultSet row) throws SQLException {
        return new BackupRun(
                row.getObject("id", UUID.class),
                Moments.read(row, "begun_at"),
                Moments.readOrNull(row, "ended_at"),
                Outcome.valueOf(row.getString("outcome")),
                row.getString("file"),
                row.getLong("bytes"),
                row.getLong("row_count"),
                Moments.readOrNull(row, "as_of"),
                row.getBoolean("shrunk"),
                Moments.readOrNull(row, "read_at"),
                row.getString("trouble"));
    }
}
