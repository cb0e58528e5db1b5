package io.genjin.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.quality.Bursts.Rule;
import io.genjin.quality.Bursts.Stretch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BurstsTest {

    private static final Instant EVENING = Instant.parse("2026-03-31T10:00:00Z");

    /** So many entries, evenly spread over so much time, the last one at its end. */
    private static List<Instant> entries(int count, Duration time) {
        return IntStream.range(0, count)
                .mapToObj(place -> EVENING.plusMillis(time.toMillis() * place / Math.max(1, count - 1)))
                .toList();
    }

    @Test
    void fifteen_calls_in_six_minutes_are_a_burst_and_fourteen_are_none() {
        assertThat(Bursts.in(entries(15, Duration.ofMinutes(6)), Bursts.RULES)).containsExactly(new Stretch(0, 14));
        assertThat(Bursts.in(entries(14, Duration.ofMinutes(6)), Bursts.RULES)).isEmpty();
    }

    @Test
    void more_than_twenty_in_an_hour_are_a_burst_and_twenty_are_none() {
        assertThat(Bursts.in(entries(21, Duration.ofHours(1)), Bursts.RULES)).containsExactly(new Stretch(0, 20));
        assertThat(Bursts.in(entries(20, Duration.ofMinutes(50)), Bursts.RULES)).isEmpty();
        assertThat(Bursts.in(entries(21, Duration.ofHours(1).plusMillis(20)), Bursts.RULES))
                .as("the last one comes after the hour")
                .isEmpty();
    }

    @Test
    void windows_that_share_an_entry_are_one_stretch_and_others_are_two() {
        List<Instant> long_evening = entries(60, Duration.ofHours(2));
        assertThat(Bursts.in(long_evening, Bursts.RULES)).containsExactly(new Stretch(0, 59));
        List<Instant> two = new ArrayList<>(entries(15, Duration.ofMinutes(5)));
        entries(15, Duration.ofMinutes(5)).forEach(at -> two.add(at.plus(Duration.ofHours(3))));
        assertThat(Bursts.in(two, Bursts.RULES)).containsExactly(new Stretch(0, 14), new Stretch(15, 29));
        assertThat(Bursts.in(two, Bursts.RULES)).extracting(Stretch::count).containsExactly(15, 15);
    }

    @Test
    void nothing_written_is_no_burst() {
        assertThat(Bursts.in(List.of(), Bursts.RULES)).isEmpty();
    }

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void an_entry_lies_in_a_stretch_exactly_when_some_window_around_it_is_full(long seed) {
        Random chance = new Random(seed);
        List<Rule> rules = List.of(
                new Rule(2 + chance.nextInt(6), Duration.ofMinutes(5 + chance.nextInt(60))),
                new Rule(2 + chance.nextInt(4), Duration.ofMinutes(1 + chance.nextInt(9))));
        List<Instant> moments = chance.ints(chance.nextInt(40), 0, 6 * 60)
                .sorted()
                .mapToObj(minute -> EVENING.plus(Duration.ofMinutes(minute)))
                .toList();

        List<Stretch> stretches = Bursts.in(moments, rules);

        TreeSet<Integer> inStretch = new TreeSet<>();
        stretches.forEach(stretch -> IntStream.rangeClosed(stretch.first(), stretch.last())
                .forEach(place -> assertThat(inStretch.add(place))
                        .as("stretches do not overlap")
                        .isTrue()));
        assertThat(inStretch).isEqualTo(naive(moments, rules));
        assertThat(stretches).allSatisfy(stretch -> assertThat(IntStream.range(stretch.first(), stretch.last())
                        .allMatch(place -> share(place, place + 1, moments, rules)))
                .as("neighbours in a stretch share a window")
                .isTrue());
    }

    /** Every pair of places is tried as a window. */
    private static TreeSet<Integer> naive(List<Instant> moments, List<Rule> rules) {
        TreeSet<Integer> marked = new TreeSet<>();
        for (int first = 0; first < moments.size(); first++) {
            for (int last = first; last < moments.size(); last++) {
                if (isFull(first, last, moments, rules)) {
                    IntStream.rangeClosed(first, last).forEach(marked::add);
                }
            }
        }
        return marked;
    }

    private static boolean isFull(int first, int last, List<Instant> moments, List<Rule> rules) {
        Duration time = Duration.between(moments.get(first), moments.get(last));
        return rules.stream().anyMatch(rule -> last - first + 1 >= rule.fewest() && time.compareTo(rule.within()) <= 0);
    }

    private static boolean share(int one, int other, List<Instant> moments, List<Rule> rules) {
        for (int first = 0; first <= one; first++) {
            for (int last = other; last < moments.size(); last++) {
                if (isFull(first, last, moments, rules)) {
                    return true;
                }
            }
        }
        return false;
    }
}
