package io.genjin.catalog;

import io.genjin.catalog.CatalogFact.Kind;
import io.genjin.catalog.ComparisonText.RowDraft;
import io.genjin.dealership.Dealerships;
import io.genjin.shared.DealershipId;
import io.genjin.shared.FieldsRefused;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where managers keep comparisons with competitors, and everybody reads them in front of the customer (2.5). */
@Service
@Transactional
public class ComparisonDesk {

    /** A comparison as it was typed; rows in which nothing was typed are none. */
    public record Draft(
            @Nullable String brand,
            @Nullable String rival,
            @Nullable String trim,
            @Nullable String source,
            @Nullable LocalDate asOf,
            List<RowDraft> rows) {}

    private final Comparisons comparisons;
    private final ModelRange range;
    private final Dealerships dealerships;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ComparisonDesk(
            Comparisons comparisons,
            ModelRange range,
            Dealerships dealerships,
            ApplicationEventPublisher events,
            Clock clock) {
        this.comparisons = comparisons;
        this.range = range;
        this.dealerships = dealerships;
        this.events = events;
        this.clock = clock;
    }

    /** All comparisons of the dealership, those in use first. */
    @Transactional(readOnly = true)
    public List<Comparison> all(DealershipId dealership) {
        return comparisons.all(dealership);
    }

    /** The comparisons in use for one of our models. */
    @Transactional(readOnly = true)
    public List<Comparison> of(CarModelId model, DealershipId dealership) {
        return comparisons.all(dealership).stream()
                .filter(one -> one.isInUse() && one.text().model().equals(model))
                .toList();
    }

    @Transactional(readOnly = true)
    public Comparison get(ComparisonId id, DealershipId dealership) {
        return comparisons.get(dealership, id);
    }

    /**
     * @throws FieldsRefused  naming each field that is missing or wrong
     * @throws OnlyOursBetter when it is not fair
     */
    public Comparison add(CarModelId model, Draft draft, StaffMember by) {
        Instant now = clock.instant();
        Comparison comparison =
                new Comparison(ComparisonId.next(), checked(model, draft, by), CardEdition.first(by.id(), now));
        comparisons.insert(by.dealership(), comparison);
        events.publishEvent(comparison.fact(Kind.COMPARISON_ADDED, by, now));
        return comparison;
    }

    /**
     * @param seen the edition that the change was made from
     * @throws CatalogCardChanged when a colleague made another edition since
     * @throws FieldsRefused      naming each field that is missing or wrong
     * @throws OnlyOursBetter     when it is not fair
     */
    public Comparison change(ComparisonId id, Draft draft, int seen, StaffMember by) {
        Comparison comparison = comparisons.getForUpdate(by.dealership(), id);
        Instant now = clock.instant();
        comparison.change(checked(comparison.text().model(), draft, by), seen, by, now);
        comparisons.update(by.dealership(), comparison);
        events.publishEvent(comparison.fact(Kind.COMPARISON_CHANGED, by, now));
        return comparison;
    }

    private ComparisonText checked(CarModelId model, Draft draft, StaffMember by) {
        range.get(by.dealership(), model);
        return ComparisonText.checked(
                model,
                draft.brand(),
                draft.rival(),
                draft.trim(),
                draft.source(),
                draft.asOf(),
                draft.rows(),
                dealerships.get(by.dealership()).today(clock));
    }

    /** Takes a comparison out of sight, or puts it back; as it is already, nothing happens. */
    public Comparison retire(ComparisonId id, boolean retired, StaffMember by) {
        Comparison comparison = comparisons.getForUpdate(by.dealership(), id);
        if (comparison.edition().retired() != retired) {
            Instant now = clock.instant();
            comparison.retire(retired, by, now);
            comparisons.update(by.dealership(), comparison);
            Kind what = retired ? Kind.COMPARISON_RETIRED : Kind.COMPARISON_BROUGHT_BACK;
            events.publishEvent(comparison.fact(what, by, now));
        }
        return comparison;
    }
}
