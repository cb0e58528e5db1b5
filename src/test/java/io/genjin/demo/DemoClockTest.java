package io.genjin.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genjin.testing.MutableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo's clock runs with the system's, ahead of it, and never back. */
class DemoClockTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T01:00:00Z");

    @TempDir
    Path data;

    private final MutableClock system = new MutableClock();

    private DemoClock clock() {
        return new DemoClock(system, data.resolve("demo-clock"));
    }

    @Test
    void it_runs_with_the_system_until_it_is_moved_and_ahead_of_it_afterwards() {
        DemoClock clock = clock();
        assertThat(clock.instant()).isEqualTo(MONDAY);
        clock.moveTo(MONDAY.plus(Duration.ofDays(3)));
        system.set(MONDAY.plusSeconds(60));
        assertThat(clock.instant()).isEqualTo(MONDAY.plus(Duration.ofDays(3)).plusSeconds(60));
    }

    @Test
    void it_stays_ahead_after_a_restart() {
        clock().moveTo(MONDAY.plus(Duration.ofHours(26)));
        assertThat(clock().instant()).isEqualTo(MONDAY.plus(Duration.ofHours(26)));
        assertThat(data.toFile().list()).containsExactly("demo-clock");
    }

    @Test
    void it_never_goes_back() {
        DemoClock clock = clock();
        clock.moveTo(MONDAY.plusSeconds(10));
        assertThatThrownBy(() -> clock.moveTo(MONDAY.plusSeconds(9)))
                .isInstanceOfSatisfying(ClockNeverBack.class, refusal -> {
                    assertThat(refusal.kind().status()).isEqualTo(422);
                    assertThat(refusal.fields().get(0).name()).isEqualTo("now");
                });
        assertThat(clock.instant()).isEqualTo(MONDAY.plusSeconds(10));
    }

    @Test
    void a_thread_stands_at_its_own_instant_while_everybody_else_goes_on() throws InterruptedException {
        DemoClock clock = clock();
        List<Instant> seen = new ArrayList<>();
        Thread other = new Thread(() -> seen.add(clock.instant()));
        Instant past = MONDAY.minus(Duration.ofDays(90));
        clock.at(past, () -> {
            seen.add(clock.instant());
            clock.at(past.plusSeconds(1), () -> seen.add(clock.instant()));
            seen.add(clock.instant());
            other.start();
            join(other);
        });
        seen.add(clock.instant());
        assertThat(seen).containsExactly(past, past.plusSeconds(1), past, MONDAY, MONDAY);
    }

    @Test
    void a_file_that_holds_no_span_of_time_is_named_at_the_start() throws IOException {
        Files.writeString(data.resolve("demo-clock"), "tomorrow");
        assertThatThrownBy(this::clock)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("demo-clock");
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
