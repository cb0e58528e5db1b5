package io.genjin.hqlead;

import io.genjin.prospect.Ownership;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which warnings an HQ lead has earned at a moment (2.1). A step is earned once its moment is reached, at it and not only
 * after it; a lead that was followed, ended, or only repeats a customer on file earns none any more.
 */
final class Warnings {

    /** One warning: after how many hours, at which moment, and whether a consultant had the lead. */
    record Warning(WarningStep step, int hours, Instant at, boolean allocated) {}

    private Warnings() {}

    /** All that are earned by {@code now}, in the order of their moments. */
    static List<Warning> earned(HqCase lead, HqClock clock, Instant now) {
        if (lead.firstFollowUpAt() != null || lead.closedAt() != null || lead.repeated()) {
            return List.of();
        }
        List<Warning> earned = new ArrayList<>();
        for (WarningStep step : WarningStep.values()) {
            clock.hours(step, now)
                    .flatMap(hours ->
                            moment(step, hours, lead, clock).map(at -> new Warning(step, hours, at, !lead.isWaiting())))
                    .filter(warning -> !warning.at().isAfter(now))
                    .ifPresent(earned::add);
        }
        earned.sort(Comparator.comparing(Warning::at).thenComparing(Warning::step));
        return earned;
    }

    /** A lead taken back is unallocated anew from then on; the steps without follow-up count from the receipt. */
    private static Optional<Instant> moment(WarningStep step, int hours, HqCase lead, HqClock clock) {
        if (step != WarningStep.UNALLOCATED) {
            return Optional.of(clock.after(lead.receivedAt(), hours));
        }
        if (!lead.isWaiting()) {
            return Optional.empty();
        }
        return Optional.of(clock.after(waitingSince(lead), hours));
    }

    private static Instant waitingSince(HqCase lead) {
        List<Ownership> owners = lead.owners();
        int place = owners.size() - 1;
        while (place > 0 && owners.get(place - 1).waiting()) {
            place--;
        }
        return place == 0 ? lead.receivedAt() : owners.get(place).from();
    }
}
