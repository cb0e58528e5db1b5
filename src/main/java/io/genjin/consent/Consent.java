package io.genjin.consent;

import io.genjin.prospect.ProspectId;
import io.genjin.shared.DealershipId;
import io.genjin.staff.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a customer said about one partner: yes to named data for one purpose, or no (授权, 3.14). A statement is never changed;
 * the customer's next one takes its place, and a yes can be taken back once.
 *
 * @param purpose    what the partner may use it for, and nothing else
 * @param scope      the data said yes to; what was asked for when the answer was no, if anything was named
 * @param saidAt     when the customer said it, which may be before it was written down
 * @param evidence   where the proof is: number of the paper, of the recording
 * @param validUntil the last day of a yes; without one it holds until it is taken back
 */
public record Consent(
        ConsentId id,
        DealershipId dealership,
        ProspectId prospect,
        PartnerId partner,
        String purpose,
        Set<DataField> scope,
        boolean given,
        Channel channel,
        Instant saidAt,
        @Nullable String evidence,
        @Nullable LocalDate validUntil,
        StaffId recordedBy,
        Instant recordedAt,
        @Nullable Instant withdrawnAt) {

    /** How the customer said it. */
    public enum Channel {
        PAPER,
        E_SIGN,
        VERBAL_RECORDED
    }

    /** How a statement stands by itself. */
    public enum State {
        GIVEN,
        REFUSED,
        WITHDRAWN,
        EXPIRED
    }

    public Consent {
        scope = Set.copyOf(scope);
        if (given && scope.isEmpty() || !given && withdrawnAt != null) {
            throw new IllegalArgumentException("a yes names its data, and only a yes is taken back");
        }
    }

    public State state(LocalDate today) {
        if (!given) {
            return State.REFUSED;
        }
        if (withdrawnAt != null) {
            return State.WITHDRAWN;
        }
        return validUntil != null && today.isAfter(validUntil) ? State.EXPIRED : State.GIVEN;
    }

    public boolean canBeWithdrawn() {
        return given && withdrawnAt == null;
    }

    /** When the customer last said something by it: a yes taken back counts from then. */
    Instant lastWord() {
        return withdrawnAt == null ? saidAt : withdrawnAt;
    }
}
