package io.genjin.presentation;

import io.genjin.catalog.CarModel;
import io.genjin.catalog.CarModelId;
import io.genjin.catalog.CarModels;
import io.genjin.catalog.Comparison;
import io.genjin.catalog.ComparisonDesk;
import io.genjin.catalog.Focus;
import io.genjin.catalog.SellingPoint;
import io.genjin.catalog.SellingPointDesk;
import io.genjin.journal.Journal;
import io.genjin.journal.JournalEntry;
import io.genjin.needs.NeedsAnalysis;
import io.genjin.needs.NeedsFile;
import io.genjin.prospect.Access;
import io.genjin.prospect.CardFile;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectId;
import io.genjin.staff.StaffMember;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was shown to a customer, and everything that helps while the next car is being shown. */
@Component
public class PresentationFile {

    private final CardFile file;
    private final Access access;
    private final Presentations presentations;
    private final NeedsFile needs;
    private final CarModels models;
    private final SellingPointDesk sellingPoints;
    private final ComparisonDesk comparisons;
    private final ShowCarDesk showCars;
    private final Journal journal;

    PresentationFile(
            CardFile file,
            Access access,
            Presentations presentations,
            NeedsFile needs,
            CarModels models,
            SellingPointDesk sellingPoints,
            ComparisonDesk comparisons,
            ShowCarDesk showCars,
            Journal journal) {
        this.file = file;
        this.access = access;
        this.presentations = presentations;
        this.needs = needs;
        this.models = models;
        this.sellingPoints = sellingPoints;
        this.comparisons = comparisons;
        this.showCars = showCars;
        this.journal = journal;
    }

    /** One customer's presentations, the latest first, those of merged cases among them. */
    public record Opened(Prospect prospect, List<Presentation> presentations, VisitNow visit) {

        /** Whether the customer is in the showroom and nothing was shown in this visit yet. */
        public boolean isWaiting() {
            return visit.isOpen()
                    && presentations.stream()
                            .noneMatch(one ->
                                    visit.since() != null && !one.endedAt().isBefore(visit.since()));
        }
    }

    /**
     * What lies at hand while a car is shown.
     *
     * @param models      all models on sale
     * @param model       the one that is shown, as far as it is known
     * @param focus       what matters to the customer, from the needs sheet
     * @param points      arguments for the model, what the customer spoke of first
     * @param comparisons fair comparisons of the model, those of competitors that the customer named first
     * @param showCars    the cars of the model in the showroom, as they were found today
     */
    public record Walk(
            Prospect prospect,
            List<CarModel> models,
            @Nullable CarModel model,
            Set<Focus> focus,
            SuggestedStart start,
            List<SellingPoint> points,
            List<Comparison> comparisons,
            List<ShowCar> showCars,
            VisitNow visit) {

        /** The arguments that can be seen and touched at a position. */
        public List<SellingPoint> pointsAt(Position position) {
            return points.stream()
                    .filter(point -> Position.of(point.focus()) == position)
                    .toList();
        }
    }

    @Transactional(readOnly = true)
    public Opened open(ProspectId id, StaffMember reader) {
        Prospect prospect = seen(id, reader);
        List<ProspectId> cases = file.cases(id, reader);
        return new Opened(prospect, presentations.of(reader.dealership(), cases), visit(cases, reader));
    }

    /** @param chosen the model that is shown; nothing for the one that the customer wishes */
    @Transactional(readOnly = true)
    public Walk walk(ProspectId id, @Nullable CarModelId chosen, StaffMember reader) {
        Prospect prospect = seen(id, reader);
        NeedsAnalysis latest = needs.open(id, reader).latest();
        Set<Focus> focus = EnumSet.noneOf(Focus.class);
        if (latest != null) {
            focus.addAll(latest.sheet().focus());
        }
        List<CarModel> range = models.onSale(reader.dealership());
        CarModel model = chosen == null ? wished(prospect, latest, range) : models.get(chosen, reader.dealership());
        return new Walk(
                prospect,
                range,
                model,
                focus,
                SuggestedStart.of(focus),
                model == null ? List.of() : sellingPoints.fitting(model.name().text(), focus, reader.dealership()),
                model == null ? List.of() : compared(model, latest, reader),
                showCars.today(reader).stream()
                        .filter(car -> model != null && car.model().equals(model.id()))
                        .toList(),
                visit(file.cases(id, reader), reader));
    }

    /** Comparisons of a model, those with a car that the customer named first. */
    private List<Comparison> compared(CarModel model, @Nullable NeedsAnalysis latest, StaffMember reader) {
        List<String> named = latest == null ? List.of() : latest.sheet().competitors();
        return comparisons.of(model.id(), reader.dealership()).stream()
                .sorted(Comparator.comparing(one -> named.stream()
                        .noneMatch(name -> name.contains(one.text().rival().model()))))
                .toList();
    }

    private static @Nullable CarModel wished(Prospect prospect, @Nullable NeedsAnalysis latest, List<CarModel> range) {
        String wish = latest == null
                ? prospect.content().mainModel()
                : latest.sheet().models().get(0);
        return wish == null ? null : CarModels.meant(wish, range).orElse(null);
    }

    private Prospect seen(ProspectId id, StaffMember reader) {
        return access.seen(file.open(id, reader), reader, "presentation.read");
    }

    private VisitNow visit(List<ProspectId> cases, StaffMember reader) {
        List<JournalEntry> entries =
                journal
                        .about(
                                reader.dealership(),
                                cases.stream().map(ProspectId::value).toList())
                        .values()
                        .stream()
                        .flatMap(Collection::stream)
                        .toList();
        return VisitNow.of(entries);
    }
}
