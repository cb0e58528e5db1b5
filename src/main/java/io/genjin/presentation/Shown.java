package io.genjin.presentation;

import io.genjin.catalog.CarModelId;
import io.genjin.catalog.ComparisonId;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.PlainText;
import io.genjin.shared.Refusal.Field;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A presentation as it was typed.
 *
 * @param endedAt when the walk ended; nothing means now
 */
public record Shown(
        @Nullable CarModelId model,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        List<Step> steps,
        @Nullable String questions,
        @Nullable ComparisonId comparison,
        @Nullable DriveOffer driveOffer) {

    private static final int LONGEST_WORDS = 200;
    private static final int LONGEST_QUESTIONS = 600;
    private static final Duration LONGEST_WALK = Duration.ofHours(4);
    private static final Duration OLDEST = Duration.ofDays(7);
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    public Shown {
        steps = List.copyOf(steps);
    }

    /** One position as it was ticked; without a reaction it was not covered. */
    public record Step(
            @Nullable Position position,
            @Nullable Reaction reaction,
            @Nullable String words) {}

    /** The same, as it may be kept. */
    record Checked(
            CarModelId model,
            Instant startedAt,
            Instant endedAt,
            List<ShownPosition> positions,
            @Nullable String questions,
            DriveOffer driveOffer) {}

    /** @throws FieldsRefused naming each field that is missing or wrong; words without a reaction at {@code reaction.REAR_BOOT} */
    Checked checked(Instant now) {
        List<Field> wrong = new ArrayList<>();
        if (model == null) {
            wrong.add(Field.of("model", "field.required"));
        }
        Instant end = endedAt == null ? now : endedAt;
        if (startedAt == null) {
            wrong.add(Field.of("startedAt", "field.required"));
        } else if (startedAt.isBefore(now.minus(OLDEST))) {
            wrong.add(Field.of("startedAt", "presentation.tooOld", String.valueOf(OLDEST.toDays())));
        }
        if (end.isAfter(now.plus(CLOCKS_DIFFER))) {
            wrong.add(Field.of("endedAt", "presentation.future"));
        } else if (startedAt != null && end.isBefore(startedAt)) {
            wrong.add(Field.of("endedAt", "presentation.endsBefore"));
        } else if (startedAt != null && Duration.between(startedAt, end).compareTo(LONGEST_WALK) > 0) {
            wrong.add(Field.of("endedAt", "presentation.tooLong", String.valueOf(LONGEST_WALK.toHours())));
        }
        List<ShownPosition> positions = positions(wrong);
        String cleanQuestions = PlainText.text(questions, LONGEST_QUESTIONS, "questions", wrong);
        if (driveOffer == null) {
            wrong.add(Field.of("driveOffer", "field.required"));
        }
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        return new Checked(
                Objects.requireNonNull(model),
                Objects.requireNonNull(startedAt),
                end,
                positions,
                cleanQuestions,
                Objects.requireNonNull(driveOffer));
    }

    private List<ShownPosition> positions(List<Field> wrong) {
        List<ShownPosition> covered = new ArrayList<>();
        Set<Position> seen = EnumSet.noneOf(Position.class);
        boolean asked = false;
        for (Step step : steps) {
            Position position = step.position();
            if (position == null || !seen.add(position)) {
                wrong.add(Field.of("positions", "presentation.positions.once"));
                asked = true;
                continue;
            }
            String words = PlainText.line(step.words(), LONGEST_WORDS, "words." + position, wrong);
            if (step.reaction() != null) {
                covered.add(new ShownPosition(position, step.reaction(), words));
            } else if (words != null) {
                wrong.add(Field.of("reaction." + position, "presentation.reaction"));
                asked = true;
            }
        }
        if (covered.isEmpty() && !asked) {
            wrong.add(Field.of("positions", "presentation.positions.none"));
        }
        covered.sort(Comparator.comparing(ShownPosition::position));
        return covered;
    }
}
