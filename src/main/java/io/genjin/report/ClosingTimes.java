package io.genjin.report;

import io.genjin.dealership.Dealership;
import io.genjin.shared.DealershipId;
import io.genjin.shared.Moments;
import io.genjin.staff.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When a dealership's day is over for its daily report: 22:00 unless it says otherwise (4.3). */
@Repository
class ClosingTimes {

    static final LocalTime USUAL = LocalTime.of(22, 0);

    /** One act of setting, in force from a day on. */
    record Closing(int number, LocalTime time, LocalDate from, StaffId by, Instant at) {}

    private final JdbcClient jdbc;

    ClosingTimes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Newest first. */
    List<Closing> all(DealershipId dealership) {
        return jdbc.sql("""
                        select number, closes_at, counts_from, set_by, set_at
                          from daily_closing
                         where dealership_id = :dealership
                         order by number desc
                        """)
                .param("dealership", dealership.value())
                .query((row, number) -> new Closing(
                        row.getInt("number"),
                        LocalTime.parse(row.getString("closes_at")),
                        row.getObject("counts_from", LocalDate.class),
                        new StaffId(row.getObject("set_by", UUID.class)),
                        Moments.read(row, "set_at")))
                .list();
    }

    static LocalTime on(LocalDate day, List<Closing> all) {
        return all.stream()
                .filter(closing -> !closing.from().isAfter(day))
                .findFirst()
                .map(Closing::time)
                .orElse(USUAL);
    }

    static Instant momentOn(LocalDate day, List<Closing> all, Dealership dealership) {
        return day.atTime(on(day, all)).atZone(dealership.zone()).toInstant();
    }

    void add(Closing closing, DealershipId dealership) {
        jdbc.sql("""
                        insert into daily_closing (dealership_id, number, closes_at, counts_from, set_by, set_at)
                        values (:dealership, :number, :time, :from, :by, :at)
                        """)
                .param("dealership", dealership.value())
                .param("number", closing.number())
                .param("time", closing.time().toString())
                .param("from", closing.from())
                .param("by", closing.by().value())
                .param("at", Moments.bound(closing.at()))
                .update();
    }
}
