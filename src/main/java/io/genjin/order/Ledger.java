package io.genjin.order;

import io.genjin.shared.Money;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** All money of one order, in the order it was booked (收款明细); what it adds up to is never below nothing. */
public record Ledger(List<Payment> lines) {

    public Ledger {
        lines = List.copyOf(lines);
    }

    /** What we hold of the customer's and the bank's money. */
    public Money balance() {
        return lines.stream().map(Payment::amount).reduce(Money.NOTHING, Money::plus);
    }

    public Money outstanding(OrderPrice price) {
        Money open = price.due().minus(balance());
        return open.isNegative() ? Money.NOTHING : open;
    }

    public boolean isPaidInFull(OrderPrice price) {
        return !price.due().isMoreThan(balance());
    }

    /** What has been given back to the customer. */
    public Money refunded() {
        Set<UUID> reversed = reversed();
        return lines.stream()
                .filter(line -> line.kind() == Payment.Kind.REFUND && !reversed.contains(line.id()))
                .map(line -> line.amount().negated())
                .reduce(Money.NOTHING, Money::plus);
    }

    /** The lines that were taken out again. */
    public Set<UUID> reversed() {
        return lines.stream()
                .map(Payment::reverses)
                .filter(java.util.Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
    }

    public boolean canBeReversed(Payment line) {
        return line.kind() != Payment.Kind.REVERSAL && !reversed().contains(line.id());
    }
}
