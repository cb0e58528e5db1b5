package io.genjin.staff.web;

import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Refusal;
import io.genjin.shared.Refusal.Field;
import io.genjin.shared.web.Fields;
import io.genjin.shared.web.Screens;
import io.genjin.staff.DoorRules;
import io.genjin.staff.DoorRules.SecondFactorRule;
import io.genjin.staff.DoorRulesDesk;
import io.genjin.staff.PasswordPreset;
import io.genjin.staff.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The administrator's page of what is asked at the door: passwords and second factors (S-R5, S-R8). */
@Controller
@RequestMapping("/door-rules")
class DoorRulesPages {

    private final DoorRulesDesk desk;
    private final Screens screens;

    DoorRulesPages(DoorRulesDesk desk, Screens screens) {
        this.desk = desk;
        this.screens = screens;
    }

    @GetMapping
    String show(@RequestParam Map<String, String> query, StaffMember me, Model model) {
        DoorRules rules = desk.of(me.dealership());
        Fields form = Fields.empty()
                .put("passwords", rules.passwords())
                .put("secondFactor", rules.secondFactor())
                .put("graceDays", rules.graceDays());
        model.addAttribute("page", new DoorRulesPage(query.containsKey("saved"), form));
        return "staff/door-rules";
    }

    @PostMapping
    String change(
            @RequestParam(defaultValue = "") String passwords,
            @RequestParam(defaultValue = "") String secondFactor,
            @RequestParam(defaultValue = "") String graceDays,
            StaffMember me,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            desk.change(read(passwords, secondFactor, graceDays), me);
            return "redirect:/door-rules?saved";
        } catch (Refusal refusal) {
            response.setStatus(refusal.kind().status());
            Fields form = Fields.of(request.getParameterMap()).refused(refusal, screens.of(request));
            model.addAttribute("page", new DoorRulesPage(false, form));
            return "staff/door-rules";
        }
    }

    private static DoorRules read(String passwords, String secondFactor, String graceDays) {
        List<Field> wrong = new ArrayList<>();
        PasswordPreset preset = chosen(PasswordPreset.values(), passwords);
        SecondFactorRule rule = chosen(SecondFactorRule.values(), secondFactor);
        if (preset == null) {
            wrong.add(Field.of("passwords", "field.required"));
        }
        if (rule == null) {
            wrong.add(Field.of("secondFactor", "field.required"));
        }
        if (!graceDays.strip().matches("[0-9]{1,2}")) {
            wrong.add(Field.of("graceDays", "doorRules.grace.range", DoorRules.LONGEST_GRACE));
        }
        if (preset == null || rule == null || !wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        return new DoorRules(preset, rule, Integer.parseInt(graceDays.strip()));
    }

    private static <E extends Enum<E>> @Nullable E chosen(E[] all, String name) {
        return Arrays.stream(all)
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
