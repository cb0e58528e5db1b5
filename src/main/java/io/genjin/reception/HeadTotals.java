package io.genjin.reception;

import java.util.Collection;

/**
 * Head-count reconciliation: every party that was counted at the door is filed, declined, came for something else, is still
 * here, was explained, or is unexplained. Nothing else can become of one, so the parts always make the whole.
 *
 * @param counted   parties that walked in, as counted at the door; as many as registered when nobody counted
 * @param isCounted whether somebody counted
 * @param open      of whom nobody said yet what follows
 * @param explained missing on the sheet, with a manager's reason
 */
public record HeadTotals(
        int counted, boolean isCounted, int filed, int declined, int nonSales, int open, int explained) {

    static HeadTotals of(Collection<Visit> visits, int counted, boolean isCounted, int explained) {
        int filed = 0;
        int declined = 0;
        int nonSales = 0;
        int open = 0;
        for (Visit visit : visits) {
            if (!visit.kind().isAtTheDoor()) {
                continue;
            }
            if (!visit.purpose().isSales()) {
                nonSales++;
            } else if (visit.isFiled()) {
                filed++;
            } else if (visit.follows() == Follows.NOT_FILED) {
                declined++;
            } else {
                open++;
            }
        }
        int registered = filed + declined + nonSales + open;
        return new HeadTotals(isCounted ? counted : registered, isCounted, filed, declined, nonSales, open, explained);
    }

    public int registered() {
        return filed + declined + nonSales + open;
    }

    /** Counted, but neither on the sheet nor explained; never less than none. */
    public int unexplained() {
        return Math.max(0, counted - registered() - explained);
    }

    /** On the sheet, but not counted: somebody forgot to count. */
    public int uncounted() {
        return Math.max(0, registered() + explained - counted);
    }
}
