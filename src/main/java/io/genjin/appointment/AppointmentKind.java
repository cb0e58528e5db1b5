package io.genjin.appointment;

/** What a customer was invited for (邀约). */
public enum AppointmentKind {
    SHOWROOM_VISIT,
    TEST_DRIVE,
    DELIVERY,
    /** We go to the customer. */
    HOME_VISIT;

    /** Whether the customer comes to us, so that it is kept by coming in through our door. */
    public boolean isAtOurs() {
        return this != HOME_VISIT;
    }
}
