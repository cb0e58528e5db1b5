package io.genjin.followup;

import io.genjin.dealership.Dealership;
import io.genjin.followup.Cadence.Excuse;
import io.genjin.prospect.Prospect;
import io.genjin.shared.TypedId;
import io.genjin.staff.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Plans after the rhythm's latest day with their reasons; what is missed meanwhile is excused (1.12 rule 8). */
@Repository
class LatePlans {

    private final JdbcClient jdbc;

    LatePlans(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Prospect prospect, LocalDate planned, LocalDate latest, String reason, StaffId by, Instant at) {
        jdbc.sql("""
                        insert into late_plan (dealership_id, id, prospect_id, planned_at, planned_date, latest_day, reason, by_id)
                        values (:dealership, :id, :prospect, :at, :planned, :latest, :reason, :by)
                        """)
                .param("dealership", prospect.dealership().value())
                .param("id", TypedId.newValue())
                .param("prospect", prospect.id().value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("planned", planned)
                .param("latest", latest)
                .param("reason", reason)
                .param("by", by.value())
                .update();
    }

    List<Excuse> excuses(Prospect prospect, ZoneId zone) {
        return jdbc.sql("""
                        select planned_at, planned_date, reason
                          from late_plan
                         where dealership_id = :dealership
                           and prospect_id = :prospect
                        """)
                .param("dealership", prospect.dealership().value())
                .param("prospect", prospect.id().value())
                .query((row, number) -> new Excuse(
                        row.getObject("planned_at", OffsetDateTime.class).toInstant(),
                        Dealership.endOf(row.getObject("planned_date", LocalDate.class), zone),
                        row.getString("reason")))
                .list();
    }
}
