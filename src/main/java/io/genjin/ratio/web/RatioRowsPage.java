package io.genjin.ratio.web;

import io.genjin.ratio.RatioMembers.Question;
import io.genjin.shared.Page;
import io.genjin.staff.StaffMember;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The rows behind one number of a ratio.
 *
 * @param monthly whether each month's own rows follow each other, as for what was added up month by month
 */
public record RatioRowsPage(Question question, boolean monthly, Page<RatioLines.Line> lines) {

    /** The ratios of the same days. */
    public String reportPath() {
        return Paths.ratios(question.days(), question.consultant());
    }

    public String nextPath() {
        String here = monthly
                ? Paths.monthly(question.ratio(), question.side(), question.days(), question.consultant())
                : Paths.rows(question.ratio(), question.side(), question.days(), question.consultant());
        return UriComponentsBuilder.fromUriString(here)
                .queryParam("cursor", lines.next())
                .build()
                .toUriString();
    }

    public @org.jspecify.annotations.Nullable StaffMember consultant() {
        return question.consultant();
    }
}
