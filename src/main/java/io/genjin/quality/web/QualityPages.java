package io.genjin.quality.web;

import io.genjin.dealership.Dealerships;
import io.genjin.quality.DataQuality;
import io.genjin.quality.DataQuality.Report;
import io.genjin.quality.DataQuality.Row;
import io.genjin.quality.Finding;
import io.genjin.shared.web.NavItem;
import io.genjin.shared.web.Screens;
import io.genjin.staff.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Data quality, and behind each number the rows it counts. */
@Controller
@RequestMapping("/quality")
class QualityPages {

    private static final int ROWS = 100;

    private final DataQuality quality;
    private final MarkLines lines;
    private final Dealerships dealerships;
    private final Screens screens;
    private final Clock clock;

    QualityPages(DataQuality quality, MarkLines lines, Dealerships dealerships, Screens screens, Clock clock) {
        this.quality = quality;
        this.lines = lines;
        this.dealerships = dealerships;
        this.screens = screens;
        this.clock = clock;
    }

    @GetMapping
    String quality(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String consultant,
            StaffMember me,
            Model model) {
        StaffMember chosen = quality.consultant(consultant, me);
        Report report = quality.of(from, to, chosen, me);
        model.addAttribute(
                "page",
                new QualityPage(
                        report,
                        shown(report, chosen),
                        report.rows().size() == 1 || chosen == null ? "" : chosen.username(),
                        dealerships.get(me.dealership()).today(clock)));
        return "quality/quality";
    }

    private static List<Row> shown(Report report, @Nullable StaffMember chosen) {
        return chosen == null
                ? report.rows()
                : report.rows().stream()
                        .filter(row -> chosen.equals(row.person()))
                        .toList();
    }

    @GetMapping("/members")
    String members(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam Finding finding,
            @RequestParam(required = false) @Nullable String consultant,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(required = false) @Nullable String cursor,
            StaffMember me,
            Model model,
            HttpServletRequest request) {
        DataQuality.Question question = quality.question(from, to, finding, consultant, reason, me);
        model.addAttribute(
                "page", new QualityMembersPage(question, lines.read(question, ROWS, cursor, me, screens.of(request))));
        return "quality/members";
    }

    @Bean
    static NavItem dataQualityItem() {
        return new NavItem("nav.quality", "/quality", "shield-check", "quality.read", 45);
    }
}
