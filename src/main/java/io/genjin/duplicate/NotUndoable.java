package io.genjin.duplicate;

import io.genjin.shared.Refusal;

/** The merge cannot be undone any more, or not before another one. */
public class NotUndoable extends Refusal {

    /** What stands in the way. */
    public enum Why {
        ALREADY,
        /** More than thirty days ago. */
        TOO_LATE,
        /** One of them was merged with a third since: that is undone first. */
        MERGED_FURTHER,
        /** The customer ordered or took delivery since. */
        ORDERED_SINCE
    }

    NotUndoable(Why why) {
        super(Kind.CONFLICT);
        this.why = why;
    }

    private final Why why;

    public Why why() {
        return why;
    }

    @Override
    public String messageKey() {
        return super.messageKey() + "." + why.name();
    }
}
