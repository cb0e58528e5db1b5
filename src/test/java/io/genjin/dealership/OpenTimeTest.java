package io.genjin.dealership;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Time from which closed days are cut (O-07). */
class OpenTimeTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    @Test
    @DisplayName("24 hours from the eve of three closed days end on the first open day at the same hour")
    void springFestival() {
        OpenTime time = new OpenTime(List.of(day("2026-02-17"), day("2026-02-18"), day("2026-02-19")), SHANGHAI);
        Instant due = time.expand(time.compress(at("2026-02-16T16:00:00")).plusSeconds(24 * 3600));
        assertThat(due).isEqualTo(at("2026-02-20T16:00:00"));
    }

    @Test
    @DisplayName("what happens on a closed day happens at the beginning of the next open one")
    void onAClosedDay() {
        OpenTime time = new OpenTime(List.of(day("2026-02-17")), SHANGHAI);
        assertThat(time.expand(time.compress(at("2026-02-17T11:00:00")))).isEqualTo(at("2026-02-18T00:00:00"));
    }

    @Test
    @DisplayName("without closed days it is ordinary time")
    void ordinary() {
        OpenTime time = new OpenTime(List.of(), SHANGHAI);
        assertThat(time.isOrdinary()).isTrue();
        assertThat(time.compress(at("2026-02-17T11:00:00"))).isEqualTo(at("2026-02-17T11:00:00"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    @DisplayName("every open moment comes back as itself, order stays, and no moment comes back on a closed day")
    void thereAndBack(long seed) {
        Random random = new Random(seed);
        Set<LocalDate> closed = new HashSet<>();
        for (int count = 0; count < 40; count++) {
            closed.add(day("2026-01-01").plusDays(random.nextInt(120)));
        }
        OpenTime time = new OpenTime(closed, SHANGHAI);
        Instant before = Instant.MIN;
        Instant moment = at("2025-12-20T00:00:00");
        while (moment.isBefore(at("2026-06-01T00:00:00"))) {
            Instant counted = time.compress(moment);
            assertThat(counted).isAfterOrEqualTo(before);
            Instant back = time.expand(counted);
            LocalDate on = LocalDate.ofInstant(moment, SHANGHAI);
            assertThat(closed).doesNotContain(LocalDate.ofInstant(back, SHANGHAI));
            if (!closed.contains(on)) {
                assertThat(back).isEqualTo(moment);
            }
            before = counted;
            moment = moment.plusSeconds(1 + random.nextInt(40_000));
        }
    }
}
