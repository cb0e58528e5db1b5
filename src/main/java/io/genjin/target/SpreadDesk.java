package io.genjin.target;

import io.genjin.dealership.Dealerships;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Refusal.Field;
import io.genjin.staff.StaffMember;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where the sales manager says how a year is spread over its months, and from which day it counts. */
@Service
public class SpreadDesk {

    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    private final Targets targets;
    private final Spreads spreads;
    private final Dealerships dealerships;
    private final Clock clock;

    SpreadDesk(Targets targets, Spreads spreads, Dealerships dealerships, Clock clock) {
        this.targets = targets;
        this.spreads = spreads;
        this.dealerships = dealerships;
        this.clock = clock;
    }

    /**
     * Sets the spread of a year as a whole; one that says what counts already changes nothing.
     *
     * @param begins  nothing leaves it to the dealership's own first day
     * @param percent of the twelve months, with at most one decimal and together 100; nothing has them computed
     * @throws FieldsRefused  naming {@code year}, {@code begins}, {@code weights}, {@code weights.<1 to 12>} or {@code reason}
     * @throws TargetsChanged when somebody set targets of the year meanwhile
     */
    @Transactional
    public void set(
            int year,
            @Nullable LocalDate begins,
            @Nullable List<@Nullable BigDecimal> percent,
            @Nullable String reason,
            int seen,
            StaffMember by) {
        LocalDate today = dealerships.get(by.dealership()).today(clock);
        List<Field> wrong = new ArrayList<>();
        TargetDesk.settable(year, today, wrong);
        if (begins != null && begins.getYear() != year) {
            wrong.add(Field.of("begins", "target.begins", year));
        }
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        LocalDate from = begins == null ? spreads.opened(by.dealership(), Year.of(year)) : begins;
        List<Integer> weights = percent == null ? null : weights(percent, YearMonth.from(from), wrong);
        List<SpreadChange> history = targets.spreads(by.dealership(), Year.of(year));
        SpreadChange now = history.isEmpty() ? null : history.get(history.size() - 1);
        boolean same = Objects.equals(begins, now == null ? null : now.begins())
                && Objects.equals(weights, now == null ? null : now.weights());
        String why = TargetDesk.reason(reason, now != null && !same && year == today.getYear(), wrong);
        TargetDesk.current(seen, targets.number(by.dealership(), Integer.toString(year)));
        if (!same) {
            targets.spread(
                    by.dealership(),
                    Year.of(year),
                    new SpreadChange(seen + 1, begins, weights, why, by.id(), clock.instant()));
        }
    }

    private static List<Integer> weights(List<@Nullable BigDecimal> percent, YearMonth begins, List<Field> wrong) {
        List<Integer> weights = new ArrayList<>();
        if (percent.size() != Season.MONTHS) {
            wrong.add(Field.of("weights", "target.weights", sum(percent).toPlainString()));
            return weights;
        }
        for (int month = 1; month <= Season.MONTHS; month++) {
            BigDecimal one = percent.get(month - 1);
            String field = "weights." + month;
            if (one == null
                    || one.signum() < 0
                    || one.compareTo(ALL) > 0
                    || one.stripTrailingZeros().scale() > 1) {
                wrong.add(Field.of(field, "target.weight"));
                continue;
            }
            if (one.signum() > 0 && month < begins.getMonthValue()) {
                wrong.add(Field.of(field, "target.weight.before"));
            }
            weights.add(one.movePointRight(1).intValueExact());
        }
        if (weights.size() == Season.MONTHS && sum(percent).compareTo(ALL) != 0) {
            wrong.add(Field.of("weights", "target.weights", sum(percent).toPlainString()));
        }
        return weights;
    }

    private static BigDecimal sum(List<@Nullable BigDecimal> percent) {
        return percent.stream().filter(Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
