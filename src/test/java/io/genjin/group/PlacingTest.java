package io.genjin.group;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.ratio.Days;
import io.genjin.ratio.Fraction;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Where a dealership stands, and what several are together. */
class PlacingTest {

    private static Summary closing(long orders, long prospects) {
        return of(Map.of(Measure.K15, new Fraction(orders, prospects)));
    }

    private static Summary of(Map<Measure, Fraction> values) {
        return new Summary(values, Map.of(), new TreeMap<>(), 3, LocalDate.of(2026, 1, 5), LocalDate.of(2026, 3, 2));
    }

    private static Placing placed(Summary mine, Summary before, Summary... all) {
        return Placing.of(Measure.K15, mine, before, List.of(all), List.of(all));
    }

    @Test
    @DisplayName("who is equal shares a rank, and the next comes after all of them")
    void ranks() {
        Summary first = closing(30, 100);
        Summary second = closing(3, 10);
        Summary third = closing(20, 100);
        assertThat(placed(first, null, first, second, third).rank()).isEqualTo(1);
        assertThat(placed(second, null, first, second, third).rank()).isEqualTo(1);
        assertThat(placed(third, null, first, second, third).rank()).isEqualTo(3);
        assertThat(placed(third, null, first, second, third).of()).isEqualTo(3);
    }

    @Test
    @DisplayName("two orders of three prospects are too few to judge by, and stand in nobody's way")
    void tooFew() {
        Summary lucky = closing(2, 3);
        Summary steady = closing(20, 100);
        Summary other = closing(10, 100);
        Placing placing = placed(lucky, null, lucky, steady, other);
        assertThat(placing.tooFew()).isTrue();
        assertThat(placing.rank()).isNull();
        assertThat(placing.fromMedian()).isNull();
        assertThat(placed(steady, null, lucky, steady, other).rank()).isEqualTo(1);
        assertThat(placed(steady, null, lucky, steady, other).of()).isEqualTo(2);
    }

    @Test
    @DisplayName("nothing to divide by is no rank, not the last one; who is alone is not ranked")
    void nothing() {
        Summary empty = closing(0, 0);
        Summary steady = closing(20, 100);
        assertThat(placed(empty, null, empty, steady).rank()).isNull();
        assertThat(placed(empty, null, empty, steady).tooFew()).isFalse();
        assertThat(placed(steady, null, empty, steady).rank()).isNull();
    }

    @Test
    @DisplayName("the change is against the days before; fewer defeats are better")
    void trend() {
        Summary now = closing(20, 100);
        assertThat(placed(now, closing(15, 100), now).change()).isEqualByComparingTo("0.05");
        assertThat(placed(now, closing(15, 100), now).trend(Measure.K15)).isEqualTo(Placing.Trend.BETTER);
        assertThat(placed(now, closing(15, 100), now).trend(Measure.K18)).isEqualTo(Placing.Trend.WORSE);
        assertThat(placed(now, closing(1, 4), now).trend(Measure.K15)).isEqualTo(Placing.Trend.UNKNOWN);
        assertThat(placed(now, closing(20, 100), now).trend(Measure.K15)).isEqualTo(Placing.Trend.SAME);
    }

    @Test
    @DisplayName("the distance is to the middle of the region; of an even number to the mean of the two in the middle")
    void median() {
        Summary a = closing(10, 100);
        Summary b = closing(20, 100);
        Summary c = closing(60, 100);
        assertThat(placed(c, null, a, b, c).fromMedian()).isEqualByComparingTo("0.4");
        assertThat(placed(c, null, b, c).fromMedian()).isEqualByComparingTo("0.2");
    }

    @Test
    @DisplayName(
            "together: sums of both numbers, ratios of the sums, the middle of all spans, the pace of those with targets")
    void sums() {
        Summary one = new Summary(
                Map.of(
                        Measure.K15, new Fraction(1, 10),
                        Measure.SOLD, new Fraction(6, 12),
                        Measure.DELIVERIES, new Fraction(6, 3)),
                Map.of(Measure.SOLD, new BigDecimal("4.5")),
                new TreeMap<>(Map.of(30, 2, 600, 1)),
                3,
                LocalDate.of(2026, 1, 5),
                LocalDate.of(2026, 3, 2));
        Summary other = new Summary(
                Map.of(
                        Measure.K15, new Fraction(8, 10),
                        Measure.SOLD, new Fraction(5, 0),
                        Measure.DELIVERIES, new Fraction(5, 2)),
                Map.of(),
                new TreeMap<>(Map.of(60, 1, 90, 1)),
                2,
                LocalDate.of(2026, 2, 1),
                null);
        Summary both = Summary.sum(List.of(one, other));
        assertThat(both.number(Measure.K15)).isEqualByComparingTo("0.45");
        assertThat(both.of(Measure.SOLD))
                .as("who has no target counts on neither side")
                .isEqualTo(new Fraction(6, 12));
        assertThat(both.pace(Measure.SOLD)).isEqualByComparingTo("1.3333");
        assertThat(both.of(Measure.DELIVERIES)).isEqualTo(new Fraction(11, 5));
        assertThat(both.number(Measure.HQ_HOURS))
                .as("30, 30, 60, 90, 600 minutes")
                .isEqualByComparingTo("1.0");
        assertThat(both.isTooLittle(Measure.HQ_HOURS)).isTrue();
        assertThat(both.consultants()).isEqualTo(5);
        assertThat(both.first()).isEqualTo("2026-01-05");
        assertThat(Kept.read(Kept.written(one))).as("kept and read again").isEqualTo(one);
        assertThat(Kept.read(Kept.written(other))).isEqualTo(other);
    }

    @Test
    @DisplayName(
            "this month is measured against the same days of the last, a whole month against a whole one, others against as many days")
    void before() {
        assertThat(Question.before(days("2026-03-01", "2026-03-18"))).isEqualTo(days("2026-02-01", "2026-02-18"));
        assertThat(Question.before(days("2026-03-01", "2026-03-30"))).isEqualTo(days("2026-02-01", "2026-02-28"));
        assertThat(Question.before(days("2026-02-01", "2026-02-28"))).isEqualTo(days("2026-01-01", "2026-01-31"));
        assertThat(Question.before(days("2026-03-09", "2026-03-15"))).isEqualTo(days("2026-03-02", "2026-03-08"));
    }

    private static Days days(String from, String until) {
        return new Days(LocalDate.parse(from), LocalDate.parse(until));
    }

    @Test
    @DisplayName("a kept summary is the present for a minute, and only while nothing was written since")
    void present() {
        Instant at = Instant.parse("2026-03-02T01:00:00Z");
        Kept kept = new Kept(days("2026-03-01", "2026-03-02"), at, java.time.Duration.ZERO, closing(1, 10));
        assertThat(kept.isPresent(at.minusSeconds(1), at.plusSeconds(60))).isTrue();
        assertThat(kept.isPresent(null, at.plusSeconds(60))).isTrue();
        assertThat(kept.isPresent(at.minusSeconds(1), at.plusSeconds(61))).isFalse();
        assertThat(kept.isPresent(at, at)).as("written in the same moment").isFalse();
    }
}
