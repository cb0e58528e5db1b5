package io.genjin.deal;

import io.genjin.shared.Money;
import java.time.LocalDate;
import java.util.List;

/**
 * What one version of a quotation offers (报价, 3.6); every amount is exact to the cent.
 *
 * @param listPrice  of the car as the brand recommends it
 * @param discount   what is taken off the list price
 * @param tradeIn    what the customer's old car counts for
 * @param validUntil the last day on which it binds us
 */
public record Quote(
        QuotedCar car, Money listPrice, Money discount, List<QuoteItem> items, Money tradeIn, LocalDate validUntil) {

    /** How long a quotation holds unless another day is named (2.8). */
    public static final int VALID_DAYS = 7;

    public Quote {
        items = List.copyOf(items);
        if (!listPrice.isPositive()
                || discount.isNegative()
                || discount.isMoreThan(listPrice)
                || tradeIn.isNegative()) {
            throw new IllegalArgumentException("a car has a price, and no more is taken off than there is");
        }
    }

    /** 净价: the car after the discount. */
    public Money net() {
        return listPrice.minus(discount);
    }

    /** What is charged beside the car. */
    public Money extras() {
        return sum(items.stream().filter(QuoteItem::isCharged).toList());
    }

    /** What the gifts are worth. */
    public Money gifts() {
        return sum(items.stream().filter(item -> !item.isCharged()).toList());
    }

    /** All that is given up: discount and gifts; by it the ladder judges, so that gifts go around nobody. */
    public Money concession() {
        return discount.plus(gifts());
    }

    /** 总价: the car and everything charged beside it. */
    public Money total() {
        return net().plus(extras());
    }

    /** What the customer pays in money; nothing when the old car is worth more. */
    public Money due() {
        Money due = total().minus(tradeIn);
        return due.isNegative() ? Money.NOTHING : due;
    }

    public boolean isValidOn(LocalDate day) {
        return !day.isAfter(validUntil);
    }

    private static Money sum(List<QuoteItem> items) {
        return items.stream().map(QuoteItem::amount).reduce(Money.NOTHING, Money::plus);
    }
}
