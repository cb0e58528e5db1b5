package io.genjin.prospect;

/** Why a prospect gets another owner (3.15 TransferRecord); mandatory (O-16). */
public enum TransferReason {
    LEAVE,
    WORKLOAD,
    CUSTOMER_REQUEST,
    OVERDUE,
    CONFLICT,
    IMPORTANT
}
