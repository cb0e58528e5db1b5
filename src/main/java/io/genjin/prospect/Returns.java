package io.genjin.prospect;

import io.genjin.dealership.Dealerships;
import io.genjin.prospect.ProspectFact.Kind;
import io.genjin.shared.DealershipId;
import io.genjin.shared.PhoneNumber;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Customers who were given up or left to rest and come back: the same case goes on, and everything that ever happened to it
 * stays with it (1.8, scenario 36). A delivered or invalid case is not taken up; such a customer begins anew.
 */
@Component
class Returns {

    private final Prospects prospects;
    private final Changes changes;
    private final LifeCycle lifeCycle;
    private final Dealerships dealerships;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Returns(
            Prospects prospects,
            Changes changes,
            LifeCycle lifeCycle,
            Dealerships dealerships,
            ApplicationEventPublisher events,
            Clock clock) {
        this.prospects = prospects;
        this.changes = changes;
        this.lifeCycle = lifeCycle;
        this.dealerships = dealerships;
        this.events = events;
        this.clock = clock;
    }

    /** What a returning customer said, how they are graded now, who follows them, and what is promised. */
    record Return(CardContent content, GradeChoice choice, StaffId owner, NextStep next) {}

    /** The case with this number that was given up, held until the transaction ends; none while another one is open. */
    Optional<Prospect> givenUp(PhoneNumber number, DealershipId in) {
        return prospects
                .defeatedWith(in, number)
                .map(id -> prospects.getForUpdate(in, id))
                .filter(held -> held.status() == ProspectStatus.DEFEATED)
                .filter(held -> prospects.openWith(in, number).isEmpty());
    }

    /** Takes a case up again for a customer who came back. */
    Prospect takeUp(Prospect held, Return back, @Nullable StaffMember by) {
        Instant now = clock.instant();
        StaffId actor = by == null ? null : by.id();
        StaffId before = held.owner();
        held.rewrite(held.content().renewedBy(back.content()), held.isImportantCustomer());
        held.belongTo(back.owner());
        var dealership = dealerships.get(held.dealership());
        boolean walkedIn =
                back.content().source() == Source.WALK_IN && !held.wasHereOn(dealership.dayOf(now), dealership.zone());
        if (walkedIn) {
            held.visited(now);
        }
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("source", back.content().source().name());
        details.put("from", before.value());
        details.put("to", back.owner().value());
        details.put("nextDate", back.next().date().toString());
        details.put("nextReason", back.next().reason().name());
        if (held.grade() != back.choice().grade()) {
            regrade(held, back.choice(), actor, now);
        }
        if (!before.equals(back.owner())) {
            changes.owner(held, before, "RETURNED", null, actor, now);
        }
        prospects.updateContent(held, true);
        lifeCycle.takeUp(held, Kind.REACTIVATED, back.next(), details, actor);
        if (walkedIn) {
            events.publishEvent(
                    ProspectFact.of(held, Kind.VISIT_RECORDED, actor, now).with("nature", "RETURN"));
        }
        return held;
    }

    private void regrade(Prospect held, GradeChoice choice, @Nullable StaffId by, Instant now) {
        var before = held.grade();
        GradeSuggestion suggestion = GradeSuggestion.of(
                held.content().band(dealerships.get(held.dealership()).dayOf(now)), choice.evidence(), choice.grade());
        ProspectFact fact = held.grade(choice, suggestion, by == null ? held.owner() : by, now);
        changes.grade(held, before, choice.reason(), by, now);
        events.publishEvent(fact);
    }

    /** The customer of a resting case came back: it is followed again (1.8). The answer is the case as it stands then. */
    Prospect wakeIfDormant(Prospect held, NextStep next, @Nullable StaffMember by) {
        if (held.status() == ProspectStatus.DORMANT) {
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("nextDate", next.date().toString());
            details.put("nextReason", next.reason().name());
            lifeCycle.takeUp(held, Kind.REACTIVATED, next, details, by == null ? null : by.id());
            return prospects.getForUpdate(held.dealership(), held.id());
        }
        return held;
    }
}
