package io.genjin.objection.web;

import io.genjin.dealership.Dealerships;
import io.genjin.objection.Learned;
import io.genjin.objection.Objection;
import io.genjin.objection.ObjectionDesk;
import io.genjin.objection.ObjectionFile;
import io.genjin.objection.ObjectionId;
import io.genjin.objection.ObjectionType;
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
import java.time.LocalDate;
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
import org.springframework.web.bind.annotation.RequestParam;

/** Objections of one customer: the panel, the sheet for a new one, and the page on which one is answered. */
@Controller
class ObjectionPages {

    private static final int MOST_KNOWN = 4;

    private final ObjectionDesk desk;
    private final ObjectionFile file;
    private final Learned learned;
    private final StaffDirectory staff;
    private final Dealerships dealerships;
    private final Once once;
    private final Screens screens;
    private final Clock clock;

    ObjectionPages(
            ObjectionDesk desk,
            ObjectionFile file,
            Learned learned,
            StaffDirectory staff,
            Dealerships dealerships,
            Once once,
            Screens screens,
            Clock clock) {
        this.desk = desk;
        this.file = file;
        this.learned = learned;
        this.staff = staff;
        this.dealerships = dealerships;
        this.once = once;
        this.screens = screens;
        this.clock = clock;
    }

    @Bean
    static ProspectPanel objectionPanel() {
        return new ProspectPanel("objection.title", "/prospects/{id}/objections", "objection.read", 22);
    }

    @GetMapping("/prospects/{id}/objections")
    String panel(@PathVariable ProspectId id, StaffMember me, Model model, HttpServletRequest request) {
        model.addAttribute(
                "page",
                new ObjectionPanel(
                        file.open(id, me),
                        new People(staff, me.dealership()),
                        today(me),
                        request.getHeader("HX-Request") != null && request.getHeader("HX-Boosted") == null));
        return "objection/panel";
    }

    @GetMapping("/prospects/{id}/objections/new")
    String blank(@PathVariable ProspectId id, StaffMember me, Model model) {
        Prospect prospect = file.open(id, me).prospect();
        Fields form = Fields.empty()
                .put("model", prospect.content().mainModel())
                .put("result", "OPEN")
                .put("answeredBy", me.username())
                .put("answerDue", today(me).plusDays(1));
        model.addAttribute("page", page(prospect, null, form, me));
        return "objection/new";
    }

    /** What was asked about which customer or objection, by which a repeated form is recognised. */
    record Asked(Object about, Object body) {}

    @PostMapping("/prospects/{id}/objections")
    String raise(
            @PathVariable ProspectId id,
            @ModelAttribute ObjectionForm body,
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
                    desk.raise(id, body.raised(), me);
                    return "/prospects/" + id + "/objections";
                });
            } catch (Refusal refusal) {
                form.refused(refusal.unlessNothingHere(), screens.of(request));
            }
        }
        response.setStatus(422);
        model.addAttribute("page", page(file.open(id, me).prospect(), null, form, me));
        return "objection/new";
    }

    @GetMapping("/objections/{id}")
    String one(@PathVariable ObjectionId id, StaffMember me, Model model) {
        Objection objection = file.get(id, me);
        Fields form = Fields.empty()
                .put("answeredBy", me.username())
                .put("answerDue", today(me).plusDays(1));
        model.addAttribute("page", page(file.open(objection.prospect(), me).prospect(), objection, form, me));
        return "objection/one";
    }

    @PostMapping("/objections/{id}/answers")
    String answer(
            @PathVariable ObjectionId id,
            @ModelAttribute ObjectionForm body,
            BindingResult bound,
            @RequestParam(name = "_once", required = false) @Nullable String key,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Objection objection = file.get(id, me);
        Fields form = Fields.of(bound, request.getParameterMap());
        int status = 422;
        if (!bound.hasErrors()) {
            try {
                return once.redirect(key, new Asked(id, body), me.dealership(), me.id(), () -> {
                    desk.answer(id, body.given(), me);
                    return "/prospects/" + objection.prospect() + "/objections";
                });
            } catch (Refusal refusal) {
                refusal.unlessNothingHere();
                status = refusal.kind().status();
                form.refused(refusal, screens.of(request));
            }
        }
        response.setStatus(status);
        model.addAttribute("page", page(file.open(objection.prospect(), me).prospect(), file.get(id, me), form, me));
        return "objection/one";
    }

    @PostMapping("/objections/{id}/reopening")
    String reopen(
            @PathVariable ObjectionId id,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            desk.reopen(id, null, me);
            return "redirect:/objections/" + id;
        } catch (Refusal refusal) {
            refusal.unlessNothingHere();
            response.setStatus(refusal.kind().status());
            Objection objection = file.get(id, me);
            Fields form = Fields.empty().refused(refusal, screens.of(request));
            model.addAttribute("page", page(file.open(objection.prospect(), me).prospect(), objection, form, me));
            return "objection/one";
        }
    }

    private ObjectionPage page(Prospect prospect, @Nullable Objection objection, Fields form, StaffMember me) {
        ObjectionType type = objection == null ? null : objection.type();
        List<Learned.KnownAnswer> known = type == null
                ? List.of()
                : learned.answers(type, null, me).stream().limit(MOST_KNOWN).toList();
        return new ObjectionPage(
                prospect,
                objection,
                form,
                known,
                staff.active(me.dealership()),
                new People(staff, me.dealership()),
                today(me));
    }

    private LocalDate today(StaffMember me) {
        return dealerships.get(me.dealership()).today(clock);
    }
}
