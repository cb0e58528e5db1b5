package io.genjin.catalog;

import io.genjin.catalog.CatalogFact.Kind;
import io.genjin.shared.DealershipId;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Refusal.Field;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where managers keep the dealership's skill cards and everybody reads them. A kind for which the dealership has no card in use
 * shows the built-in one, so that no tool box is ever empty.
 */
@Service
public class SkillCardDesk {

    /** What stands on a card as it was typed, one line of a list per step, sentence or pitfall. */
    public record Draft(
            @Nullable String title,
            @Nullable String goal,
            List<String> steps,
            List<String> phrases,
            List<String> pitfalls) {

        SkillCardText checked() {
            return SkillCardText.checked(title, goal, steps, phrases, pitfalls);
        }
    }

    private final SkillCards cards;
    private final BuiltInSkillCards builtIn;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SkillCardDesk(SkillCards cards, BuiltInSkillCards builtIn, ApplicationEventPublisher events, Clock clock) {
        this.cards = cards;
        this.builtIn = builtIn;
        this.events = events;
        this.clock = clock;
    }

    /** The dealership's own cards, those in use first. */
    @Transactional(readOnly = true)
    public List<SkillCard> own(DealershipId dealership) {
        return cards.all(dealership);
    }

    /** The words for a kind of talk: the dealership's own cards in use, or else the built-in card in the reader's language. */
    @Transactional(readOnly = true)
    public List<SkillCardText> inUse(SkillCardKind kind, Locale language, DealershipId dealership) {
        List<SkillCardText> own = cards.all(dealership).stream()
                .filter(card -> card.kind() == kind && !card.edition().retired())
                .map(SkillCard::text)
                .toList();
        return own.isEmpty() ? List.of(builtIn.of(kind, language)) : own;
    }

    public SkillCardText builtIn(SkillCardKind kind, Locale language) {
        return builtIn.of(kind, language);
    }

    @Transactional(readOnly = true)
    public SkillCard get(SkillCardId id, DealershipId dealership) {
        return cards.get(dealership, id);
    }

    /** @throws FieldsRefused naming each field that is missing or too long */
    @Transactional
    public SkillCard add(@Nullable SkillCardKind kind, Draft draft, StaffMember by) {
        if (kind == null) {
            throw new FieldsRefused(Field.of("kind", "field.required"));
        }
        Instant now = clock.instant();
        SkillCard card = new SkillCard(SkillCardId.next(), kind, draft.checked(), CardEdition.first(by.id(), now));
        cards.insert(by.dealership(), card);
        events.publishEvent(card.fact(Kind.SKILL_CARD_ADDED, by, now));
        return card;
    }

    /**
     * @param seen the edition that the change was made from
     * @throws CatalogCardChanged when a colleague made another edition since
     * @throws FieldsRefused      naming each field that is missing or too long
     */
    @Transactional
    public SkillCard change(SkillCardId id, Draft draft, int seen, StaffMember by) {
        SkillCard card = cards.getForUpdate(by.dealership(), id);
        SkillCardText text = draft.checked();
        CatalogFact fact = card.change(text, seen, by, clock.instant());
        cards.update(by.dealership(), card);
        events.publishEvent(fact);
        return card;
    }

    /** Takes a card out of the boxes, or puts it back; as it is already, nothing happens. */
    @Transactional
    public SkillCard retire(SkillCardId id, boolean retired, StaffMember by) {
        SkillCard card = cards.getForUpdate(by.dealership(), id);
        if (card.edition().retired() != retired) {
            CatalogFact fact = card.retire(retired, by, clock.instant());
            cards.update(by.dealership(), card);
            events.publishEvent(fact);
        }
        return card;
    }
}
