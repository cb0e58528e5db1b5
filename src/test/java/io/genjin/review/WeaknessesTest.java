package io.genjin.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.hlist.Coverage.Standing;
import io.genjin.hlist.HitRate;
import io.genjin.improvement.ActionId;
import io.genjin.improvement.ImprovementAction.Status;
import io.genjin.report.Figure;
import io.genjin.review.FrozenReports.Goal;
import io.genjin.review.FrozenReports.Line;
import io.genjin.review.FrozenReports.Past;
import io.genjin.review.Weakness.Rule;
import io.genjin.target.Metric;
import io.genjin.target.SellingDays;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the figures show as weak: each rule at its limit and just beside it. */
class WeaknessesTest {

    private static final ReviewWeek WEEK = new ReviewWeek(LocalDate.of(2026, 3, 9));
    private static final Person LI = new Person(UUID.randomUUID(), "li.1", "李娜");
    private static final Person WANG = new Person(UUID.randomUUID(), "wang.1", "王磊");
    private static final Person ZHAO = new Person(UUID.randomUUID(), "zhao.1", "赵敏");
    private static final HitRate NO_HITS = new HitRate(0, 0);
    private static final Talks HELD = new Talks(WEEK.before(), 1, false, List.of(LI), List.of(WANG), List.of(), 4, 4);
    private static final ListsOfTheWeek LISTED = new ListsOfTheWeek(WEEK, List.of(), 2, 2, true, NO_HITS);

    private static Line line(@Nullable Person person, Map<Figure, Long> week) {
        return new Line(person, week, Map.of(), Map.of());
    }

    private static Line aimed(@Nullable Person person, Map<Metric, Goal> goals) {
        return new Line(person, Map.of(), goals, Map.of());
    }

    private static FrozenReports reports(Line dealership, Line... people) {
        return new FrozenReports(
                LocalDate.of(2026, 3, 2),
                LocalDate.of(2026, 3, 8),
                LocalDate.of(2026, 3, 1),
                LocalDate.of(2026, 3, 8),
                new SellingDays(31, 8, 23),
                Stream.concat(Stream.of(dealership), Stream.of(people)).toList(),
                null);
    }

    private static final FrozenReports NOTHING = reports(line(null, Map.of()));

    private static List<Weakness> weak(FrozenReports reports) {
        return Weaknesses.of(reports, LISTED, List.of(), HELD);
    }

    private static List<Weakness> weakOf(Map<Figure, Long> week) {
        return weak(reports(line(null, Map.of()), line(LI, week)));
    }

    @Test
    @DisplayName("a week in which all was well proposes nothing")
    void nothing() {
        assertThat(weak(NOTHING)).isEmpty();
    }

    @Test
    @DisplayName("30: no one-to-one in the week before is a weakness, one is none")
    void noOneToOne() {
        Talks none = new Talks(WEEK.before(), 1, true, List.of(), List.of(LI, WANG), List.of(LI), 3, 4);
        assertThat(Weaknesses.of(NOTHING, LISTED, List.of(), none))
                .singleElement()
                .satisfies(weakness -> {
                    assertThat(weakness.rule()).isEqualTo(Rule.NO_ONE_TO_ONE);
                    assertThat(weakness.rows()).contains("2026-03-02");
                    assertThat(weakness.key()).isEqualTo("NO_ONE_TO_ONE::");
                });
    }

    @Test
    @DisplayName("promises are weak below nine in ten, from five on; the rows are the person's of that week")
    void promises() {
        assertThat(weakOf(Map.of(Figure.FOLLOW_UPS_ON_TIME, 9L, Figure.FOLLOW_UPS_LATE, 1L)))
                .as("exactly nine in ten")
                .isEmpty();
        assertThat(weakOf(Map.of(Figure.FOLLOW_UPS_ON_TIME, 3L, Figure.FOLLOW_UPS_NOT_DONE, 1L)))
                .as("too few")
                .isEmpty();
        assertThat(weakOf(Map.of(Figure.FOLLOW_UPS_ON_TIME, 8L, Figure.FOLLOW_UPS_NOT_DONE, 2L)))
                .singleElement()
                .satisfies(weakness -> {
                    assertThat(weakness.rule()).isEqualTo(Rule.PROMISES_LATE);
                    assertThat(weakness.value()).isEqualTo("8");
                    assertThat(weakness.base()).isEqualTo("10");
                    assertThat(weakness.rows())
                            .isEqualTo("/reports/rows?figure=FOLLOW_UPS_ON_TIME&from=2026-03-02&until=2026-03-08"
                                    + "&consultant=li.1");
                });
    }

    @Test
    @DisplayName("the rhythm counts what was excused as kept (K03b)")
    void rhythm() {
        assertThat(weakOf(Map.of(Figure.RHYTHM_MET, 5L, Figure.RHYTHM_EXCUSED, 4L, Figure.RHYTHM_MISSED, 1L)))
                .isEmpty();
        assertThat(weakOf(Map.of(Figure.RHYTHM_MET, 5L, Figure.RHYTHM_MISSED, 1L)))
                .extracting(Weakness::rule)
                .containsExactly(Rule.RHYTHM_MISSED);
    }

    @Test
    @DisplayName("one lead of HQ later than 24 hours is one too many; cards are weak when one in five comes back")
    void leadsAndCards() {
        assertThat(weakOf(Map.of(Figure.HQ_LEADS_OVERDUE, 1L)))
                .extracting(Weakness::rule)
                .containsExactly(Rule.HQ_LEAD_LATE);
        assertThat(weakOf(Map.of(Figure.CARDS_SUBMITTED, 6L, Figure.CARDS_RETURNED, 1L)))
                .isEmpty();
        assertThat(weakOf(Map.of(Figure.CARDS_SUBMITTED, 5L, Figure.CARDS_RETURNED, 1L)))
                .extracting(Weakness::rule)
                .containsExactly(Rule.CARDS_RETURNED);
    }

    @Test
    @DisplayName("cards signed and not entered the same day are the dealership's weakness, told once")
    void entry() {
        Map<Figure, Long> late = Map.of(Figure.CARDS_SIGNED, 4L, Figure.CARDS_ENTERED_SAME_DAY, 3L);
        assertThat(weak(reports(line(null, late), line(LI, late))))
                .singleElement()
                .satisfies(weakness -> {
                    assertThat(weakness.rule()).isEqualTo(Rule.ENTERED_LATE);
                    assertThat(weakness.person()).isNull();
                });
    }

    @Test
    @DisplayName("red targets: the dealership first, then people, the furthest behind first; amber and unset are none")
    void targets() {
        List<Weakness> weak = weak(reports(
                aimed(null, Map.of(Metric.SOLD, new Goal(31, 5))),
                aimed(LI, Map.of(Metric.SOLD, new Goal(31, 5))),
                aimed(WANG, Map.of(Metric.SOLD, new Goal(31, 1))),
                aimed(ZHAO, Map.of(Metric.SOLD, new Goal(31, 8)))));
        assertThat(weak).extracting(Weakness::person).containsExactly(null, WANG, LI);
        assertThat(weak).extracting(Weakness::rule).containsOnly(Rule.BEHIND_TARGET);
        assertThat(weak.get(0).rows()).isEqualTo("/reports/rows?figure=DELIVERIES&from=2026-03-01&until=2026-03-08");
        assertThat(weak(reports(aimed(null, Map.of(Metric.SOLD, new Goal(310, 71))))))
                .as("71 of 80 wanted by now is red")
                .hasSize(1);
        assertThat(weak(reports(
                        aimed(null, Map.of(Metric.SOLD, new Goal(310, 72), Metric.TEST_DRIVES, new Goal(null, 0))))))
                .as("72 of 80 is amber")
                .isEmpty();
    }

    @Test
    @DisplayName("below seven tenths of the usual, when the usual is something; fewer defeats are no weakness")
    void history() {
        Map<Figure, Past> usual = Map.of(
                Figure.TOTAL_CONTACTS, new Past(10L, new BigDecimal("10.0"), null),
                Figure.DEFEATS_APPROVED, new Past(10L, new BigDecimal("10.0"), null),
                Figure.ORDERS, new Past(3L, new BigDecimal("3.9"), null),
                Figure.TEST_DRIVES, new Past(null, null, null));
        assertThat(weak(reports(new Line(null, Map.of(Figure.TOTAL_CONTACTS, 7L), Map.of(), usual))))
                .as("exactly seven tenths")
                .isEmpty();
        assertThat(weak(reports(new Line(null, Map.of(Figure.TOTAL_CONTACTS, 6L), Map.of(), usual))))
                .singleElement()
                .satisfies(weakness -> {
                    assertThat(weakness.rule()).isEqualTo(Rule.BELOW_HISTORY);
                    assertThat(weakness.subject()).isEqualTo("TOTAL_CONTACTS");
                    assertThat(weakness.base()).isEqualTo("10.0");
                });
    }

    @Test
    @DisplayName(
            "29: who had no list when last week closed; few hits only of a closed week with five customers or more")
    void lists() {
        List<ListsOfTheWeek.Row> rows = List.of(
                new ListsOfTheWeek.Row(LI, Standing.HELD, Standing.HELD, new HitRate(0, 5)),
                new ListsOfTheWeek.Row(WANG, Standing.MISSING, Standing.MISSING, NO_HITS));
        ListsOfTheWeek closed = new ListsOfTheWeek(WEEK, rows, 1, 2, true, new HitRate(0, 5));
        assertThat(closed.missing()).containsExactly(WANG);
        assertThat(Weaknesses.of(NOTHING, closed, List.of(), HELD))
                .extracting(Weakness::rule)
                .containsExactly(Rule.NO_ANALYSIS, Rule.FEW_HITS);
        ListsOfTheWeek running = new ListsOfTheWeek(WEEK, rows, 1, 2, false, new HitRate(0, 5));
        assertThat(Weaknesses.of(NOTHING, running, List.of(), HELD)).isEmpty();
        ListsOfTheWeek enough = new ListsOfTheWeek(WEEK, List.of(), 2, 2, true, new HitRate(1, 5));
        assertThat(Weaknesses.of(NOTHING, enough, List.of(), HELD)).isEmpty();
        ListsOfTheWeek few = new ListsOfTheWeek(WEEK, List.of(), 2, 2, true, new HitRate(0, 4));
        assertThat(Weaknesses.of(NOTHING, few, List.of(), HELD)).isEmpty();
    }

    @Test
    @DisplayName("overdue actions are told once for each person, with how many")
    void actions() {
        List<ActionLine> actions = List.of(action(LI, true), action(LI, true), action(WANG, false));
        assertThat(Weaknesses.of(NOTHING, LISTED, actions, HELD))
                .singleElement()
                .satisfies(weakness -> {
                    assertThat(weakness.rule()).isEqualTo(Rule.ACTIONS_OVERDUE);
                    assertThat(weakness.person()).isEqualTo(LI);
                    assertThat(weakness.value()).isEqualTo("2");
                });
    }

    private static ActionLine action(Person person, boolean overdue) {
        return new ActionLine(
                ActionId.next(),
                "逾期",
                "晨会核对",
                LocalDate.of(2026, 3, 6),
                person,
                Status.OPEN,
                overdue,
                overdue ? ActionLine.Standing.OVERDUE : ActionLine.Standing.CARRIED_OVER,
                LocalDate.of(2026, 3, 2),
                null);
    }
}
