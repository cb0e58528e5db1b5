package io.genjin.staff.web;

import io.genjin.shared.web.Fields;
import io.genjin.shared.web.Screen;
import io.genjin.staff.DoorRules.SecondFactorRule;
import io.genjin.staff.PasswordPreset;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the dealership asks at its door. */
public record DoorRulesPage(boolean saved, Fields form) {

    public static Map<String, String> presets(Screen s) {
        Map<String, String> choices = new LinkedHashMap<>();
        for (PasswordPreset preset : PasswordPreset.values()) {
            choices.put(preset.name(), s.code("preset", preset));
        }
        return choices;
    }

    public static Map<String, String> factorRules(Screen s) {
        Map<String, String> choices = new LinkedHashMap<>();
        for (SecondFactorRule rule : SecondFactorRule.values()) {
            choices.put(rule.name(), s.code("factorRule", rule));
        }
        return choices;
    }
}
