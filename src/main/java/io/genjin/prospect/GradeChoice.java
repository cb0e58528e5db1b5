package io.genjin.prospect;

import io.genjin.shared.Grade;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A grade as a person chose it: with the evidence that speaks for it and, when it differs from the suggestion, the reason.
 *
 * @param reasonField the name under which the reason was asked for, to point at it when it is missing
 */
public record GradeChoice(
        Grade grade, Set<Evidence> evidence, @Nullable String reason, String reasonField) {

    public GradeChoice {
        evidence = Set.copyOf(evidence);
        reason = reason == null || reason.isBlank() ? null : reason.strip();
    }
}
