package io.genjin.report;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every row that any figure counts: which part it belongs to, whom it is charged to, its day, its moment, its prospect. A
 * figure's number is how many of these rows there are, and its members are these rows, so the two cannot differ.
 *
 * <p>Owner, grade and source are those that the journal froze at the moment of the fact (4.1 rule 5). Promises that fell due
 * without a contact are charged to who owned the prospect at that moment (1.11 rule 7).
 */
final class FigureRows {

    private static final String COLUMNS = "part, person_id, day, moment, prospect_id, id, is_entry";

    private static final String NONE = """
            select null::text, null::uuid, null::date, null::timestamptz, null::uuid, null::uuid, false where false
            """;

    /** An import taken back never happened (it was untouched). */
    private static final String NOT_TAKEN_BACK = """
            not exists (select 1
                                from journal_entry b
                               where b.dealership_id = :dealership
                                 and b.prospect_id = e.prospect_id
                                 and b.kind = 'IMPORT_TAKEN_BACK')""";

    /** A miss that a contact recorded later undid was none (1.12 rule 7). */
    private static final String NOT_WITHDRAWN = """
            not exists (select 1
                                from journal_entry w
                               where w.dealership_id = :dealership
                                 and w.corrects_id = e.id
                                 and w.kind = 'MISS_WITHDRAWN')""";

    private static final String FOLLOWED =
            "('LEAD_RECEIVED', 'ASSIGNED', 'FOLLOWING', 'NOT_CLOSED_REVIEW', 'CAUSE_ANALYSIS', 'DEFEAT_PENDING')";

    private static final String END_OF_PROMISED_DAY =
            "((e.promised_for::date + 1)::timestamp at time zone :zone - interval '1 second')";

    /** The hour-exact limit that a first contact came after, if it came after one. */
    private static final String FIRST_LIMIT = """
            (select min(m.happened_at)
                           from journal_entry m
                          where m.dealership_id = :dealership
                            and m.prospect_id = e.prospect_id
                            and m.kind = 'FIRST_FOLLOW_UP_MISSED'
                            and e.details ->> 'first' = 'true')""";

    /** One per customer, channel and day (4.2); the contact in which the card was opened counts (1.12 rule 1). */
    private static final String CONTACTS = """
            select 'CONTACT', c.person_id, c.happened_on, c.happened_at, c.prospect_id, c.id, true
              from (select distinct on (d.prospect_id, d.channel, d.happened_on) d.*
                      from (select e.prospect_id, e.happened_on, e.happened_at, e.id,
                                   case e.kind when 'PROSPECT_OPENED' then e.owner_id else e.actor_id end as person_id,
                                   case when e.kind = 'FOLLOW_UP_RECORDED' then e.details ->> 'way'
                                        else case coalesce(e.details ->> 'source', e.source)
                                                  when 'WALK_IN' then 'SHOWROOM'
                                                  when 'INBOUND_CALL' then 'PHONE'
                                                  when 'HOTLINE_800' then 'PHONE'
                                                  when 'MARKET_DEVELOPMENT' then 'VISIT_OUT'
                                                  when 'FIELD_SALES' then 'VISIT_OUT'
                                                  when 'PROMOTION_EVENT' then 'VISIT_OUT'
                                                  else 'OTHER'
                                             end
                                   end as channel
                              from journal_entry e
                             where e.dealership_id = :dealership
                               and e.happened_on between :from and :date
                               and (e.kind = 'FOLLOW_UP_RECORDED'
                                    and e.details ->> 'outcome' not in ('NOT_REACHED', 'INVALID_NUMBER')
                                    and e.details ->> 'way' <> 'POST'
                                    and coalesce((e.details ->> 'qualifies')::boolean, true)
                                 or e.kind = 'PROSPECT_OPENED' and e.source <> 'HQ_ALLOCATED'
                                 or e.kind = 'COURTESY_RECEPTION')) d
                     order by d.prospect_id, d.channel, d.happened_on, d.happened_at, d.id) c
            """;

    /** Those of them that took place outside the house (4.2: outbound development actions). */
    private static final String CONTACTS_OUTSIDE = CONTACTS.replace("'CONTACT'", "'CONTACT_OUTSIDE'") + """
                        where c.channel = 'VISIT_OUT'
            """;

    private static final String EARLIER_VISIT = """
            exists (select 1
                            from journal_entry b
                           where b.dealership_id = :dealership
                             and b.prospect_id = e.prospect_id
                             and b.kind = 'VISIT_RECORDED'
                             and b.happened_on < e.happened_on)""";

    /** The first day in the showroom is the first visit, every later day one return visit (4.2). */
    private static final String VISITS = """
            select case when v.returns then 'RETURN_VISIT' else 'FIRST_VISIT' end, v.owner_id, v.happened_on, v.happened_at,
                   v.prospect_id, v.id, true
              from (select distinct on (e.prospect_id, e.happened_on) e.owner_id, e.happened_on, e.happened_at, e.prospect_id,
                           e.id, %s as returns
                      from journal_entry e
                     where e.dealership_id = :dealership
                       and e.happened_on between :from and :date
                       and e.kind = 'VISIT_RECORDED'
                     order by e.prospect_id, e.happened_on, e.happened_at, e.id) v
            """.formatted(EARLIER_VISIT);

    /** Rides and drives that took place, each customer once a day (4.2); none takes place without a signed agreement. */
    private static final String TEST_DRIVES = """
            select 'TEST_DRIVEN', d.owner_id, d.happened_on, d.happened_at, d.prospect_id, d.id, true
              from (select distinct on (e.prospect_id, e.happened_on) e.owner_id, e.happened_on, e.happened_at, e.prospect_id, e.id
                      from journal_entry e
                     where e.dealership_id = :dealership
                       and e.happened_on between :from and :date
                       and e.kind = 'TEST_DRIVEN'
                     order by e.prospect_id, e.happened_on, e.happened_at, e.id) d
            """;

    /** Parties that called, as reception registered them; for the consultant who took the call. */
    private static final String CALLS = """
            select 'CALL', e.owner_id, e.happened_on, e.happened_at, e.prospect_id, e.id, true
              from journal_entry e
             where e.dealership_id = :dealership
               and e.happened_on between :from and :date
               and e.kind = 'VISIT_ARRIVED'
               and e.details ->> 'kind' = 'CALL'
            """;

    /** First-time parties at the door who asked for a car: left a valid number, or none (K08). */
    private static final String FIRST_VISITORS = """
            select v.part, v.owner_id, v.happened_on, v.happened_at, v.prospect_id, v.id, true
              from (select distinct on (e.happened_on, e.details ->> 'visit', e.kind) e.owner_id, e.happened_on, e.happened_at,
                           e.prospect_id, e.id,
                           case e.kind when 'VISIT_FILED' then 'VISITOR_FILED' else 'VISITOR_NOT_FILED' end as part
                      from journal_entry e
                     where e.dealership_id = :dealership
                       and e.happened_on between :from and :date
                       and (e.kind = 'VISIT_FILED'
                         or e.kind = 'VISIT_CLOSED' and e.details ->> 'follows' = 'NOT_FILED')
                       and e.details ->> 'kind' in ('VISIT', 'INVITED', 'OTHER')
                       and e.details ->> 'nature' = 'FIRST'
                     order by e.happened_on, e.details ->> 'visit', e.kind, e.happened_at, e.id) v
            """;

    private static final String NEW = """
            select 'NEW_' || e.source, e.owner_id, e.happened_on, e.happened_at, e.prospect_id, e.id, true
              from journal_entry e
             where e.dealership_id = :dealership
               and e.happened_on between :from and :date
               and e.kind in ('PROSPECT_OPENED', 'LEAD_RECEIVED')
               and %s
            """.formatted(NOT_TAKEN_BACK);

    private static final List<String> COUNTED_AS_THEY_ARE = List.of(
            "PROSPECT_OPENED",
            "CARD_SUBMITTED",
            "CARD_RETURNED",
            "CARD_SIGNED",
            "CARD_ENTERED",
            "LEAD_ALLOCATED",
            "TRANSFERRED",
            "REVIEWED",
            "DEFEAT_APPLIED",
            "DEFEATED",
            "DEFEAT_REJECTED",
            "SET_DORMANT",
            "WOKEN",
            "REACTIVATED",
            "QUOTED",
            "ORDERED",
            "ORDER_CANCELLED",
            "DELIVERED");

    /** Facts that count as they are, for the owner of that moment; after a transfer that is the new one. */
    private static final String FACTS =
            """
            select e.kind, e.owner_id, e.happened_on, e.happened_at, e.prospect_id, e.id, true
              from journal_entry e
             where e.dealership_id = :dealership
               and e.happened_on between :from and :date
               and e.kind in (%s)
            """.formatted(COUNTED_AS_THEY_ARE.stream().collect(Collectors.joining("', '", "'", "'")));

    private static final String TRANSFERRED_AWAY = """
            select 'TRANSFERRED_AWAY', (e.details ->> 'from')::uuid, e.happened_on, e.happened_at, e.prospect_id, e.id, true
              from journal_entry e
             where e.dealership_id = :dealership
               and e.happened_on between :from and :date
               and e.kind = 'TRANSFERRED'
            """;

    /** Counted on the day of signing, whose only hope the same day is (K06). */
    private static final String ENTERED_SAME_DAY = """
            select 'CARD_SIGNED_ENTERED_SAME_DAY', e.owner_id, e.happened_on, e.happened_at, e.prospect_id, e.id, true
              from journal_entry e
             where e.dealership_id = :dealership
               and e.happened_on between :from and :date
               and e.kind = 'CARD_SIGNED'
               and exists (select 1
                             from journal_entry n
                            where n.dealership_id = :dealership
                              and n.prospect_id = e.prospect_id
                              and n.kind = 'CARD_ENTERED'
                              and n.happened_on = e.happened_on
                              and n.happened_at >= e.happened_at)
            """;

    /** Charged to the customer administrator who entered it (scenario 10). */
    private static final String ENTERED_LATE = """
            select 'CARD_ENTERED_LATE', e.actor_id, e.happened_on, e.happened_at, e.prospect_id, e.id, true
              from journal_entry e
             where e.dealership_id = :dealership
               and e.happened_on between :from and :date
               and e.kind = 'CARD_ENTERED'
               and e.details ->> 'sameDay' = 'false'
            """;

    /** Of several contacts that claim to be the first, recorded late, the earliest one is. */
    private static final String FIRST_KEPT = """
            select case e.source when 'HQ_ALLOCATED' then 'FIRST_KEPT_HQ' else 'FIRST_KEPT_OTHER' end, e.owner_id,
                   e.happened_on, e.happened_at, e.prospect_id, e.id, true
              from journal_entry e
             where e.dealership_id = :dealership
               and e.happened_on between :from and :date
               and e.kind = 'FOLLOW_UP_RECORDED'
               and e.details ->> 'first' = 'true'
               and e.details ->> 'firstOnTime' = 'true'
               and not exists (select 1
                                 from journal_entry b
                                where b.dealership_id = :dealership
                                  and b.prospect_id = e.prospect_id
                                  and b.kind = 'FOLLOW_UP_RECORDED'
                                  and b.details ->> 'first' = 'true'
                                  and (b.happened_at, b.id) < (e.happened_at, e.id))
            """;

    private static final String MISSED = """
            select case when e.kind = 'FIRST_FOLLOW_UP_MISSED'
                        then case e.source when 'HQ_ALLOCATED' then 'FIRST_MISSED_HQ' else 'FIRST_MISSED_OTHER' end
                        when e.details ->> 'excused' = 'true' then 'RHYTHM_EXCUSED'
                        else 'RHYTHM_MISSED'
                   end,
                   e.owner_id, e.happened_on, e.happened_at, e.prospect_id, e.id, true
              from journal_entry e
             where e.dealership_id = :dealership
               and e.happened_on between :from and :date
               and e.kind in ('FIRST_FOLLOW_UP_MISSED', 'RHYTHM_MISSED')
               and %s
               and %s
            """.formatted(NOT_WITHDRAWN, NOT_TAKEN_BACK);

    /**
     * Demands of the rhythm that contacts met: each contact's entry names the days that are met since, and those that are not
     * after all; the last word on a day holds (1.12 rule 7).
     */
    private static final String RHYTHM_MET = """
            select 'RHYTHM_MET', t.owner_id, t.day, t.happened_at, t.prospect_id, t.id, true
              from (select distinct on (e.prospect_id, said.day) e.prospect_id, e.owner_id, e.happened_at, e.id, said.day, said.met
                      from journal_entry e
                     cross join lateral (select d.day::date as day, true as met
                                           from jsonb_array_elements_text(coalesce(e.details -> 'met', '[]'::jsonb)) as d (day)
                                          union all
                                         select d.day::date, false
                                           from jsonb_array_elements_text(coalesce(e.details -> 'unmet', '[]'::jsonb)) as d (day)) said
                     where e.dealership_id = :dealership
                       and e.recorded_at >= (cast(:from as date)::timestamp at time zone :zone)
                       and e.prospect_id is not null
                       and e.kind = 'FOLLOW_UP_RECORDED'
                     order by e.prospect_id, said.day, e.recorded_at desc, e.id desc) t
             where t.met
               and t.day between :from and :date
            """;

    /** Contacts of a version that did not yet write down whether they met a demand. */
    private static final String RHYTHM_UNKNOWN = """
            select 'RHYTHM_UNKNOWN', e.owner_id, e.happened_on, e.happened_at, e.prospect_id, e.id, true
              from journal_entry e
             where e.dealership_id = :dealership
               and e.happened_on between :from and :date
               and e.kind = 'FOLLOW_UP_RECORDED'
               and e.details ->> 'counts' = 'true'
               and e.details ->> 'latest' is null
            """;

    /** A lead that lay with the designated person first is charged to them as well (scenario 4). */
    private static final String MISSED_RESPONSIBLE = """
            select 'FIRST_MISSED_RESPONSIBLE', (e.details ->> 'responsible')::uuid, e.happened_on, e.happened_at, e.prospect_id,
                   e.id, true
              from journal_entry e
             where e.dealership_id = :dealership
               and e.happened_on between :from and :date
               and e.kind = 'FIRST_FOLLOW_UP_MISSED'
               and e.details ->> 'responsible' is not null
               and %s
               and %s
            """.formatted(NOT_WITHDRAWN, NOT_TAKEN_BACK);

    /** Promises that a contact answered, on the day they were for. */
    private static final String PROMISES_KEPT = """
            select case when e.details ->> 'promiseKept' = 'true' then 'DUE_ON_TIME' else 'DUE_LATE' end,
                   case when e.details ->> 'promiseKept' = 'true' then e.owner_id
                        else coalesce(%s, e.owner_id)
                   end,
                   e.promised_for::date, e.happened_at, e.prospect_id, e.id, true
              from journal_entry e
             where e.dealership_id = :dealership
               and e.promised_for between :fromText and :dateText
               and e.kind = 'FOLLOW_UP_RECORDED'
            """.formatted(
                    ownerAt("e.prospect_id", "least(e.happened_at, " + END_OF_PROMISED_DAY + ", " + FIRST_LIMIT + ")"));

    /** Promises that were moved only after their day had passed: moving hides nothing (R-112, scenario 16). */
    private static final String PROMISES_MOVED_TOO_LATE = """
            select case when c.happened_on is null then 'DUE_NOT_DONE'
                        when c.happened_on <= e.promised_for::date then 'DUE_ON_TIME'
                        else 'DUE_LATE'
                   end,
                   coalesce(%s, e.owner_id), e.promised_for::date, e.happened_at, e.prospect_id, e.id, true
              from journal_entry e
              left join lateral (select k.happened_on
                                   from journal_entry k
                                  where k.dealership_id = :dealership
                                    and k.prospect_id = e.prospect_id
                                    and k.kind = 'FOLLOW_UP_RECORDED'
                                    and k.recorded_at >= e.recorded_at
                                  order by k.recorded_at, k.id
                                  limit 1) c on true
             where e.dealership_id = :dealership
               and e.promised_for between :fromText and :dateText
               and e.kind = 'RESCHEDULED'
               and e.happened_on > e.promised_for::date
            """.formatted(ownerAt("e.prospect_id", END_OF_PROMISED_DAY));

    /** The promises that stand: fallen without a contact, or not fallen yet. */
    private static final String PROMISES_STANDING = """
            select case when p.due_at < :now then 'DUE_NOT_DONE' else 'DUE_OPEN' end,
                   case when p.due_at < :now then coalesce(%s, p.owner_id) else p.owner_id end,
                   p.next_date, p.due_at, p.id, p.id, false
              from prospect_report p
             where p.dealership_id = :dealership
               and p.status in %s
               and p.next_date between :from and :date
               and p.due_at <= :endOfDate
            """.formatted(ownerAt("p.id", "p.due_at"), FOLLOWED);

    /** A lead found to be none after its promise had fallen keeps that it was not called. */
    private static final String PROMISES_OF_INVALID_LEADS = """
            select 'DUE_NOT_DONE', coalesce(%s, p.owner_id), p.next_date, e.happened_at, p.id, e.id, true
              from journal_entry e
              join prospect_report p
                on p.dealership_id = :dealership
               and p.id = e.prospect_id
             where e.dealership_id = :dealership
               and e.happened_on > :from
               and e.kind = 'LEAD_INVALID'
               and p.status = 'INVALID'
               and p.next_date between :from and :date
               and e.happened_on > p.next_date
            """.formatted(ownerAt("p.id", "p.due_at"));

    private static final String BASE = """
            select 'BASE_' || p.grade, p.owner_id, :date, p.due_at, p.id, p.id, false
              from prospect_report p
             where p.dealership_id = :dealership
               and p.status in %s
            """.formatted(FOLLOWED);

    private static final String OVERDUE_NOW = """
            select 'NOW_OVERDUE', p.owner_id, :date, p.due_at, p.id, p.id, false
              from prospect_report p
             where p.dealership_id = :dealership
               and p.status in %s
               and p.due_at < :now
            """.formatted(FOLLOWED);

    private static final String DUE_TOMORROW = """
            select 'NOW_DUE_TOMORROW', p.owner_id, :date, p.due_at, p.id, p.id, false
              from prospect_report p
             where p.dealership_id = :dealership
               and p.status in %s
               and p.due_at > :endOfDate
               and p.due_at <= :endOfNextDay
            """.formatted(FOLLOWED);

    /** Who is expected tomorrow: for whoever expects them, which is the owner when nobody is named. */
    private static final String APPOINTMENTS_TOMORROW = """
            select 'NOW_APPOINTMENT_TOMORROW', coalesce(a.with_id, p.owner_id), :date, a.appointed_at, a.prospect_id, a.id, false
              from appointment_report a
              join prospect_report p
                on p.dealership_id = :dealership
               and p.id = a.prospect_id
             where a.dealership_id = :dealership
               and a.status in ('MADE', 'MOVED')
               and a.appointed_at > :endOfDate
               and a.appointed_at <= :endOfNextDay
            """;

    private static final String CARDS_NOW = """
            select 'NOW_' || p.card_status, p.owner_id, :date, case p.card_status when 'SIGNED' then p.signed_at else p.submitted_at end,
                   p.id, p.id, false
              from prospect_report p
             where p.dealership_id = :dealership
               and p.card_status in ('SUBMITTED', 'SIGNED')
               and p.status not in ('DEFEATED', 'INVALID', 'DUPLICATE', 'DELIVERED')
            """;

    /** How long a row keeps saying what it says. */
    enum Lasting {
        /** Told by the journal alone: of a day that is over it changes only when something is written about the past. */
        KEPT,
        /** Depends on what stands now or on the clock, of past days too. */
        STANDING,
        /** A stock: of now only. */
        STOCK
    }

    /** Rows that are found together; a part that ends with {@code *} stands for all that begin like it. */
    private record Branch(Lasting lasting, String sql, List<String> parts) {

        static Branch of(Lasting lasting, String sql, String... parts) {
            return new Branch(lasting, sql, List.of(parts));
        }

        boolean yields(Collection<String> wanted) {
            return wanted.stream().anyMatch(part -> parts.stream()
                    .anyMatch(own -> own.endsWith("*")
                            ? part.startsWith(own.substring(0, own.length() - 1))
                            : part.equals(own)));
        }
    }

    private static final List<Branch> BRANCHES = List.of(
            Branch.of(Lasting.KEPT, CONTACTS, "CONTACT"),
            Branch.of(Lasting.KEPT, CONTACTS_OUTSIDE, "CONTACT_OUTSIDE"),
            Branch.of(Lasting.KEPT, VISITS, "FIRST_VISIT", "RETURN_VISIT"),
            Branch.of(Lasting.KEPT, TEST_DRIVES, "TEST_DRIVEN"),
            Branch.of(Lasting.KEPT, CALLS, "CALL"),
            Branch.of(Lasting.KEPT, FIRST_VISITORS, "VISITOR_FILED", "VISITOR_NOT_FILED"),
            Branch.of(Lasting.KEPT, NEW, "NEW_*"),
            Branch.of(Lasting.KEPT, FACTS, COUNTED_AS_THEY_ARE.toArray(String[]::new)),
            Branch.of(Lasting.KEPT, TRANSFERRED_AWAY, "TRANSFERRED_AWAY"),
            Branch.of(Lasting.KEPT, ENTERED_SAME_DAY, "CARD_SIGNED_ENTERED_SAME_DAY"),
            Branch.of(Lasting.KEPT, ENTERED_LATE, "CARD_ENTERED_LATE"),
            Branch.of(Lasting.KEPT, FIRST_KEPT, "FIRST_KEPT_HQ", "FIRST_KEPT_OTHER"),
            Branch.of(Lasting.KEPT, MISSED, "FIRST_MISSED_HQ", "FIRST_MISSED_OTHER", "RHYTHM_EXCUSED", "RHYTHM_MISSED"),
            Branch.of(Lasting.KEPT, RHYTHM_MET, "RHYTHM_MET"),
            Branch.of(Lasting.KEPT, RHYTHM_UNKNOWN, "RHYTHM_UNKNOWN"),
            Branch.of(Lasting.KEPT, MISSED_RESPONSIBLE, "FIRST_MISSED_RESPONSIBLE"),
            Branch.of(Lasting.KEPT, PROMISES_KEPT, "DUE_ON_TIME", "DUE_LATE"),
            Branch.of(Lasting.KEPT, PROMISES_MOVED_TOO_LATE, "DUE_NOT_DONE", "DUE_ON_TIME", "DUE_LATE"),
            Branch.of(Lasting.STANDING, PROMISES_STANDING, "DUE_NOT_DONE", "DUE_OPEN"),
            Branch.of(Lasting.STANDING, PROMISES_OF_INVALID_LEADS, "DUE_NOT_DONE"),
            Branch.of(Lasting.STOCK, BASE, "BASE_*"),
            Branch.of(Lasting.STOCK, OVERDUE_NOW, "NOW_OVERDUE"),
            Branch.of(Lasting.STOCK, DUE_TOMORROW, "NOW_DUE_TOMORROW"),
            Branch.of(Lasting.STOCK, APPOINTMENTS_TOMORROW, "NOW_APPOINTMENT_TOMORROW"),
            Branch.of(Lasting.STOCK, CARDS_NOW, "NOW_SUBMITTED", "NOW_SIGNED"));

    /** The kinds of entries that {@link Lasting#KEPT} rows are read from; no other entry reaches them. */
    static final Set<String> KINDS = Stream.concat(
                    COUNTED_AS_THEY_ARE.stream(),
                    Stream.of(
                            "LEAD_RECEIVED",
                            "LEAD_TAKEN_BACK",
                            "RELEASED",
                            "CLAIMED",
                            "MERGED",
                            "MERGE_UNDONE",
                            "IMPORT_TAKEN_BACK",
                            "COURTESY_RECEPTION",
                            "VISIT_RECORDED",
                            "VISIT_ARRIVED",
                            "VISIT_FILED",
                            "VISIT_CLOSED",
                            "TEST_DRIVEN",
                            "FOLLOW_UP_RECORDED",
                            "RESCHEDULED",
                            "FIRST_FOLLOW_UP_MISSED",
                            "RHYTHM_MISSED",
                            "MISS_WITHDRAWN"))
            .collect(Collectors.toUnmodifiableSet());

    /** The kinds that rows of later days look back at: for an earlier visit, contact or limit, and for the owner. */
    static final Set<String> LOOKED_BACK_AT = Set.of(
            "VISIT_RECORDED",
            "FOLLOW_UP_RECORDED",
            "FIRST_FOLLOW_UP_MISSED",
            "PROSPECT_OPENED",
            "LEAD_RECEIVED",
            "LEAD_ALLOCATED",
            "LEAD_TAKEN_BACK",
            "TRANSFERRED",
            "RELEASED",
            "CLAIMED",
            "WOKEN",
            "REACTIVATED",
            "MERGED",
            "MERGE_UNDONE");

    /** The parts of all figures but stocks. */
    static final List<String> PARTS = Arrays.stream(Figure.values())
            .filter(figure -> !figure.isStock())
            .flatMap(figure ->
                    Stream.of(figure.parts(), figure.base(), figure.unknownBy()).flatMap(List::stream))
            .distinct()
            .toList();

    /** Those of them that can be kept. */
    static final List<String> KEPT_PARTS =
            PARTS.stream().filter(part -> hasPart(Lasting.KEPT, part)).toList();

    private FigureRows() {}

    /** The same rows as the journal told them at the moment {@code :known}. */
    static String asKnown(Set<Lasting> lasting, Collection<String> parts) {
        return """
                (with known_entry as not materialized (
                    select * from journal_entry where dealership_id = :dealership and recorded_at <= :known)
                """ + union(lasting, parts).replace("from journal_entry", "from known_entry") + ") as figure_row ("
                + COLUMNS + ")";
    }

    /** All rows of the days {@code :from} to {@code :date} that last so long; those of these parts, when any are named. */
    static String sql(Set<Lasting> lasting, Collection<String> parts) {
        return "(" + union(lasting, parts) + ") as figure_row (" + COLUMNS + ")";
    }

    private static String union(Set<Lasting> lasting, Collection<String> parts) {
        List<String> branches = BRANCHES.stream()
                .filter(branch -> lasting.contains(branch.lasting()) && (parts.isEmpty() || branch.yields(parts)))
                .map(Branch::sql)
                .toList();
        return branches.isEmpty() ? NONE : String.join("union all\n", branches);
    }

    /** Whether rows of this part can be found that last so long. */
    static boolean hasPart(Lasting lasting, String part) {
        return BRANCHES.stream().anyMatch(branch -> branch.lasting() == lasting && branch.yields(List.of(part)));
    }

    /** Who owned the prospect at a moment, by the journal. */
    private static String ownerAt(String prospect, String moment) {
        return """
                (select o.owner_id
                           from journal_entry o
                          where o.dealership_id = :dealership
                            and o.prospect_id = %s
                            and o.kind in ('PROSPECT_OPENED', 'LEAD_RECEIVED', 'LEAD_ALLOCATED', 'LEAD_TAKEN_BACK', 'TRANSFERRED',
                                           'RELEASED', 'CLAIMED', 'WOKEN', 'REACTIVATED', 'MERGED', 'MERGE_UNDONE')
                            and o.happened_at <= %s
                          order by o.happened_at desc, o.id desc
                          limit 1)""".formatted(prospect, moment);
    }
}
