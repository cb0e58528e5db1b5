package io.genjin.catalog;

import io.genjin.journal.JournalFact;
import io.genjin.shared.DealershipId;
import io.genjin.staff.StaffMember;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What managers did to a card, a model or a comparison of the catalogue; a change keeps the words as they were before. */
public record CatalogFact(
        DealershipId dealership, Kind what, UUID actor, Instant happenedAt, Map<String, Object> details)
        implements JournalFact {

    /** The kinds, as the journal names them. */
    public enum Kind {
        SKILL_CARD_ADDED,
        SKILL_CARD_CHANGED,
        SKILL_CARD_RETIRED,
        SKILL_CARD_BROUGHT_BACK,
        SELLING_POINT_ADDED,
        SELLING_POINT_CHANGED,
        SELLING_POINT_RETIRED,
        SELLING_POINT_BROUGHT_BACK,
        CAR_MODEL_ADDED,
        CAR_MODEL_CHANGED,
        CAR_MODEL_RETIRED,
        CAR_MODEL_BROUGHT_BACK,
        CAR_MODEL_PICTURED,
        TRIM_ADDED,
        TRIM_CHANGED,
        TRIM_PRICED,
        TRIM_RETIRED,
        TRIM_BROUGHT_BACK,
        COLOUR_ADDED,
        COLOUR_CHANGED,
        COLOUR_RETIRED,
        COLOUR_BROUGHT_BACK,
        COMPARISON_ADDED,
        COMPARISON_CHANGED,
        COMPARISON_RETIRED,
        COMPARISON_BROUGHT_BACK
    }

    static CatalogFact of(Kind what, UUID card, String title, int version, StaffMember by, Instant at) {
        return new CatalogFact(
                by.dealership(),
                what,
                by.id().value(),
                at,
                Map.of("card", card.toString(), "title", title, "version", version));
    }

    /** The same fact with the words as they were before. */
    CatalogFact instead(Object before) {
        Map<String, Object> more = new TreeMap<>(details);
        more.put("before", before);
        return new CatalogFact(dealership, what, actor, happenedAt, more);
    }

    /** The same fact with the list price that it set. */
    CatalogFact priced(ListPrice price) {
        Map<String, Object> more = new TreeMap<>(details);
        more.put("price", price.amount().toString());
        more.put("from", price.validFrom().toString());
        return new CatalogFact(dealership, what, actor, happenedAt, more);
    }

    @Override
    public String kind() {
        return what.name();
    }

    @Override
    public @Nullable UUID prospect() {
        return null;
    }
}
