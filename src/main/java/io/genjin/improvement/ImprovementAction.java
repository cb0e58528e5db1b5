package io.genjin.improvement;

import io.genjin.shared.DealershipId;
import io.genjin.staff.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An improvement action (改进措施, R-116): done by the one responsible person, and closed only when somebody else has looked.
 *
 * @param verified who looked and when; nothing until then
 */
public record ImprovementAction(
        ActionId id,
        DealershipId dealership,
        ActionPlan plan,
        StaffId openedBy,
        Instant openedAt,
        Status status,
        @Nullable Verification verified) {

    /** How far it is. Overdue is no status: it follows from the deadline. */
    public enum Status {
        OPEN,
        IN_PROGRESS,
        /** The responsible says it is done; somebody else has to look. */
        DONE,
        VERIFIED
    }

    /**
     * Somebody other than the responsible looked and found it done.
     *
     * @param on the dealership's day, by which the deadline was kept or not
     */
    public record Verification(StaffId by, Instant at, LocalDate on) {}

    /** What was said at one moment of it. */
    public record Step(UUID id, Kind kind, String said, StaffId by, Instant at) {

        public enum Kind {
            OPENED,
            ASSIGNED,
            PROGRESSED,
            DONE,
            REOPENED,
            VERIFIED
        }
    }

    public ImprovementAction {
        if ((status == Status.VERIFIED) != (verified != null)) {
            throw new IllegalArgumentException("verified means that somebody looked");
        }
    }

    static ImprovementAction opened(ActionPlan plan, DealershipId dealership, StaffId by, Instant at) {
        return new ImprovementAction(ActionId.next(), dealership, plan, by, at, Status.OPEN, null);
    }

    /** Verified on the day of the deadline or before (K28). */
    public boolean isInTime() {
        return verified != null && !verified.on().isAfter(plan.deadline());
    }

    public boolean isClosed() {
        return status == Status.VERIFIED;
    }

    /** From the day after the deadline until it is verified. */
    public boolean isOverdue(LocalDate today) {
        return !isClosed() && today.isAfter(plan.deadline());
    }

    ImprovementAction progressed(StaffId by) {
        mustBeWorkedOnBy(by);
        return standing(plan, Status.IN_PROGRESS, null);
    }

    ImprovementAction done(StaffId by) {
        mustBeWorkedOnBy(by);
        return standing(plan, Status.DONE, null);
    }

    ImprovementAction verified(StaffId by, Instant at, LocalDate today) {
        mustBeLookedAtBy(by);
        return standing(plan, Status.VERIFIED, new Verification(by, at, today));
    }

    /** It was not done after all: the responsible goes on. */
    ImprovementAction reopened(StaffId by) {
        mustBeLookedAtBy(by);
        return standing(plan, Status.IN_PROGRESS, null);
    }

    /** Another person does it, by the same deadline. */
    ImprovementAction givenTo(StaffId other) {
        mustBeUnderWay();
        ActionPlan moved =
                new ActionPlan(plan.defect(), plan.report(), plan.figure(), plan.measure(), plan.deadline(), other);
        return standing(moved, status, null);
    }

    private void mustBeWorkedOnBy(StaffId by) {
        if (!by.equals(plan.responsible())) {
            throw new ActionOfAnother();
        }
        mustBeUnderWay();
    }

    private void mustBeUnderWay() {
        if (status != Status.OPEN && status != Status.IN_PROGRESS) {
            throw new ActionNotThere(status);
        }
    }

    private void mustBeLookedAtBy(StaffId by) {
        if (by.equals(plan.responsible())) {
            throw new VerifiedByResponsible();
        }
        if (status != Status.DONE) {
            throw new ActionNotThere(status);
        }
    }

    private ImprovementAction standing(ActionPlan what, Status to, @Nullable Verification by) {
        return new ImprovementAction(id, dealership, what, openedBy, openedAt, to, by);
    }
}
