package io.genjin.order;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An order as a person or a system fills it in, not yet judged; amounts as they were typed.
 *
 * @param version   of the quotation
 * @param buyerName nothing means the customer
 * @param buyerIdNo of an order written anew: nothing keeps the number it has
 */
public record OrderWish(
        @Nullable String quotation,
        @Nullable Integer version,
        @Nullable String buyerName,
        Buyer.@Nullable IdentityType buyerIdType,
        @Nullable String buyerIdNo,
        @Nullable DepositType depositType,
        @Nullable String deposit,
        SalesOrder.@Nullable PaymentWay paymentWay,
        @Nullable String loanAmount,
        @Nullable LocalDate promisedDelivery) {

    @Override
    public String toString() {
        return "OrderWish[" + quotation + "]";
    }
}
