package io.genjin.duplicate;

import io.genjin.shared.Refusal;

/** These two cases cannot become one, or not this way round. */
public class NotMergeable extends Refusal {

    /** What stands in the way. */
    public enum Why {
        /** One of them is merged already. */
        ALREADY,
        /** One is delivered or invalid, or both are ordered. */
        ENDED,
        /** A manager's decision about the one that would be closed is due. */
        DECISION_DUE,
        /** The other one is further in its life and must be the one that goes on. */
        OTHER_FURTHER
    }

    private final Why why;

    NotMergeable(Why why) {
        super(Kind.CONFLICT);
        this.why = why;
    }

    public Why why() {
        return why;
    }

    @Override
    public String messageKey() {
        return super.messageKey() + "." + why.name();
    }
}
