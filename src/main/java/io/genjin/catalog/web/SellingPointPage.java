package io.genjin.catalog.web;

import io.genjin.catalog.CardEdition;
import io.genjin.catalog.SellingPoint;
import io.genjin.catalog.SellingPointCard;
import io.genjin.shared.web.Fields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form of a selling-point card.
 *
 * @param card      the card that is changed; nothing for a new one
 * @param theirs    what a colleague saved meanwhile, shown beside what the reader typed
 * @param changedBy name of who made the edition that stands
 * @param models    names of models that have cards already, offered while typing
 */
public record SellingPointPage(
        @Nullable SellingPointCard card,
        Fields form,
        @Nullable SellingPoint theirs,
        String changedBy,
        List<String> models) {

    public String action() {
        return "/catalog/selling-points" + (card == null ? "" : "/" + card.id());
    }

    public @Nullable CardEdition edition() {
        return card == null ? null : card.edition();
    }
}
