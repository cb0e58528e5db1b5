package io.genjin.ratio.web;

import io.genjin.ratio.RatioMembers.Question;
import io.genjin.shared.Page;
import io.genjin.staff.StaffMember;
import org.springframework.web.util.UriComponentsBuilder;

/** The rows behind one number of a ratio. */
public record RatioRowsPage(Question question, Page<RatioLines.Line> lines) {

    /** The ratios of the same days. */
    public String reportPath() {
        return Paths.ratios(question.days(), question.consultant());
    }

    public String nextPath() {
        return UriComponentsBuilder.fromUriString(
                        Paths.rows(question.ratio(), question.side(), question.days(), question.consultant()))
                .queryParam("cursor", lines.next())
                .build()
                .toUriString();
    }

    public @org.jspecify.annotations.Nullable StaffMember consultant() {
        return question.consultant();
    }
}
