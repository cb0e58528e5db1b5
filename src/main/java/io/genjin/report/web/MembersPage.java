package io.genjin.report.web;

import io.genjin.report.Figure;
import io.genjin.report.FigureMembers;
import io.genjin.report.FrozenMembers;
import io.genjin.report.Span;
import io.genjin.shared.Page;
import io.genjin.shared.web.Screen;
import io.genjin.staff.StaffMember;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The rows behind one number of a report.
 *
 * @param frozen which rows of a frozen report they are; nothing when they are what counts now
 * @param known  of which moment they are; nothing when they are what counts now
 * @param path   their own address, without the place on the list
 */
public record MembersPage(
        LocalDate from,
        LocalDate until,
        Figure figure,
        @Nullable StaffMember consultant,
        FrozenMembers.@Nullable Question frozen,
        @Nullable Instant known,
        String path,
        Page<MemberLines.Line> lines) {

    static MembersPage of(FigureMembers.Question question, Page<MemberLines.Line> lines) {
        return new MembersPage(
                question.from(),
                question.until(),
                question.figure(),
                question.consultant(),
                null,
                question.known(),
                path(question),
                lines);
    }

    static MembersPage of(FrozenMembers.Question question, Page<MemberLines.Line> lines) {
        return new MembersPage(
                question.span() == Span.day ? question.date() : question.date().withDayOfMonth(1),
                question.date(),
                question.figure(),
                question.consultant(),
                question,
                question.freeze().knownUntil(),
                path(question.date(), question.span(), question.figure(), question.consultant(), question.view()),
                lines);
    }

    /** Where the rows of a figure that count now open. */
    static String path(Figure figure, LocalDate from, LocalDate until, @Nullable StaffMember consultant) {
        return whose(
                UriComponentsBuilder.fromPath("/reports/rows")
                        .queryParam("figure", figure.name())
                        .queryParam("from", from)
                        .queryParam("until", until),
                consultant);
    }

    private static String path(FigureMembers.Question question) {
        String now = path(question.figure(), question.from(), question.until(), question.consultant());
        return question.known() == null ? now : now + "&known=" + question.known();
    }

    /** Where the rows of a frozen number, or of its correction, open. */
    static String path(
            LocalDate date, Span span, Figure figure, @Nullable StaffMember consultant, FrozenMembers.View view) {
        return whose(
                UriComponentsBuilder.fromPath("/reports/daily/frozen-rows")
                        .queryParam("date", date)
                        .queryParam("figure", figure.name())
                        .queryParam("span", span.name())
                        .queryParam("view", view.name()),
                consultant);
    }

    private static String whose(UriComponentsBuilder path, @Nullable StaffMember consultant) {
        if (consultant != null) {
            path.queryParam("consultant", consultant.username());
        }
        return path.encode().build().toUriString();
    }

    /** The day, or the first and the last one. */
    public String period(Screen s) {
        return from.equals(until) ? s.date(until) : s.t("members.period", s.date(from), s.date(until));
    }

    /** The daily report of the last day. */
    public String reportPath() {
        return "/reports/daily?date=" + until;
    }

    /** The same number's other rows: those of closing time, those that came, those that went. */
    public String pathOf(FrozenMembers.View view) {
        return frozen == null ? path : path(frozen.date(), frozen.span(), figure, consultant, view);
    }

    public String nextPath() {
        return path + "&cursor=" + lines.next();
    }
}
