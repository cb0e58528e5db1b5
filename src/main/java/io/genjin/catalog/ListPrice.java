package io.genjin.catalog;

import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Money;
import io.genjin.shared.Refusal.Field;
import io.genjin.staff.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A list price (指导价) of a trim and the day from which it counts. Prices are added, never changed: a quotation of last month
 * still finds the price of last month.
 */
public record ListPrice(Money amount, LocalDate validFrom, StaffId setBy, Instant setAt) {

    private static final Money LEAST = Money.of("1000.00");
    private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);
    private static final int DAYS_AHEAD = 366;

    /** What was typed for a price: the amount, and from when it counts; today when no day was typed. */
    record Wish(Money amount, LocalDate validFrom) {

        /** @throws FieldsRefused naming amount or day */
        static Wish checked(@Nullable String amount, @Nullable LocalDate validFrom, LocalDate today) {
            List<Field> wrong = new ArrayList<>();
            Money read = ListPrice.read("listPrice", amount, wrong);
            if (read != null && LEAST.isMoreThan(read)) {
                wrong.add(Field.of("listPrice", "catalog.price.small", LEAST.shown()));
            }
            LocalDate from = validFrom == null ? today : validFrom;
            if (from.isBefore(FIRST_DAY) || from.isAfter(today.plusDays(DAYS_AHEAD))) {
                wrong.add(Field.of("priceFrom", "catalog.price.day"));
            }
            if (!wrong.isEmpty()) {
                throw new FieldsRefused(wrong);
            }
            return new Wish(Objects.requireNonNull(read), from);
        }

        ListPrice by(StaffId by, Instant at) {
            return new ListPrice(amount, validFrom, by, at);
        }
    }

    /** An amount that must be there; what is none adds its field to {@code wrong}. */
    static @Nullable Money read(String field, @Nullable String typed, List<Field> wrong) {
        if (typed == null || typed.isBlank()) {
            wrong.add(Field.of(field, "field.required"));
            return null;
        }
        Optional<Money> read = Money.parse(typed).filter(amount -> !amount.isNegative());
        if (read.isEmpty()) {
            wrong.add(Field.of(field, "catalog.amount"));
        }
        return read.orElse(null);
    }
}
