package io.genjin.ratio;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.ratio.Calibration.Verdict;
import io.genjin.shared.Grade;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

/** What is said of a person's grades, and which days stand beside which. */
class CalibrationTest {

    private static Calibration h(long ordered, long people) {
        return new Calibration(Grade.H, people, ordered, 0, people);
    }

    @Test
    void too_few_customers_say_nothing() {
        assertThat(h(0, 14).beside(h(20, 40))).isEqualTo(Verdict.TOO_FEW);
        assertThat(h(0, 40).beside(h(10, 14))).isEqualTo(Verdict.TOO_FEW);
        assertThat(h(0, 0).beside(h(0, 0))).isEqualTo(Verdict.TOO_FEW);
    }

    @Test
    void what_chance_would_do_is_no_difference() {
        assertThat(h(9, 20).beside(h(20, 40))).isEqualTo(Verdict.LIKE_OTHERS);
    }

    @Test
    void fewer_buyers_than_chance_allows_is_too_hot_and_more_too_cool() {
        assertThat(h(2, 30).beside(h(24, 40))).isEqualTo(Verdict.TOO_HOT);
        assertThat(h(27, 30).beside(h(12, 40))).isEqualTo(Verdict.TOO_COOL);
    }

    @Test
    void mondays_of_one_customer_are_no_witnesses() {
        assertThat(new Calibration(Grade.N, 200, 0, 0, 14).beside(h(20, 40))).isEqualTo(Verdict.TOO_FEW);
    }

    @Test
    void a_whole_month_stands_beside_a_whole_month() {
        assertThat(Past.beside(LocalDate.of(2026, 3, 31), YearMonth.of(2026, 2)))
                .isEqualTo(Days.of(YearMonth.of(2026, 2)));
        assertThat(Past.beside(LocalDate.of(2026, 2, 28), YearMonth.of(2026, 1)))
                .isEqualTo(Days.of(YearMonth.of(2026, 1)));
        assertThat(Past.beside(LocalDate.of(2026, 3, 30), YearMonth.of(2026, 2)))
                .isEqualTo(Days.of(YearMonth.of(2026, 2)));
        assertThat(Past.beside(LocalDate.of(2028, 2, 29), YearMonth.of(2027, 2)))
                .isEqualTo(Days.of(YearMonth.of(2027, 2)));
        assertThat(Past.beside(LocalDate.of(2026, 3, 10), YearMonth.of(2026, 2)))
                .isEqualTo(new Days(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 2, 10)));
    }
}
