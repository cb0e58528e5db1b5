package io.genjin.coaching;

import io.genjin.shared.DealershipId;
import io.genjin.shared.Signature;
import io.genjin.staff.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A consultant's personal success plan (个人成功计划, BG-MⅢ-09, R-120): made in a one-to-one from the reports of that time, agreed by
 * two signatures, looked at again on its day. Signed by both, nothing of it is changed; another version is another plan that
 * names this one.
 *
 * @param number     of the dealership's plans of a year, without gaps: {@code 2026-007}
 * @param replaces   the plan of which this is another version
 * @param replacedBy the plan that is another version of this
 * @param version    how often it was written; what somebody signs is one of them
 */
public record SuccessPlan(
        PlanId id,
        DealershipId dealership,
        String number,
        OneToOneId talk,
        StaffId consultant,
        StaffId manager,
        LocalDate heldOn,
        PlanContent content,
        PlanFigures figures,
        @Nullable PlanId replaces,
        @Nullable PlanId replacedBy,
        int version,
        Instant madeAt,
        Instant writtenAt,
        @Nullable Signed byConsultant,
        @Nullable Signed byManager,
        @Nullable FollowUp followUp) {

    /** How far it is. */
    public enum Status {
        /** At least one signature is missing. */
        TO_SIGN,
        /** Agreed; looked at again on its day. */
        SIGNED,
        FOLLOWED_UP,
        /** Another version took its place. */
        REPLACED
    }

    /** Who signs it. */
    public enum Side {
        CONSULTANT,
        MANAGER
    }

    /**
     * A signature.
     *
     * @param takenBy whose session it was: the signer's own, or the manager's for a consultant who signed on the manager's device
     */
    public record Signed(Signature signature, StaffId takenBy, Instant at) {}

    /** What became of a goal: the figure of then, and whether it was reached; nothing where there was nothing to divide by. */
    public record Outcome(Share value, @Nullable Boolean reached) {}

    /**
     * The look at what came of it.
     *
     * @param outcomes of the goals, in their order
     */
    public record FollowUp(LocalDate on, Instant at, StaffId by, String said, List<Outcome> outcomes) {

        public FollowUp {
            outcomes = List.copyOf(outcomes);
        }

        public long reached() {
            return outcomes.stream()
                    .filter(one -> Boolean.TRUE.equals(one.reached()))
                    .count();
        }
    }

    public SuccessPlan {
        if (consultant.equals(manager)) {
            throw new IllegalArgumentException("nobody makes a plan with themselves");
        }
        if (followUp != null && (byConsultant == null || byManager == null)) {
            throw new IllegalArgumentException("what nobody agreed to is not followed up");
        }
    }

    public TalkWeek week() {
        return TalkWeek.of(heldOn);
    }

    public boolean isSigned() {
        return byConsultant != null && byManager != null;
    }

    public Status status() {
        return followUp != null
                ? Status.FOLLOWED_UP
                : replacedBy != null ? Status.REPLACED : isSigned() ? Status.SIGNED : Status.TO_SIGN;
    }

    /** Agreed, its day has come, and nobody has looked yet. */
    public boolean isDue(LocalDate today) {
        return status() == Status.SIGNED && !today.isBefore(content.followUpOn());
    }

    public @Nullable Signed signed(Side side) {
        return side == Side.CONSULTANT ? byConsultant : byManager;
    }

    /** Written anew: a signature given before was given for other words. */
    SuccessPlan rewritten(PlanContent next, int seen, Instant at) {
        mustBe(seen);
        if (isSigned()) {
            throw new PlanSigned();
        }
        return with(next, version + 1, at, null, null, null);
    }

    SuccessPlan signed(Side side, Signed signature, int seen) {
        mustBe(seen);
        if (signed(side) != null) {
            throw new PlanSigned();
        }
        return with(
                content,
                version,
                writtenAt,
                side == Side.CONSULTANT ? signature : byConsultant,
                side == Side.MANAGER ? signature : byManager,
                null);
    }

    SuccessPlan followedUp(FollowUp look, LocalDate today) {
        if (!isDue(today)) {
            throw new PlanNotDue(content.followUpOn());
        }
        return with(content, version, writtenAt, byConsultant, byManager, look);
    }

    private void mustBe(int seen) {
        if (version != seen) {
            throw new PlanChanged(version);
        }
    }

    private SuccessPlan with(
            PlanContent next,
            int number,
            Instant at,
            @Nullable Signed consultants,
            @Nullable Signed managers,
            @Nullable FollowUp look) {
        return new SuccessPlan(
                id,
                dealership,
                this.number,
                talk,
                consultant,
                manager,
                heldOn,
                next,
                figures,
                replaces,
                replacedBy,
                number,
                madeAt,
                at,
                consultants,
                managers,
                look);
    }
}
