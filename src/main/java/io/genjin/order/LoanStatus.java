package io.genjin.order;

/** How the bank's loan stands (按揭). */
public enum LoanStatus {
    /** The customer wants one; the bank knows nothing yet. */
    WISHED,
    /** The bank has what it needs; its answer is chased every two days. */
    APPLIED,
    APPROVED,
    REFUSED,
    PAID_OUT;

    boolean mayBecome(LoanStatus next) {
        return switch (this) {
            case WISHED, REFUSED -> next == APPLIED;
            case APPLIED -> next == APPROVED || next == REFUSED;
            case APPROVED -> next == PAID_OUT || next == REFUSED;
            case PAID_OUT -> false;
        };
    }
}
