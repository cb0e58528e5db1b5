package io.genjin.order;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Where an order stands, and where it may go from there (订单状态, domain 3.6). */
public enum OrderStatus {
    /** Being written; nobody else has seen it. */
    DRAFT,
    /** Handed in; its price needs somebody's word first. */
    PRICE_REVIEW,
    /** The price is agreed; the cashier has not taken the deposit yet. */
    FINANCE_REVIEW,
    /** The price was refused: the consultant offers another one, or lets it be. */
    REJECTED,
    /** Price approved and deposit paid, whichever came later (4.1 rule 6). */
    CONFIRMED,
    /** A car with its VIN is set aside for it. */
    VEHICLE_MATCHED,
    /** A car is set aside and nothing more is owed. */
    PAID_IN_FULL,
    /** The day of the handover is agreed. */
    DELIVERY_SCHEDULED,
    DELIVERED,
    CANCELLED,
    /** The delivered car was taken back. */
    RETURNED;

    private static final Map<OrderStatus, Set<OrderStatus>> MOVES = new EnumMap<>(Map.of(
            DRAFT, EnumSet.of(PRICE_REVIEW, FINANCE_REVIEW, CANCELLED),
            PRICE_REVIEW, EnumSet.of(FINANCE_REVIEW, CONFIRMED, REJECTED, DRAFT, CANCELLED),
            FINANCE_REVIEW, EnumSet.of(CONFIRMED, DRAFT, CANCELLED),
            REJECTED, EnumSet.of(DRAFT, CANCELLED),
            CONFIRMED, EnumSet.of(VEHICLE_MATCHED, CANCELLED),
            VEHICLE_MATCHED, EnumSet.of(CONFIRMED, PAID_IN_FULL, DELIVERY_SCHEDULED, CANCELLED),
            PAID_IN_FULL, EnumSet.of(CONFIRMED, VEHICLE_MATCHED, DELIVERY_SCHEDULED, CANCELLED),
            DELIVERY_SCHEDULED, EnumSet.of(CONFIRMED, VEHICLE_MATCHED, PAID_IN_FULL, DELIVERED, CANCELLED),
            DELIVERED, EnumSet.of(RETURNED)));
    private static final Set<OrderStatus> LIVE = EnumSet.complementOf(EnumSet.of(DELIVERED, CANCELLED, RETURNED));
    private static final Set<OrderStatus> BINDING =
            EnumSet.of(CONFIRMED, VEHICLE_MATCHED, PAID_IN_FULL, DELIVERY_SCHEDULED);
    private static final Set<OrderStatus> OPEN_TO_CHANGE = EnumSet.of(DRAFT, PRICE_REVIEW, FINANCE_REVIEW, REJECTED);

    public boolean mayBecome(OrderStatus next) {
        return MOVES.getOrDefault(this, Set.of()).contains(next);
    }

    /** Something is still to be done; a customer has at most one such order, and a car at most one. */
    public boolean isLive() {
        return LIVE.contains(this);
    }

    /** Confirmed and not yet delivered: cancelling it is a cancellation that counts (K22). */
    public boolean isBinding() {
        return BINDING.contains(this);
    }

    /** Buyer, price and terms may still be written anew. */
    public boolean isOpenToChange() {
        return OPEN_TO_CHANGE.contains(this);
    }

    public static List<OrderStatus> live() {
        return Stream.of(values()).filter(OrderStatus::isLive).toList();
    }
}
