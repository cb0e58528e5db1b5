package io.genjin.deal;

import io.genjin.prospect.ProspectId;
import io.genjin.shared.DealershipId;
import io.genjin.shared.NothingHere;
import io.genjin.staff.StaffId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What we offered a customer for a car, version by version (报价单).
 *
 * @param versions oldest first; never empty
 * @param lostTo   the competitor whose offer was taken instead
 */
public record Quotation(
        QuotationId id,
        DealershipId dealership,
        String no,
        ProspectId prospect,
        StaffId madeBy,
        Instant madeAt,
        @Nullable String lostTo,
        List<QuoteVersion> versions) {

    public Quotation {
        versions = List.copyOf(versions);
    }

    public QuoteVersion newest() {
        return versions.get(versions.size() - 1);
    }

    /** @throws NothingHere when there is no such version */
    public QuoteVersion version(int number) {
        return versions.stream()
                .filter(one -> one.number() == number)
                .findFirst()
                .orElseThrow(() -> new NothingHere(no + " V" + number));
    }
}
