package io.genjin.quality;

import io.genjin.shared.Moments;
import io.genjin.staff.StaffId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Marks how cases were given up: by whom, for which reasons, whether anybody had spoken with the customer, and what became of
 * it. Whoever gives up a customer that nobody ever reached has judged by himself (3.9).
 */
@Component
class DefeatMarks {

    private static final String NO_SPECIFIC_REASON = "OTHER";
    private static final TypeReference<List<String>> CODES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    DefeatMarks(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    List<Mark> in(Period period) {
        List<Mark> marks = new ArrayList<>();
        judged(period, marks);
        atBegin(period, marks);
        fresh(period, marks);
        return marks;
    }

    /** What was decided about applications counts for whoever applied. */
    private void judged(Period period, List<Mark> marks) {
        jdbc.sql("""
                        select e.id, e.kind, e.prospect_id, e.owner_id, e.happened_at, e.happened_on, e.details ->> 'result' as result,
                               a.actor_id as applicant, (a.details -> 'reasons')::text as reasons, spoken.at as spoken_at,
                               reached.at as reached_at, before.kind as kind_before
                          from journal_entry e
                          left join lateral (select d.actor_id, d.details
                                               from journal_entry d
                                              where d.dealership_id = :dealership
                                                and d.prospect_id = e.prospect_id
                                                and d.kind = 'DEFEAT_APPLIED'
                                                and (d.recorded_at, d.id) <= (e.recorded_at, e.id)
                                              order by d.recorded_at desc, d.id desc
                                              limit 1) a on true
                          left join lateral (select max(c.happened_at) as at
                                               from journal_entry c
                                              where c.dealership_id = :dealership
                                                and c.prospect_id = e.prospect_id
                                                and c.kind = 'FOLLOW_UP_RECORDED'
                                                and c.happened_at <= e.happened_at) spoken on true
                          left join lateral (select max(c.happened_at) as at
                                               from journal_entry c
                                              where c.dealership_id = :dealership
                                                and c.prospect_id = e.prospect_id
                                                and c.kind = 'FOLLOW_UP_RECORDED'
                                                and c.details ->> 'outcome' not in ('NOT_REACHED', 'INVALID_NUMBER')
                                                and c.happened_at <= e.happened_at) reached on true
                          left join lateral (select b.kind
                                               from journal_entry b
                                              where b.dealership_id = :dealership
                                                and b.prospect_id = e.prospect_id
                                                and b.kind in ('DEFEATED', 'SET_DORMANT')
                                                and (b.recorded_at, b.id) < (e.recorded_at, e.id)
                                              order by b.recorded_at desc, b.id desc
                                              limit 1) before on true
                         where e.dealership_id = :dealership
                           and e.happened_on between :from and :to
                           and e.kind in ('DEFEAT_APPLIED', 'DEFEATED', 'DEFEAT_REJECTED', 'REACTIVATED')
                         order by e.happened_at, e.id
                        """).params(period.params()).query(row -> {
            judged(row, period, marks);
        });
    }

    private void judged(ResultSet row, Period period, List<Mark> marks) throws SQLException {
        StaffId applicant = ToldFacts.person(row, "applicant");
        List<String> reasons = codes(row.getString("reasons"));
        Mark mark = Mark.of(
                        "DEFEAT_APPLIED",
                        applicant == null ? ToldFacts.person(row, "owner_id") : applicant,
                        row.getObject("happened_on", LocalDate.class),
                        Moments.read(row, "happened_at"),
                        row.getObject("prospect_id", UUID.class),
                        row.getObject("id", UUID.class))
                .forReasons(reasons);
        switch (row.getString("kind")) {
            case "DEFEAT_APPLIED" -> applied(mark, row, period, marks);
            case "DEFEATED" -> {
                marks.add(mark.part("DEFEAT_APPROVED"));
                if (reasons.stream().anyMatch(reason -> !reason.equals(NO_SPECIFIC_REASON))) {
                    marks.add(mark.part("DEFEAT_SPECIFIC"));
                }
            }
            case "DEFEAT_REJECTED" -> {
                marks.add(mark.part("DEFEAT_REJECTED"));
                if ("RESCUED".equals(row.getString("result"))) {
                    marks.add(mark.part("DEFEAT_RESCUED"));
                }
            }
            default -> {
                if ("DEFEATED".equals(row.getString("kind_before"))) {
                    marks.add(mark.part("DEFEAT_REVIVED"));
                }
            }
        }
    }

    private static void applied(Mark mark, ResultSet row, Period period, List<Mark> marks) throws SQLException {
        Instant spoken = Moments.readOrNull(row, "spoken_at");
        boolean reached = Moments.readOrNull(row, "reached_at") != null;
        Map<String, Object> words = new LinkedHashMap<>();
        Long days = null;
        if (spoken != null) {
            days = ChronoUnit.DAYS.between(period.dayOf(spoken), mark.day());
            words.put("days", days);
        }
        Mark told = mark.because(spoken == null ? "neverTried" : reached ? "lastContact" : "neverReached", words)
                .measuring(days);
        marks.add(told);
        if (!reached) {
            marks.add(told.part("DEFEAT_NEVER_REACHED"));
        }
    }

    private List<String> codes(@Nullable String array) {
        return array == null ? List.of() : Objects.requireNonNull(json.readValue(array, CODES));
    }

    /** Cases open when the period began, for who owned them then; who has ordered is no prospect any more. */
    private void atBegin(Period period, List<Mark> marks) {
        jdbc.sql("""
                        select o.id, o.prospect_id, o.happened_at, owned.owner_id
                          from (select distinct on (e.prospect_id) e.prospect_id, e.kind, e.id, e.happened_at
                                  from journal_entry e
                                 where e.dealership_id = :dealership
                                   and e.kind in ('PROSPECT_OPENED', 'LEAD_RECEIVED', 'LEAD_INVALID', 'IMPORT_TAKEN_BACK', 'DEFEATED',
                                                  'REACTIVATED', 'ORDERED', 'DELIVERED', 'ORDER_CANCELLED', 'MERGED', 'MERGE_UNDONE')
                                   and e.happened_at < :begin
                                 order by e.prospect_id desc, e.happened_at desc, e.id desc) o
                          left join lateral (select w.owner_id
                                               from journal_entry w
                                              where w.dealership_id = :dealership
                                                and w.prospect_id = o.prospect_id
                                                and w.owner_id is not null
                                                and w.kind in ('PROSPECT_OPENED', 'LEAD_RECEIVED', 'LEAD_ALLOCATED', 'LEAD_TAKEN_BACK', 'TRANSFERRED',
                                                                'HANDED_OVER', 'RELEASED', 'CLAIMED', 'REACTIVATED', 'RESUMED', 'MERGED')
                                                and w.happened_at < :begin
                                              order by w.happened_at desc, w.id desc
                                              limit 1) owned on true
                         where o.kind not in ('LEAD_INVALID', 'IMPORT_TAKEN_BACK', 'DEFEATED', 'ORDERED', 'DELIVERED')
                           and not (o.kind = 'MERGED'
                                    and not exists (select 1
                                                      from journal_entry m
                                                     where m.dealership_id = :dealership
                                                       and m.id = o.id
                                                       and m.details ->> 'into' = o.prospect_id::text))
                           and not exists (select 1
                                             from journal_entry b
                                            where b.dealership_id = :dealership
                                              and b.prospect_id = o.prospect_id
                                              and b.kind = 'IMPORT_TAKEN_BACK')
                        """).params(period.params()).query(row -> {
            marks.add(Mark.of(
                    "CASE_AT_BEGIN",
                    ToldFacts.person(row, "owner_id"),
                    period.from(),
                    Moments.read(row, "happened_at"),
                    row.getObject("prospect_id", UUID.class),
                    row.getObject("id", UUID.class)));
        });
    }

    private void fresh(Period period, List<Mark> marks) {
        jdbc.sql("""
                        select e.id, e.prospect_id, e.owner_id, e.happened_at, e.happened_on
                          from journal_entry e
                         where e.dealership_id = :dealership
                           and e.happened_on between :from and :to
                           and e.kind in ('PROSPECT_OPENED', 'LEAD_RECEIVED')
                           and not exists (select 1
                                             from journal_entry b
                                            where b.dealership_id = :dealership
                                              and b.prospect_id = e.prospect_id
                                              and b.kind = 'IMPORT_TAKEN_BACK')
                        """).params(period.params()).query(row -> {
            marks.add(Mark.of(
                    "CASE_NEW",
                    ToldFacts.person(row, "owner_id"),
                    row.getObject("happened_on", LocalDate.class),
                    Moments.read(row, "happened_at"),
                    row.getObject("prospect_id", UUID.class),
                    row.getObject("id", UUID.class)));
        });
    }
}
