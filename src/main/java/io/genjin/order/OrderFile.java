package io.genjin.order;

import io.genjin.consent.Partner;
import io.genjin.consent.PartnerDesk;
import io.genjin.dealership.Dealerships;
import io.genjin.privacy.AccessLog;
import io.genjin.prospect.Access;
import io.genjin.prospect.CardFile;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectDesk;
import io.genjin.prospect.ProspectId;
import io.genjin.shared.Money;
import io.genjin.shared.NothingHere;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Orders for those who may see them; another consultant's are not there (S-R22). */
@Component
public class OrderFile {

    private static final String READ = "order.read";

    private final SalesOrders orders;
    private final Payments payments;
    private final BuyerNumbers numbers;
    private final PartnerDesk partners;
    private final ProspectDesk prospects;
    private final CardFile cards;
    private final Access access;
    private final AccessLog accessLog;
    private final Dealerships dealerships;
    private final Clock clock;

    OrderFile(
            SalesOrders orders,
            Payments payments,
            BuyerNumbers numbers,
            PartnerDesk partners,
            ProspectDesk prospects,
            CardFile cards,
            Access access,
            AccessLog accessLog,
            Dealerships dealerships,
            Clock clock) {
        this.orders = orders;
        this.payments = payments;
        this.numbers = numbers;
        this.partners = partners;
        this.prospects = prospects;
        this.cards = cards;
        this.access = access;
        this.accessLog = accessLog;
        this.dealerships = dealerships;
        this.clock = clock;
    }

    /**
     * An order with its money.
     *
     * @param maskedNumber the buyer's number as pages and papers show it
     * @param partners     names of banks and insurers by their ids
     */
    public record Opened(
            SalesOrder order,
            Prospect prospect,
            Ledger ledger,
            String maskedNumber,
            Map<UUID, String> partners,
            LocalDate today) {

        public List<OrderStep.Check> steps() {
            return OrderStep.of(order, ledger);
        }

        public Money outstanding() {
            return ledger.outstanding(order.price());
        }

        public boolean isLate() {
            return OrderStep.isLate(order, today);
        }

        /** What a cancelled order still owes the customer. */
        public Money openRefund() {
            return CashDesk.openRefund(order, ledger);
        }

        /** What must be given back in any case when it is cancelled. */
        public Money leastRefund() {
            return CancelDesk.leastRefund(order, ledger.balance());
        }
    }

    @Transactional(readOnly = true)
    public Opened open(SalesOrderId id, StaffMember reader) {
        SalesOrder order = orders.find(reader.dealership(), id).orElseThrow(() -> new NothingHere(id));
        return opened(order, seen(order.prospect(), reader), reader);
    }

    /** All orders of a customer, newest first, those of merged cases among them. */
    @Transactional(readOnly = true)
    public List<Opened> of(ProspectId id, StaffMember reader) {
        Prospect prospect = seen(id, reader);
        return orders.of(reader.dealership(), cards.cases(id, reader)).stream()
                .map(order -> opened(order, prospect, reader))
                .toList();
    }

    private Opened opened(SalesOrder order, Prospect prospect, StaffMember reader) {
        return new Opened(
                order,
                prospect,
                payments.of(reader.dealership(), order.id()),
                numbers.masked(order),
                partners.all(reader).stream()
                        .collect(Collectors.toMap(partner -> partner.id().value(), Partner::name)),
                dealerships.get(reader.dealership()).today(clock));
    }

    /** The buyer's whole number. Each look is one entry of the access log: who, whose, when (S-R33, S-R72). */
    @Transactional
    public String reveal(SalesOrderId id, StaffMember reader) {
        SalesOrder order = orders.find(reader.dealership(), id).orElseThrow(() -> new NothingHere(id));
        seen(order.prospect(), reader);
        accessLog.revealed(reader, order.prospect().value(), "buyerIdNo");
        return numbers.open(order).orElseThrow(() -> new NothingHere(id));
    }

    /** A paper of the order is printed; that is on record as well. */
    @Transactional
    public Opened print(SalesOrderId id, StaffMember reader) {
        Opened opened = open(id, reader);
        accessLog.printed(reader, opened.order().prospect().value(), "order", 1);
        return opened;
    }

    private Prospect seen(ProspectId id, StaffMember reader) {
        return access.seen(prospects.get(reader.dealership(), id), reader, READ);
    }
}
