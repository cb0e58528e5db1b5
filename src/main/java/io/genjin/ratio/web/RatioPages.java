package io.genjin.ratio.web;

import io.genjin.ratio.Ratio;
import io.genjin.ratio.RatioDoor;
import io.genjin.ratio.RatioMembers;
import io.genjin.ratio.RatioReport;
import io.genjin.ratio.Side;
import io.genjin.shared.web.NavItem;
import io.genjin.shared.web.Screens;
import io.genjin.staff.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The ratios, and behind each of their numbers the rows it counts. */
@Controller
class RatioPages {

    private static final int ROWS = 100;

    private final RatioReport reports;
    private final RatioMembers members;
    private final RatioDoor door;
    private final RatioLines lines;
    private final Screens screens;
    private final RatioWorkbook workbook;

    RatioPages(
            RatioReport reports,
            RatioMembers members,
            RatioDoor door,
            RatioLines lines,
            Screens screens,
            RatioWorkbook workbook) {
        this.reports = reports;
        this.members = members;
        this.door = door;
        this.lines = lines;
        this.screens = screens;
        this.workbook = workbook;
    }

    @GetMapping("/reports/ratios")
    String ratios(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate until,
            @RequestParam(required = false) @Nullable String consultant,
            StaffMember me,
            Model model) {
        StaffMember chosen = door.consultant(consultant, me);
        model.addAttribute("page", RatiosPage.of(reports.of(from, until, chosen, me), chosen));
        return "ratio/ratios";
    }

    @GetMapping(value = "/reports/ratios.xlsx", produces = RatioWorkbook.TYPE)
    ResponseEntity<byte[]> file(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate until,
            @RequestParam(required = false) @Nullable String consultant,
            StaffMember me,
            HttpServletRequest request) {
        return workbook.answer(from, until, consultant, me, screens.of(request));
    }

    @GetMapping("/reports/ratios/rows")
    String rows(
            @RequestParam Ratio ratio,
            @RequestParam Side side,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate until,
            @RequestParam(required = false) @Nullable String consultant,
            @RequestParam(defaultValue = "false") boolean monthly,
            @RequestParam(required = false) @Nullable String cursor,
            StaffMember me,
            Model model,
            HttpServletRequest request) {
        RatioMembers.Question question = members.question(ratio, side, from, until, consultant, me);
        model.addAttribute(
                "page",
                new RatioRowsPage(
                        question,
                        monthly,
                        lines.read(
                                monthly
                                        ? members.ofMonths(question, ROWS, cursor, me)
                                        : members.of(question, ROWS, cursor, me),
                                me,
                                screens.of(request))));
        return "ratio/rows";
    }

    @Bean
    static NavItem ratiosItem() {
        return new NavItem("nav.ratios", "/reports/ratios", "percentage", "ratio.read", 43);
    }
}
