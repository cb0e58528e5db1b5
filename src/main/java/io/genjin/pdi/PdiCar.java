package io.genjin.pdi;

import io.genjin.prospect.ProspectId;
import io.genjin.shared.Vin;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A car that somebody wants inspected, as the technician knows it: for which customer and until when, if that is settled.
 *
 * @param wantedAt when the customer comes for it
 * @param place    where it will be handed over
 */
public record PdiCar(
        Vin vin,
        String model,
        @Nullable String colour,
        @Nullable ProspectId prospect,
        @Nullable Instant wantedAt,
        @Nullable String place,
        State state,
        Instant askedAt) {

    private static final Duration NEAR = Duration.ofHours(24);

    /** How far its inspection is. */
    public enum State {
        WAITING,
        UNDER_WAY,
        REWORK,
        FAILED,
        PASSED
    }

    /** How much the inspection hurries: it must be over before the customer arrives (2.9). */
    public enum Urgency {
        /** The customer is here already, or should be. */
        LATE,
        /** Less than a day is left. */
        NEAR,
        CALM
    }

    public Urgency urgency(Instant now) {
        if (wantedAt == null || state == State.PASSED) {
            return Urgency.CALM;
        }
        if (!now.isBefore(wantedAt)) {
            return Urgency.LATE;
        }
        return Duration.between(now, wantedAt).compareTo(NEAR) <= 0 ? Urgency.NEAR : Urgency.CALM;
    }

    /** Only what passed may be handed over (scenario 38). */
    public boolean isPassed() {
        return state == State.PASSED;
    }
}
