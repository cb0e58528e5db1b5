package io.genjin.deal;

import io.genjin.shared.Money;
import io.genjin.staff.StaffId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A question whether a price may be given, and its answer (价格审批).
 *
 * @param revision   the revision of the version it asks about; another one voids it
 * @param concession what would be given up
 * @param counter    what could be given up instead, of a refusal with a counter-offer
 */
public record PriceRequest(
        PriceRequestId id,
        QuotationId quotation,
        int version,
        int revision,
        ApprovalLevel level,
        Money listPrice,
        Money concession,
        @Nullable String words,
        StaffId askedBy,
        Instant askedAt,
        Status status,
        @Nullable StaffId decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String reason,
        @Nullable Money counter) {

    /** The customer is in the showroom: a price is decided within the visit (2.8). */
    public static final Duration TARGET = Duration.ofMinutes(15);

    /** How the question stands. */
    public enum Status {
        WAITING,
        APPROVED,
        REJECTED,
        /** Refused with another amount that would be right. */
        COUNTERED,
        /** The quotation was changed: the question is about nothing any more. */
        VOID
    }

    /** By when the answer should be there. */
    public Instant dueAt() {
        return askedAt.plus(TARGET);
    }

    /** How long the answer took, or has taken by now. */
    public Duration waited(Instant now) {
        return Duration.between(askedAt, decidedAt == null ? now : decidedAt);
    }

    /** Whether this answer lets {@code version} go out at its price. */
    boolean covers(QuoteVersion version) {
        return switch (status) {
            case APPROVED -> version.number() == this.version && version.revision() == revision;
            case COUNTERED ->
                counter != null
                        && decidedAt != null
                        && version.quote().listPrice().equals(listPrice)
                        && !version.quote().concession().isMoreThan(counter)
                        && !version.madeAt().isBefore(decidedAt);
            case WAITING, REJECTED, VOID -> false;
        };
    }

    boolean asksAbout(QuoteVersion one) {
        return one.number() == version && one.revision() == revision;
    }
}
