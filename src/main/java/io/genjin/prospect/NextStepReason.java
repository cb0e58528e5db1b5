package io.genjin.prospect;

/** Why the next contact is made (下次跟进理由, domain 2.2). */
public enum NextStepReason {
    FIRST_CONTACT,
    LEFT_SHOWROOM_CALLBACK,
    INVITE_TO_SHOWROOM,
    INVITE_TEST_DRIVE,
    QUOTE_FOLLOW_UP,
    EVENT_INVITATION,
    ROUTINE,
    DECISION_MAKER_VISIT,
    FINANCE_FOLLOW_UP,
    STOCK_ARRIVED,
    HOLIDAY_GREETING,
    OTHER;

    /** Whether the words beside the code are needed to understand it. */
    public boolean needsNote() {
        return this == OTHER;
    }
}
