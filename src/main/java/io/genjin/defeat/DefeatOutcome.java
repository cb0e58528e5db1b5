package io.genjin.defeat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How a customer was lost (战败结果, 3.9). */
public enum DefeatOutcome {
    LOST_CONTACT(30),
    GAVE_UP(90),
    BOUGHT_COMPETITOR(null),
    BOUGHT_SAME_BRAND_ELSEWHERE(null),
    INVALID(null);

    private final @Nullable Integer wakesUpAfterDays;

    DefeatOutcome(@Nullable Integer wakesUpAfterDays) {
        this.wakesUpAfterDays = wakesUpAfterDays;
    }

    /** Who has bought is not asked again; the others are after 30 or 90 days (domain 5, Defeat). */
    public @Nullable LocalDate suggestedWakeUp(LocalDate today) {
        return wakesUpAfterDays == null ? null : today.plusDays(wakesUpAfterDays);
    }

    /** Whether there is somebody who can be called and asked. */
    public boolean canBeCalled() {
        return this != INVALID;
    }

    public boolean namesCompetitor() {
        return this == BOUGHT_COMPETITOR;
    }
}
