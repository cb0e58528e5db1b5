package io.genjin.consent;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * How far hand-overs to one partner were covered by a consent (授权合规率, K30; must be 100 %).
 *
 * @param allowed those for which the customer's statement held at that moment
 * @param blocked attempts that the gate stopped, which count on neither side
 */
public record ConsentRate(PartnerId partner, int handedOver, int allowed, int blocked) {

    /** In percent with one decimal; nothing when nothing was handed over (4.1 rule 4). */
    public @Nullable BigDecimal percent() {
        return handedOver == 0
                ? null
                : BigDecimal.valueOf(allowed * 100L).divide(BigDecimal.valueOf(handedOver), 1, RoundingMode.DOWN);
    }
}
