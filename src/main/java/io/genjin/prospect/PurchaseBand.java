package io.genjin.prospect;

import io.genjin.shared.Grade;

/** When the customer expects to buy, counted from today; 31 to 90 days is grade C, later or unknown is N (O-05). */
public enum PurchaseBand {
    DAYS_0_7(Grade.H),
    DAYS_8_15(Grade.A),
    DAYS_16_30(Grade.B),
    DAYS_31_90(Grade.C),
    LATER_OR_UNKNOWN(Grade.N);

    private final Grade grade;

    PurchaseBand(Grade grade) {
        this.grade = grade;
    }

    /** The grade this band speaks for, before evidence is looked at. */
    public Grade grade() {
        return grade;
    }

    /** The band that a purchase {@code days} from now falls into. */
    public static PurchaseBand within(long days) {
        if (days <= 7) {
            return DAYS_0_7;
        }
        if (days <= 15) {
            return DAYS_8_15;
        }
        if (days <= 30) {
            return DAYS_16_30;
        }
        return days <= 90 ? DAYS_31_90 : LATER_OR_UNKNOWN;
    }
}
