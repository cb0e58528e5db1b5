package io.genjin.defeat;

/** What became of an application to give a customer up (审核, 3.9). */
public enum DefeatStatus {
    PENDING,
    /** Another person asks the customer first (待核实). */
    TO_VERIFY,
    AGREED,
    REJECTED,
    /** Refused because the customer could be won back meanwhile (战败挽救). */
    RESCUED,
    /** Settled by itself: the customer ordered or came back before anybody decided. */
    WITHDRAWN;

    public boolean isOpen() {
        return this == PENDING || this == TO_VERIFY;
    }
}
