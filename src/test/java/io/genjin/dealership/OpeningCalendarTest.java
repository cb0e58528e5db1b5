package io.genjin.dealership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genjin.dealership.OpeningCalendar.SpecialDay;
import io.genjin.dealership.OpeningCalendar.Weekly;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** On which days a dealership is open, with weekly closing days, holidays and make-up days (调休). */
class OpeningCalendarTest {

    private static final Weekly SUNDAYS_FROM_MARCH = new Weekly(day("2026-03-02"), Set.of(DayOfWeek.SUNDAY), "周日休息");

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    @Test
    @DisplayName("who entered nothing is open every day, on holidays too")
    void always() {
        OpeningCalendar calendar = new OpeningCalendar(List.of(), List.of());
        assertThat(calendar.isOpen(day("2026-10-01"))).isTrue();
        assertThat(calendar.openDays(day("2026-10-01"), day("2026-10-31"))).isEqualTo(31);
        assertThat(calendar.closedUntil(day("2030-01-01"))).isEmpty();
    }

    @Test
    @DisplayName("a make-up Sunday is open, a holiday Thursday is closed, and Sundays before the pattern stay open")
    void exceptions() {
        OpeningCalendar calendar = new OpeningCalendar(
                List.of(SUNDAYS_FROM_MARCH),
                List.of(
                        new SpecialDay(day("2026-09-20"), true, "国庆节"),
                        new SpecialDay(day("2026-10-01"), false, "国庆节")));
        assertThat(calendar.isOpen(day("2026-03-01"))).as("Sunday before").isTrue();
        assertThat(calendar.isOpen(day("2026-03-08"))).isFalse();
        assertThat(calendar.closure(day("2026-03-08"))).contains("周日休息");
        assertThat(calendar.isOpen(day("2026-09-20"))).as("调休 Sunday").isTrue();
        assertThat(calendar.closure(day("2026-09-20"))).isEmpty();
        assertThat(calendar.closure(day("2026-10-01"))).contains("国庆节");
        assertThat(calendar.openDays(day("2026-09-01"), day("2026-09-30"))).isEqualTo(27);
        assertThat(calendar.openDays(day("2026-10-01"), day("2026-10-01"))).isZero();
    }

    @Test
    @DisplayName("a later pattern holds from its day on, and the earlier one until then")
    void patterns() {
        Weekly never = new Weekly(day("2026-06-01"), Set.of(), "旺季不休");
        OpeningCalendar calendar = new OpeningCalendar(List.of(never, SUNDAYS_FROM_MARCH), List.of());
        assertThat(calendar.isOpen(day("2026-05-31"))).isFalse();
        assertThat(calendar.isOpen(day("2026-06-07"))).isTrue();
        assertThat(calendar.weeklyFrom(day("2026-04-01"))).containsExactly(SUNDAYS_FROM_MARCH, never);
        assertThat(calendar.weeklyFrom(day("2026-06-02"))).containsExactly(never);
        assertThat(calendar.weeklyFrom(day("2026-01-01"))).containsExactly(SUNDAYS_FROM_MARCH, never);
        assertThat(calendar.closedUntil(day("2027-01-01"))).hasSize(13).last().isEqualTo(day("2026-05-31"));
    }

    @Test
    @DisplayName("a dealership that never opens is no dealership")
    void never_open() {
        assertThatThrownBy(() -> new Weekly(day("2026-03-02"), EnumSet.allOf(DayOfWeek.class), ""))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
