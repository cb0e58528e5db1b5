package io.genjin.catalog;

import io.genjin.catalog.CatalogFact.Kind;
import io.genjin.shared.DealershipId;
import io.genjin.shared.FieldsRefused;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where managers keep the dealership's selling-point cards and everybody reads them. */
@Service
public class SellingPointDesk {

    /** What stands on a card as it was typed. */
    public record Draft(
            @Nullable String model,
            @Nullable Focus focus,
            @Nullable String feature,
            @Nullable String advantage,
            @Nullable String benefit,
            @Nullable String proof) {

        SellingPoint checked() {
            return SellingPoint.checked(model, focus, feature, advantage, benefit, proof);
        }
    }

    private final SellingPointCards cards;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SellingPointDesk(SellingPointCards cards, ApplicationEventPublisher events, Clock clock) {
        this.cards = cards;
        this.events = events;
        this.clock = clock;
    }

    /** All cards of the dealership, those in use first. */
    @Transactional(readOnly = true)
    public List<SellingPointCard> all(DealershipId dealership) {
        return cards.all(dealership);
    }

    /** The arguments for what a customer wishes: what answers a need they spoke of first, then the closest model. */
    @Transactional(readOnly = true)
    public List<SellingPoint> fitting(String wish, Set<Focus> spokenOf, DealershipId dealership) {
        return cards.all(dealership).stream()
                .filter(card -> !card.edition().retired())
                .map(SellingPointCard::point)
                .filter(point -> point.model().isWishedBy(wish))
                .sorted(Comparator.comparing((SellingPoint point) -> !spokenOf.contains(point.focus()))
                        .thenComparing(point -> -point.model().closeness())
                        .thenComparing(SellingPoint::focus))
                .toList();
    }

    @Transactional(readOnly = true)
    public SellingPointCard get(SellingPointCardId id, DealershipId dealership) {
        return cards.get(dealership, id);
    }

    /** @throws FieldsRefused naming each field that is missing or too long */
    @Transactional
    public SellingPointCard add(Draft draft, StaffMember by) {
        Instant now = clock.instant();
        SellingPointCard card =
                new SellingPointCard(SellingPointCardId.next(), draft.checked(), CardEdition.first(by.id(), now));
        cards.insert(by.dealership(), card);
        events.publishEvent(card.fact(Kind.SELLING_POINT_ADDED, by, now));
        return card;
    }

    /**
     * @param seen the edition that the change was made from
     * @throws CatalogCardChanged when a colleague made another edition since
     * @throws FieldsRefused      naming each field that is missing or too long
     */
    @Transactional
    public SellingPointCard change(SellingPointCardId id, Draft draft, int seen, StaffMember by) {
        SellingPointCard card = cards.getForUpdate(by.dealership(), id);
        SellingPoint point = draft.checked();
        CatalogFact fact = card.change(point, seen, by, clock.instant());
        cards.update(by.dealership(), card);
        events.publishEvent(fact);
        return card;
    }

    /** Takes a card out of the boxes, or puts it back; as it is already, nothing happens. */
    @Transactional
    public SellingPointCard retire(SellingPointCardId id, boolean retired, StaffMember by) {
        SellingPointCard card = cards.getForUpdate(by.dealership(), id);
        if (card.edition().retired() != retired) {
            CatalogFact fact = card.retire(retired, by, clock.instant());
            cards.update(by.dealership(), card);
            events.publishEvent(fact);
        }
        return card;
    }
}
