package io.genjin.dealership;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The first day of the Chinese year, and the calendar of a house that opened in mid-month. */
class SpringFestivalTest {

    @Test
    @DisplayName(
            "the Spring Festival lies between 21 January and 21 February, a whole number of moons after the one before")
    void moons() {
        LocalDate before = SpringFestival.of(2010).orElseThrow();
        for (int year = 2011; year <= 2060; year++) {
            LocalDate first = SpringFestival.of(year).orElseThrow();
            assertThat(first).isBetween(LocalDate.of(year, 1, 21), LocalDate.of(year, 2, 21));
            long days = ChronoUnit.DAYS.between(before, first);
            double moons = days / 29.530588;
            assertThat(Math.round(moons)).as("%d", year).isIn(12L, 13L);
            assertThat(Math.abs(moons - Math.round(moons))).as("%d", year).isLessThan(0.06);
            before = first;
        }
        assertThat(SpringFestival.of(2026)).contains(LocalDate.of(2026, 2, 17));
        assertThat(SpringFestival.of(2009)).isEmpty();
        assertThat(SpringFestival.of(2061)).isEmpty();
    }

    @Test
    @DisplayName("from the eve to the Lantern Festival, sixteen days")
    void lanterns() {
        assertThat(SpringFestival.contains(LocalDate.of(2026, 2, 15))).isFalse();
        assertThat(SpringFestival.contains(LocalDate.of(2026, 2, 16))).isTrue();
        assertThat(SpringFestival.contains(LocalDate.of(2026, 3, 3))).isTrue();
        assertThat(SpringFestival.contains(LocalDate.of(2026, 3, 4))).isFalse();
    }

    @Test
    @DisplayName("a house that opened in mid-month has no selling day before, and no closure either")
    void since() {
        OpeningCalendar always = new OpeningCalendar(java.util.List.of(), java.util.List.of());
        OpeningCalendar opened = always.since(LocalDate.of(2026, 3, 16));
        assertThat(opened.openDays(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31)))
                .isEqualTo(16);
        assertThat(opened.isOpen(LocalDate.of(2026, 3, 15))).isFalse();
        assertThat(opened.closure(LocalDate.of(2026, 3, 15))).isEmpty();
        assertThat(always.since(null)).isSameAs(always);
    }
}
