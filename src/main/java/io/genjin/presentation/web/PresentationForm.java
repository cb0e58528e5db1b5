package io.genjin.presentation.web;

import io.genjin.catalog.CarModelId;
import io.genjin.catalog.ComparisonId;
import io.genjin.presentation.DriveOffer;
import io.genjin.presentation.Position;
import io.genjin.presentation.Reaction;
import io.genjin.presentation.Shown;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A presentation as it was filled in on the page; for each position {@code reaction.REAR_BOOT} and {@code words.REAR_BOOT}. */
record PresentationForm(
        @Nullable String model,
        @Nullable LocalDateTime startedAt,
        @Nullable LocalDateTime endedAt,
        @Nullable String questions,
        @Nullable String comparison,
        @Nullable DriveOffer driveOffer) {

    Shown shown(Map<String, String[]> typed, ZoneId zone) {
        List<Shown.Step> steps = Arrays.stream(Position.values())
                .map(position -> new Shown.Step(
                        position, reaction(first(typed, "reaction." + position)), first(typed, "words." + position)))
                .toList();
        return new Shown(
                model == null || model.isBlank() ? null : CarModelId.of(model),
                startedAt == null ? null : startedAt.atZone(zone).toInstant(),
                endedAt == null ? null : endedAt.atZone(zone).toInstant(),
                steps,
                questions,
                comparison == null || comparison.isBlank() ? null : ComparisonId.of(comparison),
                driveOffer);
    }

    private static @Nullable String first(Map<String, String[]> typed, String field) {
        String[] values = typed.get(field);
        return values == null || values.length == 0 ? null : values[0];
    }

    private static @Nullable Reaction reaction(@Nullable String typed) {
        return Arrays.stream(Reaction.values())
                .filter(one -> one.name().equals(typed))
                .findFirst()
                .orElse(null);
    }
}
