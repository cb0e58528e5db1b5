package io.genjin.prospect;

import io.genjin.staff.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * How far a card is confirmed and by whom: handed in, discussed and signed by the showroom manager, entered by the
 * customer administrator on the day of signing (R-108, O-14). Both time stamps are kept.
 */
public record CardApproval(
        CardStatus status,
        @Nullable Instant submittedAt,
        @Nullable StaffId signedBy,
        @Nullable Instant signedAt,
        @Nullable String comment,
        @Nullable StaffId enteredBy,
        @Nullable Instant enteredAt) {

    static final CardApproval DRAFT = new CardApproval(CardStatus.DRAFT, null, null, null, null, null, null);

    CardApproval submitted(Instant at) {
        return new CardApproval(CardStatus.SUBMITTED, at, null, null, comment, null, null);
    }

    /** A signed card that must be signed again; when it was entered before is told by the journal. */
    CardApproval again(Instant at) {
        return new CardApproval(CardStatus.SUBMITTED, at, null, null, comment, null, null);
    }

    CardApproval returned(String why) {
        return new CardApproval(CardStatus.RETURNED, submittedAt, null, null, why, null, null);
    }

    CardApproval signed(StaffId by, Instant at, @Nullable String discussed) {
        return new CardApproval(CardStatus.SIGNED, submittedAt, by, at, discussed, null, null);
    }

    CardApproval entered(StaffId by, Instant at) {
        return new CardApproval(CardStatus.ENTERED, submittedAt, signedBy, signedAt, comment, by, at);
    }

    /** Signed on an earlier day and still not entered: a K06 miss that grows older. */
    public boolean isEntryLate(LocalDate today, ZoneId zone) {
        return status == CardStatus.SIGNED && dayOfSigning(zone).isBefore(today);
    }

    /** Entered on the calendar day of signing, in the dealership's zone (R-108, K06). */
    public boolean isEnteredSameDay(ZoneId zone) {
        return enteredAt != null && dayOfSigning(zone).equals(LocalDate.ofInstant(enteredAt, zone));
    }

    private LocalDate dayOfSigning(ZoneId zone) {
        return signedAt == null ? LocalDate.MAX : LocalDate.ofInstant(signedAt, zone);
    }
}
