package io.genjin.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.dealership.OpeningCalendar;
import io.genjin.target.Effort.Rate;
import io.genjin.target.Effort.Step;
import io.genjin.target.Effort.Whose;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Weeks of a month, the run of a month, and what a missing sale means in work (4.4). */
class MonthCourseTest {

    private static final OpeningCalendar ALWAYS = new OpeningCalendar(List.of(), List.of());
    private static final OpeningCalendar NO_SUNDAYS = new OpeningCalendar(
            List.of(new OpeningCalendar.Weekly(LocalDate.of(2026, 1, 1), Set.of(DayOfWeek.SUNDAY), "周日")), List.of());
    private static final OpeningCalendar CLOSED_MARCH = new OpeningCalendar(
            List.of(),
            LocalDate.of(2026, 3, 1)
                    .datesUntil(LocalDate.of(2026, 4, 1))
                    .map(day -> new OpeningCalendar.SpecialDay(day, false, "装修"))
                    .toList());
    private static final YearMonth MARCH = YearMonth.of(2026, 3);
    private static final LocalDate TENTH = LocalDate.of(2026, 3, 10);

    @Test
    @DisplayName("March 2026 begins on a Sunday: a week of one day, four whole ones, and two days at the end")
    void weeks() {
        List<MonthWeek> weeks = MonthWeek.of(MARCH, NO_SUNDAYS, TENTH);
        assertThat(weeks).extracting(week -> week.first().getDayOfMonth()).containsExactly(1, 2, 9, 16, 23, 30);
        assertThat(weeks).extracting(week -> week.last().getDayOfMonth()).containsExactly(1, 8, 15, 22, 29, 31);
        assertThat(weeks).extracting(week -> week.days().days()).containsExactly(0, 6, 6, 6, 6, 2);
        assertThat(weeks.get(2).days())
                .as("Monday and Tuesday have passed, Tuesday is left")
                .isEqualTo(new SellingDays(6, 2, 5));
        assertThat(weeks.get(3).days().elapsed()).isZero();
        assertThat(weeks.get(2).contains(TENTH)).isTrue();
        assertThat(weeks.get(3).contains(TENTH)).isFalse();
    }

    @Test
    @DisplayName(
            "26 sales in 26 selling days are one a day: 0, 6, 6, 6, 6, 2; without a target or a selling day there is no share")
    void shares() {
        List<MonthWeek> weeks = MonthWeek.of(MARCH, NO_SUNDAYS, TENTH);
        assertThat(MonthWeek.shares(26, weeks)).containsExactly(0, 6, 6, 6, 6, 2);
        assertThat(MonthWeek.shares(0, weeks)).containsOnly(0);
        assertThat(MonthWeek.shares(null, weeks)).hasSize(6).containsOnlyNulls();
        assertThat(MonthWeek.shares(10, MonthWeek.of(MARCH, CLOSED_MARCH, TENTH)))
                .containsOnlyNulls();
    }

    static Stream<Integer> seeds() {
        return IntStream.range(0, 200).boxed();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("seeds")
    @DisplayName(
            "whatever the month, the closed days and the target: the weeks' shares add up to it, and the weeks to the month")
    void any_month(int seed) {
        Random random = new Random(seed);
        YearMonth month = YearMonth.of(2024 + random.nextInt(4), 1 + random.nextInt(12));
        OpeningCalendar calendar = new OpeningCalendar(
                List.of(),
                month.atDay(1)
                        .datesUntil(month.atEndOfMonth().plusDays(1))
                        .filter(day -> random.nextInt(3) == 0 && day.getDayOfMonth() > 1)
                        .map(day -> new OpeningCalendar.SpecialDay(day, false, "休"))
                        .toList());
        int target = random.nextInt(seed % 2 == 0 ? 12 : SalesTarget.MOST + 1);
        List<MonthWeek> weeks = MonthWeek.of(month, calendar, month.atDay(1 + random.nextInt(28)));
        assertThat(MonthWeek.shares(target, weeks).stream()
                        .mapToInt(Objects::requireNonNull)
                        .sum())
                .isEqualTo(target);
        assertThat(MonthWeek.shares(target, weeks))
                .allSatisfy(share -> assertThat(share).isNotNegative());
        SellingDays whole = SellingDays.of(calendar, month.atDay(1), month.atEndOfMonth(), month.atDay(15));
        assertThat(weeks.stream().mapToInt(week -> week.days().days()).sum()).isEqualTo(whole.days());
        assertThat(weeks.get(0).first()).isEqualTo(month.atDay(1));
        assertThat(weeks.get(weeks.size() - 1).last()).isEqualTo(month.atEndOfMonth());
        for (int place = 1; place < weeks.size(); place++) {
            assertThat(weeks.get(place).first())
                    .isEqualTo(weeks.get(place - 1).last().plusDays(1))
                    .satisfies(day -> assertThat(day.getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY));
        }
        Map<LocalDate, Long> counts = new HashMap<>();
        month.atDay(1)
                .datesUntil(month.atEndOfMonth().plusDays(1))
                .forEach(day -> counts.put(day, (long) random.nextInt(4)));
        LocalDate asOf = month.atDay(1 + random.nextInt(month.lengthOfMonth()));
        RunRate run = RunRate.of(month, calendar, counts, target, asOf);
        long sum = 0;
        for (RunRate.Day day : run.days()) {
            sum += counts.get(day.day());
            assertThat(day.actual()).isEqualTo(day.day().isAfter(asOf) ? null : (Long) sum);
        }
        RunRate.Day last = run.days().get(month.lengthOfMonth() - 1);
        assertThat(last.target()).isEqualByComparingTo(BigDecimal.valueOf(target));
        SellingDays days = SellingDays.of(calendar, month.atDay(1), month.atEndOfMonth(), asOf);
        long reached = run.days().stream()
                .map(RunRate.Day::actual)
                .filter(Objects::nonNull)
                .reduce((one, two) -> two)
                .orElseThrow();
        if (asOf.isBefore(month.atEndOfMonth())) {
            assertThat(last.forecast())
                    .as("the line ends where the forecast of the standing is")
                    .isEqualTo(new Standing(target, reached, days).forecast());
        } else {
            assertThat(last.forecast()).isNull();
        }
    }

    @Test
    @DisplayName(
            "the run of March on the 10th: actual until then, target by selling days, forecast from then on; Sundays stand still")
    void run() {
        RunRate run = RunRate.of(
                MARCH, NO_SUNDAYS, Map.of(LocalDate.of(2026, 3, 2), 3L, LocalDate.of(2026, 3, 9), 1L), 26, TENTH);
        RunRate.Day second = run.days().get(1);
        assertThat(second.actual()).isEqualTo(3);
        assertThat(second.target()).isEqualByComparingTo("1");
        assertThat(second.forecast()).isNull();
        RunRate.Day tenth = run.days().get(9);
        assertThat(tenth.actual()).isEqualTo(4);
        assertThat(tenth.forecast()).isEqualByComparingTo("4");
        assertThat(run.days().get(14).target())
                .as("a Sunday")
                .isEqualTo(run.days().get(13).target());
        RunRate.Day last = run.days().get(30);
        assertThat(last.actual()).isNull();
        assertThat(last.forecast()).as("4 in 8 days, 26 days").isEqualByComparingTo("13");
    }

    @Test
    @DisplayName(
            "a month that has not begun has a target's line and nothing else; one that is over has no forecast; closed days no line")
    void edges() {
        RunRate future = RunRate.of(MARCH, ALWAYS, Map.of(), 31, null);
        assertThat(future.days()).allMatch(day -> day.actual() == null && day.forecast() == null);
        assertThat(future.days().get(0).target()).isEqualByComparingTo("1");
        RunRate over = RunRate.of(MARCH, ALWAYS, Map.of(TENTH, 5L), null, MARCH.atEndOfMonth());
        assertThat(over.days()).allMatch(day -> day.target() == null && day.forecast() == null);
        assertThat(over.days().get(30).actual()).isEqualTo(5);
        RunRate closed = RunRate.of(MARCH, CLOSED_MARCH, Map.of(TENTH, 5L), 3, TENTH);
        assertThat(closed.days()).allMatch(day -> day.target() == null && day.forecast() == null);
    }

    private static Map<Step, Rate> rates(Rate contact, Rate visit, Rate drive) {
        return Map.of(Step.CONTACT_TO_VISIT, contact, Step.VISIT_TO_DRIVE, visit, Step.DRIVE_TO_SOLD, drive);
    }

    @Test
    @DisplayName(
            "2 sales are missing; 3 of 10 drives were sold, 10 of 25 visits driven, 25 of 100 contacts came: 7 drives, 17 visits, 67 contacts")
    void effort() {
        Effort effort = Objects.requireNonNull(Effort.of(
                Metric.SOLD,
                2L,
                rates(new Rate(25, 100, Whose.OWN), new Rate(10, 25, Whose.OWN), new Rate(3, 10, Whose.OWN))));
        assertThat(effort.drives()).isEqualTo(7);
        assertThat(effort.visits()).isEqualTo(17);
        assertThat(effort.contacts()).isEqualTo(67);
        assertThat(effort.whose()).isEqualTo(Whose.OWN);
        assertThat(Effort.perDay(effort.contacts(), new SellingDays(26, 8, 19))).isEqualByComparingTo("3.6");
        assertThat(Effort.perDay(effort.contacts(), new SellingDays(26, 26, 0))).isNull();
    }

    @Test
    @DisplayName("rounded once and at the end: 2 × 1/3 × 3 visits are 2, not 3")
    void exact() {
        Effort effort = Objects.requireNonNull(Effort.of(
                Metric.TEST_DRIVES, 2L, rates(new Rate(1, 3, Whose.OWN), new Rate(3, 1, Whose.OWN), Rate.NONE)));
        assertThat(effort.visits()).isEqualTo(1);
        assertThat(effort.contacts()).isEqualTo(2);
        assertThat(effort.drives()).isNull();
    }

    @Test
    @DisplayName("nothing missing, no target, and metrics that are work themselves need no sum")
    void none() {
        Map<Step, Rate> rates =
                rates(new Rate(25, 100, Whose.OWN), new Rate(10, 25, Whose.OWN), new Rate(3, 10, Whose.OWN));
        assertThat(Effort.of(Metric.SOLD, 0L, rates)).isNull();
        assertThat(Effort.of(Metric.SOLD, null, rates)).isNull();
        assertThat(Effort.of(Metric.TOTAL_CONTACTS, 5L, rates)).isNull();
        assertThat(Objects.requireNonNull(Effort.of(Metric.RETURN_VISITS, 5L, rates))
                        .contacts())
                .isEqualTo(20);
    }

    @Test
    @DisplayName("too little history of one's own: the team's ratio, and it is said; none at all: dashes from there on")
    void whose() {
        Rate team = new Rate(30, 100, Whose.TEAM);
        assertThat(Rate.choose(new Rate(3, 10, Whose.OWN), team)).isEqualTo(new Rate(3, 10, Whose.OWN));
        assertThat(Rate.choose(new Rate(3, 9, Whose.OWN), team)).isEqualTo(team);
        assertThat(Rate.choose(new Rate(0, 50, Whose.OWN), team))
                .as("no success to divide by")
                .isEqualTo(team);
        assertThat(Rate.choose(null, new Rate(0, 40, Whose.TEAM))).isEqualTo(Rate.NONE);
        Effort mixed =
                Objects.requireNonNull(Effort.of(Metric.SOLD, 1L, rates(Rate.NONE, team, new Rate(5, 10, Whose.OWN))));
        assertThat(mixed.drives()).isEqualTo(2);
        assertThat(mixed.visits()).isEqualTo(7);
        assertThat(mixed.contacts()).isNull();
        assertThat(mixed.whose()).isEqualTo(Whose.NOBODY);
        Effort teams =
                Objects.requireNonNull(Effort.of(Metric.SOLD, 1L, rates(team, team, new Rate(5, 10, Whose.OWN))));
        assertThat(teams.whose()).isEqualTo(Whose.TEAM);
    }

    @Test
    @DisplayName(
            "last year's same month, for the selling days of this one; who was not here then has no such suggestion")
    void season() {
        assertThat(Suggestion.ofLastYear(62, true, ALWAYS, MARCH)).isEqualTo(62);
        assertThat(Suggestion.ofLastYear(31, true, NO_SUNDAYS, MARCH))
                .as("31 selling days then, 26 now: the pattern began in 2026")
                .isEqualTo(26);
        assertThat(Suggestion.ofLastYear(0, true, ALWAYS, MARCH))
                .as("was here, sold nothing")
                .isZero();
        assertThat(Suggestion.ofLastYear(0, false, ALWAYS, MARCH)).isNull();
    }
}
