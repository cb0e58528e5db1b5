package io.genjin.presentation;

import io.genjin.catalog.CarModel;
import io.genjin.catalog.CarModelId;
import io.genjin.catalog.CarModels;
import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.presentation.ShowCarFact.Kind;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.NothingHere;
import io.genjin.shared.PlainText;
import io.genjin.shared.Refusal.Field;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where the cars in the showroom are listed, and looked at every morning before customers come (2.5). */
@Service
@Transactional
public class ShowCarDesk {

    private static final int LONGEST_LABEL = 60;
    private static final int LONGEST_PLACE = 20;
    private static final int LONGEST_REMARK = 200;

    private final ShowCars cars;
    private final CarModels models;
    private final Dealerships dealerships;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ShowCarDesk(
            ShowCars cars, CarModels models, Dealerships dealerships, ApplicationEventPublisher events, Clock clock) {
        this.cars = cars;
        this.models = models;
        this.dealerships = dealerships;
        this.events = events;
        this.clock = clock;
    }

    /** The cars in the showroom as they were found today, by place. */
    @Transactional(readOnly = true)
    public List<ShowCar> today(StaffMember reader) {
        return cars.all(reader.dealership(), dayBegan(reader));
    }

    private Instant dayBegan(StaffMember reader) {
        Dealership dealership = dealerships.get(reader.dealership());
        return dealership.today(clock).atStartOfDay(dealership.zone()).toInstant();
    }

    /** @throws FieldsRefused naming each field that is missing or too long */
    public ShowCar add(@Nullable CarModelId model, @Nullable String label, @Nullable String place, StaffMember by) {
        List<Field> wrong = new ArrayList<>();
        if (model == null) {
            wrong.add(Field.of("model", "field.required"));
        }
        String cleanLabel = required(PlainText.line(label, LONGEST_LABEL, "label", wrong), "label", wrong);
        String cleanPlace = required(PlainText.line(place, LONGEST_PLACE, "place", wrong), "place", wrong);
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        CarModel shown = models.get(Objects.requireNonNull(model), by.dealership());
        ShowCar car = new ShowCar(
                ShowCarId.next(),
                shown.id(),
                shown.name().text(),
                Objects.requireNonNull(cleanLabel),
                Objects.requireNonNull(cleanPlace),
                null);
        Instant now = clock.instant();
        cars.add(by.dealership(), car, by.id(), now);
        events.publishEvent(ShowCarFact.of(Kind.SHOW_CAR_ADDED, car, by, now));
        return car;
    }

    private static @Nullable String required(@Nullable String text, String field, List<Field> wrong) {
        if (text == null && wrong.stream().noneMatch(one -> one.name().equals(field))) {
            wrong.add(Field.of(field, "field.required"));
        }
        return text;
    }

    /**
     * Writes down how a car was found; of several checks of a day the newest counts.
     *
     * @throws NothingHere   when no such car stands in the showroom
     * @throws FieldsRefused when something is not right and nobody says what is to be done
     */
    public ShowCar check(ShowCarId id, Set<ShowCarPoint> right, @Nullable String remark, StaffMember by) {
        ShowCar car = cars.get(by.dealership(), id, dayBegan(by));
        List<Field> wrong = new ArrayList<>();
        String clean = PlainText.line(remark, LONGEST_REMARK, "remark", wrong);
        Instant now = clock.instant();
        ShowCarCheck check = new ShowCarCheck(right, clean, by.id(), now);
        if (!check.missing().isEmpty() && clean == null && wrong.isEmpty()) {
            wrong.add(Field.of("remark", "showCar.remark.required"));
        }
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        cars.add(by.dealership(), id, check);
        ShowCar found = new ShowCar(id, car.model(), car.modelName(), car.label(), car.place(), check);
        events.publishEvent(ShowCarFact.of(Kind.SHOW_CAR_CHECKED, found, by, now));
        return found;
    }

    /**
     * Takes a car out of the showroom; one that stands there no more changes nothing.
     *
     * @throws NothingHere when the showroom never had such a car
     */
    public void remove(ShowCarId id, StaffMember by) {
        if (!cars.knows(by.dealership(), id)) {
            throw new NothingHere(id);
        }
        Instant now = clock.instant();
        List<ShowCar> there = cars.all(by.dealership(), dayBegan(by));
        if (cars.remove(by.dealership(), id, by.id(), now)) {
            there.stream()
                    .filter(car -> car.id().equals(id))
                    .forEach(car -> events.publishEvent(ShowCarFact.of(Kind.SHOW_CAR_REMOVED, car, by, now)));
        }
    }
}
