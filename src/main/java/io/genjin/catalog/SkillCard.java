package io.genjin.catalog;

import io.genjin.catalog.CatalogFact.Kind;
import io.genjin.staff.StaffMember;
import java.time.Instant;
import java.util.Map;

/** One skill card (技巧卡) of a dealership: how its people lead one kind of talk. Changed and retired, never deleted. */
public final class SkillCard {

    private final SkillCardId id;
    private final SkillCardKind kind;
    private SkillCardText text;
    private CardEdition edition;

    SkillCard(SkillCardId id, SkillCardKind kind, SkillCardText text, CardEdition edition) {
        this.id = id;
        this.kind = kind;
        this.text = text;
        this.edition = edition;
    }

    CatalogFact change(SkillCardText changed, int seen, StaffMember by, Instant at) {
        SkillCardText before = text;
        edition = edition.next(seen, edition.retired(), by.id(), at);
        text = changed;
        return fact(Kind.SKILL_CARD_CHANGED, by, at)
                .instead(Map.of(
                        "title", before.title(),
                        "goal", before.goal(),
                        "steps", before.steps(),
                        "phrases", before.phrases(),
                        "pitfalls", before.pitfalls()));
    }

    /** Takes the card out of the boxes, or puts it back. */
    CatalogFact retire(boolean retired, StaffMember by, Instant at) {
        edition = edition.next(edition.version(), retired, by.id(), at);
        return fact(retired ? Kind.SKILL_CARD_RETIRED : Kind.SKILL_CARD_BROUGHT_BACK, by, at);
    }

    CatalogFact fact(Kind what, StaffMember by, Instant at) {
        return CatalogFact.of(what, id.value(), text.title(), edition.version(), by, at);
    }

    public SkillCardId id() {
        return id;
    }

    public SkillCardKind kind() {
        return kind;
    }

    public SkillCardText text() {
        return text;
    }

    public CardEdition edition() {
        return edition;
    }
}
