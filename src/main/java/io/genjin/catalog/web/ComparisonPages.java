package io.genjin.catalog.web;

import io.genjin.catalog.CarModel;
import io.genjin.catalog.CarModelId;
import io.genjin.catalog.CarModels;
import io.genjin.catalog.CatalogCardChanged;
import io.genjin.catalog.Comparison;
import io.genjin.catalog.ComparisonDesk;
import io.genjin.catalog.ComparisonId;
import io.genjin.catalog.ComparisonRow;
import io.genjin.shared.Refusal;
import io.genjin.shared.web.Fields;
import io.genjin.shared.web.Once;
import io.genjin.shared.web.Screen;
import io.genjin.shared.web.Screens;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Comparisons with competitors: to be read beside the customer, and written by managers. */
@Controller
class ComparisonPages {

    private final ComparisonDesk desk;
    private final CarModels models;
    private final StaffDirectory staff;
    private final Once once;
    private final Screens screens;

    ComparisonPages(ComparisonDesk desk, CarModels models, StaffDirectory staff, Once once, Screens screens) {
        this.desk = desk;
        this.models = models;
        this.staff = staff;
        this.once = once;
        this.screens = screens;
    }

    @GetMapping("/catalog/comparisons/{id}")
    String show(@PathVariable ComparisonId id, StaffMember me, Model page) {
        Comparison comparison = desk.get(id, me.dealership());
        page.addAttribute(
                "page",
                new ComparisonPage(
                        comparison,
                        models.get(comparison.text().model(), me.dealership()),
                        staff.nameOf(me.dealership(), comparison.edition().changedBy())));
        return "catalog/comparison";
    }

    @GetMapping("/catalog/models/{id}/comparisons/new")
    String blank(@PathVariable CarModelId id, StaffMember me, Model page, HttpServletRequest request) {
        Fields form = Fields.empty().put("asOf", screens.of(request).today());
        return form(models.get(id, me.dealership()), null, form, null, page);
    }

    private static String form(
            CarModel model, @Nullable Comparison comparison, Fields form, @Nullable Conflict conflict, Model page) {
        page.addAttribute("page", new ComparisonFormPage(model, comparison, form, conflict));
        return "catalog/comparison-form";
    }

    @PostMapping("/catalog/models/{id}/comparisons")
    String add(
            @PathVariable CarModelId id,
            @ModelAttribute ComparisonForm body,
            BindingResult bound,
            @RequestParam(name = "_once", required = false) @Nullable String key,
            StaffMember me,
            Model page,
            HttpServletRequest request,
            HttpServletResponse response) {
        CarModel model = models.get(id, me.dealership());
        Fields form = Fields.of(bound, request.getParameterMap());
        if (!bound.hasErrors()) {
            ComparisonDesk.Draft draft = body.draft(request.getParameterMap());
            try {
                return once.redirect(
                        key,
                        List.of(id, draft),
                        me.dealership(),
                        me.id(),
                        () -> "/catalog/comparisons/" + desk.add(id, draft, me).id());
            } catch (Refusal refusal) {
                form.refused(refusal, screens.of(request));
            }
        }
        response.setStatus(422);
        return form(model, null, form, null, page);
    }

    @GetMapping("/catalog/comparisons/{id}/edit")
    String edit(@PathVariable ComparisonId id, StaffMember me, Model page) {
        Comparison comparison = desk.get(id, me.dealership());
        Fields form = ComparisonForm.fields(comparison.text())
                .put("version", comparison.edition().version());
        return form(models.get(comparison.text().model(), me.dealership()), comparison, form, null, page);
    }

    @PostMapping("/catalog/comparisons/{id}")
    String change(
            @PathVariable ComparisonId id,
            @ModelAttribute ComparisonForm body,
            BindingResult bound,
            @RequestParam(defaultValue = "0") int version,
            StaffMember me,
            Model page,
            HttpServletRequest request,
            HttpServletResponse response) {
        Comparison comparison = desk.get(id, me.dealership());
        CarModel model = models.get(comparison.text().model(), me.dealership());
        Fields form = Fields.of(bound, request.getParameterMap());
        if (!bound.hasErrors()) {
            try {
                desk.change(id, body.draft(request.getParameterMap()), version, me);
                return "redirect:/catalog/comparisons/" + id;
            } catch (CatalogCardChanged changed) {
                Comparison now = desk.get(id, me.dealership());
                response.setStatus(409);
                form.put("version", now.edition().version());
                return form(model, now, form, conflict(now, me, screens.of(request)), page);
            } catch (Refusal refusal) {
                form.refused(refusal, screens.of(request));
            }
        }
        response.setStatus(422);
        return form(model, comparison, form, null, page);
    }

    private Conflict conflict(Comparison now, StaffMember me, Screen s) {
        List<String> lines = new ArrayList<>();
        lines.add(now.text().rival().title() + " · " + s.date(now.text().asOf()) + " · "
                + now.text().source());
        for (ComparisonRow row : now.text().rows()) {
            lines.add(s.code("focus", row.focus()) + ": " + row.ours() + " / " + row.theirs() + " · "
                    + s.code("better", row.better()));
        }
        return new Conflict(staff.nameOf(me.dealership(), now.edition().changedBy()), lines);
    }

    @PostMapping("/catalog/comparisons/{id}/retirement")
    String retire(@PathVariable ComparisonId id, StaffMember me) {
        Comparison comparison = desk.retire(id, true, me);
        return "redirect:/catalog/models/" + comparison.text().model() + "#comparisons";
    }

    @PostMapping("/catalog/comparisons/{id}/return")
    String bringBack(@PathVariable ComparisonId id, StaffMember me) {
        Comparison comparison = desk.retire(id, false, me);
        return "redirect:/catalog/models/" + comparison.text().model() + "#comparisons";
    }
}
