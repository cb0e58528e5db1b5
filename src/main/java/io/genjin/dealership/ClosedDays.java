package io.genjin.dealership;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.genjin.dealership.OpeningCalendar.SpecialDay;
import io.genjin.dealership.OpeningCalendar.Weekly;
import io.genjin.shared.DealershipId;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps the opening calendar of each dealership, and says the time that its clocks count by. */
@Component
public class ClosedDays {

    /** Weekly closing days are cut out of the clocks' time until so long from today; no promise reaches further. */
    private static final int YEARS_AHEAD = 3;

    private static final Duration KEPT = Duration.ofSeconds(2);

    /** The time that was built from these policies and this calendar, which change by becoming others. */
    private record Built(PolicyHistory policies, OpeningCalendar calendar, OpenTime time) {}

    private final JdbcClient jdbc;
    private final Policies policies;
    private final Dealerships dealerships;
    private final TransactionTemplate reading;
    private final Clock clock;
    private final Cache<DealershipId, OpeningCalendar> recent =
            Caffeine.newBuilder().expireAfterWrite(KEPT).build();
    private final Cache<DealershipId, Built> times =
            Caffeine.newBuilder().expireAfterWrite(KEPT).build();

    ClosedDays(
            JdbcClient jdbc,
            Policies policies,
            Dealerships dealerships,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.policies = policies;
        this.dealerships = dealerships;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.clock = clock;
    }

    public OpeningCalendar calendar(DealershipId dealership) {
        OpeningCalendar calendar = recent.getIfPresent(dealership);
        if (calendar == null) {
            calendar = Objects.requireNonNull(reading.execute(status -> read(dealership)));
            recent.put(dealership, calendar);
        }
        return calendar;
    }

    /** That the dealership is closed on a day, and whether this stops its clocks. */
    public record Closure(String reason, boolean clocksPaused) {}

    /** Whether and how the dealership is closed on {@code day}. */
    public Optional<Closure> on(DealershipId dealership, LocalDate day) {
        return calendar(dealership)
                .closure(day)
                .map(reason -> new Closure(reason, stopsClocks(policies.of(dealership), dealership, day)));
    }

    private boolean stopsClocks(PolicyHistory history, DealershipId dealership, LocalDate day) {
        return history.at(dealerships.get(dealership).endOf(day)).pauseOnClosedDays();
    }

    /** The time that the clocks count by: without those closed days at whose end the policy let them pause. */
    public OpenTime openTime(DealershipId dealership) {
        PolicyHistory history = policies.of(dealership);
        OpeningCalendar calendar = calendar(dealership);
        Built built = times.getIfPresent(dealership);
        if (built == null || built.policies() != history || built.calendar() != calendar) {
            built = new Built(history, calendar, build(dealership, history, calendar));
            times.put(dealership, built);
        }
        return built.time();
    }

    private OpenTime build(DealershipId dealership, PolicyHistory history, OpeningCalendar calendar) {
        Dealership where = dealerships.get(dealership);
        boolean never = history.versions().stream()
                .noneMatch(version -> version.policy().pauseOnClosedDays());
        List<LocalDate> closed = never
                ? List.of()
                : calendar.closedUntil(where.today(clock).plusYears(YEARS_AHEAD)).stream()
                        .filter(day -> stopsClocks(history, dealership, day))
                        .toList();
        return new OpenTime(closed, where.zone());
    }

    /** Says of these days that they are closed, or open, whatever was said before. */
    @Transactional
    public void put(DealershipId dealership, Collection<SpecialDay> days) {
        for (SpecialDay day : days) {
            jdbc.sql("""
                            insert into special_day (dealership_id, day, open, reason)
                            values (:dealership, :day, :open, :reason)
                                on conflict (dealership_id, day)
                                do update set open = excluded.open, reason = excluded.reason
                            """)
                    .param("dealership", dealership.value())
                    .param("day", day.day())
                    .param("open", day.open())
                    .param("reason", day.reason())
                    .update();
        }
        recent.invalidate(dealership);
    }

    /** Lets these days follow the weekly pattern again; without a last day all from the first on. */
    @Transactional
    public void clear(DealershipId dealership, LocalDate first, @Nullable LocalDate last) {
        jdbc.sql("delete from special_day where dealership_id = :dealership and day between :first and :last")
                .param("dealership", dealership.value())
                .param("first", first)
                .param("last", last == null ? first.plusYears(1000) : last)
                .update();
        recent.invalidate(dealership);
    }

    /** Closes on these days of each week from a day on, instead of what was planned from then on. */
    @Transactional
    public void closeWeekly(DealershipId dealership, Weekly pattern) {
        jdbc.sql("delete from weekly_closing where dealership_id = :dealership and from_day >= :from")
                .param("dealership", dealership.value())
                .param("from", pattern.from())
                .update();
        jdbc.sql("""
                        insert into weekly_closing (dealership_id, from_day, weekdays, reason)
                        values (:dealership, :from, :weekdays, :reason)
                            on conflict (dealership_id, from_day)
                            do update set weekdays = excluded.weekdays, reason = excluded.reason
                        """)
                .param("dealership", dealership.value())
                .param("from", pattern.from())
                .param(
                        "weekdays",
                        pattern.inOrder().stream()
                                .map(day -> String.valueOf(day.getValue()))
                                .collect(Collectors.joining()))
                .param("reason", pattern.reason())
                .update();
        recent.invalidate(dealership);
    }

    private OpeningCalendar read(DealershipId dealership) {
        List<Weekly> weekly = jdbc.sql(
                        "select from_day, weekdays, reason from weekly_closing where dealership_id = :dealership")
                .param("dealership", dealership.value())
                .query((row, number) -> new Weekly(
                        row.getObject("from_day", LocalDate.class),
                        weekdays(row.getString("weekdays")),
                        row.getString("reason")))
                .list();
        List<SpecialDay> special = jdbc.sql(
                        "select day, open, reason from special_day where dealership_id = :dealership")
                .param("dealership", dealership.value())
                .query((row, number) -> new SpecialDay(
                        row.getObject("day", LocalDate.class), row.getBoolean("open"), row.getString("reason")))
                .list();
        return new OpeningCalendar(weekly, special);
    }

    private static Set<DayOfWeek> weekdays(String digits) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        digits.chars().forEach(digit -> days.add(DayOfWeek.of(digit - '0')));
        return days;
    }
}
