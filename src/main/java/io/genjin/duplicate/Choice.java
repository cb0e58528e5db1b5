package io.genjin.duplicate;

/** Which of two values the merged card keeps. */
public enum Choice {
    /** The value of the case that goes on. */
    SURVIVOR,
    /** The value of the case that is merged into it. */
    ABSORBED,
    /** Both, one after the other: models, competitors, remarks. */
    BOTH,
    /** As second number the mobile that was not chosen. */
    OTHER_MOBILE
}
