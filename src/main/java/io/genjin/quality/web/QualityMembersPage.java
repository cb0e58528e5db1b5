package io.genjin.quality.web;

import io.genjin.quality.DataQuality.Question;
import io.genjin.shared.Page;
import io.genjin.staff.StaffMember;
import org.springframework.web.util.UriComponentsBuilder;

/** The rows behind one number of data quality. */
public record QualityMembersPage(Question question, Page<MarkLines.Line> lines) {

    public String qualityPath() {
        return path("/quality").encode().build().toUriString();
    }

    public String nextPath() {
        UriComponentsBuilder path = path("/quality/members")
                .queryParam("finding", question.finding().name());
        if (question.reason() != null) {
            path.queryParam("reason", question.reason());
        }
        return path.queryParam("cursor", lines.next()).encode().build().toUriString();
    }

    private UriComponentsBuilder path(String page) {
        UriComponentsBuilder path = UriComponentsBuilder.fromPath(page)
                .queryParam("from", question.from())
                .queryParam("to", question.to());
        StaffMember consultant = question.consultant();
        if (consultant != null) {
            path.queryParam("consultant", consultant.username());
        }
        return path;
    }
}
