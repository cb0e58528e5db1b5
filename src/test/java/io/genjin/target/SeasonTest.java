package io.genjin.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.dealership.OpeningCalendar;
import io.genjin.target.Season.Source;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How a year is spread over its months: season, selling days, and the Spring Festival wherever it lies (4.2, R-118). */
class SeasonTest {

    private static final OpeningCalendar ALWAYS = new OpeningCalendar(List.of(), List.of());
    private static final OpeningCalendar NO_SUNDAYS = new OpeningCalendar(
            List.of(new OpeningCalendar.Weekly(LocalDate.of(2020, 1, 1), Set.of(DayOfWeek.SUNDAY), "周日")), List.of());
    private static final int JANUARY = 0;
    private static final int FEBRUARY = 1;
    private static final int MARCH = 2;
    private static final int DECEMBER = 11;

    private static Map<LocalDate, Long> sold(ToLongFunction<LocalDate> ofDay, int... years) {
        Map<LocalDate, Long> sold = new HashMap<>();
        for (int year : years) {
            LocalDate.of(year, 1, 1)
                    .datesUntil(LocalDate.of(year + 1, 1, 1))
                    .forEach(day -> sold.put(day, ofDay.applyAsLong(day)));
        }
        return sold;
    }

    private static int sum(List<Integer> parts) {
        return parts.stream().mapToInt(Integer::intValue).sum();
    }

    @Test
    @DisplayName(
            "for any weights the parts add up to the target exactly, and none is a whole one away from its exact share")
    void largestRemainder() {
        for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            int total = random.nextInt(10) == 0 ? 0 : random.nextInt(1_000_000);
            List<BigDecimal> weights = new ArrayList<>();
            for (int place = 0; place <= random.nextInt(20); place++) {
                weights.add(
                        random.nextInt(4) == 0
                                ? BigDecimal.ZERO
                                : BigDecimal.valueOf(random.nextInt(100_000), random.nextInt(5)));
            }
            List<Integer> parts = Shares.of(total, weights);
            BigDecimal whole = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            if (whole.signum() == 0) {
                assertThat(parts).as("seed %d", seed).isEmpty();
                continue;
            }
            assertThat(sum(parts)).as("seed %d", seed).isEqualTo(total);
            for (int place = 0; place < parts.size(); place++) {
                BigDecimal away = weights.get(place)
                        .multiply(BigDecimal.valueOf(total))
                        .subtract(whole.multiply(BigDecimal.valueOf(parts.get(place))))
                        .abs();
                assertThat(away).as("seed %d, part %d", seed, place).isLessThan(whole);
                if (weights.get(place).signum() == 0) {
                    assertThat(parts.get(place))
                            .as("seed %d, part %d", seed, place)
                            .isZero();
                }
            }
        }
        assertThat(Shares.of(10, List.of(BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE)))
                .as("of equal remainders the earlier")
                .containsExactly(4, 3, 3);
    }

    @Test
    @DisplayName("for any past, calendar and first day the weights make 100 % and the months the year's target")
    void anyPast() {
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            int year = 2021 + random.nextInt(8);
            LocalDate begins = LocalDate.ofYearDay(year, 1 + random.nextInt(365));
            OpeningCalendar calendar = random.nextBoolean() ? ALWAYS : NO_SUNDAYS;
            Map<LocalDate, Long> sold = sold(day -> random.nextInt(4) / 2, year - 2, year - 1);
            Season season = Season.learnt(year, calendar.since(begins), calendar, List.of(year - 2, year - 1), sold);
            assertThat(season.source()).as("seed %d", seed).isEqualTo(Source.OWN);
            assertThat(sum(season.weights())).as("seed %d", seed).isEqualTo(Season.WHOLE);
            int annual = random.nextInt(100_000);
            assertThat(sum(season.months(annual))).as("seed %d", seed).isEqualTo(annual);
            for (int month = 1; month < begins.getMonthValue(); month++) {
                assertThat(season.weights().get(month - 1))
                        .as("seed %d: before its first day it sells nothing", seed)
                        .isZero();
            }
        }
    }

    @Test
    @DisplayName("a house that sells the same every day has the season of its selling days alone")
    void even() {
        Season season = Season.learnt(2026, ALWAYS, ALWAYS, List.of(2025), sold(day -> 1, 2025));
        assertThat(season.months(365)).containsExactly(31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31);
    }

    @Test
    @DisplayName("what December sold twice a day in the own past, it is asked for again")
    void own() {
        Season season = Season.learnt(
                2026, ALWAYS, ALWAYS, List.of(2024, 2025), sold(day -> day.getMonthValue() == 12 ? 2 : 1, 2024, 2025));
        assertThat(season.years()).containsExactly(2024, 2025);
        assertThat(season.sold()).isEqualTo(366 + 365 + 62);
        assertThat(season.months(396).get(DECEMBER)).isEqualTo(62);
    }

    @Test
    @DisplayName(
            "the quiet days move with the Spring Festival: of January in 2025 (29 January), of February in 2026 (17 February)")
    void springFestival() {
        ToLongFunction<LocalDate> quiet = day -> Stretch.of(day) == Stretch.FESTIVAL ? 0 : 10;
        Season of2025 = Season.learnt(2025, ALWAYS, ALWAYS, List.of(2024), sold(quiet, 2024));
        Season of2026 = Season.learnt(2026, ALWAYS, ALWAYS, List.of(2024), sold(quiet, 2024));
        assertThat(of2025.months(349).subList(JANUARY, MARCH + 1))
                .as("28 January to 12 February are quiet: 27, 16 and 31 days sell")
                .containsExactly(27, 16, 31);
        assertThat(of2026.months(349).subList(JANUARY, MARCH + 1))
                .as("16 February to 3 March are quiet: 31, 15 and 28 days sell")
                .containsExactly(31, 15, 28);
    }

    @Test
    @DisplayName("fewer than 60 cars make no season of one's own: the usual one of the trade is shown as what it is")
    void tooLittle() {
        Map<LocalDate, Long> few = sold(day -> day.getDayOfYear() <= 59 ? 1 : 0, 2025);
        Season season = Season.learnt(2026, ALWAYS, ALWAYS, List.of(2025), few);
        assertThat(season.source()).isEqualTo(Source.USUAL);
        assertThat(season.years()).isEmpty();
        assertThat(season.weights().get(DECEMBER))
                .isGreaterThan(season.weights().get(MARCH));
        assertThat(season.weights().get(FEBRUARY))
                .as("of all months the quietest")
                .isEqualTo(season.weights().stream().min(Integer::compare).orElseThrow());
        few.put(LocalDate.of(2025, 12, 31), 1L);
        assertThat(Season.learnt(2026, ALWAYS, ALWAYS, List.of(2025), few).source())
                .isEqualTo(Source.OWN);
    }

    @Test
    @DisplayName(
            "a stretch in which the house was always closed sells like any other day when it opens; a year without a selling day has no parts")
    void closed() {
        OpeningCalendar noFestival = new OpeningCalendar(
                List.of(),
                LocalDate.of(2025, 1, 28)
                        .datesUntil(LocalDate.of(2025, 2, 13))
                        .map(day -> new OpeningCalendar.SpecialDay(day, false, "春节"))
                        .toList());
        Season season = Season.learnt(
                2026, ALWAYS, noFestival, List.of(2025), sold(day -> noFestival.isOpen(day) ? 1 : 0, 2025));
        assertThat(season.months(365)).containsExactly(31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31);
        Season never = Season.usual(2026, ALWAYS.since(LocalDate.of(2027, 1, 1)));
        assertThat(never.months(100)).isEmpty();
        assertThat(IntStream.rangeClosed(1, 12).mapToObj(never::percent)).allMatch(one -> one.signum() == 0);
    }
}
