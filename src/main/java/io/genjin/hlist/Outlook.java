package io.genjin.hlist;

import io.genjin.prospect.Evidence;
import io.genjin.prospect.NextStepReason;
import io.genjin.prospect.ProspectId;
import io.genjin.prospect.PurchaseBand;
import io.genjin.shared.Grade;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How an open customer stands when manager and consultant talk them through: facts only, from card and journal.
 *
 * @param lastReached   the last day on which we spoke with the customer; none in the last {@link Outlooks#KNOWN_DAYS} days
 * @param appointment   whether the last time we spoke ended with an appointment
 * @param expectedDate  when the customer expects to buy
 * @param expectedBand  the same as the card has it, when there is no day
 * @param misses        contacts that the rhythm demanded and nobody made, in the last 30 days
 */
public record Outlook(
        ProspectId prospect,
        Grade grade,
        Set<Evidence> evidence,
        @Nullable String model,
        LocalDate nextDate,
        NextStepReason nextReason,
        boolean overdue,
        int visits,
        @Nullable LocalDate lastVisit,
        @Nullable LocalDate lastReached,
        boolean appointment,
        @Nullable LocalDate expectedDate,
        @Nullable PurchaseBand expectedBand,
        int misses) {

    public Outlook {
        evidence = Set.copyOf(evidence);
    }
}
