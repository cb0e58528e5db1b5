package io.genjin.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.dealership.OpeningCalendar;
import io.genjin.target.Standing.Light;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How far somebody is with a target, and what one could be (4.4, R-118). */
class StandingTest {

    private static final OpeningCalendar ALWAYS = new OpeningCalendar(List.of(), List.of());
    private static final OpeningCalendar NO_SUNDAYS = new OpeningCalendar(
            List.of(new OpeningCalendar.Weekly(LocalDate.of(2026, 1, 1), Set.of(DayOfWeek.SUNDAY), "周日")), List.of());
    private static final YearMonth MARCH = YearMonth.of(2026, 3);

    private static Standing of(Integer target, long actual, int days, int elapsed, int left) {
        return new Standing(target, actual, new SellingDays(days, elapsed, left));
    }

    @Test
    @DisplayName(
            "12 of 30 after 10 of 20 days: 18 short, 40.00 %, pace 0.80, 24 in the end, behind, 1.7 on each of 11 days")
    void halfway() {
        Standing one = of(30, 12, 20, 10, 11);
        assertThat(one.gap()).isEqualTo(-18);
        assertThat(one.achievement()).isEqualByComparingTo("0.4");
        assertThat(one.timeProgress()).isEqualByComparingTo("0.5");
        assertThat(one.pace()).isEqualByComparingTo("0.8");
        assertThat(one.forecast()).isEqualByComparingTo("24");
        assertThat(one.light()).isEqualTo(Light.RED);
        assertThat(one.neededPerDay()).isEqualByComparingTo("1.7");
    }

    @Test
    @DisplayName("the lights turn at exactly 1.0 and 0.9, and rounding turns none")
    void lights() {
        assertThat(of(20, 10, 20, 10, 11).light()).isEqualTo(Light.GREEN);
        assertThat(of(20, 9, 20, 10, 11).light()).isEqualTo(Light.AMBER);
        assertThat(of(9_999, 9_998, 20, 20, 1).pace()).isEqualByComparingTo("0.9999");
        assertThat(of(9_999, 9_998, 20, 20, 1).light()).isEqualTo(Light.AMBER);
        assertThat(of(200_003, 200_002, 20, 20, 1).pace()).isEqualByComparingTo("1");
        assertThat(of(200_003, 200_002, 20, 20, 1).light()).isEqualTo(Light.AMBER);
        assertThat(of(1_000, 899, 20, 20, 1).light()).isEqualTo(Light.RED);
        assertThat(of(1_000, 900, 20, 20, 1).light()).isEqualTo(Light.AMBER);
    }

    @Test
    @DisplayName("a target of 0 or none gives dashes, not 0 %")
    void nothingToDivideBy() {
        Standing zero = of(0, 3, 20, 10, 11);
        assertThat(zero.achievement()).isNull();
        assertThat(zero.pace()).isNull();
        assertThat(zero.light()).isNull();
        assertThat(zero.gap()).isEqualTo(3);
        assertThat(zero.neededPerDay()).isEqualByComparingTo("0");
        Standing none = of(null, 3, 20, 10, 11);
        assertThat(none.gap()).isNull();
        assertThat(none.light()).isNull();
        assertThat(none.neededPerDay()).isNull();
        assertThat(none.forecast()).isEqualByComparingTo("6");
    }

    @Test
    @DisplayName("a month without selling days, one that has not begun and one that is over")
    void edgesOfTime() {
        Standing closed = of(5, 1, 0, 0, 0);
        assertThat(closed.timeProgress()).isNull();
        assertThat(closed.pace()).isNull();
        assertThat(closed.forecast()).isNull();
        assertThat(closed.light()).isNull();
        assertThat(closed.neededPerDay()).isNull();
        Standing future = of(5, 0, 20, 0, 20);
        assertThat(future.timeProgress()).isEqualByComparingTo("0");
        assertThat(future.pace()).isNull();
        assertThat(future.light()).isNull();
        assertThat(future.neededPerDay()).isEqualByComparingTo("0.3");
        Standing over = of(5, 4, 20, 20, 0);
        assertThat(over.pace()).isEqualByComparingTo("0.8");
        assertThat(over.forecast()).isEqualByComparingTo("4");
        assertThat(over.neededPerDay()).isNull();
        assertThat(of(4, 5, 20, 20, 0).neededPerDay()).isEqualByComparingTo("0");
    }

    @Test
    @DisplayName("today counts as elapsed and as left; closed days count as neither")
    void sellingDays() {
        LocalDate first = MARCH.atDay(1);
        LocalDate last = MARCH.atEndOfMonth();
        assertThat(SellingDays.of(NO_SUNDAYS, first, last, LocalDate.of(2026, 3, 2)))
                .isEqualTo(new SellingDays(26, 1, 26));
        assertThat(SellingDays.of(NO_SUNDAYS, first, last, LocalDate.of(2026, 3, 8)))
                .as("a Sunday")
                .isEqualTo(new SellingDays(26, 6, 20));
        assertThat(SellingDays.of(NO_SUNDAYS, first, last, LocalDate.of(2026, 2, 28)))
                .isEqualTo(new SellingDays(26, 0, 26));
        assertThat(SellingDays.of(NO_SUNDAYS, first, last, LocalDate.of(2026, 4, 1)))
                .isEqualTo(new SellingDays(26, 26, 0));
    }

    @Test
    @DisplayName(
            "the own average is of a selling day, from the first month with anything in it; without history there is none")
    void ownAverage() {
        YearMonth december = YearMonth.of(2025, 12);
        YearMonth january = YearMonth.of(2026, 1);
        YearMonth february = YearMonth.of(2026, 2);
        assertThat(Suggestion.ownAverage(
                        Map.of(december, 31L, january, 62L, february, 87L),
                        Set.of(december, january, february),
                        ALWAYS,
                        MARCH))
                .isEqualTo(62);
        assertThat(Suggestion.ownAverage(Map.of(february, 28L), Set.of(february), ALWAYS, MARCH))
                .as("who came in February")
                .isEqualTo(31);
        assertThat(Suggestion.ownAverage(Map.of(), Set.of(february), ALWAYS, MARCH))
                .as("was here, did none of these")
                .isEqualTo(0);
        assertThat(Suggestion.ownAverage(Map.of(), Set.of(), ALWAYS, MARCH)).isNull();
    }
}
