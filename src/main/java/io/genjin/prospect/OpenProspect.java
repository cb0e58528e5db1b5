package io.genjin.prospect;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The wish to open a card: who the customer is, how hot, and what follows.
 *
 * @param receivedAt when the information was obtained, the anchor of the first follow-up; now when not given
 * @param lateReason why the next date lies after the latest day, when it does
 * @param owner      sign-in name of the consultant, for managers who open a card for somebody else
 */
public record OpenProspect(
        CardContent content,
        @Nullable GradeChoice grade,
        @Nullable LocalDate nextDate,
        @Nullable NextStepReason nextReason,
        @Nullable String nextNote,
        @Nullable Instant receivedAt,
        boolean importantCustomer,
        @Nullable String lateReason,
        @Nullable String owner) {}
