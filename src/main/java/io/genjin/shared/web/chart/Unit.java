package io.genjin.shared.web.chart;

import java.math.BigDecimal;

/** How the numbers beside an axis are said. */
public enum Unit {
    NUMBER,
    /** Parts of one, said in percent. */
    PERCENT;

    String words(BigDecimal number) {
        BigDecimal plain = (this == PERCENT ? number.movePointRight(2) : number).stripTrailingZeros();
        return Value.sign(plain.signum() == 0 ? BigDecimal.ZERO : plain) + (this == PERCENT ? "%" : "");
    }
}
