package io.genjin.target.web;

import io.genjin.shared.Refusal;
import io.genjin.shared.web.Fields;
import io.genjin.shared.web.NavItem;
import io.genjin.shared.web.Once;
import io.genjin.shared.web.Screens;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffMember;
import io.genjin.target.ActualVersusTarget;
import io.genjin.target.Metric;
import io.genjin.target.MonthCourses;
import io.genjin.target.Season;
import io.genjin.target.Spread;
import io.genjin.target.SpreadDesk;
import io.genjin.target.TargetDesk;
import io.genjin.target.TargetSheet;
import io.genjin.target.TargetSheet.Line;
import io.genjin.target.TargetsChanged;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The five targets, and how far everybody is. */
@Controller
class TargetPages {

    private final TargetDesk desk;
    private final SpreadDesk spreads;
    private final ActualVersusTarget comparisons;
    private final MonthCourses courses;
    private final StaffDirectory staff;
    private final Once once;
    private final Screens screens;
    private final TargetWorkbook workbook;

    TargetPages(
            TargetDesk desk,
            SpreadDesk spreads,
            ActualVersusTarget comparisons,
            MonthCourses courses,
            StaffDirectory staff,
            Once once,
            Screens screens,
            TargetWorkbook workbook) {
        this.desk = desk;
        this.spreads = spreads;
        this.comparisons = comparisons;
        this.courses = courses;
        this.staff = staff;
        this.once = once;
        this.screens = screens;
        this.workbook = workbook;
    }

    @GetMapping("/reports/actual-vs-target")
    String compare(
            @RequestParam(required = false) @Nullable YearMonth month,
            @RequestParam(required = false) @Nullable String consultant,
            StaffMember me,
            Model model) {
        model.addAttribute("page", workbook.page(month, consultant, me));
        return "target/comparison";
    }

    /** The tables and the course of whom is chosen; no customer stands in it. */
    @GetMapping(value = "/reports/actual-vs-target.xlsx", produces = TargetWorkbook.TYPE)
    ResponseEntity<byte[]> file(
            @RequestParam(required = false) @Nullable YearMonth month,
            @RequestParam(required = false) @Nullable String consultant,
            StaffMember me,
            HttpServletRequest request) {
        return workbook.answer(month, consultant, me, screens.of(request));
    }

    /** @param suggest whether what is not set shows the suggestion, to be looked at and saved */
    @GetMapping("/reports/targets")
    String sheet(
            @RequestParam(required = false) @Nullable YearMonth month,
            @RequestParam(defaultValue = "false") boolean suggest,
            StaffMember me,
            Model model) {
        TargetSheet sheet = desk.sheet(month, me);
        return show(sheet, ofMonth(sheet, suggest), ofYear(sheet), ofSpread(sheet), false, me, model);
    }

    private static Fields ofMonth(TargetSheet sheet, boolean suggest) {
        Fields form = Fields.empty().put("version", sheet.version());
        for (Line line : sheet.lines()) {
            for (Metric metric : Metric.values()) {
                Integer offered = suggest ? line.suggested().get(metric) : null;
                form.put(
                        TargetsPage.field(line, metric),
                        line.targets().containsKey(metric) ? line.targets().get(metric) : offered);
            }
        }
        return form;
    }

    private static Fields ofYear(TargetSheet sheet) {
        Fields form = Fields.empty().put("version", sheet.annual().version());
        for (Metric metric : Metric.values()) {
            form.put(TargetsPage.annualField(metric), sheet.annual().targets().get(metric));
        }
        return form;
    }

    private static Fields ofSpread(TargetSheet sheet) {
        Spread spread = sheet.annual().spread();
        Fields form = Fields.empty()
                .put("version", sheet.annual().version())
                .put("begins", spread.beginsSet() == null ? null : spread.beginsSet());
        for (int month = 1; month <= Season.MONTHS; month++) {
            form.put(TargetsPage.weightField(month), spread.season().percent(month));
        }
        return form;
    }

    private String show(
            TargetSheet sheet,
            Fields form,
            Fields annual,
            Fields spread,
            boolean changed,
            StaffMember me,
            Model model) {
        Map<String, String> names = staff.all(me.dealership()).stream()
                .collect(Collectors.toMap(one -> one.id().toString(), StaffMember::name));
        model.addAttribute("page", new TargetsPage(sheet, form, annual, spread, names, changed));
        return "target/targets";
    }

    @PostMapping("/reports/targets")
    String set(
            @RequestParam YearMonth month,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(name = "_once", required = false) @Nullable String key,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Fields form = Fields.of(request.getParameterMap());
        Map<String, Map<Metric, @Nullable Integer>> wanted = new HashMap<>();
        request.getParameterMap().forEach((name, words) -> {
            String[] part = name.split("\\.", -1);
            Metric metric = part.length < 3 || !part[0].equals("targets") ? null : metric(part[part.length - 1]);
            if (metric != null) {
                String username = name.substring(
                        "targets.".length(), name.length() - metric.name().length() - 1);
                Integer number = number(name, words[0], form);
                wanted.computeIfAbsent(username, who -> new EnumMap<>(Metric.class))
                        .put(metric, number);
            }
        });
        try {
            if (!form.isRefused()) {
                return once.redirect(key, typed(request), me.dealership(), me.id(), () -> {
                    desk.set(month, wanted, reason, version, me);
                    return "/reports/targets?month=" + month;
                });
            }
        } catch (TargetsChanged changed) {
            TargetSheet now = desk.sheet(month, me);
            response.setStatus(409);
            return show(now, form.put("version", now.version()), ofYear(now), ofSpread(now), true, me, model);
        } catch (Refusal refusal) {
            form.refused(refusal, screens.of(request));
        }
        response.setStatus(422);
        TargetSheet now = desk.sheet(month, me);
        return show(now, form, ofYear(now), ofSpread(now), false, me, model);
    }

    @PostMapping("/reports/targets/annual")
    String setAnnual(
            @RequestParam YearMonth month,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(name = "_once", required = false) @Nullable String key,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Fields form = Fields.of(request.getParameterMap());
        Map<Metric, @Nullable Integer> wanted = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.values()) {
            String field = TargetsPage.annualField(metric);
            if (request.getParameter(field) != null) {
                wanted.put(metric, number(field, request.getParameter(field), form));
            }
        }
        try {
            if (!form.isRefused()) {
                return once.redirect(key, typed(request), me.dealership(), me.id(), () -> {
                    desk.setAnnual(month.getYear(), wanted, reason, version, me);
                    return "/reports/targets?month=" + month;
                });
            }
        } catch (TargetsChanged changed) {
            TargetSheet now = desk.sheet(month, me);
            response.setStatus(409);
            return show(
                    now,
                    ofMonth(now, false),
                    form.put("version", now.annual().version()),
                    ofSpread(now),
                    true,
                    me,
                    model);
        } catch (Refusal refusal) {
            form.refused(refusal, screens.of(request));
        }
        response.setStatus(422);
        TargetSheet now = desk.sheet(month, me);
        return show(now, ofMonth(now, false), form, ofSpread(now), false, me, model);
    }

    /** @param computed whether the button was pressed that takes the weights back */
    @PostMapping("/reports/targets/spread")
    String setSpread(
            @RequestParam YearMonth month,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(required = false) @Nullable String begins,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(defaultValue = "false") boolean computed,
            @RequestParam(name = "_once", required = false) @Nullable String key,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Fields form = Fields.of(request.getParameterMap());
        LocalDate from = day(begins, form);
        List<@Nullable BigDecimal> weights = new ArrayList<>();
        for (int one = 1; !computed && one <= Season.MONTHS; one++) {
            String typed = request.getParameter(TargetsPage.weightField(one));
            weights.add(percent(TargetsPage.weightField(one), typed == null ? "" : typed, form));
        }
        try {
            if (!form.isRefused()) {
                return once.redirect(key, typed(request), me.dealership(), me.id(), () -> {
                    spreads.set(month.getYear(), from, wanted(weights, computed, month, me), reason, version, me);
                    return "/reports/targets?month=" + month + "#spread";
                });
            }
        } catch (TargetsChanged changed) {
            TargetSheet now = desk.sheet(month, me);
            response.setStatus(409);
            return show(
                    now,
                    ofMonth(now, false),
                    ofYear(now),
                    form.put("version", now.annual().version()),
                    true,
                    me,
                    model);
        } catch (Refusal refusal) {
            form.refused(refusal, screens.of(request));
        }
        response.setStatus(422);
        TargetSheet now = desk.sheet(month, me);
        return show(now, ofMonth(now, false), ofYear(now), form, false, me, model);
    }

    /** Weights that were computed and left as they stood stay computed: the sales manager only said from which day the year counts. */
    private @Nullable List<@Nullable BigDecimal> wanted(
            List<@Nullable BigDecimal> typed, boolean computed, YearMonth month, StaffMember me) {
        if (computed) {
            return null;
        }
        Season now = desk.sheet(month, me).annual().spread().season();
        boolean untouched = now.source() != Season.Source.SET
                && IntStream.rangeClosed(1, Season.MONTHS)
                        .allMatch(one ->
                                typed.get(one - 1) != null && now.percent(one).compareTo(typed.get(one - 1)) == 0);
        return untouched ? null : typed;
    }

    private static @Nullable LocalDate day(@Nullable String typed, Fields form) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeParseException unreadable) {
            form.error("begins", "field.unreadable");
            return null;
        }
    }

    /** The share typed, with or without a sign of percent. */
    private static @Nullable BigDecimal percent(String field, String typed, Fields form) {
        String digits = typed.strip().replace("％", "%").replaceAll("%$", "").strip();
        if (!digits.matches("\\d{1,3}(\\.\\d{1,2})?")) {
            form.error(field, "target.weight");
            return null;
        }
        return new BigDecimal(digits);
    }

    private static @Nullable Metric metric(String name) {
        for (Metric metric : Metric.values()) {
            if (metric.name().equals(name)) {
                return metric;
            }
        }
        return null;
    }

    /** The whole number typed, nothing when none was; a wrong one is marked. */
    private static @Nullable Integer number(String field, String typed, Fields form) {
        String digits = typed.strip();
        if (digits.isEmpty()) {
            return null;
        }
        if (!digits.matches("\\d{1,7}")) {
            form.error(field, "target.unreadable");
            return null;
        }
        return Integer.valueOf(digits);
    }

    /** What was typed, by which a repeated form is recognised. */
    private static Map<String, String> typed(HttpServletRequest request) {
        Map<String, String> typed = new TreeMap<>();
        request.getParameterMap().forEach((name, words) -> {
            if (!name.startsWith("_")) {
                typed.put(name, words[0]);
            }
        });
        return typed;
    }

    @Bean
    static NavItem comparisonItem() {
        return new NavItem("nav.comparison", "/reports/actual-vs-target", "target-arrow", "target.compare", 41);
    }
}
