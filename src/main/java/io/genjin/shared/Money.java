package io.genjin.shared;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** An amount in yuan (CNY), exact to the cent (domain 3, type N); below nothing for what is taken off or paid back. */
public record Money(BigDecimal yuan) implements Comparable<Money> {

    private static final int CENTS = 2;
    private static final BigDecimal LARGEST = new BigDecimal("9999999999.99");
    private static final int LONGEST_INPUT = 40;

    public static final Money NOTHING = new Money(BigDecimal.ZERO);

    /**
     * @throws ArithmeticException      when the amount has a fraction of a cent
     * @throws IllegalArgumentException when it is larger than any car deal could be (twelve digits)
     */
    public Money {
        yuan = yuan.setScale(CENTS, RoundingMode.UNNECESSARY);
        if (yuan.abs().compareTo(LARGEST) > 0) {
            throw new IllegalArgumentException("an amount has at most ten digits before the point");
        }
    }

    public static Money of(String yuan) {
        return new Money(new BigDecimal(yuan));
    }

    public static Money cents(long cents) {
        return new Money(BigDecimal.valueOf(cents, CENTS));
    }

    /**
     * Reads an amount as people write it: {@code 189,900}, {@code ¥189900.50}, full-width digits. Empty when it is no amount, has
     * more than two decimals, or is too large.
     */
    public static Optional<Money> parse(String written) {
        String text = Normalizer.normalize(written, Normalizer.Form.NFKC).strip();
        if (text.length() > LONGEST_INPUT) {
            return Optional.empty();
        }
        String plain = text.replaceFirst("^(-?)[¥￥]\\s*", "$1");
        if (!plain.matches("-?(\\d{1,10}|\\d{1,3}(,\\d{3}){1,3})(\\.\\d{1,2})?")) {
            return Optional.empty();
        }
        BigDecimal yuan = new BigDecimal(plain.replace(",", ""));
        return yuan.abs().compareTo(LARGEST) > 0 ? Optional.empty() : Optional.of(new Money(yuan));
    }

    public Money plus(Money other) {
        return new Money(yuan.add(other.yuan));
    }

    public Money minus(Money other) {
        return new Money(yuan.subtract(other.yuan));
    }

    public Money times(int count) {
        return new Money(yuan.multiply(BigDecimal.valueOf(count)));
    }

    /** A share such as a discount of 3.5 per cent, rounded to the cent, half a cent away from nothing. */
    public Money percent(BigDecimal percent) {
        return new Money(yuan.multiply(percent).movePointLeft(2).setScale(CENTS, RoundingMode.HALF_UP));
    }

    public Money negated() {
        return new Money(yuan.negate());
    }

    public boolean isNegative() {
        return yuan.signum() < 0;
    }

    public boolean isPositive() {
        return yuan.signum() > 0;
    }

    public boolean isNothing() {
        return yuan.signum() == 0;
    }

    public boolean isMoreThan(Money other) {
        return compareTo(other) > 0;
    }

    @Override
    public int compareTo(Money other) {
        return yuan.compareTo(other.yuan);
    }

    /** {@code ¥189,900.00}, as every page and paper shows it. */
    public String shown() {
        return (isNegative() ? "-¥" : "¥") + String.format(Locale.ROOT, "%,.2f", yuan.abs());
    }

    /** {@code 189900.00}, as a field or a document carries it. */
    @Override
    public String toString() {
        return Objects.requireNonNull(yuan.toPlainString());
    }
}
