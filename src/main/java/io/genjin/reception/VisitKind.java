package io.genjin.reception;

import io.genjin.prospect.Source;

/** How a party came to us (来访方式, 3.3). */
public enum VisitKind {
    VISIT,
    CALL,
    /** Met outside, at an event or a stand. */
    FIELD,
    /** Came because of an appointment. */
    INVITED,
    OTHER;

    /** Whether the party walked through the door, where heads are counted. */
    public boolean isAtTheDoor() {
        return this == VISIT || this == INVITED || this == OTHER;
    }

    /** The source of a card opened for such a party. */
    Source source() {
        return switch (this) {
            case CALL -> Source.INBOUND_CALL;
            case FIELD -> Source.FIELD_SALES;
            default -> Source.WALK_IN;
        };
    }
}
