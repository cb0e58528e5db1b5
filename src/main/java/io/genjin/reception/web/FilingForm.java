package io.genjin.reception.web;

import io.genjin.prospect.Evidence;
import io.genjin.prospect.NextStepReason;
import io.genjin.reception.Filing;
import io.genjin.shared.Grade;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a party left, as it was filled in. */
record FilingForm(
        @Nullable String customerName,
        @Nullable String mobile,
        @Nullable List<String> intentModels,
        @Nullable Grade grade,
        @Nullable Set<Evidence> gradeEvidence,
        @Nullable String gradeReason,
        @Nullable LocalDate nextFollowUpDate,
        @Nullable NextStepReason nextFollowUpReason,
        @Nullable String nextFollowUpNote,
        @Nullable String lateReason) {

    Filing said() {
        return new Filing(
                customerName,
                mobile,
                intentModels,
                grade,
                gradeEvidence,
                gradeReason,
                nextFollowUpDate,
                nextFollowUpReason,
                nextFollowUpNote,
                lateReason);
    }
}
