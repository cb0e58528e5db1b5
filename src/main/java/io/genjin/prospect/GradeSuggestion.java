package io.genjin.prospect;

import io.genjin.shared.Grade;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The grade that time and evidence speak for, and why. A reference only: a person may choose another and says why.
 *
 * @param because code of the reason: {@code TIME} the expected time of purchase alone, {@code NO_PURCHASING_POWER} (O-06) or
 *                {@code NO_CONFIDENCE_OR_NEED} when evidence is missing for more
 */
public record GradeSuggestion(Grade grade, Because because) {

    /** What decided a suggestion. */
    public enum Because {
        TIME,
        NO_PURCHASING_POWER,
        NO_CONFIDENCE_OR_NEED
    }

    /**
     * Without confidence and need nothing can be promised: N. Without confirmed purchasing power at most B (O-06). An
     * unknown time of purchase leaves the {@code intended} grade to be judged by its evidence.
     */
    public static GradeSuggestion of(@Nullable PurchaseBand band, Set<Evidence> evidence, Grade intended) {
        Grade byTime = band == null ? intended : band.grade();
        if (byTime == Grade.N) {
            return new GradeSuggestion(Grade.N, Because.TIME);
        }
        if (!evidence.contains(Evidence.CONFIDENCE) || !evidence.contains(Evidence.NEED)) {
            return new GradeSuggestion(Grade.N, Because.NO_CONFIDENCE_OR_NEED);
        }
        if (byTime.isAbove(Grade.B) && !evidence.contains(Evidence.PURCHASING_POWER)) {
            return new GradeSuggestion(Grade.B, Because.NO_PURCHASING_POWER);
        }
        return new GradeSuggestion(byTime, Because.TIME);
    }
}
