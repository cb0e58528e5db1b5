package io.genjin.owner.web;

import io.genjin.owner.RepurchaseDesk;
import io.genjin.prospect.CardContent.PurchaseType;
import io.genjin.prospect.Evidence;
import io.genjin.prospect.GradeChoice;
import io.genjin.prospect.NextStepReason;
import io.genjin.shared.Grade;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an owner wants next, as it was filled in. */
record RepurchaseForm(
        @Nullable PurchaseType purchaseType,
        @Nullable String model,
        @Nullable Grade grade,
        @Nullable Set<Evidence> gradeEvidence,
        @Nullable String gradeOverrideReason,
        @Nullable LocalDate nextFollowUpDate,
        @Nullable NextStepReason nextFollowUpReason,
        @Nullable String nextFollowUpNote,
        @Nullable String lateReason,
        @Nullable String remark) {

    RepurchaseDesk.Wish wish() {
        return new RepurchaseDesk.Wish(
                purchaseType,
                model,
                grade == null
                        ? null
                        : new GradeChoice(
                                grade,
                                gradeEvidence == null ? Set.of() : gradeEvidence,
                                gradeOverrideReason,
                                "gradeOverrideReason"),
                nextFollowUpDate,
                nextFollowUpReason,
                nextFollowUpNote,
                lateReason,
                remark);
    }
}
