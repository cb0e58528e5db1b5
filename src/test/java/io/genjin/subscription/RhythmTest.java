package io.genjin.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genjin.dealership.OpeningCalendar;
import io.genjin.dealership.OpeningCalendar.SpecialDay;
import io.genjin.dealership.OpeningCalendar.Weekly;
import io.genjin.subscription.Rhythm.Every;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When letters are due: across zones, month ends and closed days. 2 March 2026 is a Monday. */
class RhythmTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final OpeningCalendar ALWAYS = new OpeningCalendar(List.of(), List.of());
    private static final LocalTime HALF_PAST_EIGHT = LocalTime.of(8, 30);

    private static final Rhythm DAILY = new Rhythm(Every.DAY, null, null, HALF_PAST_EIGHT, true);

    private static Rhythm weekly(DayOfWeek day, boolean openDaysOnly) {
        return new Rhythm(Every.WEEK, day, null, HALF_PAST_EIGHT, openDaysOnly);
    }

    private static Rhythm monthly(int day, boolean openDaysOnly) {
        return new Rhythm(Every.MONTH, null, day, HALF_PAST_EIGHT, openDaysOnly);
    }

    private static OpeningCalendar closed(String... days) {
        return new OpeningCalendar(
                List.of(),
                Stream.of(days)
                        .map(day -> new SpecialDay(LocalDate.parse(day), false, "节日"))
                        .toList());
    }

    private static String next(Rhythm rhythm, String after, ZoneId zone, OpeningCalendar calendar) {
        return rhythm.next(LocalDateTime.parse(after).atZone(zone).toInstant(), zone, calendar)
                .map(moment -> LocalDateTime.ofInstant(moment, zone).toString())
                .orElse("never");
    }

    @Test
    void a_daily_letter_comes_at_its_time_and_not_twice() {
        assertThat(next(DAILY, "2026-03-02T08:29:59", SHANGHAI, ALWAYS)).isEqualTo("2026-03-02T08:30");
        assertThat(next(DAILY, "2026-03-02T08:30", SHANGHAI, ALWAYS)).isEqualTo("2026-03-03T08:30");
    }

    @Test
    void the_time_is_the_dealerships() {
        Instant midnight = Instant.parse("2026-03-02T00:00:00Z");
        assertThat(DAILY.next(midnight, SHANGHAI, ALWAYS)).contains(Instant.parse("2026-03-02T00:30:00Z"));
        assertThat(DAILY.next(midnight, ZoneId.of("Asia/Urumqi"), ALWAYS))
                .contains(Instant.parse("2026-03-02T02:30:00Z"));
        assertThat(DAILY.next(midnight, BERLIN, ALWAYS)).contains(Instant.parse("2026-03-02T07:30:00Z"));
    }

    @Test
    void a_clock_change_loses_no_letter_and_makes_no_second_one() {
        Rhythm early = new Rhythm(Every.DAY, null, null, LocalTime.of(2, 30), false);
        Instant before = Instant.parse("2026-03-28T22:00:00Z");
        assertThat(early.next(before, BERLIN, ALWAYS))
                .as("there is no half past two on 29 March")
                .contains(Instant.parse("2026-03-29T01:30:00Z"));
        Instant autumn = Instant.parse("2026-10-24T22:00:00Z");
        Instant first = early.next(autumn, BERLIN, ALWAYS).orElseThrow();
        assertThat(first).as("there are two on 25 October").isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
        assertThat(early.next(first, BERLIN, ALWAYS)).contains(Instant.parse("2026-10-26T01:30:00Z"));
    }

    @Test
    void closed_days_are_left_out_of_a_daily_letter_only_if_wanted() {
        OpeningCalendar calendar = closed("2026-03-03", "2026-03-04");
        assertThat(next(DAILY, "2026-03-02T09:00", SHANGHAI, calendar)).isEqualTo("2026-03-05T08:30");
        Rhythm always = new Rhythm(Every.DAY, null, null, HALF_PAST_EIGHT, false);
        assertThat(next(always, "2026-03-02T09:00", SHANGHAI, calendar)).isEqualTo("2026-03-03T08:30");
    }

    @Test
    void a_weekly_letter_of_a_closed_day_waits_for_the_next_open_one_of_its_week() {
        assertThat(next(weekly(DayOfWeek.MONDAY, true), "2026-03-01T12:00", SHANGHAI, closed("2026-03-02")))
                .isEqualTo("2026-03-03T08:30");
        assertThat(next(
                        weekly(DayOfWeek.SATURDAY, true),
                        "2026-03-01T12:00",
                        SHANGHAI,
                        closed("2026-03-07", "2026-03-08")))
                .as("the rest of that week is closed")
                .isEqualTo("2026-03-14T08:30");
        assertThat(next(weekly(DayOfWeek.MONDAY, false), "2026-03-01T12:00", SHANGHAI, closed("2026-03-02")))
                .isEqualTo("2026-03-02T08:30");
    }

    @Test
    void a_month_without_the_day_means_its_last() {
        Rhythm last = monthly(31, false);
        assertThat(next(last, "2026-01-31T09:00", SHANGHAI, ALWAYS)).isEqualTo("2026-02-28T08:30");
        assertThat(next(last, "2026-02-28T09:00", SHANGHAI, ALWAYS)).isEqualTo("2026-03-31T08:30");
        assertThat(next(monthly(30, false), "2028-02-01T09:00", SHANGHAI, ALWAYS))
                .isEqualTo("2028-02-29T08:30");
    }

    @Test
    void a_monthly_letter_of_a_holiday_waits_for_the_next_open_day_of_its_month() {
        OpeningCalendar goldenWeek = closed(
                "2026-10-01", "2026-10-02", "2026-10-03", "2026-10-04", "2026-10-05", "2026-10-06", "2026-10-07");
        assertThat(next(monthly(1, true), "2026-09-30T09:00", SHANGHAI, goldenWeek))
                .isEqualTo("2026-10-08T08:30");
        assertThat(next(monthly(31, true), "2026-03-30T09:00", SHANGHAI, closed("2026-03-31")))
                .as("no day of March is left")
                .isEqualTo("2026-04-30T08:30");
    }

    @Test
    void who_is_closed_for_good_gets_nothing() {
        OpeningCalendar never = new OpeningCalendar(
                List.of(new Weekly(
                        LocalDate.of(2020, 1, 1),
                        Set.of(
                                DayOfWeek.MONDAY,
                                DayOfWeek.TUESDAY,
                                DayOfWeek.WEDNESDAY,
                                DayOfWeek.THURSDAY,
                                DayOfWeek.FRIDAY,
                                DayOfWeek.SATURDAY),
                        "")),
                LocalDate.of(2026, 1, 1)
                        .datesUntil(LocalDate.of(2028, 1, 1))
                        .filter(day -> day.getDayOfWeek() == DayOfWeek.SUNDAY)
                        .map(day -> new SpecialDay(day, false, ""))
                        .toList());
        assertThat(next(DAILY, "2026-03-02T09:00", SHANGHAI, never)).isEqualTo("never");
        assertThat(DAILY.newest(
                        Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-09-01T00:00:00Z"), SHANGHAI, never))
                .isEmpty();
    }

    @Test
    void after_a_pause_only_the_newest_is_due() {
        Instant stopped = Instant.parse("2026-03-02T01:00:00Z");
        Instant again = Instant.parse("2026-03-12T01:00:00Z");
        assertThat(DAILY.newest(stopped, again, SHANGHAI, ALWAYS)).contains(Instant.parse("2026-03-12T00:30:00Z"));
        assertThat(DAILY.newest(again, again.plusSeconds(3600), SHANGHAI, ALWAYS))
                .isEmpty();
    }

    @Test
    void a_rhythm_that_says_too_little_or_too_much_is_none() {
        assertThatThrownBy(() -> new Rhythm(Every.WEEK, null, null, HALF_PAST_EIGHT, true))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Rhythm(Every.DAY, DayOfWeek.MONDAY, null, HALF_PAST_EIGHT, true))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> monthly(32, true)).isInstanceOf(IllegalArgumentException.class);
    }

    /** By counting up from moment to moment one must meet the same newest, whatever rhythm, calendar and zone. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void next_and_newest_agree(long seed) {
        Random chance = new Random(seed);
        ZoneId zone = List.of(SHANGHAI, BERLIN, ZoneId.of("America/New_York"), ZoneId.of("Asia/Kathmandu"))
                .get(chance.nextInt(4));
        LocalDate start = LocalDate.of(2026, 1, 1).plusDays(chance.nextInt(365));
        List<SpecialDay> days = new ArrayList<>();
        for (int day = 0; day < 120; day++) {
            if (chance.nextInt(3) == 0) {
                days.add(new SpecialDay(start.plusDays(day), false, ""));
            }
        }
        OpeningCalendar calendar = new OpeningCalendar(List.of(), days);
        boolean open = chance.nextBoolean();
        LocalTime at = LocalTime.of(chance.nextInt(24), chance.nextInt(60));
        Rhythm rhythm =
                switch (chance.nextInt(3)) {
                    case 0 -> new Rhythm(Every.DAY, null, null, at, open);
                    case 1 -> new Rhythm(Every.WEEK, DayOfWeek.of(1 + chance.nextInt(7)), null, at, open);
                    default -> new Rhythm(Every.MONTH, null, 1 + chance.nextInt(31), at, open);
                };
        Instant from = start.atTime(chance.nextInt(24), 0).atZone(zone).toInstant();
        Instant until = from.plusSeconds(3600L * chance.nextInt(24 * 100));
        Instant newest = null;
        Instant moment = from;
        int count = 0;
        while (true) {
            moment = rhythm.next(moment, zone, calendar).orElse(null);
            if (moment == null || moment.isAfter(until)) {
                break;
            }
            newest = moment;
            count++;
        }
        assertThat(rhythm.newest(from, until, zone, calendar).orElse(null)).isEqualTo(newest);
        assertThat(count).isLessThanOrEqualTo(102);
    }
}
