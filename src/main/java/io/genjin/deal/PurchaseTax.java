package io.genjin.deal;

import io.genjin.shared.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The vehicle purchase tax (车辆购置税) as it is estimated on a quotation: ten per cent of the invoiced price without its value-added
 * tax of thirteen per cent. The division and the share are one step, rounded once to the cent, half a cent up; what the tax office
 * says may differ, and then its amount is typed.
 */
public final class PurchaseTax {

    private static final BigDecimal RATE = new BigDecimal("0.10");
    private static final BigDecimal WITH_VALUE_ADDED_TAX = new BigDecimal("1.13");
    private static final int CENTS = 2;

    private PurchaseTax() {}

    /** @param invoiced what the invoice of the car says, value-added tax included */
    public static Money of(Money invoiced) {
        return new Money(invoiced.yuan().multiply(RATE).divide(WITH_VALUE_ADDED_TAX, CENTS, RoundingMode.HALF_UP));
    }
}
