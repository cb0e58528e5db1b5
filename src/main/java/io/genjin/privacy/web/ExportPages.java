package io.genjin.privacy.web;

import io.genjin.privacy.ExportDesk;
import io.genjin.privacy.ExportLimits;
import io.genjin.shared.Refusal;
import io.genjin.shared.TypedId;
import io.genjin.shared.web.Fields;
import io.genjin.shared.web.NavItem;
import io.genjin.shared.web.Once;
import io.genjin.shared.web.Screens;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How much of the customers' data leaves the house: own use, more for a day, and the limits (S-R32, S-R33). */
@Controller
@RequestMapping("/exports")
class ExportPages {

    private final ExportDesk desk;
    private final StaffDirectory staff;
    private final Screens screens;
    private final Once once;

    /** What was asked for, by which a form sent twice is known. */
    record Asked(String customers, String reason) {}

    ExportPages(ExportDesk desk, StaffDirectory staff, Screens screens, Once once) {
        this.desk = desk;
        this.staff = staff;
        this.screens = screens;
        this.once = once;
    }

    @Bean
    static NavItem exportsItem() {
        return new NavItem("nav.exports", "/exports", "download", "export.ask", 91);
    }

    @GetMapping
    String show(@RequestParam Map<String, String> query, StaffMember me, Model model) {
        String notice = query.containsKey("asked") ? "export.asked" : query.containsKey("saved") ? "staff.saved" : null;
        return page(notice, Fields.empty(), Fields.empty(), limits(me), me, model);
    }

    @PostMapping("/requests")
    String ask(
            @RequestParam(defaultValue = "") String customers,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(name = "_once", required = false) @Nullable String key,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            return once.redirect(key, new Asked(customers, reason), me.dealership(), me.id(), () -> {
                desk.ask(whole(customers), reason, me);
                return "/exports?asked";
            });
        } catch (Refusal refusal) {
            Fields form = refused(refusal, request, response);
            return page(null, Fields.empty(), form, limits(me), me, model);
        }
    }

    @PostMapping("/requests/{id}/decision")
    String decide(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Boolean granted,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            desk.decide(TypedId.parse(id), granted, me);
            return "redirect:/exports?saved";
        } catch (Refusal refusal) {
            refusal.unlessNothingHere();
            Fields form = refused(refusal, request, response);
            return page(null, form, Fields.empty(), limits(me), me, model);
        }
    }

    @PostMapping("/limits")
    String change(
            @RequestParam(defaultValue = "") String consultant,
            @RequestParam(defaultValue = "") String manager,
            @RequestParam(defaultValue = "") String revealAlarm,
            @RequestParam(defaultValue = "") String revealMost,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            desk.change(new ExportLimits(whole(consultant), whole(manager), whole(revealAlarm), whole(revealMost)), me);
            return "redirect:/exports?saved";
        } catch (Refusal refusal) {
            Fields form = refused(refusal, request, response);
            return page(null, Fields.empty(), Fields.empty(), form, me, model);
        }
    }

    private Fields refused(Refusal refusal, HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(refusal.kind().status());
        return Fields.of(request.getParameterMap()).refused(refusal, screens.of(request));
    }

    private Fields limits(StaffMember me) {
        return Fields.of(desk.limits(me));
    }

    private String page(
            @Nullable String notice, Fields act, Fields request, Fields limits, StaffMember me, Model model) {
        List<ExportPage.Line> lines = desk.requests(me).stream()
                .map(one -> new ExportPage.Line(
                        one, staff.nameOf(me.dealership(), one.who()), one.who().equals(me.id())))
                .toList();
        model.addAttribute("page", new ExportPage(desk.today(me), lines, notice, act, request, limits));
        return "privacy/exports";
    }

    /** What is no whole number is out of every range. */
    private static int whole(String typed) {
        return typed.strip().matches("[0-9]{1,7}") ? Integer.parseInt(typed.strip()) : -1;
    }
}
