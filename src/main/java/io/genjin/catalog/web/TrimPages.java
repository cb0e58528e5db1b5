package io.genjin.catalog.web;

import io.genjin.catalog.CarModel;
import io.genjin.catalog.CarModelDesk;
import io.genjin.catalog.CarModelId;
import io.genjin.catalog.CarModels;
import io.genjin.catalog.CatalogCardChanged;
import io.genjin.catalog.Trim;
import io.genjin.catalog.TrimId;
import io.genjin.shared.Refusal;
import io.genjin.shared.web.Fields;
import io.genjin.shared.web.Once;
import io.genjin.shared.web.Screen;
import io.genjin.shared.web.Screens;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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

/** Writing trims and their list prices. */
@Controller
class TrimPages {

    private final CarModels models;
    private final CarModelDesk desk;
    private final StaffDirectory staff;
    private final Once once;
    private final Screens screens;

    TrimPages(CarModels models, CarModelDesk desk, StaffDirectory staff, Once once, Screens screens) {
        this.models = models;
        this.desk = desk;
        this.staff = staff;
        this.once = once;
        this.screens = screens;
    }

    @GetMapping("/catalog/models/{id}/trims/new")
    String blank(@PathVariable CarModelId id, StaffMember me, Model page, HttpServletRequest request) {
        Fields form = Fields.empty()
                .put("modelYear", screens.of(request).today().getYear())
                .put("seats", 5);
        return form(models.get(id, me.dealership()), null, form, null, page);
    }

    private static String form(
            CarModel model, @Nullable Trim trim, Fields form, @Nullable Conflict conflict, Model page) {
        page.addAttribute("page", new TrimPage(model, trim, form, conflict));
        return "catalog/trim";
    }

    @PostMapping("/catalog/models/{id}/trims")
    String add(
            @PathVariable CarModelId id,
            @ModelAttribute TrimForm body,
            BindingResult bound,
            @RequestParam(name = "_once", required = false) @Nullable String key,
            StaffMember me,
            Model page,
            HttpServletRequest request,
            HttpServletResponse response) {
        CarModel model = models.get(id, me.dealership());
        Fields form = Fields.of(bound, request.getParameterMap());
        if (!bound.hasErrors()) {
            try {
                return once.redirect(key, List.of(id, body), me.dealership(), me.id(), () -> {
                    desk.addTrim(id, body.draft(), me);
                    return "/catalog/models/" + id + "#trims";
                });
            } catch (Refusal refusal) {
                form.refused(refusal, screens.of(request));
            }
        }
        response.setStatus(422);
        return form(model, null, form, null, page);
    }

    @GetMapping("/catalog/trims/{id}")
    String edit(@PathVariable TrimId id, StaffMember me, Model page, HttpServletRequest request) {
        CarModel model = models.ofTrim(id, me.dealership());
        Trim trim = model.trim(id);
        Fields form = Fields.of(TrimForm.of(trim, screens.of(request).today()))
                .put("version", trim.edition().version());
        return form(model, trim, form, null, page);
    }

    @PostMapping("/catalog/trims/{id}")
    String change(
            @PathVariable TrimId id,
            @ModelAttribute TrimForm body,
            BindingResult bound,
            @RequestParam(defaultValue = "0") int version,
            StaffMember me,
            Model page,
            HttpServletRequest request,
            HttpServletResponse response) {
        CarModel model = models.ofTrim(id, me.dealership());
        Fields form = Fields.of(bound, request.getParameterMap());
        if (!bound.hasErrors()) {
            try {
                desk.changeTrim(id, body.draft(), version, me);
                return "redirect:/catalog/models/" + model.id() + "#trims";
            } catch (CatalogCardChanged changed) {
                Trim now = models.trim(id, me.dealership());
                response.setStatus(409);
                form.put("version", now.edition().version());
                return form(model, now, form, conflict(now, me, screens.of(request)), page);
            } catch (Refusal refusal) {
                form.refused(refusal, screens.of(request));
            }
        }
        response.setStatus(422);
        return form(model, model.trim(id), form, null, page);
    }

    private Conflict conflict(Trim now, StaffMember me, Screen s) {
        return new Conflict(
                staff.nameOf(me.dealership(), now.edition().changedBy()),
                List.of(
                        now.text().name() + " · " + now.text().modelYear(),
                        s.code("energy", now.text().energy()) + " · "
                                + now.text().powerKw() + " kW · "
                                + s.code("gearbox", now.text().gearbox()),
                        now.priceOn(s.today())
                                .map(price -> price.amount().shown() + " · " + s.date(price.validFrom()))
                                .orElse("")));
    }

    @PostMapping("/catalog/trims/{id}/retirement")
    String retire(@PathVariable TrimId id, StaffMember me) {
        return "redirect:/catalog/models/" + desk.retireTrim(id, true, me).model() + "#trims";
    }

    @PostMapping("/catalog/trims/{id}/return")
    String bringBack(@PathVariable TrimId id, StaffMember me) {
        return "redirect:/catalog/models/" + desk.retireTrim(id, false, me).model() + "#trims";
    }
}
