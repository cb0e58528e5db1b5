package io.genjin.deal;

import io.genjin.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How much may be given up by whom on a model (价格权限): up to each limit, the limit included, that duty's word is enough; above
 * the last it is the general manager's.
 *
 * @param model     as the catalogue names it; nothing for every model without a ladder of its own
 * @param validFrom the first day on which it counts; the newest that has begun is the one that does
 */
public record DiscountLadder(
        UUID id,
        @Nullable String model,
        Unit unit,
        BigDecimal consultant,
        BigDecimal showroomManager,
        BigDecimal salesManager,
        LocalDate validFrom) {

    /** In what the limits are written. */
    public enum Unit {
        /** Yuan. */
        AMOUNT,
        /** Per cent of the list price. */
        PERCENT
    }

    /** What counts at a dealership that has set nothing: one, three and six per cent of the list price. */
    public static final DiscountLadder BUILT_IN = new DiscountLadder(
            new UUID(0, 0),
            null,
            Unit.PERCENT,
            BigDecimal.ONE,
            new BigDecimal("3"),
            new BigDecimal("6"),
            LocalDate.of(2000, 1, 1));

    public DiscountLadder {
        if (consultant.signum() < 0
                || consultant.compareTo(showroomManager) > 0
                || showroomManager.compareTo(salesManager) > 0) {
            throw new IllegalArgumentException("limits grow with the duty");
        }
    }

    public boolean isBuiltIn() {
        return equals(BUILT_IN);
    }

    /** Whose word a concession on a car of this list price needs. */
    public ApprovalLevel levelFor(Money listPrice, Money concession) {
        if (!concession.isMoreThan(limit(consultant, listPrice))) {
            return ApprovalLevel.SC;
        }
        if (!concession.isMoreThan(limit(showroomManager, listPrice))) {
            return ApprovalLevel.SHM;
        }
        return concession.isMoreThan(limit(salesManager, listPrice)) ? ApprovalLevel.GM : ApprovalLevel.SM;
    }

    /** The limit of a duty on a car of this list price; nobody's word is above the general manager's. */
    public @Nullable Money limit(ApprovalLevel level, Money listPrice) {
        return switch (level) {
            case SC -> limit(consultant, listPrice);
            case SHM -> limit(showroomManager, listPrice);
            case SM -> limit(salesManager, listPrice);
            case GM -> null;
        };
    }

    private Money limit(BigDecimal limit, Money listPrice) {
        return unit == Unit.AMOUNT ? new Money(limit) : listPrice.percent(limit);
    }

    /** The ladder that counts for a model on a day: its own before the one for all, and the newest that has begun. */
    static DiscountLadder of(Collection<DiscountLadder> ladders, String model, LocalDate day) {
        return ladders.stream()
                .filter(ladder -> !ladder.validFrom().isAfter(day))
                .filter(ladder -> ladder.model() == null || ladder.model().equals(model))
                .max(Comparator.comparing((DiscountLadder ladder) -> ladder.model() != null)
                        .thenComparing(DiscountLadder::validFrom)
                        .thenComparing(ladder -> ladder.id().toString()))
                .orElse(BUILT_IN);
    }
}
