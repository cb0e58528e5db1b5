package io.genjin.followup;

import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectDesk;
import io.genjin.prospect.ProspectFact;
import io.genjin.staff.StaffId;
import java.time.Clock;
import java.time.Instant;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * When a case begins to rest, what fell until then is written down; when it is taken up again, its clocks begin anew and the
 * promise keeps their pace. In the same transaction, so that no rest hides a miss.
 */
@Component
class ClocksFollowTheCase {

    private final ProspectDesk prospects;
    private final FollowUpDesk desk;
    private final Clocks clocks;
    private final Clock clock;

    ClocksFollowTheCase(ProspectDesk prospects, FollowUpDesk desk, Clocks clocks, Clock clock) {
        this.prospects = prospects;
        this.desk = desk;
        this.clocks = clocks;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void follow(ProspectFact fact) {
        switch (fact.what()) {
            case DEFEATED, SET_DORMANT, ORDERED, MERGED -> settle(fact);
            case WOKEN, REACTIVATED, ORDER_CANCELLED, MERGE_UNDONE -> takeUp(fact);
            default -> {
                // the clocks run on
            }
        }
    }

    private void settle(ProspectFact fact) {
        Prospect prospect = prospects.hold(fact.id(), fact.dealership());
        Instant now = clock.instant();
        clocks.settle(prospect, clocks.read(prospect, now), now);
    }

    private void takeUp(ProspectFact fact) {
        Prospect prospect = prospects.hold(fact.id(), fact.dealership());
        if (prospect.status().isFollowed()) {
            StaffId by = fact.actor() == null ? null : new StaffId(fact.actor());
            desk.keepPace(prospect, fact.kind(), by, clock.instant());
        }
    }
}
