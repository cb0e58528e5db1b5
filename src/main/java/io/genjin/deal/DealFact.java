package io.genjin.deal;

import io.genjin.journal.Frozen;
import io.genjin.journal.JournalFact;
import io.genjin.prospect.Prospect;
import io.genjin.shared.DealershipId;
import io.genjin.shared.Money;
import io.genjin.staff.StaffId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that happened to a price on its way to the customer. */
public record DealFact(
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
        /** A version was shown to the customer. */
        QUOTED,
        PRICE_ASKED,
        PRICE_APPROVED,
        /** Refused, perhaps with a counter-offer. */
        PRICE_REJECTED,
        /** The quotation was changed after somebody was asked, or had agreed. */
        PRICE_VOIDED,
        QUOTE_LOST
    }

    static DealFact of(
            Kind what, Prospect prospect, Quotation quotation, QuoteVersion version, StaffId by, Instant at) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("quotation", quotation.id().toString());
        details.put("quotationNo", quotation.no());
        details.put("version", version.number());
        details.put("model", version.quote().car().model());
        return new DealFact(
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

    DealFact with(String name, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        Map<String, Object> more = new LinkedHashMap<>(details);
        more.put(name, value instanceof Money money ? money.toString() : value);
        return new DealFact(dealership, what, prospect, actor, happenedAt, frozen, more);
    }

    @Override
    public String kind() {
        return what.name();
    }
}
