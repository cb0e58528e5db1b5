package io.genjin.quality;

import io.genjin.dealership.Policies;
import io.genjin.dealership.Policy;
import io.genjin.shared.Grade;
import io.genjin.shared.Moments;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Marks what stands now: the parking place N, grades that outlived their promise, numbers on file twice, missing next steps. */
@Component
class NowMarks {

    private final JdbcClient jdbc;
    private final Policies policies;

    NowMarks(JdbcClient jdbc, Policies policies) {
        this.jdbc = jdbc;
        this.policies = policies;
    }

    List<Mark> in(Period period) {
        List<Mark> marks = new ArrayList<>();
        cases(period, marks);
        marks.addAll(numbersTwice(period));
        marks.addAll(withoutNextStep(period));
        return marks;
    }

    /** The grade holds since the entry that set it; a contact that leaves it as it is confirms nothing. */
    private void cases(Period period, List<Mark> marks) {
        Policy policy = policies.current(period.dealership().id(), period.now());
        jdbc.sql("""
                        select p.id, p.owner_id, p.grade, p.due_at, graded.happened_at as graded_at
                          from prospect_report p
                          left join lateral (select e.happened_at
                                               from journal_entry e
                                              where e.dealership_id = :dealership
                                                and e.prospect_id = p.id
                                                and e.kind in ('PROSPECT_OPENED', 'LEAD_RECEIVED', 'GRADE_CHANGED')
                                              order by e.happened_at desc, e.id desc
                                              limit 1) graded on true
                         where p.dealership_id = :dealership
                           and p.status in ('LEAD_RECEIVED', 'ASSIGNED', 'FOLLOWING', 'NOT_CLOSED_REVIEW', 'CAUSE_ANALYSIS',
                                            'DEFEAT_PENDING')
                        """).params(period.params()).query(row -> {
            Grade grade = Grade.valueOf(row.getString("grade"));
            Mark one = Mark.standing(
                    "CASE_NOW",
                    ToldFacts.person(row, "owner_id"),
                    period.today(),
                    Moments.read(row, "due_at"),
                    row.getObject("id", UUID.class));
            marks.add(one);
            if (grade == Grade.N) {
                marks.add(one.part("CASE_N_NOW"));
            }
            Instant gradedAt = Moments.readOrNull(row, "graded_at");
            Integer within = policy.rule(grade).purchaseWithinDays();
            if (gradedAt != null && within != null) {
                outlived(one, grade, period.dayOf(gradedAt), within, period, marks);
            }
        });
    }

    private static void outlived(Mark one, Grade grade, LocalDate since, int within, Period period, List<Mark> marks) {
        long days = ChronoUnit.DAYS.between(since, period.today());
        if (days > within) {
            Map<String, Object> words = new LinkedHashMap<>();
            words.put("grade", grade.name());
            words.put("since", since);
            words.put("within", within);
            words.put("days", days);
            marks.add(one.part("GRADE_OUTLIVED").because("outlived", words));
        }
    }

    /** Open and closed cases; which number it is, and whose the others are, is not told. */
    private List<Mark> numbersTwice(Period period) {
        return jdbc.sql("""
                        select n.id, n.owner_id, n.received_at, n.cases
                          from prospect_same_number n
                         where n.dealership_id = :dealership
                        """)
                .params(period.params())
                .query((row, number) -> Mark.standing(
                                "NUMBER_TWICE",
                                ToldFacts.person(row, "owner_id"),
                                period.today(),
                                Moments.read(row, "received_at"),
                                row.getObject("id", UUID.class))
                        .because("sameNumber", Map.of("cases", row.getInt("cases"))))
                .list();
    }

    /** The database refuses such a case; looked for all the same. */
    private List<Mark> withoutNextStep(Period period) {
        return jdbc.sql("""
                        select q.id, q.owner_id, q.updated_at
                          from prospect_quality q
                         where q.dealership_id = :dealership
                           and q.status not in ('DEFEATED', 'INVALID', 'DUPLICATE', 'DELIVERED')
                           and (q.owner_id is null or q.grade is null or q.next_date is null or q.next_reason is null)
                        """)
                .params(period.params())
                .query((row, number) -> Mark.standing(
                        "WITHOUT_NEXT_STEP",
                        ToldFacts.person(row, "owner_id"),
                        period.today(),
                        Moments.read(row, "updated_at"),
                        row.getObject("id", UUID.class)))
                .list();
    }
}
