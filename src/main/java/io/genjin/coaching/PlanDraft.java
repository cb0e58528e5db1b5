package io.genjin.coaching;

import io.genjin.coaching.PlanContent.Goal;
import io.genjin.coaching.PlanContent.Step;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.PlainText;
import io.genjin.shared.Refusal.Field;
import io.genjin.staff.StaffId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A success plan as it was typed. Goals and steps in which nothing was typed are none. */
public record PlanDraft(
        @Nullable String chosenBecause,
        @Nullable String strengths,
        @Nullable String weaknesses,
        @Nullable String rootCause,
        List<@Nullable GoalDraft> goals,
        List<@Nullable StepDraft> steps,
        @Nullable LocalDate followUpOn) {

    static final int MOST_GOALS = 6;
    static final int MOST_STEPS = 10;
    private static final int LONGEST_TEXT = 1000;
    private static final int LONGEST_STEP = 300;
    private static final int MOST_OF_A_COUNT = 9999;
    private static final int MOST_OF_A_RATIO = 100;
    private static final int SOONEST = 7;
    private static final int LATEST = 183;

    /** A goal as it was typed. */
    public record GoalDraft(
            @Nullable Yardstick yardstick,
            @Nullable Integer to,
            @Nullable LocalDate by) {

        boolean isEmpty() {
            return yardstick == null && to == null && by == null;
        }
    }

    /**
     * A step as it was typed.
     *
     * @param support sign-in name of who helps
     */
    public record StepDraft(
            @Nullable String what,
            @Nullable LocalDate by,
            @Nullable String support) {

        boolean isEmpty() {
            return (what == null || what.isBlank()) && by == null && (support == null || support.isBlank());
        }
    }

    public PlanDraft {
        goals = Collections.unmodifiableList(new ArrayList<>(goals));
        steps = Collections.unmodifiableList(new ArrayList<>(steps));
    }

    /**
     * What was agreed.
     *
     * @param figures of the plan, which goals are to better
     * @throws FieldsRefused naming every field that is missing or wrong, all of them together
     */
    PlanContent checked(PlanFigures figures, LocalDate today, Function<String, Optional<StaffId>> people) {
        List<Field> wrong = new ArrayList<>();
        String because = required(chosenBecause, "chosenBecause", wrong);
        String strong = PlainText.text(strengths, LONGEST_TEXT, "strengths", wrong);
        String weak = required(weaknesses, "weaknesses", wrong);
        String cause = required(rootCause, "rootCause", wrong);
        if (followUpOn == null) {
            wrong.add(Field.of("followUpOn", "field.required"));
        } else if (!followUpOn.isAfter(today)) {
            wrong.add(Field.of("followUpOn", "coaching.followUp.past"));
        } else if (followUpOn.isAfter(today.plusDays(LATEST))) {
            wrong.add(Field.of("followUpOn", "coaching.followUp.far", LATEST));
        }
        List<Goal> agreed = goals(figures, today, wrong);
        List<Step> done = steps(today, people, wrong);
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        return new PlanContent(
                Objects.requireNonNull(because),
                strong,
                Objects.requireNonNull(weak),
                Objects.requireNonNull(cause),
                agreed,
                done,
                Objects.requireNonNull(followUpOn));
    }

    private List<Goal> goals(PlanFigures figures, LocalDate today, List<Field> wrong) {
        List<Goal> agreed = new ArrayList<>();
        Set<Yardstick> used = new HashSet<>();
        boolean any = false;
        for (int place = 0; place < goals.size(); place++) {
            GoalDraft draft = goals.get(place);
            if (draft == null || draft.isEmpty()) {
                continue;
            }
            any = true;
            String at = "goals." + place;
            int before = wrong.size();
            Yardstick yardstick = draft.yardstick();
            Integer to = draft.to();
            if (yardstick == null) {
                wrong.add(Field.of(at + ".yardstick", "field.required"));
            } else if (!used.add(yardstick)) {
                wrong.add(Field.of(at + ".yardstick", "coaching.goal.twice"));
            }
            if (to == null) {
                wrong.add(Field.of(at + ".to", "field.required"));
            } else if (yardstick != null) {
                better(yardstick, to, figures, at + ".to", wrong);
            }
            day(draft.by(), today.plusDays(SOONEST), "coaching.goal.soon", at + ".by", wrong);
            if (wrong.size() == before) {
                agreed.add(new Goal(
                        Objects.requireNonNull(yardstick),
                        Objects.requireNonNull(to),
                        Objects.requireNonNull(draft.by())));
            }
        }
        if (!any) {
            wrong.add(Field.of("goals", "coaching.goals.none"));
        }
        if (goals.size() > MOST_GOALS) {
            wrong.add(Field.of("goals", "field.tooMany", MOST_GOALS));
        }
        return agreed;
    }

    /** A goal that the plan's own figure meets already is none. */
    private static void better(Yardstick yardstick, int to, PlanFigures figures, String field, List<Field> wrong) {
        int most = yardstick.isCount() ? MOST_OF_A_COUNT : MOST_OF_A_RATIO;
        if (to < 1 || to > most) {
            wrong.add(Field.of(field, "coaching.goal.bounds", most));
        } else if (Boolean.TRUE.equals(
                new Goal(yardstick, to, figures.week().until()).isReachedBy(figures.of(yardstick)))) {
            wrong.add(Field.of(field, "coaching.goal.notBetter"));
        }
    }

    private List<Step> steps(LocalDate today, Function<String, Optional<StaffId>> people, List<Field> wrong) {
        List<Step> done = new ArrayList<>();
        boolean any = false;
        for (int place = 0; place < steps.size(); place++) {
            StepDraft draft = steps.get(place);
            if (draft == null || draft.isEmpty()) {
                continue;
            }
            any = true;
            String at = "steps." + place;
            int before = wrong.size();
            String what = PlainText.line(draft.what(), LONGEST_STEP, at + ".what", wrong);
            if (what == null && wrong.size() == before) {
                wrong.add(Field.of(at + ".what", "field.required"));
            }
            day(draft.by(), today, "coaching.step.past", at + ".by", wrong);
            Optional<StaffId> support = Optional.empty();
            String name = draft.support();
            if (name != null && !name.isBlank()) {
                support = people.apply(name.strip());
                if (support.isEmpty()) {
                    wrong.add(Field.of(at + ".support", "coaching.support.nobody"));
                }
            }
            if (wrong.size() == before) {
                done.add(new Step(
                        Objects.requireNonNull(what), Objects.requireNonNull(draft.by()), support.orElse(null)));
            }
        }
        if (!any) {
            wrong.add(Field.of("steps", "coaching.steps.none"));
        }
        if (steps.size() > MOST_STEPS) {
            wrong.add(Field.of("steps", "field.tooMany", MOST_STEPS));
        }
        return done;
    }

    /** A day by which something is to be so, at the latest when both look at it again. */
    private void day(@Nullable LocalDate by, LocalDate earliest, String tooSoon, String field, List<Field> wrong) {
        if (by == null) {
            wrong.add(Field.of(field, "field.required"));
        } else if (by.isBefore(earliest)) {
            wrong.add(Field.of(field, tooSoon, earliest));
        } else if (followUpOn != null && by.isAfter(followUpOn)) {
            wrong.add(Field.of(field, "coaching.by.afterFollowUp"));
        }
    }

    private static @Nullable String required(@Nullable String typed, String field, List<Field> wrong) {
        int before = wrong.size();
        String clean = PlainText.text(typed, LONGEST_TEXT, field, wrong);
        if (clean == null && wrong.size() == before) {
            wrong.add(Field.of(field, "field.required"));
        }
        return clean;
    }
}
