package io.genjin.coselling;

import io.genjin.shared.Money;
import io.genjin.staff.StaffId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a partner gets for an introduction whose car was delivered: due, approved by the sales manager, paid by the cashier.
 *
 * @param lookedAfterBy the consultant who owned the case at delivery, and does not approve
 */
public record Reward(
        IntroductionId introduction,
        Money amount,
        State state,
        StaffId lookedAfterBy,
        Instant dueAt,
        @Nullable StaffId decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String note,
        @Nullable StaffId paidBy,
        @Nullable Instant paidAt) {

    /** Where it stands. */
    public enum State {
        DUE,
        APPROVED,
        REJECTED,
        PAID
    }

    static Reward due(IntroductionId introduction, Money amount, StaffId owner, Instant at) {
        return new Reward(introduction, amount, State.DUE, owner, at, null, null, null, null, null);
    }

    /** @throws SecondPersonNeeded when the person looked after the sale */
    Reward decided(boolean yes, @Nullable String why, StaffId by, Instant at) {
        mustBe(State.DUE);
        if (by.equals(lookedAfterBy)) {
            throw new SecondPersonNeeded();
        }
        return new Reward(
                introduction,
                amount,
                yes ? State.APPROVED : State.REJECTED,
                lookedAfterBy,
                dueAt,
                by,
                at,
                why,
                null,
                null);
    }

    /** @throws SecondPersonNeeded when the person approved it, or looked after the sale */
    Reward paid(StaffId by, Instant at) {
        mustBe(State.APPROVED);
        if (by.equals(decidedBy) || by.equals(lookedAfterBy)) {
            throw new SecondPersonNeeded();
        }
        return new Reward(introduction, amount, State.PAID, lookedAfterBy, dueAt, decidedBy, decidedAt, note, by, at);
    }

    private void mustBe(State wanted) {
        if (state != wanted) {
            throw new RewardNotInState(state.name());
        }
    }
}
