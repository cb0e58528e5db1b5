package io.genjin.group.web;

import io.genjin.database.Tenancy;
import io.genjin.dealership.Dealership;
import io.genjin.group.BeyondLimits;
import io.genjin.group.Comparison;
import io.genjin.group.DealershipComparison;
import io.genjin.group.Measure;
import io.genjin.group.Measure.Section;
import io.genjin.group.OpenedRows;
import io.genjin.group.Question;
import io.genjin.group.SeenDealerships;
import io.genjin.group.Unlock;
import io.genjin.group.UnlockDesk;
import io.genjin.quality.Finding;
import io.genjin.ratio.Days;
import io.genjin.ratio.Side;
import io.genjin.shared.Page;
import io.genjin.shared.Refusal;
import io.genjin.shared.web.Fields;
import io.genjin.shared.web.NavItem;
import io.genjin.shared.web.Once;
import io.genjin.shared.web.Screens;
import io.genjin.staff.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Dealerships side by side, the rows behind their numbers, and unlocking whose they are. */
@Controller
@RequestMapping("/dealerships")
class ComparePages {

    static final int ROWS = 100;

    /** Where the comparison stands in the navigation. */
    @Configuration(proxyBeanMethods = false)
    static class Navigation {

        @Bean
        NavItem compareItem() {
            return new NavItem("nav.compare", "/dealerships/compare", "building-store", "compare.read", 54, "HQ");
        }
    }

    private final DealershipComparison comparisons;
    private final OpenedRows opened;
    private final BeyondLimits beyond;
    private final SeenDealerships seen;
    private final UnlockDesk unlocks;
    private final Once once;
    private final Screens screens;
    private final CompareWorkbook workbook;

    ComparePages(
            DealershipComparison comparisons,
            OpenedRows opened,
            BeyondLimits beyond,
            SeenDealerships seen,
            UnlockDesk unlocks,
            Once once,
            Screens screens,
            CompareWorkbook workbook) {
        this.comparisons = comparisons;
        this.opened = opened;
        this.beyond = beyond;
        this.seen = seen;
        this.unlocks = unlocks;
        this.once = once;
        this.screens = screens;
        this.workbook = workbook;
    }

    @GetMapping("/compare")
    String compare(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate until,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(defaultValue = "LEADS") Section figures,
            @RequestParam(required = false) @Nullable Measure sort,
            @RequestParam(required = false) @Nullable Measure picture,
            StaffMember me,
            Model model) {
        Comparison comparison = comparisons.of(from, until, region, me);
        model.addAttribute(
                "page",
                new ComparePage(
                        sort == null ? comparison : DealershipComparison.sorted(comparison, sort),
                        picture == null ? figures : picture.section(),
                        sort,
                        picture,
                        picture == null ? null : comparisons.past(comparison)));
        return "group/compare";
    }

    @GetMapping(value = "/compare.xlsx", produces = CompareWorkbook.TYPE)
    ResponseEntity<byte[]> file(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate until,
            @RequestParam(required = false) @Nullable String region,
            StaffMember me,
            HttpServletRequest request) {
        return workbook.answer(from, until, region, me, screens.of(request));
    }

    @GetMapping("/{code}/rows")
    String rows(
            @PathVariable String code,
            @RequestParam Measure measure,
            @RequestParam(defaultValue = "top") Side side,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate until,
            @RequestParam(required = false) @Nullable String cursor,
            StaffMember me,
            Model model) {
        Dealership dealership = seen.one(code, me);
        Days days = comparisons.question(from, until, me).days();
        return rows(new Asked(dealership, measure, side, days, null), cursor, Fields.empty(), me, model);
    }

    @GetMapping("/{code}/findings")
    String findings(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate until,
            StaffMember me,
            Model model) {
        Dealership dealership = seen.one(code, me);
        Days days = comparisons.question(from, until, me).days();
        model.addAttribute(
                "page",
                new FindingsPage(dealership, days, Tenancy.within(dealership.id(), () -> beyond.of(days, dealership))));
        return "group/findings";
    }

    @GetMapping("/{code}/findings/rows")
    String findingRows(
            @PathVariable String code,
            @RequestParam Finding finding,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate until,
            @RequestParam(required = false) @Nullable String cursor,
            StaffMember me,
            Model model) {
        Dealership dealership = seen.one(code, me);
        Days days = comparisons.question(from, until, me).days();
        return rows(new Asked(dealership, Measure.QUALITY, Side.top, days, finding), cursor, Fields.empty(), me, model);
    }

    /** Which number is opened; of data quality which finding. */
    private record Asked(
            Dealership dealership,
            Measure measure,
            Side side,
            Days days,
            @Nullable Finding finding) {

        String path() {
            return finding == null
                    ? ComparePage.path(dealership, measure, side, days)
                    : FindingsPage.rowsPath(dealership, finding, days);
        }
    }

    private String rows(Asked asked, @Nullable String cursor, Fields form, StaffMember me, Model model) {
        Dealership dealership = asked.dealership();
        Optional<Unlock> unlock = Tenancy.within(dealership.id(), () -> unlocks.holding(dealership, me));
        Finding finding = asked.finding();
        Page<OpenedRows.Row> rows = Tenancy.within(
                dealership.id(),
                () -> finding == null
                        ? opened.of(asked.measure(), asked.side(), asked.days(), ROWS, cursor, dealership, unlock)
                        : opened.of(finding, asked.days(), ROWS, cursor, dealership, unlock));
        model.addAttribute(
                "page",
                new OpenedPage(
                        dealership,
                        asked.measure(),
                        asked.side(),
                        asked.days(),
                        finding == null ? opened.days(asked.measure(), asked.days(), dealership) : asked.days(),
                        rows,
                        unlock.orElse(null),
                        form,
                        finding));
        return "group/rows";
    }

    @PostMapping("/{code}/unlocks")
    String unlock(
            @PathVariable String code,
            @RequestParam Measure measure,
            @RequestParam(defaultValue = "top") Side side,
            @RequestParam LocalDate from,
            @RequestParam LocalDate until,
            @RequestParam(required = false) @Nullable Finding finding,
            @ModelAttribute UnlockForm body,
            BindingResult bound,
            @RequestParam(name = "_once", required = false) @Nullable String key,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Dealership dealership = seen.one(code, me);
        Question question = comparisons.question(from, until, me);
        Asked asked = new Asked(dealership, measure, side, question.days(), finding);
        Fields form = Fields.of(bound, request.getParameterMap());
        if (!bound.hasErrors()) {
            try {
                return Tenancy.within(
                        dealership.id(),
                        () -> once.redirect(key, body, dealership.id(), me.id(), () -> {
                            unlocks.open(dealership, body.draft(), me);
                            return asked.path();
                        }));
            } catch (Refusal refusal) {
                form.refused(refusal, screens.of(request));
            }
        }
        response.setStatus(422);
        return rows(asked, null, form, me, model);
    }

    @PostMapping("/{code}/unlock-end")
    String end(
            @PathVariable String code,
            @RequestParam Measure measure,
            @RequestParam(defaultValue = "top") Side side,
            @RequestParam LocalDate from,
            @RequestParam LocalDate until,
            @RequestParam(required = false) @Nullable Finding finding,
            StaffMember me) {
        Dealership dealership = seen.one(code, me);
        Question question = comparisons.question(from, until, me);
        Tenancy.within(dealership.id(), () -> unlocks.end(dealership, me));
        return "redirect:" + new Asked(dealership, measure, side, question.days(), finding).path();
    }
}
