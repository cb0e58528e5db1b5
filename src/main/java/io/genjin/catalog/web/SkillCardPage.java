package io.genjin.catalog.web;

import io.genjin.catalog.CardEdition;
import io.genjin.catalog.SkillCard;
import io.genjin.catalog.SkillCardText;
import io.genjin.shared.web.Fields;
import org.jspecify.annotations.Nullable;

/**
 * The form of a skill card.
 *
 * @param card      the card that is changed; nothing for a new one
 * @param theirs    what a colleague saved meanwhile, shown beside what the reader typed
 * @param changedBy name of who made the edition that stands
 */
public record SkillCardPage(
        @Nullable SkillCard card, Fields form, @Nullable SkillCardText theirs, String changedBy) {

    public String action() {
        return "/catalog/skill-cards" + (card == null ? "" : "/" + card.id());
    }

    public @Nullable CardEdition edition() {
        return card == null ? null : card.edition();
    }
}
