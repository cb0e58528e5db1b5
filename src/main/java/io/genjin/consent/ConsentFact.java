package io.genjin.consent;

import io.genjin.journal.Frozen;
import io.genjin.journal.JournalFact;
import io.genjin.prospect.Prospect;
import io.genjin.shared.DealershipId;
import io.genjin.staff.StaffId;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** What a customer said about a partner, and what was handed over or stopped; which fields, never their values. */
public record ConsentFact(
        DealershipId dealership,
        Kind what,
        UUID prospect,
        UUID actor,
        Instant happenedAt,
        Frozen frozen,
        Map<String, Object> details)
        implements JournalFact {

    /** The kinds, as the journal names them. */
    public enum Kind {
        CONSENT_GIVEN,
        CONSENT_REFUSED,
        CONSENT_WITHDRAWN,
        DISCLOSED,
        /** Somebody tried without the customer's consent. */
        DISCLOSURE_REFUSED
    }

    static ConsentFact of(
            Kind what,
            Prospect prospect,
            Partner partner,
            String purpose,
            Collection<DataField> fields,
            StaffId by,
            Instant at) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("partnerId", partner.id().toString());
        details.put("partner", partner.name());
        details.put("purpose", purpose);
        details.put("fields", fields.stream().sorted().map(Enum::name).toList());
        return new ConsentFact(
                prospect.dealership(),
                what,
                prospect.id().value(),
                by.value(),
                at,
                new Frozen(
                        prospect.owner().value(),
                        prospect.grade().name(),
                        prospect.content().source().name()),
                details);
    }

    ConsentFact with(String detail, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(details);
        more.put(detail, value);
        return new ConsentFact(dealership, what, prospect, actor, happenedAt, frozen, more);
    }

    @Override
    public String kind() {
        return what.name();
    }
}
