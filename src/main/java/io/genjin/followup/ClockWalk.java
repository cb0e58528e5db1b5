package io.genjin.followup;

import io.genjin.dealership.Dealership;
import io.genjin.dealership.Frequency;
import io.genjin.dealership.Policy;
import io.genjin.dealership.PolicyHistory;
import io.genjin.followup.Cadence.History;
import io.genjin.followup.Cadence.Miss;
import io.genjin.followup.Cadence.Reading;
import io.genjin.followup.Cadence.Touch;
import io.genjin.shared.Grade;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Goes through one prospect's history, event by event. Exactly one clock runs at a time: the first clock, then a rhythm of one
 * contact or a cycle of several. Before each event falls what was due before it (1.12 rule 7). One walk gives one reading.
 */
final class ClockWalk {

    private static final int ATTEMPTS_THAT_COUNT = 3;

    private final History history;
    private final PolicyHistory policies;
    private final ZoneId zone;

    private final List<Miss> misses = new ArrayList<>();
    private final List<LocalDate> counted = new ArrayList<>();
    private final List<LocalDate> metDays = new ArrayList<>();
    private final Set<LocalDate> attemptDays = new HashSet<>();
    private int met;

    private Policy policy;
    private Grade grade;
    private @Nullable Frequency ownRhythm;
    private Clock clock;
    /** From when the first limit counts: the receipt, or the moment at which the case resumed before any follow-up. */
    private Instant firstFrom;
    /** The day from which a full interval is counted: the last counted contact, before it the first attempt. */
    private LocalDate anchor;

    ClockWalk(History history, PolicyHistory policies, ZoneId zone) {
        this.history = history;
        this.policies = policies;
        this.zone = zone;
        this.policy = policies.at(history.receivedAt());
        this.grade = history.grades().get(0).grade();
        this.anchor = LocalDate.ofInstant(history.receivedAt(), zone);
        this.firstFrom = history.receivedAt();
        this.clock = new FirstClock(firstLimit(), false);
    }

    Reading until(Instant asOf) {
        for (Event event : eventsUntil(asOf)) {
            letFallWhatWasDueBefore(event.at());
            event.rule().run();
        }
        letFallWhatWasDueBefore(asOf);
        Instant dueAt = clock.nextDue(asOf);
        return new Reading(
                dueAt,
                later(dayOf(dueAt), dayOf(asOf)),
                clock.isFirst(),
                misses,
                misses.size() + met,
                counted,
                metDays);
    }

    private record Event(Instant at, Runnable rule) {}

    /** In order of time; at one moment in the order in which they are put together here. */
    private List<Event> eventsUntil(Instant asOf) {
        Instant received = history.receivedAt();
        Stream<Event> versions = policies.versions().stream()
                .filter(version -> version.from().isAfter(received))
                .map(version -> new Event(version.from(), () -> decided(version.policy(), dayOf(version.from()))));
        Stream<Event> resumings = history.rests().stream()
                .flatMap(rest -> Stream.ofNullable(rest.until()))
                .map(until -> new Event(until, () -> resumed(until)));
        Stream<Event> touches = history.touches().stream()
                .filter(touch -> !touch.at().isBefore(received.truncatedTo(ChronoUnit.SECONDS)))
                .map(touch -> new Event(touch.at(), () -> touched(touch)));
        Stream<Event> grades = history.grades().stream()
                .skip(1)
                .map(next -> new Event(next.since(), () -> regraded(next.grade(), dayOf(next.since()))));
        Stream<Event> rhythms = history.ownRhythms().stream()
                .map(next -> new Event(next.since(), () -> rhythmGiven(next.frequency(), dayOf(next.since()))));
        Stream<Event> rests = history.rests().stream().map(rest -> new Event(rest.from(), this::rested));
        return Stream.of(versions, resumings, touches, grades, rhythms, rests)
                .flatMap(events -> events)
                .filter(event -> !event.at().isAfter(asOf))
                .sorted(Comparator.comparing(Event::at))
                .toList();
    }

    private void letFallWhatWasDueBefore(Instant moment) {
        while (clock.fallsAt().isBefore(moment)) {
            clock = clock.fall();
        }
    }

    private void touched(Touch touch) {
        if (clock instanceof Resting) {
            return;
        }
        LocalDate day = dayOf(touch.at());
        boolean meetsFirstLimit = false;
        if (clock instanceof FirstClock first) {
            meetsFirstLimit = !first.fallen;
            clock = rhythmFrom(day);
        }
        boolean meetsRhythm = countsFor(day, touch.answered()) && clock.contact(day);
        if (meetsRhythm) {
            metDays.add(day);
        }
        if (meetsFirstLimit || meetsRhythm) {
            met++;
        }
    }

    /** The rhythm begins with the day of the first attempt or contact (1.12 rules 2 and 5). */
    private Clock rhythmFrom(LocalDate day) {
        anchor = day;
        Frequency frequency = frequency();
        return frequency.hasCycles()
                ? new Cycle(frequency, day, 0)
                : new Once(frequency, day.plusDays(frequency.days()));
    }

    /** One contact a day counts (1.11 rule 5); of unanswered attempts the third on a third day (1.12 rule 5). */
    private boolean countsFor(LocalDate day, boolean answered) {
        if (counted.contains(day)) {
            return false;
        }
        if (answered || policy.unansweredCounts()) {
            return true;
        }
        attemptDays.add(day);
        if (attemptDays.size() < ATTEMPTS_THAT_COUNT) {
            return false;
        }
        attemptDays.clear();
        return true;
    }

    private void count(LocalDate day) {
        counted.add(day);
        anchor = day;
        attemptDays.clear();
    }

    private void regraded(Grade next, LocalDate day) {
        if (next == grade) {
            return;
        }
        boolean raised = next.isAbove(grade);
        LocalDate running = dayOf(clock.nextDue(endOf(day)));
        grade = next;
        ownRhythm = null;
        if (clock instanceof FirstClock first) {
            clock = first.recomputed();
        } else if (!(clock instanceof Resting)) {
            clock = rhythmChanged(raised, running, day);
        }
    }

    /** A manager gave the customer a rhythm of its own, or took it back; it acts as a regrading does (1.8 state 9). */
    private void rhythmGiven(@Nullable Frequency own, LocalDate day) {
        Frequency before = frequency();
        LocalDate running = dayOf(clock.nextDue(endOf(day)));
        ownRhythm = own;
        boolean runs = !(clock instanceof FirstClock) && !(clock instanceof Resting);
        if (runs && !frequency().equals(before)) {
            clock = rhythmChanged(frequency().isDenserThan(before), running, day);
        }
    }

    private void rested() {
        if (!(clock instanceof Resting)) {
            clock = new Resting(clock);
        }
    }

    private void resumed(Instant at) {
        if (clock instanceof Resting resting) {
            clock = resting.resumed(at);
        }
    }

    /** A new version acts as a regrading does, but a running cycle ends by the version under which it began (scenario 14). */
    private void decided(Policy next, LocalDate day) {
        policy = next;
        if (clock instanceof FirstClock first) {
            clock = first.recomputedNotBefore(endOf(day));
        } else if (clock instanceof Once once && !frequency().equals(once.frequency)) {
            boolean shorter = frequency().days() < once.frequency.days();
            clock = rhythmChanged(shorter, once.due, day);
        }
    }

    /** 1.12 rule 6. A cycle that was running ends here without misses. */
    private Clock rhythmChanged(boolean raised, LocalDate running, LocalDate day) {
        Frequency frequency = frequency();
        if (frequency.hasCycles()) {
            return new Cycle(frequency, day, counted.contains(day) ? 1 : 0);
        }
        return new Once(
                frequency,
                raised
                        ? sooner(running, day.plusDays(frequency.days()))
                        : later(anchor.plusDays(frequency.days()), day));
    }

    private void miss(Instant dueAt, boolean first) {
        misses.add(new Miss(dueAt, history.ownerAt(dueAt), first, history.excusesAt(dueAt)));
    }

    private Frequency frequency() {
        return ownRhythm == null ? policy.rule(grade).frequency() : ownRhythm;
    }

    private Instant firstLimit() {
        return policy.firstLimit(grade, firstFrom, history.fromHq(), zone);
    }

    private LocalDate dayOf(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    private Instant endOf(LocalDate day) {
        return Dealership.endOf(day, zone);
    }

    private static <T extends Comparable<? super T>> T sooner(T one, T other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private static <T extends Comparable<? super T>> T later(T one, T other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    /** What runs at one moment of the walk. */
    private interface Clock {

        /** The moment after which what is owed has been missed. */
        Instant fallsAt();

        /** Records the misses of {@link #fallsAt()} and tells what runs then. */
        Clock fall();

        Instant nextDue(Instant asOf);

        /** Takes a contact of a day that has none yet; tells whether the rhythm demanded it. */
        boolean contact(LocalDate day);

        /** Whether the first follow-up is still owed. */
        default boolean isFirst() {
            return false;
        }
    }

    /** A case that rests owes nothing; what ran before is kept to be taken up again. */
    private final class Resting implements Clock {

        private final Clock before;

        Resting(Clock before) {
            this.before = before;
        }

        @Override
        public Instant fallsAt() {
            return Instant.MAX;
        }

        @Override
        public Clock fall() {
            throw new IllegalStateException("nothing falls while a case rests");
        }

        @Override
        public Instant nextDue(Instant asOf) {
            return before.nextDue(asOf);
        }

        @Override
        public boolean contact(LocalDate day) {
            throw new IllegalStateException("no rhythm asks for contacts while a case rests");
        }

        @Override
        public boolean isFirst() {
            return before.isFirst();
        }

        Clock resumed(Instant at) {
            LocalDate day = dayOf(at);
            if (before instanceof FirstClock first) {
                firstFrom = at;
                return first.resumed();
            }
            Frequency frequency = frequency();
            anchor = day;
            return frequency.hasCycles()
                    ? new Cycle(frequency, day, counted.contains(day) ? 1 : 0)
                    : new Once(frequency, day.plusDays(frequency.days()));
        }
    }

    /** 1.12 rule 2: misses at most once and then stays overdue until a first attempt or contact. */
    private final class FirstClock implements Clock {

        private final Instant limit;
        private final boolean fallen;

        FirstClock(Instant limit, boolean fallen) {
            this.limit = limit;
            this.fallen = fallen;
        }

        @Override
        public Instant fallsAt() {
            return fallen ? Instant.MAX : limit;
        }

        @Override
        public Clock fall() {
            miss(limit, true);
            return new FirstClock(limit, true);
        }

        @Override
        public Instant nextDue(Instant asOf) {
            return limit;
        }

        @Override
        public boolean contact(LocalDate day) {
            throw new IllegalStateException("the first attempt or contact ends this clock");
        }

        @Override
        public boolean isFirst() {
            return true;
        }

        /** Owed again with its limit counted from now; a first follow-up is missed at most once (1.12 rule 2). */
        Clock resumed() {
            return new FirstClock(firstLimit(), fallen);
        }

        /** 1.12 rule 6: from the receipt, with the new grade; what fell stays. */
        Clock recomputed() {
            return fallen ? this : new FirstClock(firstLimit(), false);
        }

        /** By a new version, which shortens a limit at most to the end of its own day. */
        Clock recomputedNotBefore(Instant endOfVersionDay) {
            return fallen ? this : new FirstClock(later(firstLimit(), sooner(limit, endOfVersionDay)), false);
        }
    }

    /** 1.12 rule 3: n days, once. */
    private final class Once implements Clock {

        private final Frequency frequency;
        private LocalDate due;

        Once(Frequency frequency, LocalDate due) {
            this.frequency = frequency;
            this.due = due;
        }

        @Override
        public Instant fallsAt() {
            return endOf(due);
        }

        /** Neglect accumulates: each further full interval is one more miss. */
        @Override
        public Clock fall() {
            miss(endOf(due), false);
            return new Once(frequency, due.plusDays(frequency.days()));
        }

        @Override
        public Instant nextDue(Instant asOf) {
            return endOf(due);
        }

        /** On the day of the first attempt a contact moves nothing and had not been demanded. */
        @Override
        public boolean contact(LocalDate day) {
            boolean demanded = day.isAfter(anchor);
            count(day);
            due = day.plusDays(frequency.days());
            return demanded;
        }
    }

    /** 1.12 rule 4: n days, m times. Inside a cycle nothing is missed. */
    private final class Cycle implements Clock {

        private final Frequency frequency;
        private final LocalDate firstDay;
        private int made;

        Cycle(Frequency frequency, LocalDate firstDay, int made) {
            this.frequency = frequency;
            this.firstDay = firstDay;
            this.made = made;
        }

        @Override
        public Instant fallsAt() {
            return endOf(frequency.lastDay(firstDay));
        }

        /** Each missing contact is one miss; the next cycle begins on the day after, be it of one contact or of several. */
        @Override
        public Clock fall() {
            for (int k = made + 1; k <= frequency.times(); k++) {
                miss(fallsAt(), false);
            }
            Frequency next = frequency();
            return next.hasCycles()
                    ? new Cycle(next, nextFirstDay(), 0)
                    : new Once(next, next.dueDay(1, nextFirstDay()));
        }

        /** The day of the next contact owed that is not over yet; once fulfilled, the first one of the next cycle. */
        @Override
        public Instant nextDue(Instant asOf) {
            for (int k = made + 1; k <= frequency.times(); k++) {
                Instant due = endOf(frequency.dueDay(k, firstDay));
                if (!due.isBefore(asOf)) {
                    return due;
                }
            }
            return endOf(frequency().dueDay(1, nextFirstDay()));
        }

        /** Contacts beyond m are no contacts of the rhythm. */
        @Override
        public boolean contact(LocalDate day) {
            if (made == frequency.times()) {
                return false;
            }
            count(day);
            made++;
            return true;
        }

        private LocalDate nextFirstDay() {
            return frequency.lastDay(firstDay).plusDays(1);
        }
    }
}
