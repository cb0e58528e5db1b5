package io.genjin.catalog;

import io.genjin.shared.FieldsRefused;
import io.genjin.shared.PlainText;
import io.genjin.shared.Refusal.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a skill card says: what the talk is for, its steps in order, sentences that work, and what not to do. A card is read
 * with a customer on the line, so it stays short.
 */
public record SkillCardText(
        String title, String goal, List<String> steps, List<String> phrases, List<String> pitfalls) {

    private static final int LONGEST_TITLE = 40;
    private static final int LONGEST_GOAL = 120;
    private static final int LONGEST_LINE = 200;
    private static final int MOST_LINES = 12;

    public SkillCardText {
        steps = List.copyOf(steps);
        phrases = List.copyOf(phrases);
        pitfalls = List.copyOf(pitfalls);
    }

    /**
     * The text as it may be kept.
     *
     * @throws FieldsRefused naming each field that is missing or too long
     */
    static SkillCardText checked(
            @Nullable String title,
            @Nullable String goal,
            List<String> steps,
            List<String> phrases,
            List<String> pitfalls) {
        List<Field> wrong = new ArrayList<>();
        String cleanTitle = required(PlainText.line(title, LONGEST_TITLE, "title", wrong), "title", wrong);
        String cleanGoal = required(PlainText.line(goal, LONGEST_GOAL, "goal", wrong), "goal", wrong);
        List<String> cleanSteps = PlainText.lines(steps, MOST_LINES, LONGEST_LINE, "steps", wrong);
        if (cleanSteps.isEmpty()) {
            wrong.add(Field.of("steps", "field.required"));
        }
        List<String> cleanPhrases = PlainText.lines(phrases, MOST_LINES, LONGEST_LINE, "phrases", wrong);
        List<String> cleanPitfalls = PlainText.lines(pitfalls, MOST_LINES, LONGEST_LINE, "pitfalls", wrong);
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        return new SkillCardText(
                Objects.requireNonNull(cleanTitle),
                Objects.requireNonNull(cleanGoal),
                cleanSteps,
                cleanPhrases,
                cleanPitfalls);
    }

    static @Nullable String required(@Nullable String text, String field, List<Field> wrong) {
        if (text == null && wrong.stream().noneMatch(one -> one.name().equals(field))) {
            wrong.add(Field.of(field, "field.required"));
        }
        return text;
    }
}
