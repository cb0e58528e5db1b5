package io.genjin.presentation;

/** Whether a test drive was offered at the end of the walk, and what the customer said. */
public enum DriveOffer {
    ACCEPTED,
    LATER,
    DECLINED,
    NOT_OFFERED
}
