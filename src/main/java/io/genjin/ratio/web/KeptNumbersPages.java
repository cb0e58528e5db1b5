package io.genjin.ratio.web;

import io.genjin.ratio.KeptNumbers;
import io.genjin.ratio.KeptNumbers.Comparison;
import io.genjin.shared.web.NavItem;
import io.genjin.shared.web.Screen;
import io.genjin.shared.web.Screens;
import io.genjin.staff.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** Comparing the kept numbers of the reports with the journal by a click, and over the API. */
@Controller
class KeptNumbersPages {

    /**
     * One comparison with the journal.
     *
     * @param equal     whether everything was as the journal says
     * @param days      how many days differed, the first of them in {@code differing}
     * @param cases     how many customers' cases stood otherwise than the journal says
     * @param sentence  the same for people
     */
    record KeptComparisonView(
            Instant at,
            @Nullable String by,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            boolean equal,
            int days,
            List<LocalDate> differing,
            int cases,
            String sentence) {

        static KeptComparisonView of(Comparison one, Screen s) {
            StaffMember by = one.by();
            return new KeptComparisonView(
                    one.at(),
                    by == null ? null : by.username(),
                    one.first(),
                    one.last(),
                    one.isEqual(),
                    one.days(),
                    one.named(),
                    one.cases(),
                    KeptNumbersPage.said(one, s));
        }
    }

    private final KeptNumbers numbers;
    private final Screens screens;

    KeptNumbersPages(KeptNumbers numbers, Screens screens) {
        this.numbers = numbers;
        this.screens = screens;
    }

    @Bean
    static NavItem keptNumbersItem() {
        return new NavItem("nav.kept", "/reports/kept-numbers", "refresh", "ratio.compare", 46);
    }

    @GetMapping("/reports/kept-numbers")
    String page(StaffMember me, Model model) {
        model.addAttribute("page", new KeptNumbersPage(numbers.recent(me)));
        return "ratio/kept";
    }

    @PostMapping("/reports/kept-numbers/comparisons")
    String compare(StaffMember me) {
        numbers.compare(me);
        return "redirect:/reports/kept-numbers";
    }

    @GetMapping("/api/v1/reports/kept-numbers/comparisons")
    @ResponseBody
    List<KeptComparisonView> recent(StaffMember me, HttpServletRequest request) {
        Screen s = screens.of(request);
        return numbers.recent(me).stream()
                .map(one -> KeptComparisonView.of(one, s))
                .toList();
    }

    @PostMapping("/api/v1/reports/kept-numbers/comparisons")
    @ResponseBody
    KeptComparisonView compareNow(StaffMember me, HttpServletRequest request) {
        return KeptComparisonView.of(numbers.compare(me), screens.of(request));
    }
}
