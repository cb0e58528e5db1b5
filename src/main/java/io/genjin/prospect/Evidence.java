package io.genjin.prospect;

/** What speaks for a grade: the customer's confidence in us, a need, and the means to pay. */
public enum Evidence {
    CONFIDENCE,
    NEED,
    PURCHASING_POWER
}
