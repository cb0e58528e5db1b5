package io.genjin.appointment;

/** Where an appointment stands. A moved one is still to come, at another time. */
public enum AppointmentStatus {
    MADE,
    MOVED,
    KEPT,
    CANCELLED,
    NO_SHOW;

    /** Still to come. */
    public boolean isOpen() {
        return this == MADE || this == MOVED;
    }
}
