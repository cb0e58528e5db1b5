package io.genjin.hqlead;

import io.genjin.dealership.OpenTime;
import io.genjin.dealership.PolicyHistory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How a dealership counts an HQ lead's hours: by its policy, and without the closed days that pause its clocks (O-07). */
record HqClock(PolicyHistory policies, OpenTime time) {

    /** The last moment for a consultant's first follow-up, inclusive: by the hours that held at receipt. */
    Instant dueAt(Instant receivedAt) {
        return after(receivedAt, policies.at(receivedAt).hqFirstHours());
    }

    /** After how many hours a step warns, by the policy of {@code now}; nothing when the dealership does without it. */
    Optional<Integer> hours(WarningStep step, Instant now) {
        List<Integer> hours = policies.at(now).hqWarningHours();
        return step.ordinal() < hours.size() ? Optional.of(hours.get(step.ordinal())) : Optional.empty();
    }

    Instant after(Instant from, int hours) {
        return time.expand(time.compress(from).plus(Duration.ofHours(hours)));
    }
}
