package io.genjin.deal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genjin.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whose word a price needs (价格权限). */
class DiscountLadderTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    private static DiscountLadder ladder(
            @Nullable String model, DiscountLadder.Unit unit, int sc, int shm, int sm, LocalDate from) {
        return new DiscountLadder(
                new UUID(1, from.toEpochDay()),
                model,
                unit,
                BigDecimal.valueOf(sc),
                BigDecimal.valueOf(shm),
                BigDecimal.valueOf(sm),
                from);
    }

    @ParameterizedTest(name = "{0} of 189,900.00 needs {1}")
    @CsvSource({
        "0.00, SC",
        "1899.00, SC",
        "1899.01, SHM",
        "5697.00, SHM",
        "5697.01, SM",
        "11394.00, SM",
        "11394.01, GM",
        "189900.00, GM"
    })
    void a_limit_is_within_the_duty_and_a_cent_more_is_not(String concession, ApprovalLevel level) {
        assertThat(DiscountLadder.BUILT_IN.levelFor(Money.of("189900.00"), Money.of(concession)))
                .isEqualTo(level);
    }

    @Test
    void amounts_are_limits_whatever_the_car_costs() {
        DiscountLadder ladder = ladder(null, DiscountLadder.Unit.AMOUNT, 2000, 5000, 8000, MONDAY);
        for (String price : List.of("50000.00", "500000.00")) {
            assertThat(ladder.levelFor(Money.of(price), Money.of("2000.00"))).isEqualTo(ApprovalLevel.SC);
            assertThat(ladder.levelFor(Money.of(price), Money.of("8000.01"))).isEqualTo(ApprovalLevel.GM);
        }
    }

    @Test
    void a_percentage_of_an_odd_price_is_rounded_to_the_cent_and_no_further() {
        Money price = Money.of("129999.99");
        assertThat(DiscountLadder.BUILT_IN.limit(ApprovalLevel.SC, price)).isEqualTo(Money.of("1300.00"));
        assertThat(DiscountLadder.BUILT_IN.limit(ApprovalLevel.GM, price)).isNull();
    }

    @Test
    void a_models_own_ladder_comes_before_the_one_for_all_and_the_newest_that_has_begun_counts() {
        DiscountLadder all = ladder(null, DiscountLadder.Unit.PERCENT, 2, 4, 8, MONDAY.minusDays(20));
        DiscountLadder before = ladder("途观L", DiscountLadder.Unit.PERCENT, 1, 2, 3, MONDAY.minusDays(10));
        DiscountLadder now = ladder("途观L", DiscountLadder.Unit.PERCENT, 0, 1, 2, MONDAY);
        DiscountLadder later = ladder("途观L", DiscountLadder.Unit.PERCENT, 5, 6, 7, MONDAY.plusDays(1));
        List<DiscountLadder> ladders = List.of(later, now, before, all);
        assertThat(DiscountLadder.of(ladders, "途观L", MONDAY)).isEqualTo(now);
        assertThat(DiscountLadder.of(ladders, "途观L", MONDAY.minusDays(1))).isEqualTo(before);
        assertThat(DiscountLadder.of(ladders, "途观L", MONDAY.plusDays(1))).isEqualTo(later);
        assertThat(DiscountLadder.of(ladders, "朗逸", MONDAY)).isEqualTo(all);
        assertThat(DiscountLadder.of(ladders, "朗逸", MONDAY.minusDays(21))).isEqualTo(DiscountLadder.BUILT_IN);
    }

    @Test
    void limits_that_fall_with_the_duty_are_none() {
        assertThatThrownBy(() -> ladder(null, DiscountLadder.Unit.AMOUNT, 5, 4, 6, MONDAY))
                .isInstanceOf(IllegalArgumentException.class);
    }

    static List<Integer> seeds() {
        return IntStream.range(0, 100).boxed().toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("seeds")
    void who_gives_up_more_never_needs_a_lower_word(int seed) {
        Random random = new Random(seed);
        int first = random.nextInt(3);
        int second = first + random.nextInt(4);
        DiscountLadder ladder =
                ladder(null, DiscountLadder.Unit.PERCENT, first, second, second + random.nextInt(5), MONDAY);
        Money price = Money.cents(5_000_000L + random.nextInt(30_000_000));
        ApprovalLevel before = ApprovalLevel.SC;
        for (long cents = 0; cents < 4_000_000; cents += 1 + random.nextInt(200_000)) {
            ApprovalLevel level = ladder.levelFor(price, Money.cents(cents));
            assertThat(level).isGreaterThanOrEqualTo(before);
            before = level;
        }
    }
}
