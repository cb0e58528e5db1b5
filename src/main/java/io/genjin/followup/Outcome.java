package io.genjin.followup;

/** What came of a contact (跟进结果, 3.2). */
public enum Outcome {
    REACHED,
    NOT_REACHED,
    INVALID_NUMBER,
    APPOINTMENT,
    ORDERED,
    NO_INTENT,
    BOUGHT_ELSEWHERE,
    POSTPONED;

    /** Whether we spoke with the customer; otherwise it was an attempt (1.11 rule 6). */
    public boolean isAnswered() {
        return this != NOT_REACHED && this != INVALID_NUMBER;
    }
}
