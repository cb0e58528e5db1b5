package io.genjin.defeat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Chance that everybody can check. */
class CourtesySampleTest {

    private static final List<DefeatId> DEFEATS = defeats();

    private static List<DefeatId> defeats() {
        Random chance = new Random(11);
        return Stream.generate(() -> new DefeatId(new UUID(chance.nextLong(), chance.nextLong())))
                .limit(20_000)
                .toList();
    }

    private static List<DefeatId> drawn(String seed, int percent) {
        return DEFEATS.stream()
                .filter(defeat -> CourtesySample.draws(seed, defeat, percent))
                .toList();
    }

    @Test
    void who_draws_again_gets_the_same_ones() {
        assertThat(drawn("SH001 2026-03", 20)).isEqualTo(drawn("SH001 2026-03", 20));
    }

    @Test
    void another_month_or_dealership_draws_others() {
        assertThat(drawn("SH001 2026-03", 20)).isNotEqualTo(drawn("SH001 2026-04", 20));
        assertThat(drawn("SH001 2026-03", 20)).isNotEqualTo(drawn("SZ001 2026-03", 20));
    }

    @Test
    void about_as_many_are_drawn_as_the_policy_says() {
        assertThat(drawn("SH001 2026-03", 20).size() / 200.0).isCloseTo(20, within(1.5));
        assertThat(drawn("SH001 2026-03", 0)).isEmpty();
        assertThat(drawn("SH001 2026-03", 100)).hasSameSizeAs(DEFEATS);
    }

    @Test
    void who_is_drawn_at_a_small_share_is_drawn_at_a_larger_one() {
        assertThat(drawn("SH001 2026-03", 40)).containsAll(drawn("SH001 2026-03", 20));
    }
}
