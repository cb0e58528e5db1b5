package io.genjin.presentation.web;

import io.genjin.catalog.CarModelId;
import io.genjin.dealership.Dealerships;
import io.genjin.presentation.PresentationDesk;
import io.genjin.presentation.PresentationFile;
import io.genjin.presentation.Shown;
import io.genjin.prospect.ProspectId;
import io.genjin.prospect.ProspectPanel;
import io.genjin.prospect.web.People;
import io.genjin.shared.Refusal;
import io.genjin.shared.web.Fields;
import io.genjin.shared.web.Once;
import io.genjin.shared.web.Screen;
import io.genjin.shared.web.Screens;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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

/** The walk around the car during the talk, and the panel of what was shown. */
@Controller
@RequestMapping("/prospects/{id}/presentations")
class PresentationPages {

    /** What was asked about which customer, by which a repeated form is recognised. */
    record Asked(ProspectId prospect, Object body) {}

    private final PresentationDesk desk;
    private final PresentationFile file;
    private final StaffDirectory staff;
    private final Dealerships dealerships;
    private final Once once;
    private final Screens screens;

    PresentationPages(
            PresentationDesk desk,
            PresentationFile file,
            StaffDirectory staff,
            Dealerships dealerships,
            Once once,
            Screens screens) {
        this.desk = desk;
        this.file = file;
        this.staff = staff;
        this.dealerships = dealerships;
        this.once = once;
        this.screens = screens;
    }

    @Bean
    static ProspectPanel presentationPanel() {
        return new ProspectPanel("presentation.title", "/prospects/{id}/presentations", "presentation.read", 18);
    }

    @GetMapping
    String panel(@PathVariable ProspectId id, StaffMember me, Model model, HttpServletRequest request) {
        model.addAttribute(
                "page",
                new PresentationPanel(
                        file.open(id, me),
                        new People(staff, me.dealership()),
                        request.getHeader("HX-Request") != null && request.getHeader("HX-Boosted") == null));
        return "presentation/panel";
    }

    /** The walk, for the model that was chosen or the one the customer wishes. */
    @GetMapping("/new")
    String walk(
            @PathVariable ProspectId id,
            @RequestParam(defaultValue = "") String model,
            StaffMember me,
            Model page,
            HttpServletRequest request) {
        PresentationFile.Walk walk = file.walk(id, chosen(model), me);
        Screen s = screens.of(request);
        Fields form = Fields.empty().put("startedAt", s.inputDateTime(s.now()));
        if (walk.model() != null) {
            form.put("model", walk.model().id());
        }
        return walk(walk, form, me, page);
    }

    private static @Nullable CarModelId chosen(@Nullable String model) {
        return model == null || model.isBlank() ? null : CarModelId.of(model);
    }

    private static String walk(PresentationFile.Walk walk, Fields form, StaffMember me, Model page) {
        page.addAttribute(
                "page",
                new WalkPage(
                        walk,
                        form,
                        "presentation:" + me.username() + ":" + walk.prospect().id() + ":"
                                + (walk.model() == null ? "" : walk.model().id())));
        return "presentation/walk";
    }

    @PostMapping
    String record(
            @PathVariable ProspectId id,
            @ModelAttribute PresentationForm body,
            BindingResult bound,
            @RequestParam(name = "_once", required = false) @Nullable String key,
            StaffMember me,
            Model page,
            HttpServletRequest request,
            HttpServletResponse response) {
        Fields form = Fields.of(bound, request.getParameterMap());
        if (!bound.hasErrors()) {
            Shown shown = body.shown(
                    request.getParameterMap(), dealerships.get(me.dealership()).zone());
            try {
                return once.redirect(key, new Asked(id, shown), me.dealership(), me.id(), () -> {
                    desk.record(id, shown, me);
                    return "/prospects/" + id + "/presentations";
                });
            } catch (Refusal refusal) {
                form.refused(refusal.unlessNothingHere(), screens.of(request));
            }
        }
        response.setStatus(422);
        return walk(file.walk(id, chosen(body.model()), me), form, me, page);
    }
}
