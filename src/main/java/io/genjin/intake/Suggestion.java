package io.genjin.intake;

import io.genjin.staff.StaffMember;

/** Who should get a lead, and why: a person may always choose another. */
public record Suggestion(StaffMember consultant, Why why) {

    /** What speaks for the consultant. */
    public enum Why {
        /** The customer was theirs before. */
        FORMER_OWNER,
        ROTATION
    }
}
