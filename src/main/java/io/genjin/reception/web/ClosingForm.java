package io.genjin.reception.web;

import io.genjin.prospect.Evidence;
import io.genjin.prospect.NextStepReason;
import io.genjin.reception.Closing;
import io.genjin.reception.Follows;
import io.genjin.shared.Grade;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/** What follows a visit, as it was filled in. */
record ClosingForm(
        @Nullable Follows follows,
        @Nullable String course,
        @Nullable String model,
        @Nullable String colour,
        @Nullable String competitor,
        @Nullable Grade gradeAfter,
        @Nullable Set<Evidence> gradeEvidence,
        @Nullable String gradeReason,
        @Nullable LocalDate nextDate,
        @Nullable NextStepReason nextReason,
        @Nullable String nextNote,
        @Nullable String lateReason,

        @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME)
        LocalDateTime appointmentAt) {

    Closing said(ZoneId zone) {
        LocalDateTime again = follows == Follows.NEXT_CONTACT ? appointmentAt : null;
        return new Closing(
                follows,
                course,
                model,
                colour,
                competitor,
                gradeAfter,
                gradeEvidence,
                gradeReason,
                nextDate,
                nextReason,
                nextNote,
                lateReason,
                again == null ? null : again.atZone(zone).toInstant());
    }
}
