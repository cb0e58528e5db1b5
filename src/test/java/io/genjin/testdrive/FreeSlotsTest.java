package io.genjin.testdrive;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.dealership.OpeningCalendar;
import io.genjin.dealership.OpeningCalendar.SpecialDay;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When a car can be booked. */
class FreeSlotsTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final Duration HOUR = Duration.ofHours(1);

    private final FreeSlots slots = new FreeSlots(
            DriveRules.USUAL,
            new OpeningCalendar(List.of(), List.of(new SpecialDay(LocalDate.of(2026, 3, 3), false, "盘点"))),
            SHANGHAI);

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
    }

    private static Slot slot(String from, String to) {
        return new Slot(at(from), at(to));
    }

    @Test
    void what_is_taken_is_not_free_and_what_touches_it_is() {
        List<Slot> free =
                slots.free(MONDAY, HOUR, List.of(slot("2026-03-02T10:00", "2026-03-02T11:00")), at("2026-03-02T08:00"));
        assertThat(free)
                .contains(slot("2026-03-02T09:00", "2026-03-02T10:00"), slot("2026-03-02T11:00", "2026-03-02T12:00"))
                .doesNotContain(
                        slot("2026-03-02T09:30", "2026-03-02T10:30"), slot("2026-03-02T10:30", "2026-03-02T11:30"));
    }

    @Test
    void the_last_one_ends_when_the_dealership_closes() {
        List<Slot> free = slots.free(MONDAY, HOUR, List.of(), at("2026-03-02T08:00"));
        assertThat(free.get(0)).isEqualTo(slot("2026-03-02T09:00", "2026-03-02T10:00"));
        assertThat(free.get(free.size() - 1)).isEqualTo(slot("2026-03-02T17:00", "2026-03-02T18:00"));
        assertThat(slots.isWithinHours(slot("2026-03-02T17:30", "2026-03-02T18:30")))
                .isFalse();
    }

    @Test
    void nothing_begins_in_the_past_or_on_a_closed_day() {
        assertThat(slots.free(MONDAY, HOUR, List.of(), at("2026-03-02T16:31")))
                .containsExactly(slot("2026-03-02T17:00", "2026-03-02T18:00"));
        assertThat(slots.free(LocalDate.of(2026, 3, 3), HOUR, List.of(), at("2026-03-02T08:00")))
                .isEmpty();
        assertThat(slots.isWithinHours(slot("2026-03-03T10:00", "2026-03-03T11:00")))
                .isFalse();
    }

    @Test
    void the_next_free_one_steps_over_the_closed_day() {
        assertThat(slots.next(at("2026-03-02T17:10"), HOUR, List.of(), at("2026-03-02T09:00")))
                .contains(slot("2026-03-04T09:00", "2026-03-04T10:00"));
    }

    @Test
    void a_route_keeps_the_car_up_to_the_next_line_of_the_grid() {
        assertThat(slots.length(25)).isEqualTo(Duration.ofMinutes(30));
        assertThat(slots.length(30)).isEqualTo(Duration.ofMinutes(30));
        assertThat(slots.length(31)).isEqualTo(Duration.ofMinutes(60));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void however_a_day_fills_up_no_two_overlap_and_none_leaves_the_hours(long seed) {
        Random chance = new Random(seed);
        List<Slot> taken = new ArrayList<>();
        FreeSlots any = new FreeSlots(
                new DriveRules(
                        LocalTime.of(8 + chance.nextInt(3), 0),
                        LocalTime.of(16 + chance.nextInt(4), 30),
                        new int[] {15, 20, 30, 45, 60}[chance.nextInt(5)],
                        1,
                        DriveRules.KeyHolder.SPECIALIST),
                new OpeningCalendar(List.of(), List.of()),
                SHANGHAI);
        for (int tries = 0; tries < 60; tries++) {
            Duration length = any.length(5 + chance.nextInt(90));
            List<Slot> free = any.free(MONDAY, length, taken, at("2026-03-02T07:00"));
            if (!free.isEmpty()) {
                taken.add(free.get(chance.nextInt(free.size())));
            }
        }
        assertThat(taken).isNotEmpty().allMatch(any::isWithinHours);
        for (Slot one : taken) {
            assertThat(taken.stream().filter(one::overlaps)).containsExactly(one);
        }
    }
}
