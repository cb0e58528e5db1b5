package io.genjin.toolbox.web;

import io.genjin.dealership.Dealerships;
import io.genjin.privacy.AccessLog;
import io.genjin.prospect.web.People;
import io.genjin.shared.web.NavItem;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffMember;
import io.genjin.toolbox.Consultants;
import io.genjin.toolbox.GradeStatusSheet.Line;
import io.genjin.toolbox.GradeStatusSheets;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The sheet of customers and their grades on screen, on paper and as a file. */
@Controller
class GradeSheetPages {

    private static final int LINES = 100;

    private final GradeStatusSheets sheets;
    private final GradeStatusWorkbook workbook;
    private final Consultants consultants;
    private final AccessLog accessLog;
    private final StaffDirectory staff;
    private final Dealerships dealerships;
    private final Clock clock;

    GradeSheetPages(
            GradeStatusSheets sheets,
            GradeStatusWorkbook workbook,
            Consultants consultants,
            AccessLog accessLog,
            StaffDirectory staff,
            Dealerships dealerships,
            Clock clock) {
        this.sheets = sheets;
        this.workbook = workbook;
        this.consultants = consultants;
        this.accessLog = accessLog;
        this.staff = staff;
        this.dealerships = dealerships;
        this.clock = clock;
    }

    @Bean
    static NavItem gradeSheetItem() {
        return new NavItem("nav.gradeSheet", "/grade-status-sheet", "table", "toolbox.sheet", 45);
    }

    @GetMapping("/grade-status-sheet")
    String sheet(
            @RequestParam(required = false) @Nullable YearMonth month,
            @RequestParam(required = false) @Nullable String consultant,
            @RequestParam(required = false) @Nullable String cursor,
            StaffMember me,
            Model model) {
        GradeStatusSheets.Named named = sheets.of(month, consultants.chosen(consultant, me), me);
        SheetPart part = SheetPart.of(named.sheet().lines(), cursor, LINES);
        model.addAttribute("page", page(named, part.lines(), part.next(), me));
        return "toolbox/grade-sheet";
    }

    private GradeSheetPage page(
            GradeStatusSheets.Named named, List<Line> lines, @Nullable String next, StaffMember me) {
        return new GradeSheetPage(
                named,
                lines,
                next,
                consultants.offered(me),
                new People(staff, me.dealership()),
                YearMonth.from(dealerships.get(me.dealership()).today(clock)));
    }

    /** On A4 across, all lines; that it was printed is logged. */
    @GetMapping("/grade-status-sheet/print")
    String print(
            @RequestParam(required = false) @Nullable YearMonth month,
            @RequestParam(required = false) @Nullable String consultant,
            StaffMember me,
            Model model) {
        GradeStatusSheets.Named named = sheets.of(month, consultants.chosen(consultant, me), me);
        accessLog.printed(me, null, "grade-status-sheet", named.sheet().lines().size());
        model.addAttribute("page", page(named, named.sheet().lines(), null, me));
        return "toolbox/grade-sheet-print";
    }

    @GetMapping(value = "/grade-status-sheet.xlsx", produces = GradeStatusWorkbook.TYPE)
    ResponseEntity<byte[]> file(
            @RequestParam(required = false) @Nullable YearMonth month,
            @RequestParam(required = false) @Nullable String consultant,
            StaffMember me,
            HttpServletRequest request) {
        return workbook.answer(month, consultants.chosen(consultant, me), me, request);
    }
}
