package io.genjin.group;

import io.genjin.ratio.Days;
import io.genjin.shared.DealershipId;
import io.genjin.shared.Moments;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Stores what a dealership's days came to, with the dealership. Whoever calls has entered it. */
@Repository
class Summaries {

    /**
     * What is kept of the days asked for.
     *
     * @param newest when the dealership wrote its newest line about a customer
     * @param unasked the days that nobody had asked for today
     */
    record Shelf(Map<Days, Kept> kept, @Nullable Instant newest, List<Days> unasked) {}

    private final JdbcClient jdbc;

    Summaries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public Shelf of(Collection<Days> periods, LocalDate today, DealershipId dealership) {
        Map<Days, Kept> kept = new HashMap<>();
        Map<Days, LocalDate> asked = new HashMap<>();
        List<Object[]> pairs = periods.stream()
                .map(days -> new Object[] {days.from(), days.until()})
                .toList();
        jdbc.sql("""
                        select from_day, until_day, asked_on, counted_at, took_millis, definition, counts
                          from group_summary
                         where dealership_id = :dealership
                           and (from_day, until_day) in (:pairs)
                        """)
                .param("dealership", dealership.value())
                .param("pairs", pairs)
                .query(row -> {
                    Days days = new Days(
                            row.getObject("from_day", LocalDate.class), row.getObject("until_day", LocalDate.class));
                    asked.put(days, row.getObject("asked_on", LocalDate.class));
                    Instant countedAt = Moments.readOrNull(row, "counted_at");
                    if (countedAt != null && row.getInt("definition") == Kept.DEFINITION) {
                        kept.put(
                                days,
                                new Kept(
                                        days,
                                        countedAt,
                                        Duration.ofMillis(row.getInt("took_millis")),
                                        Kept.read(row.getString("counts"))));
                    }
                });
        return new Shelf(
                kept,
                newest(dealership),
                periods.stream().filter(days -> !today.equals(asked.get(days))).toList());
    }

    private @Nullable Instant newest(DealershipId dealership) {
        return jdbc.sql("""
                        select max(recorded_at) as newest
                          from journal_entry
                         where dealership_id = :dealership
                           and prospect_id is not null
                        """)
                .param("dealership", dealership.value())
                .query((row, number) -> Optional.ofNullable(Moments.readOrNull(row, "newest")))
                .single()
                .orElse(null);
    }

    /** Somebody asked for these days; the next round counts what is not counted yet. */
    @Transactional
    public void asked(Collection<Days> periods, LocalDate today, DealershipId dealership) {
        for (Days days : periods) {
            jdbc.sql("""
                            insert into group_summary (dealership_id, from_day, until_day, asked_on, took_millis, definition, counts)
                            values (:dealership, :from, :until, :today, 0, 0, '')
                                on conflict (dealership_id, from_day, until_day)
                                do update set asked_on = excluded.asked_on
                            """)
                    .param("dealership", dealership.value())
                    .param("from", days.from())
                    .param("until", days.until())
                    .param("today", today)
                    .update();
        }
    }

    @Transactional
    public void store(Kept kept, LocalDate today, DealershipId dealership) {
        jdbc.sql("""
                        insert into group_summary (dealership_id, from_day, until_day, asked_on, counted_at, took_millis, definition,
                                                   counts)
                        values (:dealership, :from, :until, :today, :countedAt, :took, :definition, :counts)
                            on conflict (dealership_id, from_day, until_day)
                            do update set counted_at = excluded.counted_at,
                                          took_millis = excluded.took_millis,
                                          definition = excluded.definition,
                                          counts = excluded.counts
                        """)
                .param("dealership", dealership.value())
                .param("from", kept.days().from())
                .param("until", kept.days().until())
                .param("today", today)
                .param("countedAt", Moments.bound(kept.countedAt()))
                .param("took", Math.toIntExact(kept.took().toMillis()))
                .param("definition", Kept.DEFINITION)
                .param("counts", Kept.written(kept.summary()))
                .update();
    }

    /** The days that somebody asked for since a day. */
    @Transactional(readOnly = true)
    public List<Days> askedSince(LocalDate since, DealershipId dealership) {
        return jdbc.sql("""
                        select from_day, until_day
                          from group_summary
                         where dealership_id = :dealership
                           and asked_on >= :since
                         order by from_day desc, until_day desc
                        """)
                .param("dealership", dealership.value())
                .param("since", since)
                .query((row, number) -> new Days(
                        row.getObject("from_day", LocalDate.class), row.getObject("until_day", LocalDate.class)))
                .list();
    }

    @Transactional
    public int forget(LocalDate notAskedSince, DealershipId dealership) {
        return jdbc.sql("""
                        delete from group_summary
                         where dealership_id = :dealership
                           and asked_on < :day
                        """)
                .param("dealership", dealership.value())
                .param("day", notAskedSince)
                .update();
    }
}
