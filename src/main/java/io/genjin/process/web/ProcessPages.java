package io.genjin.process.web;

import io.genjin.process.ProcessDesk;
import io.genjin.process.ProcessFile;
import io.genjin.process.SkipReason;
import io.genjin.process.Stage;
import io.genjin.prospect.ProspectId;
import io.genjin.prospect.ProspectPanel;
import io.genjin.prospect.web.People;
import io.genjin.shared.Refusal;
import io.genjin.shared.web.Fields;
import io.genjin.shared.web.Once;
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

/** The strip of the ten stages on a customer's page, and where somebody says why one is left out. */
@Controller
@RequestMapping("/prospects/{id}/process")
class ProcessPages {

    private final ProcessDesk desk;
    private final ProcessFile file;
    private final StaffDirectory staff;
    private final Once once;
    private final Screens screens;

    ProcessPages(ProcessDesk desk, ProcessFile file, StaffDirectory staff, Once once, Screens screens) {
        this.desk = desk;
        this.file = file;
        this.staff = staff;
        this.once = once;
        this.screens = screens;
    }

    @Bean
    static ProspectPanel processPanel() {
        return new ProspectPanel("process.title", "/prospects/{id}/process", "process.read", 5);
    }

    @GetMapping
    String panel(@PathVariable ProspectId id, StaffMember me, Model model, HttpServletRequest request) {
        return panel(id, Fields.empty(), me, model, request);
    }

    private String panel(ProspectId id, Fields form, StaffMember me, Model model, HttpServletRequest request) {
        model.addAttribute(
                "page",
                new ProcessPanel(
                        file.open(id, me),
                        new People(staff, me.dealership()),
                        form,
                        request.getHeader("HX-Request") != null && request.getHeader("HX-Boosted") == null));
        return "process/panel";
    }

    /** Which stage is left out, and why. */
    record SkipForm(
            @Nullable Stage stage,
            @Nullable SkipReason reason,
            @Nullable String note) {}

    /** What was asked about which customer, by which a repeated form is recognised. */
    record Asked(ProspectId prospect, Object body) {}

    @PostMapping("/skips")
    String skip(
            @PathVariable ProspectId id,
            @ModelAttribute SkipForm body,
            BindingResult bound,
            @RequestParam(name = "_once", required = false) @Nullable String key,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Fields form = Fields.of(bound, request.getParameterMap());
        int status = 422;
        if (!bound.hasErrors()) {
            try {
                return once.redirect(key, new Asked(id, body), me.dealership(), me.id(), () -> {
                    desk.skip(id, body.stage(), body.reason(), body.note(), me);
                    return "/prospects/" + id + "/process";
                });
            } catch (Refusal refusal) {
                refusal.unlessNothingHere();
                status = refusal.kind().status();
                form.refused(refusal, screens.of(request));
            }
        }
        response.setStatus(status);
        return panel(id, form, me, model, request);
    }
}
