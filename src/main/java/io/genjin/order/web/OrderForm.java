package io.genjin.order.web;

import io.genjin.order.Buyer;
import io.genjin.order.DepositType;
import io.genjin.order.OrderWish;
import io.genjin.order.SalesOrder;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An order as the page's form sends it. */
record OrderForm(
        @Nullable String quotation,
        @Nullable Integer quotationVersion,
        @Nullable String buyerName,
        Buyer.@Nullable IdentityType buyerIdType,
        @Nullable String buyerIdNo,
        @Nullable DepositType depositType,
        @Nullable String deposit,
        SalesOrder.@Nullable PaymentWay paymentWay,
        @Nullable String loanAmount,
        @Nullable LocalDate promisedDelivery) {

    OrderWish wish() {
        return new OrderWish(
                quotation,
                quotationVersion,
                buyerName,
                buyerIdType,
                buyerIdNo,
                depositType,
                deposit,
                paymentWay,
                loanAmount,
                promisedDelivery);
    }

    @Override
    public String toString() {
        return "OrderForm[" + quotation + "]";
    }
}
