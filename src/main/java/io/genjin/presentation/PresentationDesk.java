package io.genjin.presentation;

import io.genjin.catalog.CarModel;
import io.genjin.catalog.CarModels;
import io.genjin.catalog.Comparison;
import io.genjin.catalog.ComparisonDesk;
import io.genjin.journal.Journal;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectDesk;
import io.genjin.prospect.ProspectId;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Refusal.Field;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where it is written down that a car was shown to a customer, before they leave (2.5). */
@Service
@Transactional
public class PresentationDesk {

    private final ProspectDesk prospects;
    private final Presentations presentations;
    private final CarModels models;
    private final ComparisonDesk comparisons;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PresentationDesk(
            ProspectDesk prospects,
            Presentations presentations,
            CarModels models,
            ComparisonDesk comparisons,
            Journal journal,
            ApplicationEventPublisher events,
            Clock clock) {
        this.prospects = prospects;
        this.presentations = presentations;
        this.models = models;
        this.comparisons = comparisons;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @throws FieldsRefused   naming each field that is missing or wrong
     * @throws NotShownAnyMore when the customer's case is over
     */
    public Presentation record(ProspectId id, Shown shown, StaffMember by) {
        Prospect prospect = prospects.hold(id, by, "presentation.record");
        if (!prospect.status().isOpen()) {
            throw new NotShownAnyMore();
        }
        Instant now = clock.instant();
        Shown.Checked checked = shown.checked(now);
        CarModel model = models.get(checked.model(), by.dealership());
        Comparison compared = shown.comparison() == null ? null : comparisons.get(shown.comparison(), by.dealership());
        if (compared != null && !compared.text().model().equals(model.id())) {
            throw new FieldsRefused(Field.of("comparison", "presentation.comparison.other"));
        }
        VisitNow visit =
                VisitNow.of(journal.about(by.dealership(), List.of(id.value())).getOrDefault(id.value(), List.of()));
        Presentation one = new Presentation(
                PresentationId.next(),
                by.dealership(),
                id,
                model.id(),
                model.name().text(),
                checked.startedAt(),
                checked.endedAt(),
                checked.positions(),
                checked.questions(),
                compared == null ? null : compared.id(),
                compared == null ? null : compared.text().rival().title(),
                checked.driveOffer(),
                visit.wasThere(checked.startedAt(), now),
                by.id(),
                now);
        presentations.add(one);
        events.publishEvent(PresentationFact.of(one, prospect));
        return one;
    }
}
