package io.genjin.catalog.web;

import io.genjin.catalog.CarModel;
import io.genjin.catalog.CarModelDesk;
import io.genjin.catalog.CarModelId;
import io.genjin.catalog.CarModels;
import io.genjin.catalog.CatalogCardChanged;
import io.genjin.catalog.ComparisonDesk;
import io.genjin.catalog.ModelPhotoDesk;
import io.genjin.catalog.SellingPointDesk;
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
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The range on the screen: all models, one model with all that is said of it, and the form of a model. */
@Controller
@RequestMapping("/catalog/models")
class CarModelPages {

    private final CarModels models;
    private final CarModelDesk desk;
    private final ComparisonDesk comparisons;
    private final SellingPointDesk sellingPoints;
    private final ModelPhotoDesk photos;
    private final StaffDirectory staff;
    private final Once once;
    private final Screens screens;

    CarModelPages(
            CarModels models,
            CarModelDesk desk,
            ComparisonDesk comparisons,
            SellingPointDesk sellingPoints,
            ModelPhotoDesk photos,
            StaffDirectory staff,
            Once once,
            Screens screens) {
        this.models = models;
        this.desk = desk;
        this.comparisons = comparisons;
        this.sellingPoints = sellingPoints;
        this.photos = photos;
        this.staff = staff;
        this.once = once;
        this.screens = screens;
    }

    @GetMapping
    String all(StaffMember me, Model page) {
        page.addAttribute(
                "page",
                new CarModelsPage(
                        models.all(me.dealership()), comparisons.all(me.dealership()), photos.newest(me.dealership())));
        return "catalog/models";
    }

    @GetMapping("/{id}")
    String show(@PathVariable CarModelId id, StaffMember me, Model page) {
        CarModel model = models.get(id, me.dealership());
        page.addAttribute(
                "page",
                new CarModelPage(
                        model,
                        photos.newest(me.dealership()).get(id),
                        sellingPoints.fitting(model.name().text(), Set.of(), me.dealership()).stream()
                                .filter(point -> point.model().closeness()
                                        == model.name().closeness())
                                .toList(),
                        comparisons.all(me.dealership()).stream()
                                .filter(one -> one.text().model().equals(id))
                                .toList(),
                        staff.nameOf(me.dealership(), model.edition().changedBy())));
        return "catalog/model";
    }

    @GetMapping("/new")
    String blank(Model page) {
        return form(null, Fields.empty().put("brand", null), null, page);
    }

    private static String form(@Nullable CarModel model, Fields form, @Nullable Conflict conflict, Model page) {
        page.addAttribute("page", new CarModelFormPage(model, form, conflict));
        return "catalog/model-form";
    }

    @PostMapping
    String add(
            @ModelAttribute CarModelForm body,
            BindingResult bound,
            @RequestParam(name = "_once", required = false) @Nullable String key,
            StaffMember me,
            Model page,
            HttpServletRequest request,
            HttpServletResponse response) {
        Fields form = Fields.of(bound, request.getParameterMap());
        if (!bound.hasErrors()) {
            try {
                return once.redirect(
                        key,
                        body,
                        me.dealership(),
                        me.id(),
                        () -> "/catalog/models/" + desk.add(body.draft(), me).id());
            } catch (Refusal refusal) {
                form.refused(refusal, screens.of(request));
            }
        }
        response.setStatus(422);
        return form(null, form, null, page);
    }

    @GetMapping("/{id}/edit")
    String edit(@PathVariable CarModelId id, StaffMember me, Model page) {
        CarModel model = models.get(id, me.dealership());
        Fields form = Fields.of(CarModelForm.of(model.text()))
                .put("version", model.edition().version());
        return form(model, form, null, page);
    }

    @PostMapping("/{id}")
    String change(
            @PathVariable CarModelId id,
            @ModelAttribute CarModelForm body,
            BindingResult bound,
            @RequestParam(defaultValue = "0") int version,
            StaffMember me,
            Model page,
            HttpServletRequest request,
            HttpServletResponse response) {
        Fields form = Fields.of(bound, request.getParameterMap());
        CarModel model = models.get(id, me.dealership());
        if (!bound.hasErrors()) {
            try {
                desk.change(id, body.draft(), version, me);
                return "redirect:/catalog/models/" + id;
            } catch (CatalogCardChanged changed) {
                CarModel now = models.get(id, me.dealership());
                response.setStatus(409);
                return form(
                        now,
                        form.put("version", now.edition().version()),
                        conflict(now, me, screens.of(request)),
                        page);
            } catch (Refusal refusal) {
                form.refused(refusal, screens.of(request));
            }
        }
        response.setStatus(422);
        return form(model, form, null, page);
    }

    private Conflict conflict(CarModel now, StaffMember me, Screen s) {
        return new Conflict(
                staff.nameOf(me.dealership(), now.edition().changedBy()),
                List.of(
                        now.title(),
                        s.code("body", now.text().body()),
                        Objects.requireNonNullElse(now.text().description(), "")));
    }

    @PostMapping("/{id}/retirement")
    String retire(@PathVariable CarModelId id, StaffMember me) {
        desk.retire(id, true, me);
        return "redirect:/catalog/models/" + id;
    }

    @PostMapping("/{id}/return")
    String bringBack(@PathVariable CarModelId id, StaffMember me) {
        desk.retire(id, false, me);
        return "redirect:/catalog/models/" + id;
    }
}
