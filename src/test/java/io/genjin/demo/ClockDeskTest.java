package io.genjin.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genjin.shared.FieldsRefused;
import io.genjin.testing.MutableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Days that a demo skips are lived through one by one. */
class ClockDeskTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Instant MONDAY_9 = Instant.parse("2026-03-02T01:00:00Z");

    @TempDir
    Path data;

    private final List<Instant> done = new ArrayList<>();

    private ClockDesk desk() {
        DemoClock clock = new DemoClock(new MutableClock(), data.resolve("demo-clock"));
        return new ClockDesk(clock, List.of(() -> done.add(clock.instant())));
    }

    @Test
    void what_falls_due_is_done_at_every_midnight_and_at_the_end() {
        ClockDesk desk = desk();
        desk.moveTo(Instant.parse("2026-03-04T04:00:00Z"), SHANGHAI);
        assertThat(done)
                .containsExactly(
                        Instant.parse("2026-03-02T16:00:00Z"),
                        Instant.parse("2026-03-03T16:00:00Z"),
                        Instant.parse("2026-03-04T04:00:00Z"));
        assertThat(desk.now()).isEqualTo(Instant.parse("2026-03-04T04:00:00Z"));
    }

    @Test
    void to_stay_where_it_is_does_what_is_due() {
        desk().moveTo(MONDAY_9, SHANGHAI);
        assertThat(done).containsExactly(MONDAY_9);
    }

    @Test
    void neither_back_nor_more_than_a_year_on() {
        ClockDesk desk = desk();
        assertThatThrownBy(() -> desk.moveTo(MONDAY_9.minusMillis(1), SHANGHAI)).isInstanceOf(ClockNeverBack.class);
        assertThatThrownBy(() -> desk.moveTo(MONDAY_9.plus(Duration.ofDays(367)), SHANGHAI))
                .isInstanceOf(FieldsRefused.class);
        assertThat(done).isEmpty();
        assertThat(desk.now()).isEqualTo(MONDAY_9);
    }
}
