package io.genjin.improvement.web;

import io.genjin.dealership.Dealerships;
import io.genjin.improvement.ActionDesk;
import io.genjin.improvement.ActionId;
import io.genjin.improvement.ActionList;
import io.genjin.improvement.ActionList.Filter;
import io.genjin.improvement.ImprovementAction;
import io.genjin.improvement.ImprovementAction.Status;
import io.genjin.prospect.web.People;
import io.genjin.shared.Refusal;
import io.genjin.shared.web.Fields;
import io.genjin.shared.web.NavItem;
import io.genjin.shared.web.Once;
import io.genjin.shared.web.Screens;
import io.genjin.staff.Rights;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Improvement actions: the list, a new one, and one with its steps. */
@Controller
@RequestMapping("/improvement/actions")
class ActionPages {

    /** Where improvement actions stand in the navigation. */
    @Configuration(proxyBeanMethods = false)
    static class Navigation {

        @Bean
        NavItem improvementActionsItem() {
            return new NavItem("nav.improvement", "/improvement/actions", "target-arrow", "improvement.read", 50);
        }
    }

    private final ActionDesk desk;
    private final ActionList actions;
    private final StaffDirectory staff;
    private final Rights rights;
    private final Dealerships dealerships;
    private final Once once;
    private final Screens screens;
    private final Clock clock;

    ActionPages(
            ActionDesk desk,
            ActionList actions,
            StaffDirectory staff,
            Rights rights,
            Dealerships dealerships,
            Once once,
            Screens screens,
            Clock clock) {
        this.desk = desk;
        this.actions = actions;
        this.staff = staff;
        this.rights = rights;
        this.dealerships = dealerships;
        this.once = once;
        this.screens = screens;
        this.clock = clock;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "OPEN") Filter filter,
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam(required = false) @Nullable YearMonth month,
            @RequestParam(required = false) @Nullable String cursor,
            StaffMember me,
            Model model) {
        ActionList.Question question = new ActionList.Question(filter, mine, month, cursor);
        model.addAttribute(
                "page",
                new ActionsPage(
                        question,
                        actions.of(question, me),
                        actions.inTime(month, me),
                        today(me),
                        new People(staff, me.dealership())));
        return "improvement/list";
    }

    @GetMapping("/new")
    String blank(StaffMember me, Model model) {
        return form(Fields.empty(), me, model);
    }

    private String form(Fields form, StaffMember me, Model model) {
        model.addAttribute("page", new ActionFormPage(form, desk.candidates(me)));
        return "improvement/form";
    }

    @PostMapping
    String open(
            @ModelAttribute ActionForm body,
            BindingResult bound,
            @RequestParam(name = "_once", required = false) @Nullable String key,
            StaffMember me,
            Model model,
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
                        () -> "/improvement/actions/"
                                + desk.open(body.draft(), me).id());
            } catch (Refusal refusal) {
                form.refused(refusal, screens.of(request));
            }
        }
        response.setStatus(422);
        return form(form, me, model);
    }

    @GetMapping("/{id}")
    String show(@PathVariable ActionId id, StaffMember me, Model model) {
        return show(id, "", Fields.empty(), me, model);
    }

    private String show(ActionId id, String part, Fields form, StaffMember me, Model model) {
        ActionList.Story story = actions.story(id, me);
        ImprovementAction action = story.action();
        boolean responsible = action.plan().responsible().equals(me.id());
        boolean underWay = action.status() == Status.OPEN || action.status() == Status.IN_PROGRESS;
        model.addAttribute(
                "page",
                new ActionPage(
                        story,
                        responsible && underWay && rights.allows(me, "improvement.work"),
                        !responsible && action.status() == Status.DONE && rights.allows(me, "improvement.manage"),
                        underWay && rights.allows(me, "improvement.manage"),
                        desk.candidates(me),
                        today(me),
                        new People(staff, me.dealership()),
                        part,
                        form));
        return "improvement/action";
    }

    @PostMapping("/{id}/progress")
    String progress(
            @PathVariable ActionId id,
            @RequestParam(required = false) @Nullable String said,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return done(id, "progress", () -> desk.progress(id, said, me), me, model, request, response);
    }

    @PostMapping("/{id}/completion")
    String complete(
            @PathVariable ActionId id,
            @RequestParam(required = false) @Nullable String said,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return done(id, "progress", () -> desk.done(id, said, me), me, model, request, response);
    }

    @PostMapping("/{id}/verification")
    String verify(
            @PathVariable ActionId id,
            @RequestParam(required = false) @Nullable String said,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return done(id, "look", () -> desk.verify(id, said, me), me, model, request, response);
    }

    @PostMapping("/{id}/reopening")
    String reopen(
            @PathVariable ActionId id,
            @RequestParam(required = false) @Nullable String said,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return done(id, "look", () -> desk.reopen(id, said, me), me, model, request, response);
    }

    @PostMapping("/{id}/responsible")
    String assign(
            @PathVariable ActionId id,
            @RequestParam(required = false) @Nullable String to,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return done(id, "assign", () -> desk.assign(id, to, me), me, model, request, response);
    }

    /** Does what a form of the page asks for, once; a refusal shows the page again with everything typed. */
    private String done(
            ActionId id,
            String part,
            Runnable act,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Map<String, String[]> typed = request.getParameterMap();
        try {
            return once.redirect(
                    request.getParameter("_once"), request.getRequestURI(), me.dealership(), me.id(), () -> {
                        act.run();
                        return "/improvement/actions/" + id;
                    });
        } catch (Refusal refusal) {
            refusal.unlessNothingHere();
            response.setStatus(refusal.kind().status());
            return show(id, part, Fields.of(typed).refused(refusal, screens.of(request)), me, model);
        }
    }

    private LocalDate today(StaffMember me) {
        return dealerships.get(me.dealership()).today(clock);
    }
}
