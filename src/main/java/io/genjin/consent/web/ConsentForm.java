package io.genjin.consent.web;

import io.genjin.consent.Consent;
import io.genjin.consent.ConsentDesk;
import io.genjin.consent.DataField;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a customer said about a partner, as the page's form sends it; the time is the dealership's. */
record ConsentForm(
        @Nullable String partner,
        @Nullable String purpose,
        @Nullable Set<DataField> fields,
        @Nullable Boolean given,
        Consent.@Nullable Channel channel,
        @Nullable LocalDateTime at,
        @Nullable String evidence,
        @Nullable LocalDate validUntil) {

    ConsentDesk.Said said(ZoneId zone) {
        return new ConsentDesk.Said(
                partner,
                purpose,
                fields == null ? Set.of() : fields,
                given,
                channel,
                at == null ? null : at.atZone(zone).toInstant(),
                evidence,
                validUntil);
    }
}
