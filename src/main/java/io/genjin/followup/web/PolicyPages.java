package io.genjin.followup.web;

import io.genjin.dealership.ClosedDays;
import io.genjin.dealership.Frequency;
import io.genjin.dealership.Policies;
import io.genjin.dealership.Policy;
import io.genjin.followup.PolicyDesk;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Grade;
import io.genjin.shared.Refusal;
import io.genjin.shared.Refusal.Field;
import io.genjin.shared.web.Fields;
import io.genjin.shared.web.NavItem;
import io.genjin.shared.web.Screens;
import io.genjin.staff.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The rules of follow-up: the printed table as data, with the notice that A is denser than H (O-01, scenario 14). */
@Controller
class PolicyPages {

    private static final int MOST_DAYS = 60;

    private final PolicyDesk desk;
    private final Policies policies;
    private final ClosedDays closedDays;
    private final Screens screens;
    private final Clock clock;

    PolicyPages(PolicyDesk desk, Policies policies, ClosedDays closedDays, Screens screens, Clock clock) {
        this.desk = desk;
        this.policies = policies;
        this.closedDays = closedDays;
        this.screens = screens;
        this.clock = clock;
    }

    @Bean
    static NavItem policyItem() {
        return new NavItem("nav.policy", "/policy", "adjustments", "policy.read", 80);
    }

    @Bean
    static NavItem proofItem() {
        return new NavItem("nav.proof", "/proof", "shield-check", "proof.read", 85);
    }

    @GetMapping("/policy")
    String show(@RequestParam(required = false) @Nullable String saved, StaffMember me, Model model) {
        return page(withRhythms(Fields.empty(), me), saved != null, me, model);
    }

    private Fields withRhythms(Fields form, StaffMember me) {
        Policy policy = policies.current(me.dealership(), clock.instant());
        for (Grade grade : Grade.values()) {
            Frequency frequency = policy.rule(grade).frequency();
            form.put("days" + grade, frequency.days()).put("times" + grade, frequency.times());
        }
        return form;
    }

    private String page(Fields form, boolean saved, StaffMember me, Model model) {
        if (form.values("intervals").isEmpty()) {
            form.put(
                    "intervals",
                    policies.current(me.dealership(), clock.instant()).ownershipGraceIntervals());
        }
        if (form.values("callbackDays").isEmpty()) {
            form.put(
                    "callbackDays",
                    policies.current(me.dealership(), clock.instant()).ownerCallbackDays().stream()
                            .map(String::valueOf)
                            .collect(Collectors.joining(" / ")));
        }
        model.addAttribute(
                "page",
                new PolicyPage(
                        policies.current(me.dealership(), clock.instant()),
                        policies.of(me.dealership()).versions(),
                        closedDays.calendar(me.dealership()),
                        form,
                        saved));
        return "followup/policy";
    }

    @PostMapping("/policy")
    String change(
            @RequestParam Map<String, String> typed,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            desk.change(rhythms(typed), typed.get("reason"), me);
            return "redirect:/policy?saved";
        } catch (Refusal refusal) {
            response.setStatus(422);
            Fields form = Fields.of(request.getParameterMap()).refused(refusal, screens.of(request));
            return page(form, false, me, model);
        }
    }

    @PostMapping("/policy/grace")
    String grace(
            @RequestParam(required = false) @Nullable String intervals,
            @RequestParam(required = false) @Nullable String graceReason,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            String typed = intervals == null ? "" : intervals.strip();
            desk.grace(typed.matches("\\d{1,3}") ? Integer.valueOf(typed) : null, graceReason, me);
            return "redirect:/policy?saved";
        } catch (Refusal refusal) {
            response.setStatus(422);
            Fields form = Fields.of(request.getParameterMap()).refused(refusal, screens.of(request));
            return page(withRhythms(form, me), false, me, model);
        }
    }

    @PostMapping("/policy/callbacks")
    String callbacks(
            @RequestParam(required = false) @Nullable String callbackDays,
            @RequestParam(required = false) @Nullable String callbackReason,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            String typed = callbackDays == null ? "" : callbackDays.strip();
            List<Integer> days = typed.matches("\\d{1,3}(\\D+\\d{1,3}){2}")
                    ? Stream.of(typed.split("\\D+")).map(Integer::valueOf).toList()
                    : List.of();
            desk.callbacks(days, callbackReason, me);
            return "redirect:/policy?saved";
        } catch (Refusal refusal) {
            response.setStatus(422);
            Fields form = Fields.of(request.getParameterMap()).refused(refusal, screens.of(request));
            return page(withRhythms(form, me), false, me, model);
        }
    }

    private static Map<Grade, Frequency> rhythms(Map<String, String> typed) {
        Map<Grade, Frequency> rhythms = new EnumMap<>(Grade.class);
        List<Field> wrong = new ArrayList<>();
        for (Grade grade : Grade.values()) {
            String days = typed.get("days" + grade);
            String times = typed.get("times" + grade);
            if (days == null || times == null) {
                continue;
            }
            if (!days.matches("[1-9]\\d?") || !times.matches("[1-9]\\d?")) {
                wrong.add(Field.of("days" + grade, "field.frequency"));
                continue;
            }
            int n = Integer.parseInt(days);
            int m = Integer.parseInt(times);
            if (n > MOST_DAYS || m > n) {
                wrong.add(Field.of("days" + grade, "field.frequency"));
                continue;
            }
            rhythms.put(grade, new Frequency(m, n));
        }
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        return rhythms;
    }
}
