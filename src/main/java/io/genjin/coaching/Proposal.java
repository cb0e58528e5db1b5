package io.genjin.coaching;

import io.genjin.staff.StaffMember;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much speaks for a one-to-one with one consultant this week, and what. The manager decides.
 *
 * @param proposed whether this is whom the system would talk to
 * @param points   what the reasons add up to
 * @param reasons  what speaks for a talk, the heaviest first
 * @param others   what was looked at and speaks for none
 * @param tooFew   what too few cases can tell
 * @param lastTalk the day of the last one-to-one
 */
public record Proposal(
        StaffMember consultant,
        Standing standing,
        boolean proposed,
        int points,
        List<Clue> reasons,
        List<Clue> others,
        List<Measure> tooFew,
        @Nullable LocalDate lastTalk) {

    /** How somebody stands this week. */
    public enum Standing {
        /** Compared with the others. */
        COMPARED,
        /** Too new to be compared (their figures count for nobody else's comparison either). */
        NEWCOMER,
        /** Away on every day that is left of the week. */
        AWAY,
        /** Has had the talk of this week. */
        TALKED
    }

    public Proposal {
        reasons = List.copyOf(reasons);
        others = List.copyOf(others);
        tooFew = List.copyOf(tooFew);
    }
}
