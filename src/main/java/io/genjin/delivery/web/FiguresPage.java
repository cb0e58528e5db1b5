package io.genjin.delivery.web;

import io.genjin.delivery.DeliveryBook;
import io.genjin.delivery.DeliveryBook.Measure;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** How good the handovers of a month were, or the rows that one figure counts. */
public record FiguresPage(
        DeliveryBook.Month month, @Nullable Measure measure) {

    public String link(Measure one) {
        return "/deliveries/figures/" + one.name() + "?month=" + month.month();
    }

    public String before() {
        return "/deliveries/figures?month=" + month.month().minusMonths(1);
    }

    public String after() {
        return "/deliveries/figures?month=" + month.month().plusMonths(1);
    }

    /** One figure as a share of two that exclude each other; nothing when there is nothing to count. */
    public String share(Measure good, Measure bad) {
        int all = month.count(good) + month.count(bad);
        return all == 0
                ? "–"
                : BigDecimal.valueOf(100L * month.count(good))
                                .divide(BigDecimal.valueOf(all), 1, RoundingMode.HALF_UP)
                                .toPlainString()
                        + " %";
    }

    public String satisfaction() {
        BigDecimal average = month.satisfaction();
        return average == null ? "–" : average.toPlainString();
    }
}
