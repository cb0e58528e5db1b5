package io.genjin.order;

import io.genjin.prospect.ProspectId;
import io.genjin.shared.DealershipId;
import io.genjin.shared.Money;
import io.genjin.shared.Vin;
import io.genjin.staff.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer's binding wish to buy one car at agreed terms (订单, 3.6). It is drawn from a quotation that the customer has seen;
 * what it costs does not change afterwards unless it is drawn anew.
 */
public class SalesOrder {

    /** What the consultant fills in and may write anew until the order is confirmed. */
    public record Terms(
            UUID quotation,
            int quotationVersion,
            OrderedVehicle vehicle,
            OrderPrice price,
            Buyer buyer,
            DepositType depositType,
            Money deposit,
            PaymentWay paymentWay,
            @Nullable Loan loan,
            LocalDate promisedDelivery) {}

    /** How the car is paid for (付款方式). */
    public enum PaymentWay {
        CASH_FULL,
        LOAN,
        LEASE
    }

    /** Everything a row keeps. */
    record State(
            SalesOrderId id,
            DealershipId dealership,
            String orderNo,
            String contractNo,
            ProspectId prospect,
            Terms terms,
            OrderStatus status,
            boolean priceApproved,
            @Nullable Instant depositPaidAt,
            @Nullable Vin vin,
            @Nullable Insurance insurance,
            @Nullable Snapshot snapshot,
            @Nullable Cancellation cancellation,
            StaffId draftedBy,
            Instant draftedAt,
            @Nullable Instant confirmedAt,
            @Nullable Instant deliveredAt,
            int version) {}

    private final SalesOrderId id;
    private final DealershipId dealership;
    private final String orderNo;
    private final String contractNo;
    private final ProspectId prospect;
    private final StaffId draftedBy;
    private final Instant draftedAt;
    private Terms terms;
    private OrderStatus status;
    private boolean priceApproved;
    private @Nullable Instant depositPaidAt;
    private @Nullable Vin vin;
    private @Nullable Insurance insurance;
    private @Nullable Snapshot snapshot;
    private @Nullable Cancellation cancellation;
    private @Nullable Instant confirmedAt;
    private @Nullable Instant deliveredAt;
    private int version;

    SalesOrder(State state) {
        this.id = state.id();
        this.dealership = state.dealership();
        this.orderNo = state.orderNo();
        this.contractNo = state.contractNo();
        this.prospect = state.prospect();
        this.draftedBy = state.draftedBy();
        this.draftedAt = state.draftedAt();
        this.terms = state.terms();
        this.status = state.status();
        this.priceApproved = state.priceApproved();
        this.depositPaidAt = state.depositPaidAt();
        this.vin = state.vin();
        this.insurance = state.insurance();
        this.snapshot = state.snapshot();
        this.cancellation = state.cancellation();
        this.confirmedAt = state.confirmedAt();
        this.deliveredAt = state.deliveredAt();
        this.version = state.version();
    }

    static SalesOrder draft(
            DealershipId dealership,
            long number,
            ProspectId prospect,
            SalesOrderId id,
            Terms terms,
            StaffId by,
            Instant at) {
        return new SalesOrder(new State(
                id,
                dealership,
                "D" + number,
                "HT" + number,
                prospect,
                terms,
                OrderStatus.DRAFT,
                false,
                null,
                null,
                null,
                null,
                null,
                by,
                at,
                null,
                null,
                1));
    }

    // ---- until it is confirmed

    /** Written anew: what was handed in goes back to the draft, and its price wants a word again. */
    void rewrite(Terms other) {
        must(status.isOpenToChange());
        if (depositPaidAt != null && !other.deposit().equals(terms.deposit())) {
            throw new DepositPaidAlready();
        }
        if (status != OrderStatus.DRAFT) {
            become(OrderStatus.DRAFT);
        }
        terms = other;
        priceApproved = false;
    }

    void submit(boolean approved) {
        must(status == OrderStatus.DRAFT);
        priceApproved = approved;
        become(approved ? OrderStatus.FINANCE_REVIEW : OrderStatus.PRICE_REVIEW);
    }

    void approvePrice() {
        must(status == OrderStatus.PRICE_REVIEW);
        priceApproved = true;
        become(OrderStatus.FINANCE_REVIEW);
    }

    void rejectPrice() {
        must(status == OrderStatus.PRICE_REVIEW);
        priceApproved = false;
        become(OrderStatus.REJECTED);
    }

    void depositPaid(Instant at) {
        must(status == OrderStatus.PRICE_REVIEW || status == OrderStatus.FINANCE_REVIEW);
        depositPaidAt = at;
    }

    /** The deposit was booked by mistake and is taken out again, which only an order not yet confirmed can bear. */
    void depositReversed() {
        must(status.isOpenToChange());
        depositPaidAt = null;
    }

    /** Price approved and deposit paid: nothing is missing any more. */
    boolean isReadyToConfirm() {
        return status == OrderStatus.FINANCE_REVIEW && priceApproved && depositPaidAt != null;
    }

    void confirm(Snapshot then, Instant at) {
        must(isReadyToConfirm());
        snapshot = then;
        confirmedAt = at;
        become(OrderStatus.CONFIRMED);
    }

    // ---- from confirmation to the handover

    void match(Vin car, boolean paid) {
        must(status.isBinding() && vin == null);
        vin = car;
        become(OrderStatus.VEHICLE_MATCHED);
        settle(paid);
    }

    void release() {
        must(status.isBinding() && vin != null);
        vin = null;
        become(OrderStatus.CONFIRMED);
    }

    /** Puts the state right after money came in or was taken out again. */
    void settle(boolean paid) {
        if (status == OrderStatus.VEHICLE_MATCHED && paid) {
            become(OrderStatus.PAID_IN_FULL);
        } else if (status == OrderStatus.PAID_IN_FULL && !paid) {
            become(OrderStatus.VEHICLE_MATCHED);
        }
    }

    void scheduled() {
        if (status != OrderStatus.DELIVERY_SCHEDULED) {
            must(status == OrderStatus.VEHICLE_MATCHED || status == OrderStatus.PAID_IN_FULL);
            become(OrderStatus.DELIVERY_SCHEDULED);
        }
    }

    void unscheduled(boolean paid) {
        must(status == OrderStatus.DELIVERY_SCHEDULED);
        become(paid ? OrderStatus.PAID_IN_FULL : OrderStatus.VEHICLE_MATCHED);
    }

    void delivered(Instant at) {
        must(status == OrderStatus.DELIVERY_SCHEDULED);
        deliveredAt = at;
        become(OrderStatus.DELIVERED);
    }

    void returned() {
        must(status == OrderStatus.DELIVERED);
        become(OrderStatus.RETURNED);
    }

    void promise(LocalDate day) {
        must(status.isLive());
        terms = new Terms(
                terms.quotation(),
                terms.quotationVersion(),
                terms.vehicle(),
                terms.price(),
                terms.buyer(),
                terms.depositType(),
                terms.deposit(),
                terms.paymentWay(),
                terms.loan(),
                day);
    }

    void lend(Loan loan) {
        terms = new Terms(
                terms.quotation(),
                terms.quotationVersion(),
                terms.vehicle(),
                terms.price(),
                terms.buyer(),
                terms.depositType(),
                terms.deposit(),
                terms.paymentWay(),
                loan,
                terms.promisedDelivery());
    }

    void insure(@Nullable Insurance with) {
        insurance = with;
    }

    // ---- when it comes to nothing

    /** @param nothingPaid then the buyer's number is needed for nothing and is forgotten */
    void cancel(Cancellation why, boolean nothingPaid) {
        must(status.isLive());
        cancellation = why;
        vin = null;
        if (nothingPaid) {
            Buyer buyer = terms.buyer();
            forget(new Buyer(buyer.name(), buyer.type(), null, null));
        }
        become(OrderStatus.CANCELLED);
    }

    private void forget(Buyer without) {
        terms = new Terms(
                terms.quotation(),
                terms.quotationVersion(),
                terms.vehicle(),
                terms.price(),
                without,
                terms.depositType(),
                terms.deposit(),
                terms.paymentWay(),
                terms.loan(),
                terms.promisedDelivery());
    }

    private void become(OrderStatus next) {
        if (!status.mayBecome(next)) {
            throw new OrderNotInState(status);
        }
        status = next;
    }

    private void must(boolean holds) {
        if (!holds) {
            throw new OrderNotInState(status);
        }
    }

    void stored() {
        version++;
    }

    // ---- what it says

    public SalesOrderId id() {
        return id;
    }

    public DealershipId dealership() {
        return dealership;
    }

    public String orderNo() {
        return orderNo;
    }

    public String contractNo() {
        return contractNo;
    }

    public ProspectId prospect() {
        return prospect;
    }

    public Terms terms() {
        return terms;
    }

    public OrderedVehicle vehicle() {
        return terms.vehicle();
    }

    public OrderPrice price() {
        return terms.price();
    }

    public Buyer buyer() {
        return terms.buyer();
    }

    public LocalDate promisedDelivery() {
        return terms.promisedDelivery();
    }

    public @Nullable Loan loan() {
        return terms.loan();
    }

    public OrderStatus status() {
        return status;
    }

    public boolean isPriceApproved() {
        return priceApproved;
    }

    public @Nullable Instant depositPaidAt() {
        return depositPaidAt;
    }

    public @Nullable Vin vin() {
        return vin;
    }

    public @Nullable Insurance insurance() {
        return insurance;
    }

    public @Nullable Snapshot snapshot() {
        return snapshot;
    }

    public @Nullable Cancellation cancellation() {
        return cancellation;
    }

    public StaffId draftedBy() {
        return draftedBy;
    }

    public Instant draftedAt() {
        return draftedAt;
    }

    public @Nullable Instant confirmedAt() {
        return confirmedAt;
    }

    public @Nullable Instant deliveredAt() {
        return deliveredAt;
    }

    public int version() {
        return version;
    }
}
