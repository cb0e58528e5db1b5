package io.genjin.staff;

import io.genjin.shared.DealershipId;
import io.genjin.shared.NothingHere;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Days away as they stand in the database now. */
@Repository
class Absences {

    private static final String COLUMNS = "select id, staff_id, from_day, to_day, deputy_id, reason from absence";

    private final JdbcClient jdbc;

    Absences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Everybody's that end on {@code day} or later. */
    List<Absence> from(DealershipId dealership, LocalDate day) {
        return jdbc.sql(COLUMNS + " where dealership_id = :dealership and to_day >= :day order by from_day, id")
                .param("dealership", dealership.value())
                .param("day", day)
                .query((row, number) -> absence(row))
                .list();
    }

    /** One person's, the latest first. */
    List<Absence> of(StaffMember member, int most) {
        return jdbc.sql(COLUMNS + """
                         where dealership_id = :dealership
                           and staff_id = :staff
                         order by to_day desc, id
                         limit :most
                        """)
                .param("dealership", member.dealership().value())
                .param("staff", member.id().value())
                .param("most", most)
                .query((row, number) -> absence(row))
                .list();
    }

    Absence get(StaffMember member, UUID id) {
        return jdbc.sql(COLUMNS + " where dealership_id = :dealership and staff_id = :staff and id = :id")
                .param("dealership", member.dealership().value())
                .param("staff", member.id().value())
                .param("id", id)
                .query((row, number) -> absence(row))
                .optional()
                .orElseThrow(() -> new NothingHere(id));
    }

    void add(DealershipId dealership, Absence absence, StaffMember by, Instant now) {
        StaffId deputy = absence.deputy();
        jdbc.sql("""
                        insert into absence (dealership_id, id, staff_id, from_day, to_day, deputy_id, reason, recorded_by,
                                             recorded_at)
                        values (:dealership, :id, :staff, :from, :to, :deputy, :reason, :by, :now)
                        """)
                .param("dealership", dealership.value())
                .param("id", absence.id())
                .param("staff", absence.who().value())
                .param("from", absence.from())
                .param("to", absence.to())
                .param("deputy", deputy == null ? null : deputy.value())
                .param("reason", absence.reason())
                .param("by", by.id().value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void endOn(DealershipId dealership, UUID id, LocalDate lastDay) {
        jdbc.sql("update absence set to_day = :last where dealership_id = :dealership and id = :id")
                .param("last", lastDay)
                .param("dealership", dealership.value())
                .param("id", id)
                .update();
    }

    void remove(DealershipId dealership, UUID id) {
        jdbc.sql("delete from absence where dealership_id = :dealership and id = :id")
                .param("dealership", dealership.value())
                .param("id", id)
                .update();
    }

    private static Absence absence(ResultSet row) throws SQLException {
        UUID deputy = row.getObject("deputy_id", UUID.class);
        return new Absence(
                row.getObject("id", UUID.class),
                new StaffId(row.getObject("staff_id", UUID.class)),
                row.getObject("from_day", LocalDate.class),
                row.getObject("to_day", LocalDate.class),
                deputy == null ? null : new StaffId(deputy),
                row.getString("reason"));
    }
}
