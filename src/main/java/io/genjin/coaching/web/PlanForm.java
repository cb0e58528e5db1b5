package io.genjin.coaching.web;

import io.genjin.coaching.PlanContent;
import io.genjin.coaching.PlanContent.Goal;
import io.genjin.coaching.PlanContent.Step;
import io.genjin.coaching.PlanDraft;
import io.genjin.coaching.PlanDraft.GoalDraft;
import io.genjin.coaching.PlanDraft.StepDraft;
import io.genjin.coaching.Yardstick;
import io.genjin.shared.web.Fields;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A success plan between the fields of a form and what was agreed. */
final class PlanForm {

    static final int GOALS = 4;
    static final int STEPS = 5;

    private PlanForm() {}

    /** What was typed; what cannot be read is marked in the form. */
    static PlanDraft draft(Fields form) {
        List<@Nullable GoalDraft> goals = new ArrayList<>();
        for (int place = 0; place < GOALS; place++) {
            String at = "goals." + place;
            goals.add(
                    new GoalDraft(yardstick(form, at + ".yardstick"), number(form, at + ".to"), day(form, at + ".by")));
        }
        List<@Nullable StepDraft> steps = new ArrayList<>();
        for (int place = 0; place < STEPS; place++) {
            String at = "steps." + place;
            steps.add(new StepDraft(form.value(at + ".what"), day(form, at + ".by"), form.value(at + ".support")));
        }
        return new PlanDraft(
                form.value("chosenBecause"),
                form.value("strengths"),
                form.value("weaknesses"),
                form.value("rootCause"),
                goals,
                steps,
                day(form, "followUpOn"));
    }

    private static @Nullable Yardstick yardstick(Fields form, String name) {
        String typed = form.value(name).strip();
        for (Yardstick one : Yardstick.values()) {
            if (one.name().equals(typed)) {
                return one;
            }
        }
        if (!typed.isEmpty()) {
            form.error(name, "field.unreadable");
        }
        return null;
    }

    private static @Nullable Integer number(Fields form, String name) {
        String typed = form.value(name).strip();
        if (typed.isEmpty()) {
            return null;
        }
        if (!typed.matches("\\d{1,6}")) {
            form.error(name, "field.unreadable");
            return null;
        }
        return Integer.valueOf(typed);
    }

    private static @Nullable LocalDate day(Fields form, String name) {
        String typed = form.value(name).strip();
        try {
            return typed.isEmpty() ? null : LocalDate.parse(typed);
        } catch (DateTimeParseException unreadable) {
            form.error(name, "field.unreadable");
            return null;
        }
    }

    /** What was agreed, as the form shows it at first. */
    static Fields of(PlanContent content, StaffDirectory staff, StaffMember me) {
        Fields form = Fields.empty()
                .put("chosenBecause", content.chosenBecause())
                .put("strengths", content.strengths())
                .put("weaknesses", content.weaknesses())
                .put("rootCause", content.rootCause())
                .put("followUpOn", content.followUpOn());
        for (int place = 0; place < content.goals().size(); place++) {
            Goal goal = content.goals().get(place);
            form.put("goals." + place + ".yardstick", goal.yardstick())
                    .put("goals." + place + ".to", goal.to())
                    .put("goals." + place + ".by", goal.by());
        }
        for (int place = 0; place < content.steps().size(); place++) {
            Step step = content.steps().get(place);
            StaffId support = step.support();
            form.put("steps." + place + ".what", step.what())
                    .put("steps." + place + ".by", step.by())
                    .put(
                            "steps." + place + ".support",
                            support == null
                                    ? null
                                    : staff.find(me.dealership(), support)
                                            .map(StaffMember::username)
                                            .orElse(null));
        }
        return form;
    }
}
