package io.genjin.review;

import io.genjin.report.Figure;
import io.genjin.review.FrozenReports.Line;
import io.genjin.review.FrozenReports.Past;
import io.genjin.review.FrozenReports.Ratio;
import io.genjin.review.Weakness.Rule;
import io.genjin.target.Metric;
import io.genjin.target.Standing;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which figures of a review are weak, the gravest rule first, people by how far they are behind. It judges by what the minutes
 * say and nothing else: no clock, no table.
 */
final class Weaknesses {

    /** A share below this is weak, once it has enough to be a share of. */
    private static final BigDecimal KEPT_WELL = new BigDecimal("0.9");

    private static final int ENOUGH = 5;

    /** One card in five returned. */
    private static final BigDecimal RETURNED_OFTEN = new BigDecimal("0.2");

    /** One listed customer in five orders. */
    private static final BigDecimal HITS_ENOUGH = new BigDecimal("0.2");

    /** Seven tenths of what it usually is; of less than four a week everything swings. */
    private static final BigDecimal USUAL = new BigDecimal("0.7");

    private static final BigDecimal USUALLY_SOMETHING = new BigDecimal("4");

    private final FrozenReports reports;
    private final List<Weakness> found = new ArrayList<>();

    private Weaknesses(FrozenReports reports) {
        this.reports = reports;
    }

    static List<Weakness> of(FrozenReports reports, ListsOfTheWeek lists, List<ActionLine> actions, Talks talks) {
        Weaknesses weak = new Weaknesses(reports);
        weak.talks(talks);
        weak.lists(lists);
        weak.actions(actions);
        weak.targets();
        reports.lines().forEach(weak::week);
        weak.history();
        return weak.found.stream().sorted(Comparator.comparing(Weakness::rule)).toList();
    }

    private void talks(Talks talks) {
        if (talks.tooFew()) {
            add(
                    Rule.NO_ONE_TO_ONE,
                    null,
                    "",
                    String.valueOf(talks.held().size()),
                    String.valueOf(talks.minimum()),
                    Rows.talks(talks.week()));
        }
    }

    private void lists(ListsOfTheWeek lists) {
        lists.missingLastWeek()
                .forEach(person -> add(
                        Rule.NO_ANALYSIS,
                        person,
                        "",
                        "0",
                        "1",
                        Rows.lists(lists.week().before())));
        int entries = lists.hits().entries();
        BigDecimal ratio = lists.hits().ratio();
        if (lists.lastClosed() && ratio != null && entries >= ENOUGH && ratio.compareTo(HITS_ENOUGH) < 0) {
            add(
                    Rule.FEW_HITS,
                    null,
                    "",
                    String.valueOf(lists.hits().ordered()),
                    String.valueOf(entries),
                    Rows.entries(lists.week().before()));
        }
    }

    private void actions(List<ActionLine> actions) {
        Map<Person, Integer> overdue = new LinkedHashMap<>();
        actions.stream()
                .filter(ActionLine::overdue)
                .forEach(action -> overdue.merge(action.responsible(), 1, Integer::sum));
        overdue.forEach((person, count) ->
                add(Rule.ACTIONS_OVERDUE, person, "", String.valueOf(count), "0", Rows.actionsOverdue()));
    }

    private record Behind(@Nullable Person person, Metric metric, Standing standing) {

        BigDecimal pace() {
            BigDecimal pace = standing.pace();
            return pace == null ? BigDecimal.ZERO : pace;
        }
    }

    /** Red by the light of 4.4: the dealership's targets first, then people, the furthest behind first. */
    private void targets() {
        List<Behind> behind = new ArrayList<>();
        for (Line line : reports.lines()) {
            for (Metric metric : Metric.values()) {
                Standing standing = reports.standing(line, metric);
                if (standing.light() == Standing.Light.RED) {
                    behind.add(new Behind(line.person(), metric, standing));
                }
            }
        }
        behind.sort(Comparator.comparing((Behind one) -> one.person() != null).thenComparing(Behind::pace));
        behind.forEach(one -> add(
                Rule.BEHIND_TARGET,
                one.person(),
                one.metric().name(),
                String.valueOf(one.standing().actual()),
                String.valueOf(one.standing().target()),
                Rows.figure(one.metric().figure(), reports.monthFrom(), reports.monthUntil(), one.person())));
    }

    private void week(Line line) {
        Person person = line.person();
        if (person != null) {
            long late = line.of(Figure.HQ_LEADS_OVERDUE);
            if (late > 0) {
                add(Rule.HQ_LEAD_LATE, person, "", String.valueOf(late), "0", rows(Figure.HQ_LEADS_OVERDUE, person));
            }
            share(line, Ratio.K03, Rule.PROMISES_LATE, Figure.FOLLOW_UPS_ON_TIME);
            share(line, Ratio.K03B, Rule.RHYTHM_MISSED, Figure.RHYTHM_MISSED);
            returned(line, person);
        } else if (line.of(Figure.CARDS_SIGNED) > line.of(Figure.CARDS_ENTERED_SAME_DAY)) {
            add(
                    Rule.ENTERED_LATE,
                    null,
                    "",
                    String.valueOf(line.of(Figure.CARDS_ENTERED_SAME_DAY)),
                    String.valueOf(line.of(Figure.CARDS_SIGNED)),
                    rows(Figure.CARDS_SIGNED, null));
        }
    }

    private void share(Line line, Ratio ratio, Rule rule, Figure opened) {
        long top = line.sum(ratio.top());
        long bottom = line.sum(ratio.bottom());
        if (bottom >= ENOUGH && part(top, bottom).compareTo(KEPT_WELL) < 0) {
            add(rule, line.person(), "", String.valueOf(top), String.valueOf(bottom), rows(opened, line.person()));
        }
    }

    private void returned(Line line, Person person) {
        long back = line.sum(Ratio.K07.top());
        long handedIn = line.sum(Ratio.K07.bottom());
        if (handedIn >= ENOUGH && part(back, handedIn).compareTo(RETURNED_OFTEN) >= 0) {
            add(
                    Rule.CARDS_RETURNED,
                    person,
                    "",
                    String.valueOf(back),
                    String.valueOf(handedIn),
                    rows(Figure.CARDS_RETURNED, person));
        }
    }

    /** Of the dealership alone: what one person does in one week swings too much. Fewer defeats are nothing weak. */
    private void history() {
        Line line = reports.dealership();
        for (Figure figure : FrozenReports.COMPARED) {
            Past past = line.past(figure);
            BigDecimal usual = past.average();
            if (figure != Figure.DEFEATS_APPROVED
                    && usual != null
                    && usual.compareTo(USUALLY_SOMETHING) >= 0
                    && BigDecimal.valueOf(line.of(figure)).compareTo(usual.multiply(USUAL)) < 0) {
                add(
                        Rule.BELOW_HISTORY,
                        null,
                        figure.name(),
                        String.valueOf(line.of(figure)),
                        usual.toPlainString(),
                        rows(figure, null));
            }
        }
    }

    private String rows(Figure figure, @Nullable Person person) {
        return Rows.figure(figure, reports.from(), reports.until(), person);
    }

    private static BigDecimal part(long top, long bottom) {
        return BigDecimal.valueOf(top).divide(BigDecimal.valueOf(bottom), 6, RoundingMode.HALF_UP);
    }

    private void add(Rule rule, @Nullable Person person, String subject, String value, String base, String rows) {
        found.add(new Weakness(rule, person, subject, value, base, rows));
    }
}
