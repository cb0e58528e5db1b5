package io.genjin.followup.web;

import io.genjin.followup.ContactWay;
import io.genjin.followup.Outcome;
import io.genjin.followup.RecordFollowUp;
import io.genjin.prospect.Evidence;
import io.genjin.prospect.NextStepReason;
import io.genjin.shared.Grade;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/** The record sheet as it was filled in; an untouched time means now. */
record FollowUpForm(
        @Nullable ContactWay way,

        @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME)
        LocalDateTime happenedAt,

        @Nullable Outcome outcome,
        @Nullable String content,
        @Nullable Grade gradeAfter,
        @Nullable Set<Evidence> gradeEvidence,
        @Nullable String gradeReason,
        @Nullable LocalDate nextDate,
        @Nullable NextStepReason nextReason,
        @Nullable String nextNote,
        @Nullable String lateReason,

        @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME)
        LocalDateTime appointmentAt) {

    RecordFollowUp report(ZoneId zone) {
        return new RecordFollowUp(
                way,
                happenedAt == null ? null : happenedAt.atZone(zone).toInstant(),
                outcome,
                content,
                gradeAfter,
                gradeEvidence == null ? Set.of() : gradeEvidence,
                gradeReason,
                nextDate,
                nextReason,
                nextNote,
                lateReason,
                outcome == Outcome.APPOINTMENT && appointmentAt != null
                        ? appointmentAt.atZone(zone).toInstant()
                        : null);
    }
}
