package io.genjin.catalog;

import io.genjin.catalog.CatalogFact.Kind;
import io.genjin.staff.StaffMember;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** One key selling-point card (关键销售亮点卡) of a dealership. Changed and retired, never deleted. */
public final class SellingPointCard {

    private final SellingPointCardId id;
    private SellingPoint point;
    private CardEdition edition;

    SellingPointCard(SellingPointCardId id, SellingPoint point, CardEdition edition) {
        this.id = id;
        this.point = point;
        this.edition = edition;
    }

    CatalogFact change(SellingPoint changed, int seen, StaffMember by, Instant at) {
        SellingPoint before = point;
        edition = edition.next(seen, edition.retired(), by.id(), at);
        point = changed;
        Map<String, Object> words = new TreeMap<>(Map.of(
                "model", before.model().text(),
                "focus", before.focus().name(),
                "feature", before.feature(),
                "advantage", before.advantage(),
                "benefit", before.benefit()));
        if (before.proof() != null) {
            words.put("proof", before.proof());
        }
        return fact(Kind.SELLING_POINT_CHANGED, by, at).instead(words);
    }

    /** Takes the card out of the boxes, or puts it back. */
    CatalogFact retire(boolean retired, StaffMember by, Instant at) {
        edition = edition.next(edition.version(), retired, by.id(), at);
        return fact(retired ? Kind.SELLING_POINT_RETIRED : Kind.SELLING_POINT_BROUGHT_BACK, by, at);
    }

    CatalogFact fact(Kind what, StaffMember by, Instant at) {
        String title = point.model().text() + " · " + point.feature();
        return CatalogFact.of(what, id.value(), title, edition.version(), by, at);
    }

    public SellingPointCardId id() {
        return id;
    }

    public SellingPoint point() {
        return point;
    }

    public CardEdition edition() {
        return edition;
    }
}
