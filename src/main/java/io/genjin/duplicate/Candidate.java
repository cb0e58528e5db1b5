package io.genjin.duplicate;

import io.genjin.prospect.ProspectId;
import io.genjin.staff.StaffId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two cases that may be one customer.
 *
 * @param causedBy   who filed the later of the two
 * @param proposed   which the customer administrator would keep, when the owners differ and a manager must decide
 * @param decision   why it is not the same person, once a manager said so
 */
public record Candidate(
        CandidateId id,
        ProspectId first,
        ProspectId second,
        List<MatchReason> reasons,
        int strength,
        Status status,
        @Nullable StaffId causedBy,
        Instant foundAt,
        @Nullable Proposal proposed,
        @Nullable StaffId decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String decision) {

    /** What became of a pair; gone when the cases do not resemble each other any more. */
    public enum Status {
        OPEN,
        DISMISSED,
        MERGED,
        GONE
    }

    /** Who would merge the pair, and into which case. */
    public record Proposal(StaffId by, Instant at, ProspectId survivor) {}

    public Candidate {
        reasons = List.copyOf(reasons);
    }

    public Strength inWords() {
        return Strength.of(strength);
    }
}
