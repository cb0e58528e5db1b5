package io.genjin.catalog;

import io.genjin.staff.StaffId;
import java.time.Instant;

/** Which edition of a card this is: how often it was changed, by whom last, and whether it is still handed out. */
public record CardEdition(int version, boolean retired, StaffId changedBy, Instant changedAt) {

    static CardEdition first(StaffId by, Instant at) {
        return new CardEdition(1, false, by, at);
    }

    /** @throws CatalogCardChanged when a colleague made another edition since {@code seen} */
    CardEdition next(int seen, boolean nowRetired, StaffId by, Instant at) {
        if (seen != version) {
            throw new CatalogCardChanged(version);
        }
        return new CardEdition(version + 1, nowRetired, by, at);
    }
}
