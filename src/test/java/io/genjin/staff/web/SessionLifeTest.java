package io.genjin.staff.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How long somebody stays signed in. */
class SessionLifeTest {

    private static final Instant NINE = Instant.parse("2026-03-02T01:00:00Z");

    private final SessionLife life = new SessionLife(Duration.ofMinutes(30), Duration.ofHours(12));

    @Test
    @DisplayName("S-R11: thirty minutes after the last act, to the second")
    void idle() {
        assertThat(life.isOver(NINE, NINE, NINE.plusSeconds(1800))).isFalse();
        assertThat(life.isOver(NINE, NINE, NINE.plusSeconds(1801))).isTrue();
        assertThat(life.isOver(NINE, NINE.plusSeconds(1700), NINE.plusSeconds(1801)))
                .isFalse();
    }

    @Test
    @DisplayName("S-R11: twelve hours in all, however busy the day")
    void longest() {
        Instant nineInTheEvening = NINE.plus(Duration.ofHours(12));
        assertThat(life.isOver(NINE, nineInTheEvening, nineInTheEvening)).isFalse();
        assertThat(life.isOver(NINE, nineInTheEvening, nineInTheEvening.plusSeconds(1)))
                .isTrue();
    }

    @Test
    void a_rest_that_is_longer_than_the_whole_is_refused_at_the_start() {
        assertThatThrownBy(() -> new SessionLife(Duration.ofHours(13), Duration.ofHours(12)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SessionLife(Duration.ZERO, Duration.ofHours(12)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
