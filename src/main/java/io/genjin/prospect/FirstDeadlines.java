package io.genjin.prospect;

import io.genjin.dealership.ClosedDays;
import io.genjin.dealership.Dealership;
import io.genjin.dealership.OpenTime;
import io.genjin.dealership.Policies;
import io.genjin.shared.Grade;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** What the policy demands of a prospect before anybody has contacted it. */
@Component
class FirstDeadlines {

    private final Policies policies;
    private final ClosedDays closedDays;

    FirstDeadlines(Policies policies, ClosedDays closedDays) {
        this.policies = policies;
        this.closedDays = closedDays;
    }

    /** The earlier of the source's and the grade's first limit, counted from {@code from} (O-04, scenario 7). */
    Deadline of(Dealership dealership, Grade grade, Instant from, Source source, Instant now) {
        OpenTime time = closedDays.openTime(dealership.id());
        Instant dueAt = time.expand(policies.current(dealership.id(), now)
                .firstLimit(grade, time.compress(from), source.isFromHq(), dealership.zone()));
        LocalDate today = dealership.dayOf(now);
        LocalDate day = dealership.dayOf(dueAt);
        return new Deadline(dueAt, day.isBefore(today) ? today : day, true);
    }
}
