package io.genjin.ratio.web;

import io.genjin.ratio.History;
import io.genjin.ratio.Measure;
import io.genjin.ratio.Ratio;
import io.genjin.ratio.RatioDoor;
import io.genjin.shared.web.NavItem;
import io.genjin.shared.web.Screens;
import io.genjin.staff.Role;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Current versus history, and the same as a file. */
@Controller
class HistoryPages {

    private final History history;
    private final RatioDoor door;
    private final StaffDirectory staff;
    private final Screens screens;
    private final HistoryWorkbook workbook;

    HistoryPages(History history, RatioDoor door, StaffDirectory staff, Screens screens, HistoryWorkbook workbook) {
        this.history = history;
        this.door = door;
        this.staff = staff;
        this.screens = screens;
        this.workbook = workbook;
    }

    @GetMapping("/reports/history")
    String history(
            @RequestParam(required = false) @Nullable LocalDate date,
            @RequestParam(required = false) @Nullable String consultant,
            @RequestParam(required = false) Ratio.@Nullable Group group,
            StaffMember me,
            Model model) {
        model.addAttribute(
                "page",
                new HistoryPage(history.of(date, consultant, Measure.of(group), me), group, team(door, staff, me)));
        return "ratio/history";
    }

    /** The five targets and every ratio; no customer stands in it. */
    @GetMapping(value = "/reports/history.xlsx", produces = HistoryWorkbook.TYPE)
    ResponseEntity<byte[]> file(
            @RequestParam(required = false) @Nullable LocalDate date,
            @RequestParam(required = false) @Nullable String consultant,
            StaffMember me,
            HttpServletRequest request) {
        return workbook.answer(date, consultant, me, screens.of(request));
    }

    /** Whom the reader may choose among: nobody when they see only their own. */
    static List<StaffMember> team(RatioDoor door, StaffDirectory staff, StaffMember me) {
        return door.seesAll(me) ? staff.with(me.dealership(), Role.SALES_CONSULTANT) : List.of();
    }

    @Bean
    static NavItem historyItem() {
        return new NavItem("nav.history", "/reports/history", "history", "ratio.read", 42);
    }
}
