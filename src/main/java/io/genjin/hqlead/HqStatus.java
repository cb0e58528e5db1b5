package io.genjin.hqlead;

/** What HQ is told of a lead. The facts suggest it; the designated person may say another, which the feedback shows beside. */
public enum HqStatus {
    /** Waiting for a consultant. */
    NEW,
    /** A consultant has it and has not tried yet. */
    ALLOCATED,
    FOLLOWED,
    /** Ordered or delivered. */
    CONVERTED,
    DORMANT,
    /** The customer was on file already; the owner goes on. */
    DUPLICATE,
    INVALID,
    DEFEATED
}
