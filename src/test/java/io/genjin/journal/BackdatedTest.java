package io.genjin.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackdatedTest {

    private static final Instant HAPPENED = Instant.parse("2026-03-02T01:00:00Z");

    @ParameterizedTest(name = "written {0} after it happened: {1}")
    @CsvSource({
        "PT0S, PROMPTLY",
        "-PT1M, PROMPTLY",
        "PT2H, PROMPTLY",
        "PT2H0.001S, LATER",
        "PT24H, LATER",
        "PT24H0.001S, DAYS_LATER",
        "PT720H, DAYS_LATER"
    })
    void what_is_written_later_is_marked_from_just_after_its_limit(Duration delay, Backdated expected) {
        assertThat(Backdated.of(HAPPENED, HAPPENED.plus(delay))).isEqualTo(expected);
        assertThat(expected.isMarked()).isEqualTo(delay.compareTo(Duration.ofHours(2)) > 0);
    }
}
