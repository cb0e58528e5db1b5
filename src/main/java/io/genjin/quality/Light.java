package io.genjin.quality;

/** How a number stands to its limits; always shown with its word. */
public enum Light {
    /** There is no limit, nothing to divide by, or too little to judge by. */
    UNJUDGED,
    GOOD,
    /** Worth a talk. */
    WATCH,
    BAD;

    /** Whether somebody should look at it. */
    public boolean isRaised() {
        return this == WATCH || this == BAD;
    }
}
