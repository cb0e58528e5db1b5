package io.genjin.toolbox;

import io.genjin.prospect.ProspectId;
import io.genjin.prospect.Source;
import io.genjin.shared.Grade;
import io.genjin.staff.StaffId;
import io.genjin.toolbox.SheetFact.What;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The course of one prospect as its facts tell it: who owned it, which grade it had and where it stood at any moment, and every
 * promise with the day on which it ended. What a fact says of owner, grade and standing holds from when it happened; promises
 * follow one another in the order in which they were written down, for a contact recorded late replaces the promise that stands.
 */
final class Course {

    /** Where the prospect stands, as far as the sheet tells it apart. */
    enum Standing {
        FOLLOWED,
        DORMANT,
        ORDERED,
        CLOSED
    }

    /** What ended a promise: a contact or attempt, another day, or that nothing was owed any more. */
    enum End {
        CONTACT,
        MOVED,
        REST
    }

    /**
     * A promise to make contact.
     *
     * @param day   for which day
     * @param ended on which day something ended it; nothing while it stands
     */
    record Promise(
            LocalDate day,
            @Nullable LocalDate ended,
            @Nullable End by) {}

    /** A contact or attempt, with the grade after it. */
    record Contact(LocalDate day, Instant at, Grade gradeAfter, boolean answered) {}

    /** A value that holds since a moment. */
    record Since<T>(Instant at, T value) {}

    private final ProspectId prospect;
    private final Source source;
    private final List<SheetFact> facts;
    private final ZoneId zone;
    private final List<Since<StaffId>> owners = new ArrayList<>();
    private final List<Since<Grade>> grades = new ArrayList<>();
    private final List<Since<Standing>> standings = new ArrayList<>();
    private final List<Promise> promises = new ArrayList<>();
    private final List<Contact> contacts = new ArrayList<>();

    /**
     * @param facts    in the order in which they were written down, the arrival first
     * @param standing the promise that stands now, if it is known; a step of the life-cycle may have set it without saying so
     */
    Course(ProspectId prospect, List<SheetFact> facts, @Nullable LocalDate standing, ZoneId zone) {
        if (facts.isEmpty() || facts.get(0).what() != What.ARRIVED) {
            throw new IllegalArgumentException("a course begins with the arrival: " + prospect);
        }
        this.prospect = prospect;
        this.source = facts.get(0).source();
        this.facts = List.copyOf(facts);
        this.zone = zone;
        facts.forEach(this::read);
        facts.stream().filter(fact -> fact.what() == What.CONTACTED).forEach(this::contacted);
        readPromises(standing);
    }

    private void read(SheetFact fact) {
        Instant since = fact.what() == What.CONTACTED ? fact.recordedAt() : fact.happenedAt();
        change(owners, since, fact.owner());
        if (fact.what() != What.CONTACTED) {
            change(grades, since, fact.grade());
        }
        Standing now = standing(fact);
        if (now != null) {
            change(standings, since, now);
        }
    }

    private static @Nullable Standing standing(SheetFact fact) {
        return switch (fact.what()) {
            case ARRIVED, BACK, ORDER_CANCELLED -> Standing.FOLLOWED;
            case ORDERED -> Standing.ORDERED;
            case DORMANT -> Standing.DORMANT;
            case DEFEATED, DELIVERED, INVALID, NEVER_WAS -> Standing.CLOSED;
            case CONTACTED, CHANGED -> null;
        };
    }

    private static <T> void change(List<Since<T>> all, Instant at, T value) {
        if (all.isEmpty() || !all.get(all.size() - 1).value().equals(value)) {
            all.add(new Since<>(at, value));
        }
    }

    private void contacted(SheetFact fact) {
        Grade after = fact.gradeAfter() == null ? gradeAt(fact.happenedAt()) : fact.gradeAfter();
        contacts.add(new Contact(
                day(fact.happenedAt()), fact.happenedAt(), after == null ? fact.grade() : after, fact.answered()));
    }

    private void readPromises(@Nullable LocalDate standing) {
        LocalDate promised = null;
        for (SheetFact fact : facts) {
            if (fact.promised() != null) {
                promised = fact.promised();
            }
            boolean contact = fact.what() == What.CONTACTED;
            LocalDate next = fact.isRest() ? null : fact.nextDate();
            boolean replaces = contact || fact.isRest() || next != null && !next.equals(promised);
            if (!replaces) {
                continue;
            }
            if (promised != null) {
                promises.add(new Promise(
                        promised,
                        day(fact.happenedAt()),
                        contact ? End.CONTACT : fact.isRest() ? End.REST : End.MOVED));
            }
            promised = next;
        }
        if (standing != null) {
            promised = standing;
        }
        if (promised != null) {
            promises.add(new Promise(promised, null, null));
        }
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    private static <T> @Nullable T at(List<Since<T>> all, Instant moment) {
        T value = null;
        for (Since<T> one : all) {
            if (one.at().isAfter(moment)) {
                break;
            }
            value = one.value();
        }
        return value;
    }

    ProspectId prospect() {
        return prospect;
    }

    Source source() {
        return source;
    }

    boolean neverWas() {
        return facts.stream().anyMatch(fact -> fact.what() == What.NEVER_WAS);
    }

    Instant arrivedAt() {
        return facts.get(0).happenedAt();
    }

    @Nullable
    StaffId ownerAt(Instant moment) {
        return at(owners, moment);
    }

    @Nullable
    Grade gradeAt(Instant moment) {
        return at(grades, moment);
    }

    /** Where it stood; nothing before it arrived. */
    @Nullable
    Standing standingAt(Instant moment) {
        return at(standings, moment);
    }

    boolean isOpenAt(Instant moment) {
        Standing standing = standingAt(moment);
        return standing != null && standing != Standing.CLOSED;
    }

    /** Whether somebody, or {@code owner}, had it open at any moment from {@code from} to {@code to}, both included. */
    boolean isOpenWith(@Nullable StaffId owner, Instant from, Instant to) {
        if (isOpenWith(owner, from)) {
            return true;
        }
        List<Instant> moments = new ArrayList<>();
        owners.forEach(one -> moments.add(one.at()));
        standings.forEach(one -> moments.add(one.at()));
        return moments.stream()
                .filter(moment -> !moment.isBefore(from) && !moment.isAfter(to))
                .anyMatch(moment -> isOpenWith(owner, moment));
    }

    private boolean isOpenWith(@Nullable StaffId owner, Instant moment) {
        return isOpenAt(moment) && (owner == null || owner.equals(ownerAt(moment)));
    }

    List<SheetFact> facts() {
        return facts;
    }

    List<Since<StaffId>> owners() {
        return List.copyOf(owners);
    }

    List<Promise> promises() {
        return List.copyOf(promises);
    }

    List<Contact> contacts() {
        return List.copyOf(contacts);
    }
}
