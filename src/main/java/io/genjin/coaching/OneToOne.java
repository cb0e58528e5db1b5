package io.genjin.coaching;

import io.genjin.shared.DealershipId;
import io.genjin.staff.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A manager's talk with one consultant (一对一沟通, R-119), as its newest version tells it. What was written is never changed: a
 * correction is another version with its reason.
 *
 * @param version    1 as first written
 * @param heldOn     the dealership's day, by which it belongs to a week
 * @param proposed   whether the system had proposed the consultant
 * @param choice     why this consultant, in the manager's words; always there when the system had proposed somebody else
 * @param evidence   what the reports showed when the talk was written down
 * @param said       what was talked about
 * @param correction why this version was written; nothing for the first
 * @param takenBack  it was not held after all and counts for nothing
 */
public record OneToOne(
        OneToOneId id,
        int version,
        DealershipId dealership,
        StaffId consultant,
        StaffId manager,
        Instant heldAt,
        LocalDate heldOn,
        boolean proposed,
        @Nullable String choice,
        List<Clue> evidence,
        String said,
        @Nullable String correction,
        boolean takenBack,
        StaffId writtenBy,
        Instant writtenAt) {

    public OneToOne {
        evidence = List.copyOf(evidence);
        if (consultant.equals(manager)) {
            throw new IllegalArgumentException("nobody talks with themselves");
        }
        if (said.isBlank() || (!proposed && choice == null)) {
            throw new IllegalArgumentException("a talk says what was said, and why with whom");
        }
        if ((version == 1) != (correction == null)) {
            throw new IllegalArgumentException("what is written again says why");
        }
    }

    public TalkWeek week() {
        return TalkWeek.of(heldOn);
    }

    /** The same talk told again. */
    OneToOne corrected(
            Instant at, LocalDate on, @Nullable String why, String words, String reason, StaffId by, Instant now) {
        return next(at, on, why, words, reason, false, by, now);
    }

    /** It was not held after all. */
    OneToOne takenBack(String reason, StaffId by, Instant now) {
        return next(heldAt, heldOn, choice, said, reason, true, by, now);
    }

    private OneToOne next(
            Instant at,
            LocalDate on,
            @Nullable String why,
            String words,
            String reason,
            boolean back,
            StaffId by,
            Instant now) {
        return new OneToOne(
                id,
                version + 1,
                dealership,
                consultant,
                manager,
                at,
                on,
                proposed,
                why,
                evidence,
                words,
                reason,
                back,
                by,
                now);
    }
}
