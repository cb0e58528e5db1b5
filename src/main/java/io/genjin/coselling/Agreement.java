package io.genjin.coselling;

import io.genjin.shared.Money;
import io.genjin.staff.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a partner was promised: a fixed amount for each customer introduced who gets a car. Agreements are not changed; the one
 * that begins last counts from its first day.
 */
public record Agreement(CoSellerId coSeller, Money reward, LocalDate from, StaffId agreedBy, Instant agreedAt) {

    public Agreement {
        if (reward.isNegative()) {
            throw new IllegalArgumentException("a reward is not negative");
        }
    }

    /** The promise in force on {@code day}: the one that began last; of the same day, the one agreed last. */
    static Optional<Agreement> on(LocalDate day, List<Agreement> all) {
        return all.stream()
                .filter(one -> !one.from().isAfter(day))
                .max(Comparator.comparing(Agreement::from).thenComparing(Agreement::agreedAt));
    }
}
