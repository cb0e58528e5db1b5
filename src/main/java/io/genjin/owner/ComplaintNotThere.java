package io.genjin.owner;

import io.genjin.shared.Refusal;

/** The complaint has come further, or not as far, meanwhile. */
public class ComplaintNotThere extends Refusal {

    ComplaintNotThere(Complaint.Status status) {
        super(Kind.CONFLICT);
        this.status = status;
    }

    private final Complaint.Status status;

    /** Where it stands. */
    public Complaint.Status status() {
        return status;
    }
}
