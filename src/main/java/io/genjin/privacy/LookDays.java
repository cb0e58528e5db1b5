package io.genjin.privacy;

import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.shared.DealershipId;
import io.genjin.staff.StaffMember;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Counts what each person takes and sees on a day, and says no when it is too much (S-R32, S-R33). */
@Repository
class LookDays {

    /** What somebody took and saw on a day. */
    record Counted(int taken, int revealed) {}

    private final JdbcClient jdbc;
    private final Dealerships dealerships;
    private final ApplicationEventPublisher events;

    LookDays(JdbcClient jdbc, Dealerships dealerships, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.dealerships = dealerships;
        this.events = events;
    }

    @Transactional
    public void take(StaffMember by, int customers, Instant now) {
        if (customers == 0) {
            return;
        }
        Dealership house = dealerships.get(by.dealership());
        LocalDate day = house.dayOf(now);
        Counted counted = count(by, day, customers, 0);
        int limit = limits(by.dealership()).rows(by) + granted(by, day);
        if (counted.taken() > limit) {
            throw new ExportLimitReached(untilTomorrow(house, day, now), limit, counted.taken());
        }
    }

    /** Tells the managers once, when the alarm is passed. */
    @Transactional
    public void reveal(StaffMember by, Instant now) {
        Dealership house = dealerships.get(by.dealership());
        LocalDate day = house.dayOf(now);
        Counted counted = count(by, day, 0, 1);
        ExportLimits limits = limits(by.dealership());
        if (counted.revealed() > limits.revealMost()) {
            throw new RevealLimitReached(untilTomorrow(house, day, now), limits.revealMost());
        }
        if (counted.revealed() == limits.revealAlarm()) {
            events.publishEvent(ExportFact.of(ExportFact.Kind.REVEALS_UNUSUAL, by, now)
                    .with("person", by.id().value())
                    .with("numbers", counted.revealed()));
        }
    }

    private static long untilTomorrow(Dealership house, LocalDate day, Instant now) {
        return Duration.between(now, house.startOf(day.plusDays(1))).toSeconds();
    }

    private Counted count(StaffMember by, LocalDate day, int taken, int revealed) {
        return jdbc.sql("""
                        insert into look_day (dealership_id, staff_id, day, taken, revealed)
                        values (:dealership, :staff, :day, :taken, :revealed)
                        on conflict (dealership_id, staff_id, day) do update
                           set taken = look_day.taken + excluded.taken, revealed = look_day.revealed + excluded.revealed
                        returning taken, revealed
                        """)
                .param("dealership", by.dealership().value())
                .param("staff", by.id().value())
                .param("day", day)
                .param("taken", taken)
                .param("revealed", revealed)
                .query((row, number) -> new Counted(row.getInt("taken"), row.getInt("revealed")))
                .single();
    }

    @Transactional(readOnly = true)
    public Counted of(StaffMember member, LocalDate day) {
        return jdbc.sql("""
                        select taken, revealed
                          from look_day
                         where dealership_id = :dealership
                           and staff_id = :staff
                           and day = :day
                        """)
                .param("dealership", member.dealership().value())
                .param("staff", member.id().value())
                .param("day", day)
                .query((row, number) -> new Counted(row.getInt("taken"), row.getInt("revealed")))
                .optional()
                .orElse(new Counted(0, 0));
    }

    /** What managers gave on top for that day. */
    @Transactional(readOnly = true)
    public int granted(StaffMember member, LocalDate day) {
        return jdbc.sql("""
                        select coalesce(sum(customers), 0)
                          from export_request
                         where dealership_id = :dealership
                           and staff_id = :staff
                           and day = :day
                           and granted
                        """)
                .param("dealership", member.dealership().value())
                .param("staff", member.id().value())
                .param("day", day)
                .query(Integer.class)
                .single();
    }

    /** The dealership's own limits, or those that Genjin comes with. */
    @Transactional(readOnly = true)
    public ExportLimits limits(DealershipId dealership) {
        return jdbc.sql("""
                        select consultant, manager, reveal_alarm, reveal_most
                          from export_limits
                         where dealership_id = :dealership
                        """)
                .param("dealership", dealership.value())
                .query((row, number) -> new ExportLimits(
                        row.getInt("consultant"),
                        row.getInt("manager"),
                        row.getInt("reveal_alarm"),
                        row.getInt("reveal_most")))
                .optional()
                .orElse(ExportLimits.AT_FIRST);
    }
}
