package io.genjin.quality;

import io.genjin.quality.DateLedger.Change;
import io.genjin.quality.DateLedger.Row;
import io.genjin.quality.DateLedger.Way;
import io.genjin.shared.Moments;
import io.genjin.staff.StaffId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Marks the changes of dates with their reasons, and what is suspicious among them. */
@Component
class DateMarks {

    /** A reason given so often in the period by one person says little. */
    static final int SAME_REASONS = 3;

    /** Moves in a row without a contact between. */
    static final int MOVES_IN_A_ROW = 3;

    private final JdbcClient jdbc;
    private final ToldFacts facts;

    DateMarks(JdbcClient jdbc, ToldFacts facts) {
        this.jdbc = jdbc;
        this.facts = facts;
    }

    List<Mark> in(Period period, List<Told> written) {
        List<Told> told = new ArrayList<>(facts.before(period));
        told.addAll(written);
        DateLedger ledger = DateLedger.of(told, one -> period.contains(one.recordedAt()), MOVES_IN_A_ROW);
        List<Mark> marks = new ArrayList<>();
        ledger.changes().forEach(change -> changed(change, period, marks));
        marks.addAll(sameReasons(ledger.changes(), period));
        ledger.rows().forEach(row -> marks.add(inARow(row, period)));
        if (period.contains(period.today())) {
            untoldNow(period, marks);
        }
        return marks;
    }

    private static void changed(Change change, Period period, List<Mark> marks) {
        Told found = change.found();
        Mark mark = Mark.of(
                        "MOVED_" + part(change.way()),
                        change.way() == Way.UNTOLD ? found.owner() : found.person(),
                        period.dayOf(found.recordedAt()),
                        found.recordedAt(),
                        found.prospect(),
                        found.id())
                .because(change.way() == Way.UNTOLD ? "untold" : "moved", words(change));
        Mark told = change.way() == Way.UNTOLD
                ? mark.as(new UUID(
                        found.id().getMostSignificantBits(), ~found.id().getLeastSignificantBits()))
                : mark;
        marks.add(told);
        marks.add(told.part(change.hasReason() ? "DATE_REASON" : "DATE_WITHOUT_REASON"));
    }

    private static String part(Way way) {
        return switch (way) {
            case CONTACT -> "BY_CONTACT";
            case HAND -> "BY_HAND";
            case RULE -> "BY_RULE";
            case UNTOLD -> "UNTOLD";
        };
    }

    /** Old day, new day, why: as a row of the ledger shows them. */
    private static Map<String, Object> words(Change change) {
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("oldDate", change.oldDate());
        words.put("newDate", change.newDate());
        words.put("way", change.way());
        words.put("reason", change.reason() == null ? "" : change.reason());
        return words;
    }

    private record Said(@Nullable StaffId by, Wording wording) {}

    private static List<Mark> sameReasons(List<Change> changes, Period period) {
        return changes.stream()
                .filter(change -> change.way() == Way.HAND && change.hasReason())
                .collect(Collectors.groupingBy(change ->
                        new Said(change.found().person(), Wording.of(Objects.requireNonNull(change.reason())))))
                .values()
                .stream()
                .filter(same -> same.size() >= SAME_REASONS)
                .flatMap(same -> same.stream().map(change -> sameReason(change, same.size(), period)))
                .toList();
    }

    private static Mark sameReason(Change change, int times, Period period) {
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("reason", Objects.requireNonNull(change.reason()));
        words.put("times", times);
        Told found = change.found();
        return Mark.of(
                        "SAME_REASON",
                        found.person(),
                        period.dayOf(found.recordedAt()),
                        found.recordedAt(),
                        found.prospect(),
                        found.id())
                .because("sameReason", words);
    }

    /** Charged to whoever moved it last. */
    private static Mark inARow(Row row, Period period) {
        Told last = row.last().found();
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("times", row.moves().size());
        words.put("oldDate", row.moves().get(0).oldDate());
        words.put("newDate", row.last().newDate());
        words.put(
                "reasons",
                row.moves().stream()
                        .map(Change::reason)
                        .flatMap(Stream::ofNullable)
                        .distinct()
                        .collect(Collectors.joining("; ")));
        return Mark.of(
                        "MOVED_IN_A_ROW",
                        last.person(),
                        period.dayOf(last.recordedAt()),
                        last.recordedAt(),
                        last.prospect(),
                        last.id())
                .because("inARow", words);
    }

    /** Cases whose standing date is another than was last told; there must be none. */
    private void untoldNow(Period period, List<Mark> marks) {
        jdbc.sql("""
                        select q.id, q.owner_id, q.next_date, q.updated_at, last.next_date as told_date
                          from prospect_quality q
                          join lateral (select e.details ->> 'nextDate' as next_date, e.recorded_at
                                          from journal_entry e
                                         where e.dealership_id = :dealership
                                           and e.prospect_id = q.id
                                           and e.details ->> 'nextDate' is not null
                                         order by e.recorded_at desc, e.id desc
                                         limit 1) last on true
                         where q.dealership_id = :dealership
                           and q.updated_at >= :begin
                           and q.status not in ('DEFEATED', 'INVALID', 'DUPLICATE', 'DELIVERED')
                           and q.next_date is not null
                           and last.next_date <> q.next_date::text
                           and not exists (select 1
                                             from journal_entry e
                                            where e.dealership_id = :dealership
                                              and e.prospect_id = q.id
                                              and e.recorded_at = last.recorded_at
                                              and e.details ->> 'nextDate' = q.next_date::text)
                        """).params(period.params()).query(row -> {
            Map<String, Object> words = new LinkedHashMap<>();
            words.put("oldDate", LocalDate.parse(row.getString("told_date")));
            words.put("newDate", row.getObject("next_date", LocalDate.class));
            words.put("way", Way.UNTOLD);
            words.put("reason", "");
            Mark mark = Mark.standing(
                            "MOVED_UNTOLD",
                            ToldFacts.person(row, "owner_id"),
                            period.today(),
                            Moments.read(row, "updated_at"),
                            row.getObject("id", UUID.class))
                    .because("untold", words);
            marks.add(mark);
            marks.add(mark.part("DATE_WITHOUT_REASON"));
        });
    }
}
