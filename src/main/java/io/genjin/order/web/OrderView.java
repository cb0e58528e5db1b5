package io.genjin.order.web;

import io.genjin.order.Buyer;
import io.genjin.order.Cancellation;
import io.genjin.order.DepositType;
import io.genjin.order.LoanStatus;
import io.genjin.order.OrderFile;
import io.genjin.order.OrderStatus;
import io.genjin.order.OrderStep;
import io.genjin.order.Payment;
import io.genjin.order.SalesOrder;
import io.genjin.prospect.Source;
import io.genjin.shared.Grade;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order as other systems see it: amounts as text, exact to the cent, and the buyer's number masked.
 *
 * @param missing what has to happen before the car can be handed over
 */
record OrderView(
        String id,
        String orderNo,
        String contractNo,
        String prospectId,
        String quotationId,
        int quotationVersion,
        OrderStatus status,
        String buyerName,
        Buyer.IdentityType buyerIdType,
        String maskedBuyerIdNo,
        String model,
        @Nullable String trim,
        @Nullable String colour,
        @Nullable String interior,
        @Nullable String vin,
        String vehiclePrice,
        String discount,
        String extras,
        String total,
        String tradeInValue,
        String due,
        String paid,
        String outstanding,
        DepositType depositType,
        String depositAmount,
        @Nullable OffsetDateTime depositPaidAt,
        SalesOrder.PaymentWay paymentWay,
        @Nullable LoanView loan,
        @Nullable InsuranceView insurance,
        LocalDate promisedDelivery,
        boolean priceApproved,
        @Nullable Source sourceAtOrder,
        @Nullable Grade gradeAtOrder,
        @Nullable String ownerAtOrder,
        Cancellation.@Nullable Reason cancelReason,
        @Nullable String refund,
        @Nullable String openRefund,
        List<OrderStep> missing,
        List<LineView> ledger,
        int version) {

    /** The bank's part. */
    record LoanView(
            String amount,
            LoanStatus status,
            @Nullable String bank,
            @Nullable LocalDate chaseOn) {}

    /** The insurer's part. */
    record InsuranceView(String amount, @Nullable String insurer) {}

    /** One line of the ledger; below nothing is money that went out. */
    record LineView(
            String id,
            Payment.Kind kind,
            String amount,
            Payment.Way way,
            String receiptNo,
            @Nullable String note,
            @Nullable String reverses,
            OffsetDateTime at) {}

    static OrderView of(OrderFile.Opened opened, ZoneId zone) {
        SalesOrder order = opened.order();
        var loan = order.loan();
        var insurance = order.insurance();
        var then = order.snapshot();
        var cancelled = order.cancellation();
        var vin = order.vin();
        return new OrderView(
                order.id().toString(),
                order.orderNo(),
                order.contractNo(),
                order.prospect().toString(),
                order.terms().quotation().toString(),
                order.terms().quotationVersion(),
                order.status(),
                order.buyer().name(),
                order.buyer().type(),
                opened.maskedNumber(),
                order.vehicle().model(),
                order.vehicle().trim(),
                order.vehicle().colour(),
                order.vehicle().interior(),
                vin == null ? null : vin.value(),
                order.price().vehicle().toString(),
                order.price().discount().toString(),
                order.price().extras().toString(),
                order.price().total().toString(),
                order.price().tradeIn().toString(),
                order.price().due().toString(),
                opened.ledger().balance().toString(),
                opened.outstanding().toString(),
                order.terms().depositType(),
                order.terms().deposit().toString(),
                at(order.depositPaidAt(), zone),
                order.terms().paymentWay(),
                loan == null
                        ? null
                        : new LoanView(
                                loan.amount().toString(),
                                loan.status(),
                                loan.partner() == null
                                        ? null
                                        : opened.partners().get(loan.partner()),
                                loan.chaseOn()),
                insurance == null
                        ? null
                        : new InsuranceView(
                                insurance.amount().toString(), opened.partners().get(insurance.partner())),
                order.promisedDelivery(),
                order.isPriceApproved(),
                then == null ? null : then.source(),
                then == null ? null : then.grade(),
                then == null ? null : then.owner().toString(),
                cancelled == null ? null : cancelled.reason(),
                cancelled == null ? null : cancelled.refund().toString(),
                cancelled == null ? null : opened.openRefund().toString(),
                opened.steps().stream()
                        .filter(check -> !check.done())
                        .map(OrderStep.Check::step)
                        .toList(),
                opened.ledger().lines().stream().map(line -> line(line, zone)).toList(),
                order.version());
    }

    static LineView line(Payment line, ZoneId zone) {
        return new LineView(
                line.id().toString(),
                line.kind(),
                line.amount().toString(),
                line.way(),
                line.receiptNo(),
                line.note(),
                line.reverses() == null ? null : line.reverses().toString(),
                line.at().atZone(zone).toOffsetDateTime());
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant moment, ZoneId zone) {
        return moment == null ? null : moment.atZone(zone).toOffsetDateTime();
    }
}
