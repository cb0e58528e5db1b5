package io.genjin.presentation.web;

import io.genjin.catalog.CarModels;
import io.genjin.presentation.ShowCarDesk;
import io.genjin.presentation.ShowCarId;
import io.genjin.prospect.web.People;
import io.genjin.shared.Refusal;
import io.genjin.shared.web.Fields;
import io.genjin.shared.web.NavItem;
import io.genjin.shared.web.Once;
import io.genjin.shared.web.Screens;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The round through the showroom every morning. */
@Controller
@RequestMapping("/show-cars")
class ShowCarPages {

    private final ShowCarDesk desk;
    private final CarModels models;
    private final StaffDirectory staff;
    private final Once once;
    private final Screens screens;

    ShowCarPages(ShowCarDesk desk, CarModels models, StaffDirectory staff, Once once, Screens screens) {
        this.desk = desk;
        this.models = models;
        this.staff = staff;
        this.once = once;
        this.screens = screens;
    }

    @Bean
    static NavItem showCarsItem() {
        return new NavItem("nav.showCars", "/show-cars", "car", "showCar.read", 108);
    }

    @GetMapping
    String all(StaffMember me, Model page) {
        return all(Fields.empty(), Fields.empty(), null, me, page);
    }

    private String all(Fields added, Fields checked, @Nullable ShowCarId of, StaffMember me, Model page) {
        page.addAttribute(
                "page",
                new ShowCarsPage(
                        desk.today(me),
                        models.onSale(me.dealership()),
                        new People(staff, me.dealership()),
                        added,
                        checked,
                        of));
        return "presentation/show-cars";
    }

    @PostMapping
    String add(
            @ModelAttribute ShowCarForm body,
            BindingResult bound,
            @RequestParam(name = "_once", required = false) @Nullable String key,
            StaffMember me,
            Model page,
            HttpServletRequest request,
            HttpServletResponse response) {
        Fields form = Fields.of(bound, request.getParameterMap());
        if (!bound.hasErrors()) {
            try {
                return once.redirect(key, body, me.dealership(), me.id(), () -> {
                    desk.add(body.modelId(), body.label(), body.place(), me);
                    return "/show-cars";
                });
            } catch (Refusal refusal) {
                form.refused(refusal, screens.of(request));
            }
        }
        response.setStatus(422);
        return all(form, Fields.empty(), null, me, page);
    }

    @PostMapping("/{id}/checks")
    String check(
            @PathVariable ShowCarId id,
            @ModelAttribute ShowCarCheckForm body,
            BindingResult bound,
            @RequestParam(name = "_once", required = false) @Nullable String key,
            StaffMember me,
            Model page,
            HttpServletRequest request,
            HttpServletResponse response) {
        Fields form = Fields.of(bound, request.getParameterMap());
        if (!bound.hasErrors()) {
            try {
                return once.redirect(key, List.of(id, body), me.dealership(), me.id(), () -> {
                    desk.check(id, body.ticked(), body.remark(), me);
                    return "/show-cars#car-" + id;
                });
            } catch (Refusal refusal) {
                form.refused(refusal.unlessNothingHere(), screens.of(request));
            }
        }
        response.setStatus(422);
        return all(Fields.empty(), form, id, me, page);
    }

    @PostMapping("/{id}/removal")
    String remove(@PathVariable ShowCarId id, StaffMember me) {
        desk.remove(id, me);
        return "redirect:/show-cars";
    }
}
