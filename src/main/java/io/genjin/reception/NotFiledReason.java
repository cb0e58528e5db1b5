package io.genjin.reception;

/** Why a party left no number (未留档原因, 3.3). */
public enum NotFiledReason {
    REFUSED,
    HURRY,
    MISSED,
    COMPANION,
    OTHER
}
