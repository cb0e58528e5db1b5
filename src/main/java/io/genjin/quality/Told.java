package io.genjin.quality;

import io.genjin.staff.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a journal entry tells of a promise: a contact, a move, or anything else that set the next date.
 *
 * @param owner    who answered for the customer then
 * @param oldDate  what had been promised before, if the entry says so
 * @param nextDate what is promised since
 * @param latest   the latest day that the rhythm allowed then; entries of older versions do not say it
 * @param reason   why the date was moved, in words
 * @param nextReason why the customer is contacted next, as a code
 * @param cause    which rule moved the date
 */
record Told(
        UUID id,
        String kind,
        UUID prospect,
        @Nullable StaffId actor,
        @Nullable StaffId owner,
        Instant happenedAt,
        Instant recordedAt,
        @Nullable String content,
        @Nullable LocalDate oldDate,
        @Nullable LocalDate nextDate,
        @Nullable LocalDate latest,
        @Nullable String reason,
        @Nullable String nextReason,
        @Nullable String cause) {

    boolean isContact() {
        return kind.equals("FOLLOW_UP_RECORDED");
    }

    /** Whether a person moved the date without a contact. */
    boolean isMove() {
        return kind.equals("RESCHEDULED") && cause == null;
    }

    /** Who did it; who owned the customer when a rule or the clock did. */
    @Nullable
    StaffId person() {
        return (isContact() || isMove()) && actor != null ? actor : owner;
    }
}
