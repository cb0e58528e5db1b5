package io.genjin.group;

import io.genjin.dealership.Dealership;
import io.genjin.ratio.Days;
import io.genjin.shared.Cursor;
import io.genjin.shared.DealershipId;
import io.genjin.shared.Moments;
import io.genjin.shared.Page;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How fast a dealership follows the leads HQ gave it: who waits now, and how long first contacts took. */
@Component
class HqTimeliness {

    /** Of several contacts that claim to be the first, recorded late, the earliest one is. */
    private static final String FIRST = """
            select e.id, e.prospect_id, e.owner_id, e.happened_on as day, e.happened_at as moment,
                   greatest(0, floor(extract(epoch from e.happened_at - p.received_at) / 60))::int as minutes
              from journal_entry e
              join hq_prospect p
                on p.dealership_id = e.dealership_id
               and p.id = e.prospect_id
             where e.dealership_id = :dealership
               and e.happened_on between :from and :until
               and e.kind = 'FOLLOW_UP_RECORDED'
               and e.source = 'HQ_ALLOCATED'
               and e.details ->> 'first' = 'true'
               and not exists (select 1
                                 from journal_entry b
                                where b.dealership_id = :dealership
                                  and b.prospect_id = e.prospect_id
                                  and b.kind = 'FOLLOW_UP_RECORDED'
                                  and b.details ->> 'first' = 'true'
                                  and (b.happened_at, b.id) < (e.happened_at, e.id))
            """;

    private static final String WAITING = """
            select id, id as prospect_id, owner_id, (received_at at time zone :zone)::date as day, received_at as moment,
                   null::int as minutes
              from hq_prospect
             where dealership_id = :dealership
               and first_pending
               and status not in ('DEFEATED', 'INVALID', 'DUPLICATE', 'DELIVERED')
            """;

    /** One lead that waits, or one first contact with the minutes it took. */
    record Row(
            UUID id,
            UUID prospect,
            @Nullable UUID owner,
            LocalDate day,
            java.time.Instant at,
            @Nullable Integer minutes) {}

    private final JdbcClient jdbc;

    HqTimeliness(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** HQ leads that nobody followed yet, those still without a consultant among them. */
    long waiting(DealershipId dealership) {
        return jdbc.sql("""
                        select count(*)
                          from hq_prospect
                         where dealership_id = :dealership
                           and first_pending
                           and status not in ('DEFEATED', 'INVALID', 'DUPLICATE', 'DELIVERED')
                        """)
                .param("dealership", dealership.value())
                .query(Long.class)
                .single();
    }

    /** How many first contacts of these days took so many minutes since the lead arrived. */
    SortedMap<Integer, Integer> minutes(Days days, DealershipId dealership) {
        SortedMap<Integer, Integer> minutes = new TreeMap<>();
        jdbc.sql("select minutes, count(*) as times from (" + FIRST + ") f group by minutes")
                .param("dealership", dealership.value())
                .param("from", days.from())
                .param("until", days.until())
                .query(row -> {
                    minutes.put(row.getInt("minutes"), row.getInt("times"));
                });
        return minutes;
    }

    /** The very rows, newest first. */
    Page<Row> rows(Measure measure, Days days, int limit, @Nullable String cursor, Dealership dealership) {
        Cursor after = Cursor.read(cursor, 2);
        JdbcClient.StatementSpec statement = jdbc.sql("""
                        select id, prospect_id, owner_id, day, moment, minutes
                          from (%s) r
                         where %s
                         order by moment desc, id desc
                         limit :rows
                        """.formatted(
                                measure == Measure.HQ_WAITING ? WAITING : FIRST,
                                after == null ? "true" : "(moment, id) < (:moment, :id)"))
                .param("dealership", dealership.id().value())
                .param("rows", limit + 1);
        statement = measure == Measure.HQ_WAITING
                ? statement.param("zone", dealership.zone().getId())
                : statement.param("from", days.from()).param("until", days.until());
        if (after != null) {
            statement = statement
                    .param("moment", Moments.bound(Cursor.instant(after.values().get(0))))
                    .param("id", Cursor.uuid(after.values().get(1)));
        }
        return Page.of(
                statement
                        .query((row, number) -> new Row(
                                row.getObject("id", UUID.class),
                                row.getObject("prospect_id", UUID.class),
                                row.getObject("owner_id", UUID.class),
                                row.getObject("day", LocalDate.class),
                                Moments.read(row, "moment"),
                                row.getObject("minutes", Integer.class)))
                        .list(),
                limit,
                last -> Cursor.of(last.at(), last.id()));
    }
}
