package io.genjin.consent.web;

import io.genjin.consent.ConsentRate;
import io.genjin.consent.Partner;
import io.genjin.consent.PartnerId;
import io.genjin.shared.web.Fields;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The dealership's partners, each with how well consent was kept with it (K30). */
public record PartnersPage(List<Partner> partners, Map<PartnerId, ConsentRate> rates, Fields form) {

    public ConsentRate rate(Partner partner) {
        return rates.getOrDefault(partner.id(), new ConsentRate(partner.id(), 0, 0, 0));
    }

    public static String percent(ConsentRate rate) {
        BigDecimal percent = rate.percent();
        return percent == null ? "–" : percent.stripTrailingZeros().toPlainString() + " %";
    }

    public @Nullable String tone(ConsentRate rate) {
        return rate.handedOver() == 0 ? null : rate.allowed() == rate.handedOver() ? "g-state-good" : "g-state-bad";
    }
}
