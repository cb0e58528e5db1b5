package io.genjin.erasure.web;

import io.genjin.erasure.Erasure;
import io.genjin.erasure.ErasureDesk;
import io.genjin.erasure.ErasureId;
import io.genjin.prospect.ProspectId;
import io.genjin.prospect.ProspectPanel;
import io.genjin.prospect.web.People;
import io.genjin.shared.Page;
import io.genjin.shared.Refusal;
import io.genjin.shared.web.Fields;
import io.genjin.shared.web.NavItem;
import io.genjin.shared.web.Once;
import io.genjin.shared.web.Screens;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The panel on a customer's page where erasure is asked for and decided, and the list of all that were. */
@Controller
class ErasurePages {

    private static final int SHOWN = 50;

    private final ErasureDesk desk;
    private final StaffDirectory staff;
    private final Once once;
    private final Screens screens;

    ErasurePages(ErasureDesk desk, StaffDirectory staff, Once once, Screens screens) {
        this.desk = desk;
        this.staff = staff;
        this.once = once;
        this.screens = screens;
    }

    @Bean
    static NavItem erasuresItem() {
        return new NavItem("nav.erasures", "/erasures", "eraser", "erasure.read", 91);
    }

    @Bean
    static ProspectPanel erasurePanel() {
        return new ProspectPanel("erasure.title", "/prospects/{id}/erasure", "erasure.read", 95);
    }

    @GetMapping("/erasures")
    String list(
            @RequestParam(name = "cursor", required = false) @Nullable String cursor,
            StaffMember me,
            Model model,
            HttpServletRequest request) {
        Page<Erasure> page = desk.page(me, SHOWN, cursor);
        model.addAttribute(
                "page",
                new ErasuresPage(
                        page.items(),
                        page.next(),
                        new People(staff, me.dealership()),
                        screens.of(request).today()));
        return "erasure/list";
    }

    @GetMapping("/prospects/{id}/erasure")
    String panel(@PathVariable ProspectId id, StaffMember me, Model model, HttpServletRequest request) {
        return panel(id, Fields.empty(), me, model, request);
    }

    private String panel(ProspectId id, Fields form, StaffMember me, Model model, HttpServletRequest request) {
        model.addAttribute(
                "page",
                new ErasurePage(
                        desk.look(id, me),
                        new People(staff, me.dealership()),
                        form,
                        request.getHeader("HX-Request") != null && request.getHeader("HX-Boosted") == null));
        return "erasure/panel";
    }

    /** Why the customer is to be erased. */
    record ErasureForm(Erasure.@Nullable Reason reason) {}

    /** What was asked about which customer, by which a repeated form is recognised. */
    record Asked(ProspectId prospect, Record body) {}

    @PostMapping("/prospects/{id}/erasures")
    String ask(
            @PathVariable ProspectId id,
            @ModelAttribute ErasureForm body,
            BindingResult bound,
            @RequestParam(name = "_once", required = false) @Nullable String key,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Fields form = Fields.of(bound, request.getParameterMap());
        if (!bound.hasErrors()) {
            try {
                return once.redirect(key, new Asked(id, body), me.dealership(), me.id(), () -> {
                    desk.ask(id, body.reason(), me);
                    return "/prospects/" + id + "/erasure";
                });
            } catch (Refusal refusal) {
                form.refused(refusal.unlessNothingHere(), screens.of(request));
            }
        }
        response.setStatus(422);
        return panel(id, form, me, model, request);
    }

    /** Whose wish it is comes with the form, so that a refused decision shows that customer's page again. */
    record DecisionForm(@Nullable ProspectId prospect, Erasure.@Nullable Declined why) {}

    @PostMapping("/erasures/{id}/confirmation")
    String confirm(
            @PathVariable ErasureId id,
            @ModelAttribute DecisionForm body,
            BindingResult bound,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return decided(() -> desk.confirm(id, me), body, bound, me, model, request, response);
    }

    @PostMapping("/erasures/{id}/refusal")
    String decline(
            @PathVariable ErasureId id,
            @ModelAttribute DecisionForm body,
            BindingResult bound,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return decided(() -> desk.decline(id, body.why(), me), body, bound, me, model, request, response);
    }

    private String decided(
            Supplier<Erasure> decision,
            DecisionForm body,
            BindingResult bound,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Fields form = Fields.of(bound, request.getParameterMap());
        try {
            return "redirect:/prospects/" + decision.get().prospect() + "/erasure";
        } catch (Refusal refusal) {
            refusal.unlessNothingHere();
            if (body.prospect() == null) {
                throw refusal;
            }
            form.refused(refusal, screens.of(request));
            response.setStatus(refusal.kind().status());
            return panel(body.prospect(), form, me, model, request);
        }
    }
}
