package io.genjin.defeat;

import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.prospect.NextStep;
import io.genjin.prospect.NextStepReason;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectDesk;
import io.genjin.prospect.ProspectFact;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where customer relations writes down what customers who were given up say. Who would still buy is followed again, as the same
 * case (peers' subjective-loss audit).
 */
@Service
public class CourtesyDesk {

    /** Who could not be reached so often is not called again. */
    private static final int MOST_ATTEMPTS = 3;

    private final CourtesyCalls calls;
    private final Defeats defeats;
    private final ProspectDesk prospects;
    private final Dealerships dealerships;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CourtesyDesk(
            CourtesyCalls calls,
            Defeats defeats,
            ProspectDesk prospects,
            Dealerships dealerships,
            ApplicationEventPublisher events,
            Clock clock) {
        this.calls = calls;
        this.defeats = defeats;
        this.prospects = prospects;
        this.dealerships = dealerships;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @throws OwnDefeat     when the person applied for the defeat, approved it, or owned the customer
     * @throws DefeatSettled when the call was made already
     */
    @Transactional
    public CourtesyCall called(UUID id, Defeat.@Nullable Finding finding, @Nullable String comment, StaffMember by) {
        CourtesyCall known = calls.get(by.dealership(), id);
        Prospect prospect = prospects.hold(known.prospect(), by.dealership());
        CourtesyCall call = calls.getForUpdate(by.dealership(), id);
        Defeat defeat = defeats.get(by.dealership(), call.defeat());
        if (!call.isOpen()) {
            throw new DefeatSettled(defeat.status());
        }
        if (isOwn(defeat, by)) {
            throw new OwnDefeat();
        }
        String said = DefeatDesk.found(finding, comment);
        Instant now = clock.instant();
        int attempts = call.attempts() + 1;
        boolean goesOn = finding == Defeat.Finding.NOT_REACHED && attempts < MOST_ATTEMPTS;
        CourtesyCall made = new CourtesyCall(
                call.id(),
                call.defeat(),
                call.prospect(),
                call.dueDate(),
                attempts,
                goesOn ? null : finding,
                said,
                by.id(),
                now);
        calls.update(by.dealership(), made);
        events.publishEvent(DefeatFact.of(
                DefeatFact.Kind.COURTESY_CALLED,
                prospect,
                by.id(),
                now,
                Map.of("finding", String.valueOf(finding), "comment", said)));
        if (finding == Defeat.Finding.STILL_INTERESTED) {
            Dealership dealership = dealerships.get(by.dealership());
            prospects.takeUpAgain(
                    call.prospect(),
                    ProspectFact.Kind.REACTIVATED,
                    new NextStep(dealership.dayOf(now).plusDays(1), NextStepReason.OTHER, said),
                    Map.of("comment", said),
                    by.id(),
                    by.dealership());
        }
        return made;
    }

    private static boolean isOwn(Defeat defeat, StaffMember by) {
        return by.id().equals(defeat.appliedBy())
                || by.id().equals(defeat.ownerThen())
                || defeat.decision() != null && by.id().equals(defeat.decision().by());
    }
}
