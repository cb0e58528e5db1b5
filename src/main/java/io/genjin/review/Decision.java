package io.genjin.review;

import io.genjin.staff.StaffId;
import java.time.Instant;

/** What the meeting decided, in one or more sentences. */
public record Decision(DecisionId id, String words, StaffId by, Instant at, int version) {

    static final int LONGEST = 1000;
}
