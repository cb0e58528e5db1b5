package io.genjin.ratio.web;

import io.genjin.ratio.Calibrations;
import io.genjin.ratio.Calibrations.Part;
import io.genjin.ratio.RatioDoor;
import io.genjin.shared.Grade;
import io.genjin.shared.web.NavItem;
import io.genjin.shared.web.Screens;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How grades came true, and the customers behind each number. */
@Controller
class CalibrationPages {

    private static final int ROWS = 100;

    private final Calibrations calibrations;
    private final RatioDoor door;
    private final RatioLines lines;
    private final StaffDirectory staff;
    private final Screens screens;

    CalibrationPages(
            Calibrations calibrations, RatioDoor door, RatioLines lines, StaffDirectory staff, Screens screens) {
        this.calibrations = calibrations;
        this.door = door;
        this.lines = lines;
        this.staff = staff;
        this.screens = screens;
    }

    @GetMapping("/reports/calibration")
    String calibration(
            @RequestParam(required = false) @Nullable YearMonth from,
            @RequestParam(required = false) @Nullable YearMonth until,
            @RequestParam(required = false) @Nullable String consultant,
            StaffMember me,
            Model model) {
        model.addAttribute(
                "page",
                new CalibrationPage(
                        calibrations.of(from, until, consultant, me),
                        HistoryPages.team(door, staff, me),
                        door.consultant(consultant, me)));
        return "ratio/calibration";
    }

    @GetMapping("/reports/calibration/rows")
    String rows(
            @RequestParam Grade grade,
            @RequestParam(defaultValue = "graded") Part part,
            @RequestParam(required = false) @Nullable YearMonth from,
            @RequestParam(required = false) @Nullable YearMonth until,
            @RequestParam(required = false) @Nullable String consultant,
            @RequestParam(required = false) @Nullable String cursor,
            StaffMember me,
            Model model,
            HttpServletRequest request) {
        Calibrations.Question question = calibrations.question(grade, part, from, until, consultant, me);
        model.addAttribute(
                "page",
                new CalibrationRowsPage(
                        question,
                        lines.read(calibrations.members(question, ROWS, cursor, me), me, screens.of(request))));
        return "ratio/calibration-rows";
    }

    @Bean
    static NavItem calibrationItem() {
        return new NavItem("nav.calibration", "/reports/calibration", "adjustments", "ratio.read", 47);
    }
}
