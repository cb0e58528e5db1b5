package io.genjin.order;

import io.genjin.shared.Money;

/**
 * What is to be paid (价格), as the quotation said it when the order was drawn.
 *
 * @param vehicle  list price of the car
 * @param discount what is taken off it
 * @param extras   everything charged beside the car: options, insurance, tax, fees
 * @param tradeIn  what the old car counts for
 */
public record OrderPrice(Money vehicle, Money discount, Money extras, Money tradeIn) {

    public OrderPrice {
        if (vehicle.isNegative() || discount.isNegative() || extras.isNegative() || tradeIn.isNegative()) {
            throw new IllegalArgumentException("no part of a price is below nothing");
        }
        if (discount.isMoreThan(vehicle)) {
            throw new IllegalArgumentException("no more is taken off than there is");
        }
    }

    /** The car itself after the discount. */
    public Money net() {
        return vehicle.minus(discount);
    }

    /** 总价: the car and everything beside it. */
    public Money total() {
        return net().plus(extras);
    }

    /** What is to be paid in money; nothing when the old car is worth more. */
    public Money due() {
        Money due = total().minus(tradeIn);
        return due.isNegative() ? Money.NOTHING : due;
    }
}
