package io.genjin.order;

import io.genjin.shared.Money;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a bank lends for the car (按揭).
 *
 * @param partner the bank, once it was given anything
 * @param chaseOn when the bank is asked again; nothing when no answer is awaited
 */
public record Loan(
        Money amount,
        LoanStatus status,
        @Nullable UUID partner,
        @Nullable LocalDate chaseOn) {

    /** How often a bank's answer is chased, in days (2.8). */
    public static final int CHASED_EVERY = 2;

    static Loan wished(Money amount) {
        return new Loan(amount, LoanStatus.WISHED, null, null);
    }

    Loan applied(UUID bank, LocalDate today) {
        return new Loan(amount, LoanStatus.APPLIED, bank, today.plusDays(CHASED_EVERY));
    }

    Loan chased(LocalDate today) {
        return new Loan(amount, status, partner, today.plusDays(CHASED_EVERY));
    }

    Loan answered(LoanStatus answer) {
        return new Loan(amount, answer, partner, null);
    }

    public boolean isToChase(LocalDate today) {
        return chaseOn != null && !chaseOn.isAfter(today);
    }
}
