package io.genjin.ratio;

import io.genjin.dealership.Dealerships;
import io.genjin.report.DayKeeping;
import io.genjin.shared.Moments;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What reports look up instead of reading the journal: the figures of days that are over, and how cases stood. Somebody who doubts a
 * number has all of it compared with the journal; whatever differs is counted anew at once, and the journal says what it was.
 */
@Component
public class KeptNumbers {

    private static final int DAYS_SHOWN = 90;
    private static final int MOST_SHOWN = 10;
    private static final int MOST_NAMED = 31;

    /**
     * One comparison.
     *
     * @param first the first day compared; none when nothing was kept
     * @param days  how many days differed
     * @param named these days, the first of them when they are many
     * @param cases how many customers' cases stood otherwise than the journal says
     */
    public record Comparison(
            Instant at,
            @Nullable StaffMember by,
            @Nullable LocalDate first,
            @Nullable LocalDate last,
            int days,
            List<LocalDate> named,
            int cases) {

        public boolean isEqual() {
            return days == 0 && cases == 0;
        }
    }

    private final DayKeeping days;
    private final StandingKeeping standings;
    private final StaffDirectory staff;
    private final Dealerships dealerships;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    KeptNumbers(
            DayKeeping days,
            StandingKeeping standings,
            StaffDirectory staff,
            Dealerships dealerships,
            ApplicationEventPublisher events,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.days = days;
        this.standings = standings;
        this.staff = staff;
        this.dealerships = dealerships;
        this.events = events;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Compares everything that is kept with the journal, and counts anew what differs. */
    public Comparison compare(StaffMember by) {
        DayKeeping.Compared figures = days.compareWhole(by.dealership());
        int cases = standings.compareWhole(by.dealership());
        LocalDate first = figures.first();
        LocalDate last = figures.last();
        Comparison comparison = new Comparison(
                clock.instant(),
                by,
                first,
                last,
                figures.differing().size(),
                figures.differing().stream().limit(MOST_NAMED).toList(),
                cases);
        Map<String, Object> details = new LinkedHashMap<>();
        if (first != null && last != null) {
            details.put("first", first.toString());
            details.put("last", last.toString());
        }
        details.put("days", comparison.days());
        details.put("cases", cases);
        if (!comparison.named().isEmpty()) {
            details.put(
                    "named",
                    String.join(
                            " ",
                            comparison.named().stream().map(LocalDate::toString).toList()));
        }
        transaction.executeWithoutResult(status -> events.publishEvent(
                new KeptNumbersCompared(by.dealership(), by.id().value(), comparison.at(), details)));
        return comparison;
    }

    /** What was compared in the last three months, the newest first. */
    @Transactional(readOnly = true)
    public List<Comparison> recent(StaffMember reader) {
        return jdbc.sql("""
                        select happened_at, actor_id, details ->> 'first' as first_day, details ->> 'last' as last_day,
                               (details ->> 'days')::int as days, details ->> 'named' as named,
                               (details ->> 'cases')::int as cases
                          from journal_entry
                         where dealership_id = :dealership
                           and happened_on >= :since
                           and kind = :kind
                         order by happened_at desc, id desc
                         limit :rows
                        """)
                .param("dealership", reader.dealership().value())
                .param(
                        "since",
                        dealerships.get(reader.dealership()).today(clock).minusDays(DAYS_SHOWN))
                .param("kind", KeptNumbersCompared.KIND)
                .param("rows", MOST_SHOWN)
                .query((row, number) -> read(row, reader))
                .list();
    }

    private Comparison read(ResultSet row, StaffMember reader) throws SQLException {
        String named = row.getString("named");
        return new Comparison(
                Moments.read(row, "happened_at"),
                staff.find(reader.dealership(), new StaffId(row.getObject("actor_id", UUID.class)))
                        .orElse(null),
                day(row.getString("first_day")),
                day(row.getString("last_day")),
                row.getInt("days"),
                named == null
                        ? List.of()
                        : List.of(named.split(" ")).stream()
                                .map(LocalDate::parse)
                                .toList(),
                row.getInt("cases"));
    }

    private static @Nullable LocalDate day(@Nullable String written) {
        return Optional.ofNullable(written).map(LocalDate::parse).orElse(null);
    }
}
