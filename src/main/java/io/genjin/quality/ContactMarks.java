package io.genjin.quality;

import io.genjin.journal.Backdated;
import io.genjin.quality.Bursts.Stretch;
import io.genjin.staff.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Marks how contacts were written down: late, in bursts, in the same words; and how their next dates were chosen. */
@Component
class ContactMarks {

    /** The same words more often than this a day say little (4.8). */
    static final int SAME_TEXTS = 5;

    /**
     * A burst belongs to the day on which it begins.
     *
     * @param around what was written in the period and a day before and after it, which shows where a burst begins and ends
     */
    List<Mark> times(Period period, List<Told> around) {
        List<Told> contacts = around.stream().filter(Told::isContact).toList();
        List<Told> inPeriod = contacts.stream()
                .filter(one -> period.contains(one.recordedAt()))
                .toList();
        List<Mark> marks = new ArrayList<>();
        inPeriod.forEach(one -> written(one, period, marks));
        bursts(contacts, period, marks);
        repeated(inPeriod, period, marks);
        return marks;
    }

    private static void written(Told one, Period period, List<Mark> marks) {
        marks.add(mark("CONTACT", one, period));
        Backdated backdated = Backdated.of(one.happenedAt(), one.recordedAt());
        if (backdated.isMarked()) {
            Map<String, Object> words = new LinkedHashMap<>();
            words.put("happenedAt", one.happenedAt());
            words.put("recordedAt", one.recordedAt());
            marks.add(mark(backdated == Backdated.LATER ? "WRITTEN_LATER" : "WRITTEN_DAYS_LATER", one, period)
                    .because("later", words));
        }
    }

    private static void bursts(List<Told> contacts, Period period, List<Mark> marks) {
        Map<StaffId, List<Told>> byPerson = contacts.stream()
                .filter(one -> one.person() != null)
                .collect(Collectors.groupingBy(
                        one -> Objects.requireNonNull(one.person()), LinkedHashMap::new, Collectors.toList()));
        byPerson.forEach((person, own) -> {
            for (Stretch stretch : Bursts.in(own.stream().map(Told::recordedAt).toList(), Bursts.RULES)) {
                burst(own.subList(stretch.first(), stretch.last() + 1), person, period, marks);
            }
        });
    }

    private static void burst(List<Told> entries, StaffId person, Period period, List<Mark> marks) {
        Told first = entries.get(0);
        Instant begin = first.recordedAt();
        if (!period.contains(begin)) {
            return;
        }
        Instant end = entries.get(entries.size() - 1).recordedAt();
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("begin", begin);
        words.put("end", end);
        words.put("count", entries.size());
        LocalDate day = period.dayOf(begin);
        marks.add(new Mark("BURST", person, day, begin, null, first.id(), null, null, List.of(), "burst", words));
        entries.forEach(
                one -> marks.add(Mark.of("BURST_CONTACT", person, day, one.recordedAt(), one.prospect(), one.id())
                        .because("burst", words)));
    }

    private record Said(@Nullable StaffId by, LocalDate on, Wording wording) {}

    private static void repeated(List<Told> contacts, Period period, List<Mark> marks) {
        contacts.stream()
                .filter(one -> one.content() != null)
                .collect(Collectors.groupingBy(one -> new Said(
                        one.person(),
                        period.dayOf(one.recordedAt()),
                        Wording.of(Objects.requireNonNull(one.content())))))
                .values()
                .stream()
                .filter(same -> same.size() > SAME_TEXTS)
                .forEach(same -> same.forEach(one -> marks.add(
                        mark("REPEATED_TEXT", one, period).because("repeated", Map.of("times", same.size())))));
    }

    /** Only what a person promised: a rule that pulls a date up to its limit is nobody's habit. */
    List<Mark> promises(Period period, List<Told> written) {
        return written.stream()
                .filter(one -> (one.isContact() || one.isMove()) && one.nextDate() != null)
                .map(one -> promise(one, Objects.requireNonNull(one.nextDate()), period))
                .toList();
    }

    private static Mark promise(Told one, LocalDate next, Period period) {
        LocalDate latest = one.latest();
        if (latest == null) {
            return mark("PROMISE_UNKNOWN", one, period);
        }
        String part = next.isAfter(latest)
                ? "PROMISE_AFTER_LIMIT"
                : next.equals(latest) ? "PROMISE_ON_LIMIT" : "PROMISE_WITHIN";
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("nextDate", next);
        words.put("latest", latest);
        return mark(part, one, period).because("limit", words);
    }

    private static Mark mark(String part, Told one, Period period) {
        return Mark.of(part, one.person(), period.dayOf(one.recordedAt()), one.recordedAt(), one.prospect(), one.id());
    }
}
