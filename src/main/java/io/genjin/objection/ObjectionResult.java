package io.genjin.objection;

/** What came of an objection: the customer was convinced, still doubts, or could not be convinced. */
public enum ObjectionResult {
    RESOLVED,
    OPEN,
    LOST
}
