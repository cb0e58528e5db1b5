package io.genjin.group.web;

import io.genjin.dealership.Dealerships;
import io.genjin.group.DealershipGroupDesk;
import io.genjin.group.DealershipGroupId;
import io.genjin.shared.DealershipId;
import io.genjin.shared.Refusal;
import io.genjin.shared.web.Fields;
import io.genjin.shared.web.Once;
import io.genjin.shared.web.Screens;
import io.genjin.staff.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Groups of dealerships, as HQ keeps them. */
@Controller
@RequestMapping("/dealerships/groups")
class GroupPages {

    /** A dealership that comes into a group, or leaves it. */
    record MemberForm(
            @Nullable String dealership,

            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
            LocalDate from,

            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
            LocalDate until) {}

    private static final String HERE = "/dealerships/groups";

    private final DealershipGroupDesk desk;
    private final Dealerships dealerships;
    private final Once once;
    private final Screens screens;
    private final Clock clock;

    GroupPages(DealershipGroupDesk desk, Dealerships dealerships, Once once, Screens screens, Clock clock) {
        this.desk = desk;
        this.dealerships = dealerships;
        this.once = once;
        this.screens = screens;
        this.clock = clock;
    }

    @GetMapping
    String list(StaffMember me, Model model) {
        return show("", Fields.empty(), me, model);
    }

    private String show(String part, Fields form, StaffMember me, Model model) {
        model.addAttribute(
                "page",
                new GroupsPage(
                        desk.all(me),
                        dealerships.selling(),
                        dealerships.get(DealershipId.HQ).today(clock),
                        part,
                        form));
        return "group/groups";
    }

    @PostMapping
    String found(
            @RequestParam(required = false) @Nullable String name,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return done("new", String.valueOf(name), () -> desk.found(name, me), me, model, request, response);
    }

    @PostMapping("/{id}/members")
    String join(
            @PathVariable DealershipGroupId id,
            @ModelAttribute MemberForm body,
            BindingResult bound,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (bound.hasErrors()) {
            response.setStatus(422);
            return show(id.toString(), Fields.of(bound, request.getParameterMap()), me, model);
        }
        return done(
                id.toString(),
                body,
                () -> desk.join(id, body.dealership(), body.from(), body.until(), me),
                me,
                model,
                request,
                response);
    }

    @PostMapping("/{id}/departures")
    String leave(
            @PathVariable DealershipGroupId id,
            @ModelAttribute MemberForm body,
            BindingResult bound,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (bound.hasErrors()) {
            response.setStatus(422);
            return show(id.toString(), Fields.of(bound, request.getParameterMap()), me, model);
        }
        return done(
                id.toString(),
                body,
                () -> desk.leave(id, body.dealership(), body.until(), me),
                me,
                model,
                request,
                response);
    }

    /** Does what a form of the page asks for, once; a refusal shows the page again with everything typed. */
    private String done(
            String part,
            Object body,
            Runnable act,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Map<String, String[]> typed = request.getParameterMap();
        try {
            return once.redirect(
                    request.getParameter("_once"),
                    new TreeMap<>(Map.of("route", request.getRequestURI(), "body", body.toString())),
                    me.dealership(),
                    me.id(),
                    () -> {
                        act.run();
                        return HERE;
                    });
        } catch (Refusal refusal) {
            if (refusal.fields().isEmpty()) {
                throw refusal;
            }
            response.setStatus(refusal.kind().status());
            return show(part, Fields.of(typed).refused(refusal, screens.of(request)), me, model);
        }
    }
}
