package io.genjin.followup;

import io.genjin.prospect.Evidence;
import io.genjin.prospect.NextStepReason;
import io.genjin.shared.Grade;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A contact as a person reports it.
 *
 * @param happenedAt when it was made; now unless given
 * @param gradeAfter the grade from now on; unchanged unless given
 * @param evidence   what speaks for the grade; as before unless given
 * @param lateReason why the next date may lie after the latest day of the rhythm
 * @param appointmentAt when the customer comes, when the outcome is an appointment and the time was agreed
 */
public record RecordFollowUp(
        @Nullable ContactWay way,
        @Nullable Instant happenedAt,
        @Nullable Outcome outcome,
        @Nullable String content,
        @Nullable Grade gradeAfter,
        @Nullable Set<Evidence> evidence,
        @Nullable String gradeReason,
        @Nullable LocalDate nextDate,
        @Nullable NextStepReason nextReason,
        @Nullable String nextNote,
        @Nullable String lateReason,
        @Nullable Instant appointmentAt) {

    /** A contact without an agreed time to come. */
    public RecordFollowUp(
            @Nullable ContactWay way,
            @Nullable Instant happenedAt,
            @Nullable Outcome outcome,
            @Nullable String content,
            @Nullable Grade gradeAfter,
            @Nullable Set<Evidence> evidence,
            @Nullable String gradeReason,
            @Nullable LocalDate nextDate,
            @Nullable NextStepReason nextReason,
            @Nullable String nextNote,
            @Nullable String lateReason) {
        this(
                way,
                happenedAt,
                outcome,
                content,
                gradeAfter,
                evidence,
                gradeReason,
                nextDate,
                nextReason,
                nextNote,
                lateReason,
                null);
    }
}
