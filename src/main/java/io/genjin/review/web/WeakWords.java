package io.genjin.review.web;

import io.genjin.review.Finding;
import io.genjin.review.Weakness;
import io.genjin.shared.web.Screen;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** A weakness in words: what is wrong, and the figure that shows it. */
public final class WeakWords {

    private WeakWords() {}

    /** The sentence that becomes the finding's defect. */
    public static String defect(Weakness weakness, Screen s) {
        return words("weakness." + weakness.rule(), weakness, s);
    }

    /** The figure with its value, as the finding's evidence. */
    public static String figure(Weakness weakness, Screen s) {
        return words("weakness." + weakness.rule() + ".figure", weakness, s);
    }

    /** The finding that is made of it with one tap. */
    static Finding.Wish wish(Weakness weakness, Screen s) {
        return new Finding.Wish(defect(weakness, s), weakness.rule().report(), figure(weakness, s));
    }

    private static String words(String key, Weakness weakness, Screen s) {
        return s.t(
                key,
                weakness.person() == null
                        ? s.t("comparison.dealership")
                        : weakness.person().name(),
                subject(weakness, s),
                weakness.value(),
                weakness.base(),
                share(weakness));
    }

    private static String subject(Weakness weakness, Screen s) {
        return switch (weakness.rule()) {
            case BEHIND_TARGET -> s.code("metric", weakness.subject());
            case BELOW_HISTORY -> s.code("figure", weakness.subject());
            default -> "";
        };
    }

    private static String share(Weakness weakness) {
        BigDecimal base = new BigDecimal(weakness.base());
        return base.signum() == 0
                ? Numbers.NOTHING
                : Numbers.percent(new BigDecimal(weakness.value()).divide(base, 4, RoundingMode.HALF_UP));
    }
}
