package io.genjin.catalog.web;

import io.genjin.catalog.CarModel;
import io.genjin.catalog.CarModelDesk;
import io.genjin.catalog.CarModelId;
import io.genjin.catalog.CarModels;
import io.genjin.catalog.CatalogCardChanged;
import io.genjin.catalog.Colour;
import io.genjin.catalog.ColourId;
import io.genjin.catalog.ColourPlace;
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

/** Writing the colours of a model. */
@Controller
class ColourPages {

    private final CarModels models;
    private final CarModelDesk desk;
    private final StaffDirectory staff;
    private final Once once;
    private final Screens screens;

    ColourPages(CarModels models, CarModelDesk desk, StaffDirectory staff, Once once, Screens screens) {
        this.models = models;
        this.desk = desk;
        this.staff = staff;
        this.once = once;
        this.screens = screens;
    }

    @GetMapping("/catalog/models/{id}/colours/new")
    String blank(@PathVariable CarModelId id, StaffMember me, Model page) {
        Fields form = Fields.empty().put("place", ColourPlace.EXTERIOR);
        return form(models.get(id, me.dealership()), null, form, null, page);
    }

    private static String form(
            CarModel model, @Nullable Colour colour, Fields form, @Nullable Conflict conflict, Model page) {
        page.addAttribute("page", new ColourPage(model, colour, form, conflict));
        return "catalog/colour";
    }

    @PostMapping("/catalog/models/{id}/colours")
    String add(
            @PathVariable CarModelId id,
            @ModelAttribute ColourForm body,
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
                    desk.addColour(id, body.draft(), me);
                    return "/catalog/models/" + id + "#colours";
                });
            } catch (Refusal refusal) {
                form.refused(refusal, screens.of(request));
            }
        }
        response.setStatus(422);
        return form(model, null, form, null, page);
    }

    @GetMapping("/catalog/colours/{id}")
    String edit(@PathVariable ColourId id, StaffMember me, Model page) {
        CarModel model = models.ofColour(id, me.dealership());
        Colour colour = model.colour(id);
        Fields form = Fields.of(ColourForm.of(colour.text()))
                .put("version", colour.edition().version());
        return form(model, colour, form, null, page);
    }

    @PostMapping("/catalog/colours/{id}")
    String change(
            @PathVariable ColourId id,
            @ModelAttribute ColourForm body,
            BindingResult bound,
            @RequestParam(defaultValue = "0") int version,
            StaffMember me,
            Model page,
            HttpServletRequest request,
            HttpServletResponse response) {
        CarModel model = models.ofColour(id, me.dealership());
        Fields form = Fields.of(bound, request.getParameterMap());
        if (!bound.hasErrors()) {
            try {
                desk.changeColour(id, body.draft(), version, me);
                return "redirect:/catalog/models/" + model.id() + "#colours";
            } catch (CatalogCardChanged changed) {
                Colour now = models.ofColour(id, me.dealership()).colour(id);
                response.setStatus(409);
                form.put("version", now.edition().version());
                return form(model, now, form, conflict(now, me, screens.of(request)), page);
            } catch (Refusal refusal) {
                form.refused(refusal, screens.of(request));
            }
        }
        response.setStatus(422);
        return form(model, model.colour(id), form, null, page);
    }

    private Conflict conflict(Colour now, StaffMember me, Screen s) {
        return new Conflict(
                staff.nameOf(me.dealership(), now.edition().changedBy()),
                List.of(
                        s.code("colourPlace", now.text().place()) + " · "
                                + now.text().name(),
                        now.text().swatch() + " · " + now.text().surcharge().shown()));
    }

    @PostMapping("/catalog/colours/{id}/retirement")
    String retire(@PathVariable ColourId id, StaffMember me) {
        return "redirect:/catalog/models/" + desk.retireColour(id, true, me).model() + "#colours";
    }

    @PostMapping("/catalog/colours/{id}/return")
    String bringBack(@PathVariable ColourId id, StaffMember me) {
        return "redirect:/catalog/models/" + desk.retireColour(id, false, me).model() + "#colours";
    }
}
