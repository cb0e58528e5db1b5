package io.genjin.improvement.web;

import io.genjin.improvement.ActionPlan;
import io.genjin.improvement.EvidenceReport;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * An improvement action as it was filled in, on the page or by a system.
 *
 * @param figure      the figure in the report that shows the defect, with its value
 * @param responsible sign-in name of the one person
 */
record ActionForm(
        @Nullable String defect,
        @Nullable EvidenceReport report,
        @Nullable String figure,
        @Nullable String measure,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate deadline,

        @Nullable String responsible) {

    ActionPlan.Draft draft() {
        return new ActionPlan.Draft(defect, report, figure, measure, deadline, responsible);
    }
}
