package io.genjin.order;

import io.genjin.journal.Frozen;
import io.genjin.journal.JournalFact;
import io.genjin.prospect.Prospect;
import io.genjin.shared.DealershipId;
import io.genjin.shared.Money;
import io.genjin.staff.StaffId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that happened to an order: ids, codes and amounts, never who buys. */
public record OrderFact(
        DealershipId dealership,
        Kind what,
        UUID prospect,
        @Nullable UUID actor,
        Instant happenedAt,
        Frozen frozen,
        Map<String, Object> details)
        implements JournalFact {

    /** The kinds, as the journal names them. That an order became binding or was cancelled is told by the prospect's life. */
    public enum Kind {
        ORDER_DRAFTED,
        ORDER_SUBMITTED,
        /** An order came to nothing before it was binding. */
        ORDER_DROPPED,
        DEPOSIT_PAID,
        MONEY_RECEIVED,
        MONEY_REVERSED,
        REFUNDED,
        LOAN_CHANGED,
        INSURANCE_CHANGED,
        VEHICLE_MATCHED,
        VEHICLE_RELEASED,
        PAID_IN_FULL,
        PROMISE_MOVED,
        ORDER_RETURNED
    }

    static OrderFact of(Kind what, SalesOrder order, Prospect prospect, @Nullable StaffId by, Instant at) {
        return new OrderFact(
                        order.dealership(),
                        what,
                        prospect.id().value(),
                        by == null ? null : by.value(),
                        at,
                        new Frozen(
                                prospect.owner().value(),
                                prospect.grade().name(),
                                prospect.content().source().name()),
                        Map.of())
                .with("order", order.id().toString())
                .with("orderNo", order.orderNo())
                .with("model", order.vehicle().model());
    }

    OrderFact with(String name, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        Map<String, Object> more = new LinkedHashMap<>(details);
        more.put(name, value instanceof Money money ? money.toString() : value);
        return new OrderFact(dealership, what, prospect, actor, happenedAt, frozen, more);
    }

    @Override
    public String kind() {
        return what.name();
    }
}
