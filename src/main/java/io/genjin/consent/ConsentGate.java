package io.genjin.consent;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether data of a customer may go to a partner (R-203, O-15, S-R66). Without the customer's own yes to this partner, this
 * purpose and each of these fields, nothing goes: not one field of several, and no sooner or later in the sale.
 */
public final class ConsentGate {

    /** What the customer's last word is: taking back counts when it was said, and in a tie the no. */
    private static final Comparator<Consent> LAST_WORD = Comparator.comparing(Consent::lastWord)
            .thenComparing(ConsentGate::writtenDown)
            .thenComparing(one -> !one.canBeWithdrawn())
            .thenComparing(one -> one.id().toString());

    private ConsentGate() {}

    /** Why nothing goes. */
    public enum Why {
        /** The customer was never asked about this partner. */
        NONE,
        REFUSED,
        WITHDRAWN,
        EXPIRED,
        /** The yes was for something else. */
        OTHER_PURPOSE,
        /** The yes does not name all of these fields. */
        OUTSIDE_SCOPE
    }

    /**
     * The gate's answer.
     *
     * @param consent  the statement that allows it; nothing when it is not allowed
     * @param why      what is in the way; nothing when it is allowed
     * @param withheld the fields asked for that the customer has not allowed
     */
    public record Verdict(
            @Nullable Consent consent, @Nullable Why why, Set<DataField> withheld) {

        public boolean isAllowed() {
            return consent != null;
        }
    }

    /** @param statements everything that the customer ever said, about whatever partner */
    static Verdict judge(
            Collection<Consent> statements, PartnerId partner, String purpose, Set<DataField> fields, LocalDate today) {
        Consent last = decisive(statements, partner).orElse(null);
        Why why = last == null ? Why.NONE : inTheWay(last, purpose, today);
        if (why != null) {
            return new Verdict(null, why, Set.copyOf(fields));
        }
        Set<DataField> outside = EnumSet.noneOf(DataField.class);
        fields.stream()
                .filter(field -> last == null || !last.scope().contains(field))
                .forEach(outside::add);
        return outside.isEmpty()
                ? new Verdict(last, null, Set.of())
                : new Verdict(null, Why.OUTSIDE_SCOPE, Set.copyOf(outside));
    }

    private static @Nullable Why inTheWay(Consent last, String purpose, LocalDate today) {
        return switch (last.state(today)) {
            case REFUSED -> Why.REFUSED;
            case WITHDRAWN -> Why.WITHDRAWN;
            case EXPIRED -> Why.EXPIRED;
            case GIVEN -> last.purpose().equalsIgnoreCase(purpose) ? null : Why.OTHER_PURPOSE;
        };
    }

    /** The statement about {@code partner} that counts: the last word said, however late it was written down. */
    static Optional<Consent> decisive(Collection<Consent> statements, PartnerId partner) {
        return statements.stream().filter(one -> one.partner().equals(partner)).max(LAST_WORD);
    }

    private static java.time.Instant writtenDown(Consent one) {
        return one.withdrawnAt() == null ? one.recordedAt() : one.withdrawnAt();
    }
}
