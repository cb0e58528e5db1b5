package io.genjin.needs.web;

import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.needs.NeedsAnalysis;
import io.genjin.needs.NeedsChanged;
import io.genjin.needs.NeedsDesk;
import io.genjin.needs.NeedsFile;
import io.genjin.needs.NeedsSaid;
import io.genjin.prospect.GradeSuggestion;
import io.genjin.prospect.Prospect;
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
import java.time.Clock;
import java.time.ZoneId;
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

/** The needs sheet, and the panel from which card and grade are filled. */
@Controller
@RequestMapping("/prospects/{id}/needs")
class NeedsPages {

    private final NeedsDesk desk;
    private final NeedsFile file;
    private final StaffDirectory staff;
    private final Dealerships dealerships;
    private final Once once;
    private final Screens screens;
    private final Clock clock;

    NeedsPages(
            NeedsDesk desk,
            NeedsFile file,
            StaffDirectory staff,
            Dealerships dealerships,
            Once once,
            Screens screens,
            Clock clock) {
        this.desk = desk;
        this.file = file;
        this.staff = staff;
        this.dealerships = dealerships;
        this.once = once;
        this.screens = screens;
        this.clock = clock;
    }

    @Bean
    static ProspectPanel needsPanel() {
        return new ProspectPanel("needs.title", "/prospects/{id}/needs", "needs.read", 16);
    }

    @GetMapping
    String panel(@PathVariable ProspectId id, StaffMember me, Model model, HttpServletRequest request) {
        return panel(id, Fields.empty(), me, model, request);
    }

    private String panel(ProspectId id, Fields form, StaffMember me, Model model, HttpServletRequest request) {
        model.addAttribute(
                "page",
                new NeedsPanel(
                        file.open(id, me),
                        new People(staff, me.dealership()),
                        form,
                        request.getHeader("HX-Request") != null && request.getHeader("HX-Boosted") == null));
        return "needs/panel";
    }

    /** The sheet as it was filled last, or blank with what the card knows. */
    @GetMapping("/new")
    String sheet(@PathVariable ProspectId id, StaffMember me, Model model) {
        NeedsFile.Opened opened = file.open(id, me);
        Prospect prospect = opened.prospect();
        Dealership dealership = dealerships.get(me.dealership());
        NeedsAnalysis latest = opened.latest();
        Fields form = latest == null
                ? NeedsForm.of(prospect.content(), prospect.content().band(dealership.today(clock)))
                : NeedsForm.of(latest, opened.version());
        model.addAttribute(
                "page",
                new NeedsSheetPage(
                        prospect,
                        form,
                        latest == null ? null : latest.suggestion(),
                        opened.deadline(),
                        List.of(),
                        false,
                        draft(id, me)));
        return "needs/sheet";
    }

    /** The suggested grade while the sheet is being filled. */
    @GetMapping("/suggestion")
    String suggestion(
            @PathVariable ProspectId id,
            @ModelAttribute NeedsForm body,
            BindingResult bound,
            StaffMember me,
            Model model) {
        NeedsFile.Opened opened = file.open(id, me);
        GradeSuggestion suggestion = body.said(zone(me)).suggestion().orElse(null);
        model.addAttribute(
                "page",
                new NeedsSheetPage(
                        opened.prospect(),
                        Fields.empty(),
                        suggestion,
                        opened.deadline(),
                        List.of(),
                        false,
                        draft(id, me)));
        return "needs/suggestion";
    }

    /** What was asked about which customer, by which a repeated form is recognised. */
    record Asked(ProspectId prospect, Object body) {}

    @PostMapping
    String record(
            @PathVariable ProspectId id,
            @ModelAttribute NeedsForm body,
            BindingResult bound,
            @RequestParam(name = "_once", required = false) @Nullable String key,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Fields form = Fields.of(bound, request.getParameterMap());
        NeedsSaid said = body.said(zone(me));
        GradeSuggestion suggestion = said.suggestion().orElse(null);
        if (!bound.hasErrors()) {
            try {
                return once.redirect(key, new Asked(id, body), me.dealership(), me.id(), () -> {
                    desk.record(id, said, body.replaces(), me);
                    return "/prospects/" + id + "/needs";
                });
            } catch (NeedsChanged changed) {
                response.setStatus(409);
                model.addAttribute(
                        "page", NeedsSheetPage.conflicting(file.open(id, me), form, suggestion, draft(id, me)));
                return "needs/sheet";
            } catch (Refusal refusal) {
                form.refused(refusal.unlessNothingHere(), screens.of(request));
            }
        }
        NeedsFile.Opened opened = file.open(id, me);
        response.setStatus(422);
        model.addAttribute(
                "page",
                new NeedsSheetPage(
                        opened.prospect(), form, suggestion, opened.deadline(), List.of(), false, draft(id, me)));
        return "needs/sheet";
    }

    @PostMapping("/card")
    String fillCard(
            @PathVariable ProspectId id,
            @RequestParam(required = false) @Nullable List<String> fields,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return taken(
                () -> desk.fillCard(id, fields == null ? List.of() : fields, me), id, me, model, request, response);
    }

    @PostMapping("/grade")
    String takeGrade(
            @PathVariable ProspectId id,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return taken(() -> desk.takeGrade(id, me), id, me, model, request, response);
    }

    private String taken(
            Runnable take,
            ProspectId id,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            take.run();
            return "redirect:/prospects/" + id + "/needs";
        } catch (Refusal refusal) {
            refusal.unlessNothingHere();
            response.setStatus(refusal.kind().status());
            return panel(id, Fields.empty().refused(refusal, screens.of(request)), me, model, request);
        }
    }

    private static String draft(ProspectId id, StaffMember me) {
        return "needs:" + me.username() + ":" + id;
    }

    private ZoneId zone(StaffMember me) {
        return dealerships.get(me.dealership()).zone();
    }
}
