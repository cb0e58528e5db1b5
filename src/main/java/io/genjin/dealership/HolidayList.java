package io.genjin.dealership;

import io.genjin.dealership.OpeningCalendar.SpecialDay;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A list of holidays and make-up days as people keep them: one a line with day or span, name, and 休 or 班, copied from a sheet
 * or typed. {@code 2026-10-01..2026-10-07 国庆节 休} and {@code 2026/10/10,国庆节,班} can both be read.
 *
 * @param days       what could be read, each day once, in order; of two lines on one day the later holds
 * @param unreadable the numbers of the lines that could not
 */
public record HolidayList(List<SpecialDay> days, List<Integer> unreadable) {

    /** A list of more days is none of holidays. */
    public static final int MOST_DAYS = 400;

    private static final int LONGEST_SPAN = 60;
    private static final Pattern DAY = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");
    private static final Pattern BETWEEN = Pattern.compile("\\.\\.|~|～|—+|–|至|到");
    private static final Pattern PARTS = Pattern.compile("[\\s,;，；、|]+");
    private static final List<String> CLOSED = List.of("休", "放假", "休息", "闭店", "closed", "off");
    private static final List<String> OPEN = List.of("班", "上班", "补班", "调休", "营业", "open", "work");

    /** The arrangement of the State Council, by year (国务院办公厅关于部分节假日安排的通知). */
    private static final Map<Integer, String> PUBLISHED = Map.of(2026, """
                    2026-01-01..2026-01-03 元旦 休
                    2026-01-04 元旦 班
                    2026-02-14 春节 班
                    2026-02-15..2026-02-23 春节 休
                    2026-02-28 春节 班
                    2026-04-04..2026-04-06 清明节 休
                    2026-05-01..2026-05-05 劳动节 休
                    2026-05-09 劳动节 班
                    2026-06-19..2026-06-21 端午节 休
                    2026-09-20 国庆节 班
                    2026-09-25..2026-09-27 中秋节 休
                    2026-10-01..2026-10-07 国庆节 休
                    2026-10-10 国庆节 班
                    """);

    public HolidayList {
        days = List.copyOf(days);
        unreadable = List.copyOf(unreadable);
    }

    /** The published list of a year, to be proposed; dealerships usually stay open on holidays, so nothing applies it. */
    public static Optional<String> published(int year) {
        return Optional.ofNullable(PUBLISHED.get(year));
    }

    /** The years of which a published list is known. */
    public static List<Integer> publishedYears() {
        return PUBLISHED.keySet().stream().sorted().toList();
    }

    /** Reads a list; empty lines and a heading without a day are passed over. */
    public static HolidayList read(String text) {
        TreeMap<LocalDate, SpecialDay> days = new TreeMap<>();
        List<Integer> unreadable = new ArrayList<>();
        String[] lines = text.split("\\R");
        for (int line = 0; line < lines.length; line++) {
            String written = lines[line].strip();
            if (written.chars().noneMatch(Character::isDigit)) {
                continue;
            }
            List<SpecialDay> read = read(written.split("\\s*#")[0], days.size());
            if (read.isEmpty()) {
                unreadable.add(line + 1);
            }
            read.forEach(day -> days.put(day.day(), day));
        }
        return new HolidayList(List.copyOf(days.values()), unreadable);
    }

    private static List<SpecialDay> read(String line, int already) {
        List<String> parts =
                Arrays.stream(PARTS.split(line)).filter(part -> !part.isEmpty()).toList();
        if (parts.size() < 2) {
            return List.of();
        }
        String kind = parts.get(parts.size() - 1).toLowerCase(Locale.ROOT);
        boolean open = OPEN.contains(kind);
        String[] ends = BETWEEN.split(parts.get(0), 2);
        Optional<LocalDate> first = day(ends[0]);
        Optional<LocalDate> last = day(ends[ends.length - 1]);
        if (!open && !CLOSED.contains(kind) || first.isEmpty() || last.isEmpty()) {
            return List.of();
        }
        long span = ChronoUnit.DAYS.between(first.get(), last.get()) + 1;
        if (span < 1 || span > LONGEST_SPAN || already + span > MOST_DAYS) {
            return List.of();
        }
        String name = parts.subList(1, parts.size() - 1).stream().collect(Collectors.joining(" "));
        String reason = name.isEmpty() ? parts.get(parts.size() - 1) : name;
        return first.get()
                .datesUntil(last.get().plusDays(1))
                .map(day -> new SpecialDay(day, open, reason))
                .toList();
    }

    private static Optional<LocalDate> day(String written) {
        Matcher day = DAY.matcher(written);
        if (!day.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(day.group(1)), Integer.parseInt(day.group(2)), Integer.parseInt(day.group(3))));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
