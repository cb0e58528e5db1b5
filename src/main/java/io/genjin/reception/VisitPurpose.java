package io.genjin.reception;

/** What a party came for (来店目的, 3.3). */
public enum VisitPurpose {
    NEW_CAR,
    PICK_UP,
    PAPERWORK,
    SERVICE,
    OTHER;

    /** Only who asks for a car is to leave a number and gets a consultant by turn. */
    public boolean isSales() {
        return this == NEW_CAR;
    }
}
