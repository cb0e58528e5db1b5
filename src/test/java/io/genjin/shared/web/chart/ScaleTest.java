package io.genjin.shared.web.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The axis of a chart: round steps, zero on it, everything inside. */
class ScaleTest {

    private static List<String> ticks(String... numbers) {
        return Scale.over(Arrays.stream(numbers).map(BigDecimal::new).toList(), 4).ticks().stream()
                .map(tick -> Unit.NUMBER.words(tick))
                .toList();
    }

    @Test
    @DisplayName("steps are 1, 2 or 5 times a power of ten, and zero lies on the axis even when all numbers are large")
    void round_steps() {
        assertThat(ticks("3", "17")).containsExactly("0", "5", "10", "15", "20");
        assertThat(ticks("97", "99")).containsExactly("0", "50", "100");
        assertThat(ticks("0.12", "0.33")).containsExactly("0", "0.1", "0.2", "0.3", "0.4");
        assertThat(ticks("1200", "4100")).containsExactly("0", "2000", "4000", "6000");
    }

    @Test
    @DisplayName("counts have no half steps: of 1 customer the axis says 0 and 1")
    void whole_numbers() {
        assertThat(ticks("1")).containsExactly("0", "1");
        assertThat(ticks("2", "1")).containsExactly("0", "1", "2");
    }

    @Test
    @DisplayName("nothing, and nothing but zeros, still has an axis")
    void nothing() {
        assertThat(ticks()).containsExactly("0", "1");
        assertThat(ticks("0", "0")).containsExactly("0", "1");
        assertThat(Scale.over(Arrays.asList((BigDecimal) null), 4).ticks()).hasSize(2);
    }

    @Test
    @DisplayName("negative numbers lie below zero, with a minus as wide as a plus")
    void negative() {
        assertThat(ticks("-12", "30")).containsExactly("−20", "0", "20", "40");
        assertThat(ticks("-3")).containsExactly("−3", "−2", "−1", "0");
    }

    static Stream<Integer> seeds() {
        return IntStream.range(0, 200).boxed();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("seeds")
    @DisplayName("whatever the numbers: all inside, at most so many steps, zero a tick, places in order")
    void anything(int seed) {
        Random random = new Random(seed);
        List<BigDecimal> numbers = new ArrayList<>();
        int count = 1 + random.nextInt(20);
        int power = random.nextInt(9) - 3;
        for (int number = 0; number < count; number++) {
            numbers.add(BigDecimal.valueOf(random.nextInt(2_000) - (seed % 3 == 0 ? 1_000 : 0))
                    .scaleByPowerOfTen(power));
        }
        Scale scale = Scale.over(numbers, 4);
        assertThat(scale.ticks().size()).isBetween(2, 5);
        assertThat(scale.ticks()).anyMatch(tick -> tick.signum() == 0);
        String digit = scale.step().stripTrailingZeros().unscaledValue().toString();
        assertThat(digit).isIn("1", "2", "5");
        for (BigDecimal number : numbers) {
            assertThat(number).isBetween(scale.low(), scale.high());
            assertThat(scale.place(number, 100)).isBetween(BigDecimal.ZERO, BigDecimal.valueOf(100));
        }
        numbers.sort(null);
        for (int place = 1; place < numbers.size(); place++) {
            assertThat(scale.place(numbers.get(place), 1_000))
                    .isGreaterThanOrEqualTo(scale.place(numbers.get(place - 1), 1_000));
        }
    }
}
