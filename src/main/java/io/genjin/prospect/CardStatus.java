package io.genjin.prospect;

/** How far a customer information card is confirmed: consultant → showroom manager → customer administrator. */
public enum CardStatus {
    DRAFT,
    SUBMITTED,
    RETURNED,
    SIGNED,
    ENTERED;

    /** Whether the consultant still has to hand it in. */
    public boolean isWithConsultant() {
        return this == DRAFT || this == RETURNED;
    }

    /** Whether the showroom manager has signed it: from then on its owner's claim stands (domain 5, ownership (b)). */
    public boolean isConfirmed() {
        return this == SIGNED || this == ENTERED;
    }
}
