package io.genjin.hqlead;

/** The warnings before an HQ lead's 24 hours are over, in order (2.1): 4 h without allocation, 12 h and 20 h without follow-up. */
public enum WarningStep {
    UNALLOCATED,
    FIRST,
    SECOND
}
