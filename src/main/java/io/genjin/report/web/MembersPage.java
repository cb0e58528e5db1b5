package io.genjin.report.web;

import io.genjin.report.FigureMembers.Question;
import io.genjin.shared.Page;
import io.genjin.shared.web.Screen;
import io.genjin.staff.StaffMember;
import org.springframework.web.util.UriComponentsBuilder;

/** The rows behind one number of a report. */
public record MembersPage(Question question, Page<MemberLines.Line> lines) {

    /** The day, or the first and the last one. */
    public String period(Screen s) {
        return question.from().equals(question.until())
                ? s.date(question.until())
                : s.t("members.period", s.date(question.from()), s.date(question.until()));
    }

    /** The daily report of the last day. */
    public String reportPath() {
        return UriComponentsBuilder.fromPath("/reports/daily")
                .queryParam("date", question.until())
                .build()
                .toUriString();
    }

    public String nextPath() {
        StaffMember consultant = question.consultant();
        UriComponentsBuilder path = UriComponentsBuilder.fromPath("/reports/rows")
                .queryParam("figure", question.figure().name())
                .queryParam("from", question.from())
                .queryParam("until", question.until());
        if (consultant != null) {
            path.queryParam("consultant", consultant.username());
        }
        return path.queryParam("cursor", lines.next()).encode().build().toUriString();
    }
}
