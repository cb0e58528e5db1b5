package io.genjin.dealership;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
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

    /** Day by day, as one counts on the fingers. */
    private static LocalDate naive(LocalDate counted, Set<LocalDate> closed, LocalDate first) {
        LocalDate day = first;
        LocalDate open = first;
        while (true) {
            while (closed.contains(day)) {
                day = day.plusDays(1);
            }
            if (open.equals(counted)) {
                return day;
            }
            open = open.plusDays(1);
            day = day.plusDays(1);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @DisplayName("with weekly closing days, holidays and make-up days both ways are as counted day by day")
    void as_counted(long seed) {
        Random random = new Random(seed);
        LocalDate first = day("2026-01-01");
        Set<DayOfWeek> weekly = EnumSet.noneOf(DayOfWeek.class);
        for (int count = random.nextInt(7); count > 0; count--) {
            weekly.add(DayOfWeek.of(1 + random.nextInt(6)));
        }
        List<OpeningCalendar.SpecialDay> special = new ArrayList<>();
        for (int count = random.nextInt(40); count > 0; count--) {
            special.add(
                    new OpeningCalendar.SpecialDay(first.plusDays(random.nextInt(300)), random.nextBoolean(), "调休"));
        }
        OpeningCalendar calendar = new OpeningCalendar(
                List.of(new OpeningCalendar.Weekly(first.plusDays(random.nextInt(60)), weekly, "周休")), special);
        LocalDate last = day("2027-06-30");
        Set<LocalDate> closed = new HashSet<>(calendar.closedUntil(last));
        OpenTime time = new OpenTime(closed, SHANGHAI);
        int open = 0;
        for (LocalDate day = first; day.isBefore(day("2026-12-31")); day = day.plusDays(1)) {
            assertThat(calendar.isOpen(day)).isEqualTo(!closed.contains(day));
            assertThat(time.expand(day)).isEqualTo(naive(day, closed, first));
            Instant noon = day.atTime(12, 0).atZone(SHANGHAI).toInstant();
            LocalDate counted = first.plusDays(open);
            assertThat(LocalDate.ofInstant(time.compress(noon), SHANGHAI)).isEqualTo(counted);
            if (calendar.isOpen(day)) {
                open++;
                assertThat(time.expand(time.compress(noon))).isEqualTo(noon);
            }
            assertThat(calendar.openDays(first, day)).isEqualTo(open);
        }
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 60);
    }
}
