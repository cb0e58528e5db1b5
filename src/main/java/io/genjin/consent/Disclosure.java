package io.genjin.consent;

import io.genjin.prospect.ProspectId;
import io.genjin.staff.StaffId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Data handed to a partner, or an attempt that the gate stopped (提供记录, 3.14). It says which fields, never what stood in them.
 *
 * @param consent by which statement of the customer; nothing when it was stopped
 * @param fields  what was handed over, or what was asked for
 * @param why     what stopped it; nothing when it was handed over
 */
public record Disclosure(
        DisclosureId id,
        ProspectId prospect,
        PartnerId partner,
        @Nullable ConsentId consent,
        String purpose,
        Set<DataField> fields,
        ConsentGate.@Nullable Why why,
        StaffId by,
        Instant at) {

    public Disclosure {
        fields = Set.copyOf(fields);
        if ((consent == null) == (why == null)) {
            throw new IllegalArgumentException("either a consent allows it or something is in the way");
        }
    }

    public boolean isBlocked() {
        return why != null;
    }
}
