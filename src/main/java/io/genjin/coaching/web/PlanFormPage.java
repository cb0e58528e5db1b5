package io.genjin.coaching.web;

import io.genjin.coaching.OneToOne;
import io.genjin.coaching.PlanFigures;
import io.genjin.coaching.SuccessPlan;
import io.genjin.coaching.Yardstick;
import io.genjin.prospect.web.People;
import io.genjin.shared.web.Fields;
import io.genjin.shared.web.Screen;
import io.genjin.staff.StaffMember;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writing a success plan, new or anew.
 *
 * @param talk     the one-to-one it comes of
 * @param plan     the one that is written anew; nothing for a new one
 * @param replaces the number of the signed plan of which it is another version; empty for none
 * @param figures  what the plan freezes, or has frozen
 * @param changed  whether a colleague wrote it meanwhile
 */
public record PlanFormPage(
        OneToOne talk,
        @Nullable SuccessPlan plan,
        String replacesId,
        String replaces,
        PlanFigures figures,
        Fields form,
        boolean changed,
        List<StaffMember> supporters,
        String username,
        ClueWords words,
        People people) {

    /** How many goals and steps lie open; more are a tap away. */
    public static final int SHOWN = 2;

    /** Whether something is written in a goal or step that does not lie open. */
    public boolean hasMore(String what) {
        for (int place = SHOWN; place < Math.max(PlanForm.GOALS, PlanForm.STEPS); place++) {
            String at = what + "." + place;
            if (!(form.value(at + ".by")
                            + form.value(at + ".what")
                            + form.value(at + ".to")
                            + form.value(at + ".yardstick")
                            + form.value(at + ".support"))
                    .isBlank()) {
                return true;
            }
        }
        return false;
    }

    public int goals() {
        return PlanForm.GOALS;
    }

    public int steps() {
        return PlanForm.STEPS;
    }

    public String action() {
        return plan == null ? "/success-plans" : "/success-plans/" + plan.id();
    }

    public Map<String, String> yardsticks(Screen s) {
        Map<String, String> options = new LinkedHashMap<>();
        for (Yardstick one : Yardstick.values()) {
            options.put(
                    one.name(),
                    s.t(
                            one.isCount() ? "coaching.plan.yardstick.count" : "coaching.plan.yardstick.ratio",
                            s.code("yardstick", one),
                            PlanWords.value(one, figures.of(one))));
        }
        return options;
    }

    public Map<String, String> supportOptions() {
        Map<String, String> options = new LinkedHashMap<>();
        supporters.forEach(one -> options.put(one.username(), one.name()));
        return options;
    }
}
