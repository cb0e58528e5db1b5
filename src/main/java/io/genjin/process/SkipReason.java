package io.genjin.process;

/** Why a stage was left out with a customer. */
public enum SkipReason {
    CUSTOMER_REFUSED,
    NO_TIME,
    KNOWS_THE_CAR,
    NOT_AVAILABLE,
    NOT_NEEDED,
    OTHER;

    /** Whether the words beside the code are needed to understand it. */
    public boolean needsNote() {
        return this == OTHER;
    }
}
