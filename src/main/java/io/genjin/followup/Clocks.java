package io.genjin.followup;

import io.genjin.dealership.ClosedDays;
import io.genjin.dealership.Dealerships;
import io.genjin.dealership.Policies;
import io.genjin.followup.Cadence.GradeSince;
import io.genjin.followup.Cadence.History;
import io.genjin.followup.Cadence.Miss;
import io.genjin.followup.Cadence.OwnRhythm;
import io.genjin.followup.Cadence.OwnerSince;
import io.genjin.followup.Cadence.Reading;
import io.genjin.followup.Cadence.Rest;
import io.genjin.followup.Cadence.Touch;
import io.genjin.followup.FollowUpFact.Kind;
import io.genjin.journal.Frozen;
import io.genjin.journal.Journal;
import io.genjin.prospect.Deadline;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectHistory;
import io.genjin.shared.Grade;
import io.genjin.shared.TypedId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Gathers what the cadence must know of a stored prospect, and writes down what it said: misses and the next due. */
@Component
class Clocks {

    private final ProspectHistory histories;
    private final FollowUps followUps;
    private final LatePlans latePlans;
    private final Misses misses;
    private final Policies policies;
    private final ClosedDays closedDays;
    private final Dealerships dealerships;
    private final Journal journal;

    Clocks(
            ProspectHistory histories,
            FollowUps followUps,
            LatePlans latePlans,
            Misses misses,
            Policies policies,
            ClosedDays closedDays,
            Dealerships dealerships,
            Journal journal) {
        this.histories = histories;
        this.followUps = followUps;
        this.latePlans = latePlans;
        this.misses = misses;
        this.policies = policies;
        this.closedDays = closedDays;
        this.dealerships = dealerships;
        this.journal = journal;
    }

    Reading read(Prospect prospect, Instant asOf) {
        return read(prospect, history(prospect), asOf);
    }

    /** What the clocks would say right after the customer was reached at {@code now} and graded {@code grade}. */
    Reading afterContact(Prospect prospect, Grade grade, Instant now) {
        History known = history(prospect);
        List<Touch> touches = new ArrayList<>(known.touches());
        touches.add(new Touch(now, true));
        List<GradeSince> grades = new ArrayList<>(known.grades());
        if (grade != prospect.grade()) {
            grades.add(new GradeSince(grade, now));
        }
        return read(
                prospect,
                new History(
                        known.receivedAt(),
                        known.fromHq(),
                        grades,
                        known.owners(),
                        touches,
                        known.excuses(),
                        known.ownRhythms(),
                        known.rests()),
                now);
    }

    private Reading read(Prospect prospect, History history, Instant asOf) {
        return PausedCadence.read(
                history,
                policies.of(prospect.dealership()),
                zone(prospect),
                closedDays.openTime(prospect.dealership()),
                asOf);
    }

    private History history(Prospect prospect) {
        return new History(
                prospect.receivedAt(),
                prospect.content().source().isFromHq(),
                histories.grades(prospect).stream()
                        .map(held -> new GradeSince(held.grade(), held.from()))
                        .toList(),
                histories.owners(prospect).stream()
                        .map(ownership -> new OwnerSince(ownership.owner(), ownership.from()))
                        .toList(),
                followUps.touches(prospect.dealership(), prospect.id()),
                latePlans.excuses(prospect, zone(prospect)),
                histories.rhythms(prospect).stream()
                        .map(given -> new OwnRhythm(given.rhythm(), given.from()))
                        .toList(),
                histories.rests(prospect).stream()
                        .map(rest -> new Rest(rest.from(), rest.until()))
                        .toList());
    }

    static Deadline deadline(Reading reading) {
        return new Deadline(reading.dueAt(), reading.latest(), reading.first());
    }

    /**
     * Stores the misses that fell since the last look and withdraws those that a contact recorded later has undone; each
     * with its own journal entry (1.12 rule 7).
     *
     * @return how many were added or withdrawn
     */
    int settle(Prospect prospect, Reading reading, Instant now) {
        List<Misses.Stored> said = placed(reading.misses());
        List<Misses.Stored> stored = misses.of(prospect.dealership(), prospect.id());
        List<FollowUpFact> facts = new ArrayList<>();
        for (Misses.Stored old : stored) {
            if (said.stream().noneMatch(next -> isSame(old, next))) {
                misses.withdraw(prospect, old, now);
                facts.add(FollowUpFact.byClock(
                        Kind.MISS_WITHDRAWN,
                        prospect,
                        frozen(prospect, old.miss()),
                        old.miss().dueAt(),
                        null,
                        old.entry()));
            }
        }
        for (Misses.Stored next : said) {
            if (stored.stream().noneMatch(old -> isSame(old, next))) {
                misses.add(
                        prospect, next, gradeAt(prospect, next.miss().dueAt()).name(), now);
                facts.add(fact(prospect, next));
            }
        }
        journal.writeAll(facts);
        return facts.size();
    }

    private static List<Misses.Stored> placed(List<Miss> all) {
        Map<Instant, Integer> places = new HashMap<>();
        return all.stream()
                .map(miss -> new Misses.Stored(miss, places.merge(miss.dueAt(), 1, Integer::sum), TypedId.newValue()))
                .toList();
    }

    private static boolean isSame(Misses.Stored one, Misses.Stored other) {
        return one.place() == other.place() && one.miss().equals(other.miss());
    }

    private FollowUpFact fact(Prospect prospect, Misses.Stored stored) {
        Miss miss = stored.miss();
        Kind kind = miss.first() ? Kind.FIRST_FOLLOW_UP_MISSED : Kind.RHYTHM_MISSED;
        FollowUpFact fact = FollowUpFact.byClock(
                        kind, prospect, frozen(prospect, miss), miss.dueAt(), stored.entry(), null)
                .with("owner", miss.owner().value())
                .with("excused", miss.excused() ? true : null);
        if (miss.first() && prospect.content().source().isFromHq()) {
            charge(fact, prospect, miss);
        }
        return fact;
    }

    /** The breach of an HQ lead names what allocation took of its hours, and charges both by their parts (scenario 4). */
    private void charge(FollowUpFact fact, Prospect prospect, Miss miss) {
        Shares shares = Shares.of(
                prospect.receivedAt(),
                miss.dueAt(),
                histories.owners(prospect),
                closedDays.openTime(prospect.dealership()));
        fact.with("allocationMinutes", shares.beforeAllocation().toMinutes())
                .with("consultantMinutes", shares.afterAllocation().toMinutes())
                .with(
                        "shares",
                        shares.parts().stream()
                                .map(part -> Map.of(
                                        "owner", part.owner().value(),
                                        "waiting", part.waiting(),
                                        "minutes", part.time().toMinutes()))
                                .toList());
        shares.parts().stream()
                .filter(part -> part.waiting() && !part.owner().equals(miss.owner()))
                .findFirst()
                .ifPresent(part -> fact.with("responsible", part.owner().value()));
    }

    private Frozen frozen(Prospect prospect, Miss miss) {
        return new Frozen(
                miss.owner().value(),
                gradeAt(prospect, miss.dueAt()).name(),
                prospect.content().source().name());
    }

    private Grade gradeAt(Prospect prospect, Instant moment) {
        Grade found = prospect.initialGrade();
        for (var held : histories.grades(prospect)) {
            if (!held.from().isAfter(moment)) {
                found = held.grade();
            }
        }
        return found;
    }

    private ZoneId zone(Prospect prospect) {
        return dealerships.get(prospect.dealership()).zone();
    }
}
