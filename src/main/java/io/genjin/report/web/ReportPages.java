package io.genjin.report.web;

import io.genjin.dealership.ClosedDays;
import io.genjin.dealership.Dealerships;
import io.genjin.report.DailyReport;
import io.genjin.report.DailyReport.Report;
import io.genjin.report.DailyReport.Row;
import io.genjin.report.Figure;
import io.genjin.report.FigureMembers;
import io.genjin.report.FigureMembers.Question;
import io.genjin.report.FrozenMembers;
import io.genjin.report.Span;
import io.genjin.shared.web.NavItem;
import io.genjin.shared.web.Screens;
import io.genjin.staff.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The daily report, and behind each number the rows it counts. */
@Controller
@RequestMapping("/reports")
class ReportPages {

    private static final int ROWS = 100;

    private final DailyReport reports;
    private final FigureMembers members;
    private final FrozenMembers frozen;
    private final DailySheet sheets;
    private final MemberLines lines;
    private final Dealerships dealerships;
    private final ClosedDays closedDays;
    private final Screens screens;
    private final Clock clock;

    ReportPages(
            DailyReport reports,
            FigureMembers members,
            FrozenMembers frozen,
            DailySheet sheets,
            MemberLines lines,
            Dealerships dealerships,
            ClosedDays closedDays,
            Screens screens,
            Clock clock) {
        this.reports = reports;
        this.members = members;
        this.frozen = frozen;
        this.sheets = sheets;
        this.lines = lines;
        this.dealerships = dealerships;
        this.closedDays = closedDays;
        this.screens = screens;
        this.clock = clock;
    }

    @GetMapping("/daily")
    String daily(
            @RequestParam(required = false) @Nullable LocalDate date,
            @RequestParam(required = false) @Nullable String consultant,
            StaffMember me,
            Model model) {
        StaffMember chosen = members.consultant(consultant, me);
        Report report = reports.of(date, chosen, me);
        model.addAttribute(
                "page",
                new DailyPage(
                        report,
                        shown(report, chosen),
                        report.rows().size() == 1 || chosen == null ? "" : chosen.username(),
                        dealerships.get(me.dealership()).today(clock),
                        closedDays.on(me.dealership(), report.date()).orElse(null)));
        return "report/daily";
    }

    private static List<Row> shown(Report report, @Nullable StaffMember chosen) {
        return chosen == null
                ? report.rows()
                : report.rows().stream()
                        .filter(row -> chosen.equals(row.consultant()))
                        .toList();
    }

    @GetMapping("/daily/members")
    String members(
            @RequestParam(required = false) @Nullable LocalDate date,
            @RequestParam Figure figure,
            @RequestParam(required = false) @Nullable String consultant,
            @RequestParam(defaultValue = "day") Span span,
            @RequestParam(required = false) @Nullable String cursor,
            StaffMember me,
            Model model,
            HttpServletRequest request) {
        return opened(reports.question(date, figure, consultant, span, me), cursor, me, model, request);
    }

    @GetMapping("/rows")
    String rows(
            @RequestParam Figure figure,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate until,
            @RequestParam(required = false) @Nullable String consultant,
            @RequestParam(required = false) @Nullable Instant known,
            @RequestParam(required = false) @Nullable String cursor,
            StaffMember me,
            Model model,
            HttpServletRequest request) {
        Question question = members.question(from, until, figure, consultant, me);
        return opened(members.asKnown(known, question), cursor, me, model, request);
    }

    @GetMapping("/daily/frozen-rows")
    String frozenRows(
            @RequestParam LocalDate date,
            @RequestParam Figure figure,
            @RequestParam(required = false) @Nullable String consultant,
            @RequestParam(defaultValue = "day") Span span,
            @RequestParam(defaultValue = "FROZEN") FrozenMembers.View view,
            @RequestParam(required = false) @Nullable String cursor,
            StaffMember me,
            Model model,
            HttpServletRequest request) {
        FrozenMembers.Question question = frozen.question(date, span, figure, consultant, view, me);
        model.addAttribute(
                "page", MembersPage.of(question, lines.read(question, ROWS, cursor, me, screens.of(request))));
        return "report/members";
    }

    @GetMapping(value = "/daily.xlsx", produces = DailySheet.TYPE)
    ResponseEntity<byte[]> sheet(
            @RequestParam(required = false) @Nullable LocalDate date, StaffMember me, HttpServletRequest request) {
        return sheets.answer(date, me, screens.of(request));
    }

    private String opened(
            Question question, @Nullable String cursor, StaffMember me, Model model, HttpServletRequest request) {
        model.addAttribute(
                "page", MembersPage.of(question, lines.read(question, ROWS, cursor, me, screens.of(request))));
        return "report/members";
    }

    @Bean
    static NavItem dailyReportItem() {
        return new NavItem("nav.daily", "/reports/daily", "report-analytics", "report.daily", 40, "GENERAL_MANAGER");
    }
}
