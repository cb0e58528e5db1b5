package io.genjin.dealership;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.genjin.shared.DealershipId;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The days on which a dealership is closed, and the time that its clocks count by. */
@Component
public class ClosedDays {

    /** A closed day and why. */
    public record Closed(LocalDate day, String reason) {}

    private final JdbcClient jdbc;
    private final Policies policies;
    private final Dealerships dealerships;
    private final TransactionTemplate reading;
    private final Cache<DealershipId, List<Closed>> recent =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(2)).build();

    ClosedDays(JdbcClient jdbc, Policies policies, Dealerships dealerships, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.policies = policies;
        this.dealerships = dealerships;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /** All closed days, earliest first. */
    public List<Closed> of(DealershipId dealership) {
        List<Closed> days = recent.getIfPresent(dealership);
        if (days == null) {
            days = Objects.requireNonNull(reading.execute(status -> read(dealership)));
            recent.put(dealership, days);
        }
        return days;
    }

    /** That the dealership is closed on a day, and whether this stops its clocks. */
    public record Closure(String reason, boolean clocksPaused) {}

    /** Whether and how the dealership is closed on {@code day}. */
    public Optional<Closure> on(DealershipId dealership, LocalDate day) {
        return of(dealership).stream()
                .filter(closed -> closed.day().equals(day))
                .findFirst()
                .map(closed -> new Closure(closed.reason(), stopsClocks(dealership, day)));
    }

    private boolean stopsClocks(DealershipId dealership, LocalDate day) {
        return policies.of(dealership)
                .at(dealerships.get(dealership).endOf(day))
                .pauseOnClosedDays();
    }

    /** The time that the clocks count by: without those closed days at whose beginning the policy let them pause. */
    public OpenTime openTime(DealershipId dealership) {
        return new OpenTime(
                of(dealership).stream()
                        .map(Closed::day)
                        .filter(day -> stopsClocks(dealership, day))
                        .toList(),
                dealerships.get(dealership).zone());
    }

    @Transactional
    public void close(DealershipId dealership, LocalDate day, String reason) {
        jdbc.sql("""
                        insert into closed_day (dealership_id, day, reason)
                        values (:dealership, :day, :reason)
                            on conflict do nothing
                        """)
                .param("dealership", dealership.value())
                .param("day", day)
                .param("reason", reason)
                .update();
        recent.invalidate(dealership);
    }

    @Transactional
    public void open(DealershipId dealership, LocalDate day) {
        jdbc.sql("delete from closed_day where dealership_id = :dealership and day = :day")
                .param("dealership", dealership.value())
                .param("day", day)
                .update();
        recent.invalidate(dealership);
    }

    private List<Closed> read(DealershipId dealership) {
        TreeMap<LocalDate, Closed> days = new TreeMap<>();
        jdbc.sql("select day, reason from closed_day where dealership_id = :dealership")
                .param("dealership", dealership.value())
                .query((row, number) -> new Closed(row.getObject("day", LocalDate.class), row.getString("reason")))
                .list()
                .forEach(closed -> days.put(closed.day(), closed));
        return List.copyOf(days.values());
    }
}
