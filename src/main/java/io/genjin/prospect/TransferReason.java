package io.genjin.prospect;

import java.util.Arrays;
import java.util.List;

/** Why a prospect gets another owner (3.15 TransferRecord); mandatory (O-16). */
public enum TransferReason {
    LEAVE,
    WORKLOAD,
    CUSTOMER_REQUEST,
    OVERDUE,
    CONFLICT,
    IMPORTANT,
    /** A manager's decision after analysing why there was no deal (1.8 state 9); not for choice elsewhere. */
    CAUSE_ANALYSIS,
    /** Linked with others as one buying group, which has one owner (5 (d)); not for choice. */
    GROUP;

    /** Those that a person may give for a transfer. */
    public static List<TransferReason> chosen() {
        return Arrays.stream(values())
                .filter(reason -> reason != CAUSE_ANALYSIS && reason != GROUP)
                .toList();
    }
}
