package io.genjin.coselling;

import io.genjin.prospect.ProspectId;
import io.genjin.shared.Money;
import io.genjin.staff.StaffId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who introduced whom: a partner a customer to us, or we one of ours to a partner with the customer's consent.
 *
 * @param promised what the agreement of that day promises when the car is delivered; nothing without an agreement or to them
 */
public record Introduction(
        IntroductionId id,
        CoSellerId coSeller,
        ProspectId prospect,
        Direction direction,
        @Nullable Money promised,
        StaffId recordedBy,
        Instant at) {

    /** Which way. */
    public enum Direction {
        TO_US,
        TO_THEM
    }
}
