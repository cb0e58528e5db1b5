package io.genjin.coselling;

import io.genjin.consent.PartnerId;
import io.genjin.shared.DealershipId;
import io.genjin.shared.PhoneNumber;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person of another trade, or a salesperson elsewhere, with whom we share customers (助销伙伴, R-209).
 *
 * @param number prints itself masked
 * @param firm   the company behind the person as consents name it; only through it can one of our customers be introduced to them
 */
public record CoSeller(
        CoSellerId id,
        DealershipId dealership,
        String name,
        Trade trade,
        PhoneNumber number,
        @Nullable PartnerId firm,
        @Nullable Instant retiredAt) {

    /** What they do for a living. */
    public enum Trade {
        PROPERTY,
        INSURANCE,
        USED_CAR,
        OTHER
    }

    public boolean isActive() {
        return retiredAt == null;
    }
}
