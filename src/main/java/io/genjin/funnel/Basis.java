package io.genjin.funnel;

/** Whose stages are counted (4.1 rule 2). The two answer different questions, so each page and file says which it is. */
public enum Basis {
    /** Prospects received in the period, followed until a day: what became of these? */
    COHORT,
    /** Prospects who reached a stage in the period, whenever they came: what was done in this time? */
    PERIOD
}
