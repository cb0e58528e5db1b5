package io.genjin.ratio.web;

import io.genjin.privacy.AccessLog;
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
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
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
    private final AccessLog log;
    private final Screens screens;

    HistoryPages(History history, RatioDoor door, StaffDirectory staff, AccessLog log, Screens screens) {
        this.history = history;
        this.door = door;
        this.staff = staff;
        this.log = log;
        this.screens = screens;
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
        History.Report report = history.of(date, consultant, me);
        String name = "history-" + report.days().until() + ".xlsx";
        log.downloaded(me, name, 0);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(HistoryWorkbook.TYPE))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(HistoryWorkbook.write(report, screens.of(request)));
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
