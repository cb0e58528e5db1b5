package io.genjin.ratio;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.dealership.ClosedDays;
import io.genjin.dealership.OpeningCalendar.SpecialDay;
import io.genjin.prospect.Source;
import io.genjin.report.Figure;
import io.genjin.shared.Grade;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Current versus history (4.5), told by a dealership that began in the middle of January. */
class HistoryTest extends RatioStage {

    @Autowired
    private History history;

    @Autowired
    private ClosedDays closedDays;

    private void delivers(String at) {
        clock.set(at);
        UUID customer = opened(store.li(), Source.REFERRAL, Grade.H);
        told("ORDERED", customer, store.li(), Source.REFERRAL, Map.of());
        told("DELIVERED", customer, store.li(), Source.REFERRAL, Map.of());
    }

    private Course course(History.Report report, Figure figure) {
        return report.courses().stream()
                .filter(one -> one.measure().figure() == figure)
                .findFirst()
                .orElseThrow();
    }

    private static String told(Course course, Past past) {
        Course.Compared one = course.beside(past);
        return one == null ? "–" : one.value() + " " + one.absolute() + " " + one.relative();
    }

    @Test
    @DisplayName(
            "four pasts: same days, mean of three months and best of twelve by selling days, a year ago; what was not is a dash")
    void pasts() {
        delivers("2026-01-20T10:00");
        delivers("2026-02-05T10:00");
        delivers("2026-02-20T10:00");
        delivers("2026-02-21T10:00");
        delivers("2026-03-03T10:00");
        clock.set("2026-03-10T10:00");
        here(() -> {
            closedDays.put(
                    store.dealership().id(),
                    List.of(
                            new SpecialDay(day("2026-02-16"), false, "春节"),
                            new SpecialDay(day("2026-02-17"), false, "春节"),
                            new SpecialDay(day("2025-03-05"), false, "店庆")));
            return 0;
        });
        History.Report report = here(() -> history.of(null, null, gao));
        assertThat(report.days()).isEqualTo(new Days(day("2026-03-01"), day("2026-03-10")));
        assertThat(report.elapsed()).isEqualTo(10);
        Course sold = course(report, Figure.DELIVERIES);
        assertThat(told(sold, Past.SAME_DAYS)).isEqualTo("1 0 0.0000");
        assertThat(told(sold, Past.THREE_MONTHS))
                .as("January was not whole: February's 3 of 26 selling days, for 10 days")
                .isEqualTo("1.2 -0.2 -0.1667");
        assertThat(told(sold, Past.BEST_MONTH)).isEqualTo("1.2 -0.2 -0.1667");
        assertThat(Objects.requireNonNull(sold.beside(Past.BEST_MONTH)).days())
                .isEqualTo(Days.of(YearMonth.of(2026, 2)));
        assertThat(told(sold, Past.YEAR_BEFORE)).isEqualTo("–");
        assertThat(sold.months().subList(0, 10)).containsOnlyNulls();
        assertThat(sold.months().get(10)).isEqualTo(Course.Amount.of(1));
        assertThat(sold.months().get(11)).isEqualTo(Course.Amount.of(3));
        assertThat(report.selling()).containsEntry(Past.YEAR_BEFORE, 9);
        assertThat(report.closed()).containsExactly("店庆");
        Course closing = report.courses().stream()
                .filter(one -> one.measure().ratio() == Ratio.K24)
                .findFirst()
                .orElseThrow();
        assertThat(Objects.requireNonNull(closing.beside(Past.THREE_MONTHS)).amount())
                .as("a ratio is taken of the months together and not brought down")
                .isEqualTo(Course.Amount.of(new Fraction(3, 3)));
        History.Report wang = here(() -> history.of(null, store.wang().username(), gao));
        assertThat(course(wang, Figure.DELIVERIES).months())
                .as("nothing was ever Wang's")
                .containsOnlyNulls();
    }

    @Test
    @DisplayName("each number is the one that its days give when they are asked for by themselves")
    void sameAsAlone() {
        delivers("2025-02-10T10:00");
        delivers("2025-03-04T10:00");
        delivers("2025-03-15T10:00");
        delivers("2026-02-03T10:00");
        clock.set("2026-03-31T18:00");
        delivers("2026-03-31T18:00");
        History.Report report = here(() -> history.of(null, null, gao));
        for (Course course : report.courses()) {
            Ratio ratio = course.measure().ratio();
            if (ratio != null) {
                assertAlone(ratio, course.now(), report.days());
                assertAlone(ratio, amount(course, Past.SAME_DAYS), Days.of(YearMonth.of(2026, 2)));
                assertAlone(ratio, amount(course, Past.YEAR_BEFORE), Days.of(YearMonth.of(2025, 3)));
                assertAlone(ratio, course.months().get(11), Days.of(YearMonth.of(2026, 2)));
                assertAlone(ratio, amount(course, Past.THREE_MONTHS), null);
            }
        }
        assertThat(Objects.requireNonNull(course(report, Figure.DELIVERIES).beside(Past.BEST_MONTH))
                        .days())
                .as("March 2025 had two")
                .isEqualTo(Days.of(YearMonth.of(2025, 3)));
    }

    private static Course.Amount amount(Course course, Past past) {
        Course.Compared one = course.beside(past);
        return one == null ? null : one.amount();
    }

    private void assertAlone(Ratio ratio, Course.Amount amount, Days days) {
        if (days == null || amount == null) {
            return;
        }
        assertThat(amount.fraction())
                .as("%s, %s", ratio, days)
                .isEqualTo(line(days.from().toString(), days.until().toString(), null)
                        .of(ratio));
    }
}
