package io.genjin.hlist;

/** What came of a listed customer by the end of the week (3.10). */
public enum WeekResult {
    ORDERED,
    /** Came, made an appointment, drove or was graded hotter, without an order. */
    MOVED_ON,
    SLIPPED,
    DEFEATED
}
