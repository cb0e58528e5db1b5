package io.genjin.funnel.web;

import io.genjin.funnel.FunnelQuestion;
import io.genjin.funnel.FunnelReport;
import io.genjin.funnel.FunnelReport.Reading;
import io.genjin.funnel.FunnelReport.Row;
import io.genjin.funnel.FunnelStage;
import io.genjin.prospect.ProspectLabels;
import io.genjin.prospect.web.People;
import io.genjin.shared.Page;
import io.genjin.shared.web.NavItem;
import io.genjin.shared.web.Screens;
import io.genjin.staff.Role;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The funnel, whole and in slices, the prospects behind each number, and the same as a workbook. */
@Controller
class FunnelReportPages {

    private static final int ROWS = 50;

    private final FunnelReport funnel;
    private final ProspectLabels labels;
    private final StaffDirectory staff;
    private final Screens screens;
    private final FunnelWorkbook workbook;

    FunnelReportPages(
            FunnelReport funnel,
            ProspectLabels labels,
            StaffDirectory staff,
            Screens screens,
            FunnelWorkbook workbook) {
        this.funnel = funnel;
        this.labels = labels;
        this.staff = staff;
        this.screens = screens;
        this.workbook = workbook;
    }

    @Bean
    static NavItem funnelItem() {
        return new NavItem("nav.funnel", "/reports/funnel", "chart-funnel", "funnel.read", 44);
    }

    @GetMapping("/reports/funnel")
    String funnel(
            @ModelAttribute FunnelAddress.Params params, StaffMember me, Model model, HttpServletRequest request) {
        Reading reading = funnel.read(funnel.question(params.asked(), me), me);
        FunnelAddress address = new FunnelAddress(staff, me);
        FunnelWords words = new FunnelWords(screens.of(request), new People(staff, me.dealership()), address);
        boolean all = funnel.seesAll(me);
        List<StaffMember> team = all
                ? staff.all(me.dealership()).stream()
                        .filter(member -> member.active() && member.is(Role.SALES_CONSULTANT)
                                || reading.question()
                                        .only()
                                        .containsValue(member.id().toString()))
                        .toList()
                : List.of();
        model.addAttribute(
                "page",
                new FunnelReportPage(
                        reading, words.chart(reading.question(), reading.whole()), words, address, all, team));
        return "funnel/funnel";
    }

    @GetMapping("/reports/funnel/customers")
    String customers(
            @ModelAttribute FunnelAddress.Params params,
            @RequestParam FunnelStage stage,
            @RequestParam(required = false) @Nullable String cursor,
            StaffMember me,
            Model model) {
        FunnelQuestion question = funnel.question(params.asked(), me);
        Page<Row> rows = funnel.rows(question, stage, ROWS, cursor, me);
        model.addAttribute(
                "page",
                new FunnelRowsPage(
                        question,
                        stage,
                        rows,
                        labels.of(
                                rows.items().stream()
                                        .map(row -> row.prospect().value())
                                        .toList(),
                                me),
                        new People(staff, me.dealership()),
                        new FunnelAddress(staff, me)));
        return "funnel/customers";
    }

    /** Numbers only; no customer stands in it. */
    @GetMapping(value = "/reports/funnel.xlsx", produces = FunnelWorkbook.TYPE)
    ResponseEntity<byte[]> file(
            @ModelAttribute FunnelAddress.Params params, StaffMember me, HttpServletRequest request) {
        return workbook.answer(params, me, screens.of(request));
    }
}
