package io.genjin.defeat;

import io.genjin.prospect.ProspectId;
import io.genjin.shared.Conditions;
import io.genjin.shared.DealershipId;
import io.genjin.shared.Moments;
import io.genjin.shared.NothingHere;
import io.genjin.staff.StaffId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores courtesy calls and what they found out. */
@Repository
class CourtesyCalls {

    private static final String COLUMNS = """
            c.id, c.defeat_id, c.prospect_id, c.due_date, c.attempts, c.finding, c.comment, c.by_id, c.called_at""";

    private final JdbcClient jdbc;

    CourtesyCalls(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(DealershipId dealership, UUID id, Defeat defeat, LocalDate dueDate) {
        jdbc.sql("""
                        insert into courtesy_call (dealership_id, id, defeat_id, prospect_id, due_date, attempts)
                        values (:dealership, :id, :defeat, :prospect, :due, 0)
                            on conflict do nothing
                        """)
                .param("dealership", dealership.value())
                .param("id", id)
                .param("defeat", defeat.id().value())
                .param("prospect", defeat.prospect().value())
                .param("due", dueDate)
                .update();
    }

    CourtesyCall getForUpdate(DealershipId dealership, UUID id) {
        return find(dealership, id, "for update");
    }

    CourtesyCall get(DealershipId dealership, UUID id) {
        return find(dealership, id, "");
    }

    private CourtesyCall find(DealershipId dealership, UUID id, String lock) {
        return jdbc.sql("""
                        select %s
                          from courtesy_call c
                         where c.dealership_id = :dealership
                           and c.id = :id
                         %s
                        """.formatted(COLUMNS, lock))
                .param("dealership", dealership.value())
                .param("id", id)
                .query((row, number) -> read(row))
                .optional()
                .orElseThrow(() -> new NothingHere(id));
    }

    void update(DealershipId dealership, CourtesyCall call) {
        StaffId by = call.by();
        Defeat.Finding finding = call.finding();
        jdbc.sql("""
                        update courtesy_call
                           set attempts = :attempts, finding = :finding, comment = :comment, by_id = :by, called_at = :at
                         where dealership_id = :dealership
                           and id = :id
                        """)
                .param("attempts", call.attempts())
                .param("finding", finding == null ? null : finding.name())
                .param("comment", call.comment())
                .param("by", by == null ? null : by.value())
                .param("at", Moments.boundOrNull(call.at()))
                .param("dealership", dealership.value())
                .param("id", call.id())
                .update();
    }

    /** Those to be made, the most urgent first; or those made, the newest first. */
    List<CourtesyCall> list(DealershipId dealership, boolean open, int most) {
        Conditions where =
                Conditions.in(dealership, "c.dealership_id").and(open ? "c.finding is null" : "c.finding is not null");
        return jdbc.sql("""
                        select %s
                          from courtesy_call c
                         where %s
                         order by %s
                         limit :most
                        """.formatted(COLUMNS, where.sql(), open ? "c.due_date, c.id" : "c.called_at desc, c.id desc"))
                .params(where.params())
                .param("most", most)
                .query((row, number) -> read(row))
                .list();
    }

    private static CourtesyCall read(ResultSet row) throws SQLException {
        UUID by = row.getObject("by_id", UUID.class);
        String finding = row.getString("finding");
        return new CourtesyCall(
                row.getObject("id", UUID.class),
                new DefeatId(row.getObject("defeat_id", UUID.class)),
                new ProspectId(row.getObject("prospect_id", UUID.class)),
                row.getObject("due_date", LocalDate.class),
                row.getInt("attempts"),
                finding == null ? null : Defeat.Finding.valueOf(finding),
                row.getString("comment"),
                by == null ? null : new StaffId(by),
                Moments.readOrNull(row, "called_at"));
    }
}
