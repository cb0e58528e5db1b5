package io.genjin.intake;

/** How far a lead has come; from {@link #ASSIGNED} on the prospect itself tells the rest. */
public enum LeadStatus {
    /** Waiting for the designated person to give it to a consultant. */
    LEAD_RECEIVED,
    ASSIGNED,
    /** The customer of an open prospect asked again; its owner goes on with it. */
    DUPLICATE,
    INVALID
}
