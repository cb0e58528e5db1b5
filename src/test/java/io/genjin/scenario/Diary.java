package io.genjin.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.testing.MutableClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;

/**
 * What people do at which moment of a year, and what a dealership's journal must say of each day afterwards. It moves the clock,
 * lets the jobs run at fixed times and the people act at theirs. A day of which nothing is expected must have nothing.
 */
final class Diary {

    /** When the jobs look: often enough for each warning, and half a minute after midnight for what ended with the day. */
    private static final List<LocalTime> JOBS = List.of(
            LocalTime.of(0, 0, 30),
            LocalTime.of(6, 0),
            LocalTime.of(8, 0),
            LocalTime.of(12, 0),
            LocalTime.of(14, 0),
            LocalTime.of(16, 0),
            LocalTime.of(18, 0),
            LocalTime.of(22, 0));

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("MM-dd HH:mm:ss");

    private final int year;
    private final SortedMap<LocalDateTime, List<Runnable>> agenda = new TreeMap<>();
    private final List<String> expected = new ArrayList<>();

    Diary(int year) {
        this.year = year;
    }

    /** Somebody does something at {@code when}: {@code 03-02 09:00} or {@code 03-02 09:00:01}. */
    void at(String when, Runnable act) {
        agenda.computeIfAbsent(LocalDateTime.parse(year + "-" + when.replace(' ', 'T')), moment -> new ArrayList<>())
                .add(act);
    }

    /** The journal must say these lines, each beginning with its moment, about {@code whom}. */
    void expect(String whom, String... lines) {
        for (String line : lines) {
            expected.add(line.substring(0, 15) + whom + " " + line.substring(15));
        }
    }

    /** Lives through the days from {@code first} to {@code last}, until just after the midnight that ends them. */
    void live(LocalDate first, LocalDate last, MutableClock clock, Runnable jobs) {
        SortedMap<LocalDateTime, List<Runnable>> all = new TreeMap<>();
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            for (LocalTime time : JOBS) {
                all.computeIfAbsent(day.atTime(time), moment -> new ArrayList<>())
                        .add(jobs);
            }
        }
        all.computeIfAbsent(last.plusDays(1).atTime(JOBS.get(0)), moment -> new ArrayList<>())
                .add(jobs);
        agenda.forEach((moment, acts) ->
                all.computeIfAbsent(moment, none -> new ArrayList<>()).addAll(acts));
        all.forEach((moment, acts) -> {
            clock.set(moment.atZone(SHANGHAI).toInstant());
            acts.forEach(act -> run(moment, act));
        });
    }

    private static void run(LocalDateTime moment, Runnable act) {
        try {
            act.run();
        } catch (RuntimeException refused) {
            throw new AssertionError("at " + moment + ": " + refused, refused);
        }
    }

    /** Compares each day with what is expected of it, and names every day that differs. */
    void compare(List<String> told) {
        SortedMap<String, List<String>> said = byDay(told);
        SortedMap<String, List<String>> due = byDay(expected);
        TreeSet<String> days = new TreeSet<>(said.keySet());
        days.addAll(due.keySet());
        SoftAssertions every = new SoftAssertions();
        for (String day : days) {
            every.assertThat(String.join("\n", said.getOrDefault(day, List.of())))
                    .as("the journal of %s", day)
                    .isEqualTo(String.join("\n", due.getOrDefault(day, List.of())));
        }
        every.assertAll();
        assertThat(told).as("entries in all").hasSameSizeAs(expected);
    }

    private static SortedMap<String, List<String>> byDay(List<String> lines) {
        return lines.stream()
                .sorted()
                .collect(Collectors.groupingBy(line -> line.substring(0, 5), TreeMap::new, Collectors.toList()));
    }

    /** A line of the journal; what was written down on a later day than the night after says so. */
    static String line(Instant happenedAt, Instant recordedAt, Supplier<String> rest) {
        LocalDateTime happened = LocalDateTime.ofInstant(happenedAt, SHANGHAI);
        LocalDateTime recorded = LocalDateTime.ofInstant(recordedAt, SHANGHAI);
        boolean later = recorded.isAfter(happened.toLocalDate().plusDays(1).atTime(JOBS.get(0)));
        return MOMENT.format(happened) + " " + rest.get()
                + (later ? " told " + MOMENT.format(recorded).substring(0, 11) : "");
    }
}
