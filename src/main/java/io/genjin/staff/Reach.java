package io.genjin.staff;

/** How far a right reaches: not at all, to the person's own customers, or to all of the dealership. */
public enum Reach {
    NONE,
    OWN,
    ALL
}
