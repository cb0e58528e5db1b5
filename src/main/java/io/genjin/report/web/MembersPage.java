package io.genjin.report.web;

import io.genjin.report.DailyReport.Question;
import io.genjin.shared.Page;
import io.genjin.staff.StaffMember;
import org.springframework.web.util.UriComponentsBuilder;

/** The rows behind one number of the daily report. */
public record MembersPage(Question question, Page<MemberLines.Line> lines) {

    public String reportPath() {
        return UriComponentsBuilder.fromPath("/reports/daily")
                .queryParam("date", question.date())
                .build()
                .toUriString();
    }

    public String nextPath() {
        StaffMember consultant = question.consultant();
        UriComponentsBuilder path = UriComponentsBuilder.fromPath("/reports/daily/members")
                .queryParam("date", question.date())
                .queryParam("figure", question.figure().name())
                .queryParam("span", question.span().name());
        if (consultant != null) {
            path.queryParam("consultant", consultant.username());
        }
        return path.queryParam("cursor", lines.next()).encode().build().toUriString();
    }
}
