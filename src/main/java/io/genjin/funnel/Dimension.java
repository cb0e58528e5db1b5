package io.genjin.funnel;

/**
 * By what the funnel is cut. Each prospect (with {@link Basis#PERIOD} each stage of it) lies in exactly one slice, so the slices add up
 * to the whole.
 */
public enum Dimension {
    /** Frozen when the prospect was received. */
    SOURCE("source"),
    /**
     * Of a cohort: who got the prospect first, which for a lead that waited is whom it was allocated to. Of a period: who owned it when
     * it reached the stage (4.1 rule 5).
     */
    CONSULTANT("consultant"),
    /** The main model on the card, as it stands there now: the journal does not tell it. */
    MODEL("model"),
    /** Frozen when the prospect was received: the preliminary grade. */
    GRADE("grade"),
    /** Monday of the week in which the prospect was received, or with {@link Basis#PERIOD} reached the stage. */
    WEEK("week");

    private final String column;

    Dimension(String column) {
        this.column = column;
    }

    /** Name of the column in {@link FunnelRows}, and of the parameter of an address. */
    public String column() {
        return column;
    }
}
