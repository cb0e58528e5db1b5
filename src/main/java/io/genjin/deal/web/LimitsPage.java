package io.genjin.deal.web;

import io.genjin.deal.DiscountLadder;
import io.genjin.shared.Money;
import io.genjin.shared.web.Fields;
import java.math.BigDecimal;
import java.util.List;

/** Who may give up how much, from which day. */
public record LimitsPage(List<DiscountLadder> ladders, Fields form) {

    public static String limit(DiscountLadder ladder, BigDecimal limit) {
        return ladder.unit() == DiscountLadder.Unit.AMOUNT
                ? new Money(limit).shown()
                : limit.stripTrailingZeros().toPlainString() + " %";
    }
}
