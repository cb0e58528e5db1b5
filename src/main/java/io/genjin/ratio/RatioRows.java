package io.genjin.ratio;

import io.genjin.dealership.Dealership;
import io.genjin.shared.Moments;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Every row that a part of a ratio counts, for several periods at once: the period, whom it counts for, the customer, its day and
 * moment, and the entry that tells of it. A ratio's numbers are counts of these rows, and what it opens is these rows, so the two
 * cannot differ.
 *
 * <p>Owner and source are those that the journal froze at the moment of the fact (4.1 rule 5). Cases merged into one are one
 * customer, who came when the first of them came (4.1 rule 7). An import taken back never happened.
 */
final class RatioRows {

    static final String COLUMNS = "no, part, person_id, customer_id, day, moment, prospect_id, id, is_entry";

    private static final String NOT_TAKEN_BACK = """
            not exists (select 1
                                from journal_entry b
                               where b.dealership_id = :dealership
                                 and b.prospect_id = %s
                                 and b.kind = 'IMPORT_TAKEN_BACK')""";

    /**
     * What all parts are read from. Those that nobody asks for are not computed. Whether a customer is among others is asked by
     * {@code in}, which is looked up, never by a join: PostgreSQL takes these relations for tiny and would go through them row by row.
     */
    private static final String SOURCES =
            """
            period as materialized (
                select n.no::int as no, n.first, n.last, n.begins, n.ends, dense_rank() over (order by n.begins)::int as place
                  from unnest(cast(array[:firsts] as date[]), cast(array[:lasts] as date[]), cast(array[:begins] as timestamptz[]),
                              cast(array[:ends] as timestamptz[])) with ordinality as n (first, last, begins, ends, no)
            ),
            period_day as materialized (
                select p.no, d.day::date as day
                  from period p
                 cross join lateral generate_series(p.first::timestamp, p.last::timestamp, interval '1 day') as d (day)
            ),
            beginning as materialized (
                select array_agg(b.begins order by b.begins) as all_begins
                  from (select distinct begins
                          from period) b
            ),
            alike as materialized (
                select id, survivor_id from merged
                 union
                select survivor_id, survivor_id from merged
            ),
            happened as materialized (
                select e.id, e.prospect_id, coalesce(m.survivor_id, e.prospect_id) as customer_id, e.kind, e.owner_id, e.source,
                       e.happened_at, e.happened_on, e.recorded_at, e.details ->> 'for' as purpose
                  from journal_entry e
                  left join merged m on m.id = e.prospect_id
                 where e.dealership_id = :dealership
                   and e.happened_on between :from and :until
                   and e.prospect_id is not null
                   and e.kind in ('PROSPECT_OPENED', 'LEAD_RECEIVED', 'LEAD_REPEATED', 'VISIT_RECORDED', 'TEST_DRIVEN', 'ORDERED',
                                  'ORDER_CANCELLED', 'DELIVERED', 'DEFEAT_APPLIED', 'DEFEATED', 'APPOINTMENT_KEPT')
            ),
            fell as materialized (
                select p.no, h.*
                  from happened h
                  join period_day p on p.day = h.happened_on
            ),
            visit as materialized (
                select distinct on (h.customer_id, h.happened_on) h.customer_id, h.happened_on, h.happened_at, h.prospect_id, h.id,
                       h.owner_id, h.source,
                       case when f.day is not null then f.day < h.happened_on
                            else exists (select 1
                                           from journal_entry b
                                          where b.dealership_id = :dealership
                                            and b.prospect_id = h.prospect_id
                                            and b.kind = 'VISIT_RECORDED'
                                            and b.happened_on < h.happened_on)
                       end as returns
                  from happened h
                  left join (select a.survivor_id, min(b.happened_on) as day
                               from alike a
                               join journal_entry b
                                 on b.dealership_id = :dealership
                                and b.prospect_id = a.id
                                and b.kind = 'VISIT_RECORDED'
                              group by a.survivor_id) f on f.survivor_id = h.customer_id
                 where h.kind = 'VISIT_RECORDED'
                 order by h.customer_id, h.happened_on, h.happened_at, h.id
            ),
            drive as materialized (
                select distinct on (h.customer_id, h.happened_on) h.customer_id, h.happened_on, h.happened_at, h.prospect_id, h.id,
                       h.owner_id
                  from happened h
                 where h.kind = 'TEST_DRIVEN'
                 order by h.customer_id, h.happened_on, h.happened_at, h.id
            ),
            newcomer as materialized (
                select h.no, h.customer_id, h.happened_on, h.happened_at, h.prospect_id, h.id, h.owner_id, h.source
                  from fell h
                  left join (select a.survivor_id, min(b.happened_at) as at
                               from alike a
                               join journal_entry b
                                 on b.dealership_id = :dealership
                                and b.prospect_id = a.id
                                and b.kind in ('PROSPECT_OPENED', 'LEAD_RECEIVED')
                              group by a.survivor_id) f on f.survivor_id = h.customer_id
                 where h.kind in ('PROSPECT_OPENED', 'LEAD_RECEIVED')
                   and (f.at is null or f.at = h.happened_at)
                   and %s
            ),
            stood as materialized (
                select p.no, p.first, s.customer_id, s.prospect_id, s.told_owner_id as owner_id, s.told_by as id, s.told_at as happened_at,
                       s.standing
                  from (select s.*, width_bucket(s.since, b.all_begins) as places_before, width_bucket(s.until, b.all_begins) as places_until
                          from standing s
                         cross join beginning b) s
                 cross join lateral generate_series(s.places_before + 1, s.places_until) as t (place)
                  join period p on p.place = t.place
                 where s.places_before < s.places_until
                   and %s
            ),
            event as materialized (
                select h.*, (h.no, h.customer_id) in (select no, customer_id from newcomer) as is_new,
                       (h.no, h.customer_id) in (select no, customer_id from stood where standing = 'OPEN') as is_carried,
                       (h.no, h.customer_id) in (select no, customer_id from stood where standing = 'ORDERED') as is_ordered
                  from fell h
                 where h.kind in ('ORDERED', 'ORDER_CANCELLED', 'DELIVERED', 'DEFEATED')
            )
            """.formatted(NOT_TAKEN_BACK.formatted("h.prospect_id"), NOT_TAKEN_BACK.formatted("s.prospect_id"));

    /** Rows that come of one statement, and the parts they are of. */
    private record Piece(List<String> parts, String sql) {}

    private static final Piece VISITS = new Piece(
            List.of(
                    "VISIT",
                    "VISIT_OR_DRIVE",
                    "FIRST_VISIT",
                    "RETURN_VISIT",
                    "NATURAL_VISIT",
                    "VISIT_ORDERED",
                    "FIRST_VISIT_ORDERED",
                    "RETURN_VISIT_ORDERED"),
            """
            select v.no, t.part, v.owner_id, v.customer_id, v.happened_on, v.happened_at, v.prospect_id, v.id, true
              from (select p.no, a.*,
                           (p.no, a.customer_id) in (select no, customer_id from fell where kind = 'ORDERED') as ordered,
                           (a.customer_id, a.happened_on) in (select customer_id, happened_on from happened where kind = 'ORDERED')
                               as ordered_then
                      from visit a
                      join period_day p on p.day = a.happened_on) v
             cross join lateral (values ('VISIT', true),
                                        ('VISIT_OR_DRIVE', true),
                                        ('FIRST_VISIT', not v.returns),
                                        ('RETURN_VISIT', v.returns),
                                        ('NATURAL_VISIT', not v.returns and v.source = 'WALK_IN'),
                                        ('VISIT_ORDERED', v.ordered),
                                        ('FIRST_VISIT_ORDERED', not v.returns and v.ordered_then),
                                        ('RETURN_VISIT_ORDERED', v.returns and v.ordered_then)) t (part, counts)
             where t.counts
            """);

    /** An order after the drive counts until today: those who drove are followed on. */
    private static final Piece DRIVES = new Piece(List.of("DRIVEN", "VISIT_OR_DRIVE", "DRIVEN_ORDERED"), """
            select p.no, t.part, v.owner_id, v.customer_id, v.happened_on, v.happened_at, v.prospect_id, v.id, true
              from drive v
              join period_day p on p.day = v.happened_on
              left join (select coalesce(m.survivor_id, e.prospect_id) as customer_id, max(e.happened_at) as at
                           from journal_entry e
                           left join merged m on m.id = e.prospect_id
                          where e.dealership_id = :dealership
                            and e.happened_on >= :from
                            and e.kind = 'ORDERED'
                          group by coalesce(m.survivor_id, e.prospect_id)) o on o.customer_id = v.customer_id
             cross join lateral (values ('DRIVEN', true),
                                        ('VISIT_OR_DRIVE', true),
                                        ('DRIVEN_ORDERED', o.at >= v.happened_at)) t (part, counts)
             where t.counts
            """);

    private static final Piece EVENTS = new Piece(
            List.of(
                    "ORDERED",
                    "ORDERED_WALK_IN",
                    "ORDERED_NEW",
                    "ORDERED_CARRIED",
                    "ORDER_BASE",
                    "CANCELLED",
                    "CANCELLED_NEW",
                    "CANCELLED_CARRIED",
                    "DELIVERED",
                    "DELIVERED_NEW",
                    "DELIVERED_CARRIED",
                    "DELIVERED_REFERRAL",
                    "DEFEATED",
                    "DEFEATED_NEW",
                    "DEFEATED_CARRIED",
                    "BEGIN_OR_DEFEATED"),
            """
            select e.no, t.part, e.owner_id, e.customer_id, e.happened_on, e.happened_at, e.prospect_id, e.id, true
              from event e
             cross join lateral (values ('ORDERED', 'ORDERED', true),
                                        ('ORDERED', 'ORDER_BASE', true),
                                        ('ORDERED', 'ORDERED_WALK_IN', e.source = 'WALK_IN'),
                                        ('ORDERED', 'ORDERED_NEW', e.is_new),
                                        ('ORDERED', 'ORDERED_CARRIED', e.is_carried),
                                        ('ORDER_CANCELLED', 'CANCELLED', true),
                                        ('ORDER_CANCELLED', 'CANCELLED_NEW', not e.is_ordered),
                                        ('ORDER_CANCELLED', 'CANCELLED_CARRIED', e.is_ordered),
                                        ('DELIVERED', 'DELIVERED', true),
                                        ('DELIVERED', 'DELIVERED_NEW', not e.is_ordered),
                                        ('DELIVERED', 'DELIVERED_CARRIED', e.is_ordered),
                                        ('DELIVERED', 'DELIVERED_REFERRAL', e.source = 'REFERRAL'),
                                        ('DEFEATED', 'DEFEATED', true),
                                        ('DEFEATED', 'BEGIN_OR_DEFEATED', true),
                                        ('DEFEATED', 'DEFEATED_NEW', e.is_new),
                                        ('DEFEATED', 'DEFEATED_CARRIED', e.is_carried)) t (kind, part, counts)
             where t.kind = e.kind
               and t.counts
            """);

    /** Whether a reason was named is told by the application that was approved. */
    private static final Piece DEFEATS = new Piece(List.of("DEFEAT_APPLIED", "DEFEATED_SPECIFIC"), """
            select p.no, h.part, h.owner_id, h.customer_id, h.happened_on, h.happened_at, h.prospect_id, h.id, true
              from (select 'DEFEAT_APPLIED' as part, a.*
                      from happened a
                     where a.kind = 'DEFEAT_APPLIED'
                    union all
                    select 'DEFEATED_SPECIFIC', d.*
                      from happened d
                     where d.kind = 'DEFEATED'
                       and exists (select 1
                                     from (select a.details -> 'reasons' as reasons
                                             from journal_entry a
                                            where a.dealership_id = :dealership
                                              and a.prospect_id = d.prospect_id
                                              and a.kind = 'DEFEAT_APPLIED'
                                              and (a.recorded_at, a.id) <= (d.recorded_at, d.id)
                                            order by a.recorded_at desc, a.id desc
                                            limit 1) a
                                    cross join lateral jsonb_array_elements_text(coalesce(a.reasons, '[]'::jsonb)) as r (reason)
                                    where r.reason <> 'OTHER')) h
              join period_day p on p.day = h.happened_on
            """);

    private static final Piece INVITATIONS = new Piece(List.of("INVITED_CAME"), """
            select h.no, 'INVITED_CAME', h.owner_id, h.customer_id, h.happened_on, h.happened_at, h.prospect_id, h.id, true
              from fell h
             where h.kind = 'APPOINTMENT_KEPT'
               and h.purpose in ('SHOWROOM_VISIT', 'TEST_DRIVE')
            """);

    /** What became of leads is looked at today; what nobody knows yet is in no part. */
    private static final Piece LEADS =
            new Piece(List.of("LEAD_VALID", "LEAD_CARD", "LEAD_NONE", "LEAD_ON_FILE"), """
            select l.no, t.part, l.owner_id, l.customer_id, l.happened_on, l.happened_at, l.prospect_id, l.id, true
              from (select h.no, h.kind, h.owner_id, h.customer_id, h.happened_on, h.happened_at, h.prospect_id, h.id,
                           coalesce(said.invalid, false) as invalid, coalesce(said.card, false) as card,
                           bool_or(h.kind = 'LEAD_RECEIVED') over (partition by h.no, h.customer_id) as received
                      from fell h
                      left join lateral (select bool_or(b.kind = 'LEAD_INVALID') as invalid, bool_or(b.kind = 'CARD_SUBMITTED') as card
                                           from journal_entry b
                                          where b.dealership_id = :dealership
                                            and b.prospect_id = h.prospect_id
                                            and b.kind in ('LEAD_INVALID', 'CARD_SUBMITTED')) said on true
                     where h.kind in ('LEAD_RECEIVED', 'LEAD_REPEATED')
                       and %s) l
             cross join lateral (values ('LEAD_RECEIVED', 'LEAD_VALID', not l.invalid),
                                        ('LEAD_RECEIVED', 'LEAD_CARD', not l.invalid and l.card),
                                        ('LEAD_RECEIVED', 'LEAD_NONE', l.invalid),
                                        ('LEAD_REPEATED', 'LEAD_ON_FILE', not l.received)) t (kind, part, counts)
             where t.kind = l.kind
               and t.counts
            """.formatted(
                            NOT_TAKEN_BACK.formatted("h.prospect_id")));

    private static final Piece NEWCOMERS = new Piece(List.of(Counted.NEW), """
            select n.no, 'NEW_' || n.source, n.owner_id, n.customer_id, n.happened_on, n.happened_at, n.prospect_id, n.id, true
              from newcomer n
            """);

    /** As the journal says it stood before the first day. */
    private static final Piece BEGIN =
            new Piece(List.of("AT_BEGIN", "BEGIN_OR_DEFEATED", "ORDER_AT_BEGIN", "ORDER_BASE"), """
            select s.no, t.part, s.owner_id, s.customer_id, s.first, s.happened_at, s.prospect_id, s.id, true
              from stood s
              join (values ('OPEN', 'AT_BEGIN'), ('OPEN', 'BEGIN_OR_DEFEATED'), ('ORDERED', 'ORDER_AT_BEGIN'), ('ORDERED', 'ORDER_BASE'))
                   t (standing, part) on t.standing = s.standing
            """);

    private static final Piece END =
            new Piece(List.of("ORDER_AT_END"), """
            select p.no, 'ORDER_AT_END', s.told_owner_id, s.customer_id, p.last, s.told_at, s.prospect_id, s.told_by, true
              from standing s
              join period p
                on s.since < p.ends
               and s.until >= p.ends
             where s.standing = 'ORDERED'
               and %s
            """.formatted(NOT_TAKEN_BACK.formatted("s.prospect_id")));

    /** Only today's dates are known. */
    private static final Piece NOW = new Piece(
            List.of(
                    "FOLLOWED_H",
                    "FOLLOWED_A",
                    "FOLLOWED_B",
                    "FOLLOWED_C",
                    "FOLLOWED_N",
                    "OVERDUE_H",
                    "OVERDUE_A",
                    "OVERDUE_B",
                    "OVERDUE_C",
                    "OVERDUE_N"),
            """
            select p.no, t.part || c.grade, c.owner_id, c.id, p.last, c.due_at, c.id, c.id, false
              from prospect_report c
              join period p on p.last = :today
             cross join lateral (values ('FOLLOWED_', true), ('OVERDUE_', c.due_at < :now)) t (part, counts)
             where c.dealership_id = :dealership
               and c.status in ('LEAD_RECEIVED', 'ASSIGNED', 'FOLLOWING', 'NOT_CLOSED_REVIEW', 'CAUSE_ANALYSIS', 'DEFEAT_PENDING')
               and t.counts
            """);

    private static final List<Piece> PIECES =
            List.of(VISITS, DRIVES, EVENTS, DEFEATS, INVITATIONS, LEADS, NEWCOMERS, BEGIN, END, NOW);

    private RatioRows() {}

    /**
     * The rows of these parts as {@code ratio_row}, to be selected from: {@code with … select … from ratio_row}.
     *
     * @param standing how cases stood: {@link Standings#relation}
     */
    static String with(String standing, Collection<String> parts) {
        String rows = PIECES.stream()
                .filter(piece -> piece.parts().stream().anyMatch(parts::contains))
                .map(Piece::sql)
                .collect(Collectors.joining("union all\n"));
        return "with " + Standings.MERGED + ",\n" + standing + ",\n" + SOURCES + ",\nratio_row (" + COLUMNS
                + ") as (\nselect *\n  from (" + rows + ") as any_row (" + COLUMNS + ")\n where part in (:parts)\n)\n";
    }

    /** What the statements name; the number of a period is its place, from one on. */
    static Map<String, Object> params(
            List<Days> periods, Collection<String> parts, Dealership dealership, Instant now) {
        Map<String, Object> params = new HashMap<>();
        params.put("dealership", dealership.id().value());
        params.put("parts", parts);
        params.put("firsts", periods.stream().map(Days::from).toList());
        params.put("lasts", periods.stream().map(Days::until).toList());
        params.put(
                "begins",
                periods.stream()
                        .map(days -> Moments.bound(dealership.startOf(days.from())))
                        .toList());
        params.put(
                "ends",
                periods.stream()
                        .map(days ->
                                Moments.bound(dealership.startOf(days.until().plusDays(1))))
                        .toList());
        LocalDate from =
                periods.stream().map(Days::from).min(Comparator.naturalOrder()).orElseThrow();
        LocalDate until =
                periods.stream().map(Days::until).max(Comparator.naturalOrder()).orElseThrow();
        params.put("from", from);
        params.put("until", until);
        params.put("firstBegin", Moments.bound(dealership.startOf(from)));
        params.put("today", dealership.dayOf(now));
        params.put("now", Moments.bound(now));
        return params;
    }
}
