package io.genjin.ownership;

import io.genjin.dealership.ClosedDays;
import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.dealership.Frequency;
import io.genjin.dealership.OpenTime;
import io.genjin.dealership.Policies;
import io.genjin.dealership.Policy;
import io.genjin.prospect.Prospect;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/**
 * How long an owner may neglect a customer before a colleague may claim: so many intervals of the customer's rhythm after the
 * day on which the contact was owed (5 (b), policy ownership.grace). Inside it, colleagues serve as a courtesy only.
 */
@Component
class Grace {

    private final Policies policies;
    private final ClosedDays closedDays;
    private final Dealerships dealerships;

    Grace(Policies policies, ClosedDays closedDays, Dealerships dealerships) {
        this.policies = policies;
        this.closedDays = closedDays;
        this.dealerships = dealerships;
    }

    /** The last day of the grace after the contact that {@code prospect} is owed now. */
    LocalDate until(Prospect prospect, Instant now) {
        Dealership dealership = dealerships.get(prospect.dealership());
        Policy policy = policies.current(dealership.id(), now);
        Frequency own = prospect.ownRhythm();
        return until(
                prospect.dueAt(dealership.zone()),
                own == null ? policy.rule(prospect.grade()).frequency() : own,
                policy.ownershipGraceIntervals(),
                closedDays.openTime(dealership.id()),
                dealership.zone());
    }

    /** Whether the neglect of {@code prospect} has outlasted the grace. */
    boolean isOver(Prospect prospect, Instant now) {
        Dealership dealership = dealerships.get(prospect.dealership());
        return prospect.isOverdue(now, dealership.zone())
                && dealership.dayOf(now).isAfter(until(prospect, now));
    }

    /** Closed days that stop the clocks are no days of the grace either. */
    static LocalDate until(Instant dueAt, Frequency rhythm, int intervals, OpenTime time, ZoneId zone) {
        LocalDate due = LocalDate.ofInstant(time.compress(dueAt), zone);
        return time.expand(due.plusDays((long) intervals * rhythm.days() + 1)).minusDays(1);
    }
}
