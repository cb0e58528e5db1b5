package io.genjin.catalog;

import io.genjin.catalog.CatalogFact.Kind;
import io.genjin.dealership.Dealerships;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Refusal.Field;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where managers keep the range: models, trims with their list prices, colours. Everything is changed or taken off sale, nothing
 * deleted; a change names the edition it was made from (S-R53).
 */
@Service
@Transactional
public class CarModelDesk {

    /** A model as it was typed. */
    public record ModelDraft(
            @Nullable String brand,
            @Nullable String name,
            @Nullable Body body,
            @Nullable String description) {

        ModelText checked() {
            return ModelText.checked(brand, name, body, description);
        }
    }

    /**
     * A trim as it was typed.
     *
     * @param listPrice the list price in yuan
     * @param priceFrom from which day it counts; today when nothing is said
     */
    public record TrimDraft(
            @Nullable String name,
            @Nullable Integer modelYear,
            @Nullable Energy energy,
            @Nullable Integer powerKw,
            @Nullable Gearbox gearbox,
            @Nullable Integer seats,
            @Nullable Integer range,
            @Nullable String listPrice,
            @Nullable LocalDate priceFrom) {

        TrimText checked() {
            return TrimText.checked(name, modelYear, energy, powerKw, gearbox, seats, range);
        }
    }

    /** A colour as it was typed; no surcharge is none. */
    public record ColourDraft(
            @Nullable ColourPlace place,
            @Nullable String name,
            @Nullable String swatch,
            @Nullable String surcharge) {

        ColourText checked() {
            return ColourText.checked(place, name, swatch, surcharge);
        }
    }

    private final ModelRange range;
    private final Dealerships dealerships;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CarModelDesk(ModelRange range, Dealerships dealerships, ApplicationEventPublisher events, Clock clock) {
        this.range = range;
        this.dealerships = dealerships;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @throws FieldsRefused naming each field that is missing or wrong
     * @throws NameTaken     when the range has this model
     */
    public CarModel add(ModelDraft draft, StaffMember by) {
        CardEdition first = CardEdition.first(by.id(), clock.instant());
        CarModel model = new CarModel(CarModelId.next(), draft.checked(), first, List.of(), List.of());
        range.insert(by.dealership(), model);
        publish(Kind.CAR_MODEL_ADDED, model, by);
        return model;
    }

    /**
     * @param seen the edition that the change was made from
     * @throws CatalogCardChanged when a colleague made another edition since
     * @throws NameTaken          when another model has this name
     */
    public CarModel change(CarModelId id, ModelDraft draft, int seen, StaffMember by) {
        CarModel model = range.getForUpdate(by.dealership(), id);
        ModelText before = model.text();
        model.change(draft.checked(), seen, by, clock.instant());
        range.update(by.dealership(), model);
        events.publishEvent(fact(Kind.CAR_MODEL_CHANGED, model, by).instead(words(before)));
        return model;
    }

    private static Map<String, Object> words(ModelText text) {
        return Map.of(
                "brand", text.brand(),
                "name", text.name().text(),
                "body", text.body().name(),
                "description", Objects.requireNonNullElse(text.description(), ""));
    }

    /** Takes a model off sale, or puts it back; as it is already, nothing happens. */
    public CarModel retire(CarModelId id, boolean retired, StaffMember by) {
        CarModel model = range.getForUpdate(by.dealership(), id);
        if (model.edition().retired() != retired) {
            model.retire(retired, by, clock.instant());
            range.update(by.dealership(), model);
            publish(retired ? Kind.CAR_MODEL_RETIRED : Kind.CAR_MODEL_BROUGHT_BACK, model, by);
        }
        return model;
    }

    /**
     * @throws FieldsRefused naming each field that is missing or wrong
     * @throws NameTaken     when the model has such a trim
     */
    public Trim addTrim(CarModelId id, TrimDraft draft, StaffMember by) {
        CarModel model = range.getForUpdate(by.dealership(), id);
        Instant now = clock.instant();
        Checked checked = check(draft, by);
        ListPrice price = checked.price().by(by.id(), now);
        Trim trim = new Trim(TrimId.next(), id, checked.text(), List.of(price), CardEdition.first(by.id(), now));
        range.insert(by.dealership(), trim);
        range.insert(by.dealership(), trim.id(), price);
        events.publishEvent(fact(Kind.TRIM_ADDED, model, trim, by).priced(price));
        return trim;
    }

    /**
     * Changes what a trim has, and adds a list price when another one is given or another day.
     *
     * @param seen the edition that the change was made from
     * @throws CatalogCardChanged when a colleague made another edition since
     */
    public Trim changeTrim(TrimId id, TrimDraft draft, int seen, StaffMember by) {
        CarModel model = range.getForUpdate(by.dealership(), range.modelOf(by.dealership(), id));
        Trim trim = model.trim(id);
        Instant now = clock.instant();
        TrimText before = trim.text();
        Checked checked = check(draft, by);
        ListPrice price = checked.price().by(by.id(), now);
        trim.change(checked.text(), seen, by, now);
        range.update(by.dealership(), trim);
        if (!before.equals(trim.text())) {
            publish(Kind.TRIM_CHANGED, model, trim, by);
        }
        boolean stands = trim.listPrice(price.validFrom()).equals(Optional.of(price.amount()));
        if (!stands && trim.price(price)) {
            range.insert(by.dealership(), trim.id(), price);
            events.publishEvent(fact(Kind.TRIM_PRICED, model, trim, by).priced(price));
        }
        return trim;
    }

    private record Checked(TrimText text, ListPrice.Wish price) {}

    /** All that is wrong with a trim and with its price, in one refusal. */
    private Checked check(TrimDraft draft, StaffMember by) {
        List<Field> wrong = new ArrayList<>();
        LocalDate today = dealerships.get(by.dealership()).today(clock);
        TrimText text = collecting(draft::checked, wrong);
        ListPrice.Wish price =
                collecting(() -> ListPrice.Wish.checked(draft.listPrice(), draft.priceFrom(), today), wrong);
        if (text == null || price == null) {
            throw new FieldsRefused(wrong);
        }
        return new Checked(text, price);
    }

    private static <T> @Nullable T collecting(Supplier<T> checking, List<Field> wrong) {
        try {
            return checking.get();
        } catch (FieldsRefused refused) {
            wrong.addAll(refused.fields());
            return null;
        }
    }

    /** Takes a trim off sale, or puts it back; as it is already, nothing happens. */
    public Trim retireTrim(TrimId id, boolean retired, StaffMember by) {
        CarModel model = range.getForUpdate(by.dealership(), range.modelOf(by.dealership(), id));
        Trim trim = model.trim(id);
        if (trim.edition().retired() != retired) {
            trim.retire(retired, by, clock.instant());
            range.update(by.dealership(), trim);
            publish(retired ? Kind.TRIM_RETIRED : Kind.TRIM_BROUGHT_BACK, model, trim, by);
        }
        return trim;
    }

    /**
     * @throws FieldsRefused naming each field that is missing or wrong
     * @throws NameTaken     when the model has such a colour
     */
    public Colour addColour(CarModelId id, ColourDraft draft, StaffMember by) {
        CarModel model = range.getForUpdate(by.dealership(), id);
        CardEdition first = CardEdition.first(by.id(), clock.instant());
        Colour colour = new Colour(ColourId.next(), id, draft.checked(), first);
        range.insert(by.dealership(), colour);
        publish(Kind.COLOUR_ADDED, model, colour, by);
        return colour;
    }

    /**
     * @param seen the edition that the change was made from
     * @throws CatalogCardChanged when a colleague made another edition since
     */
    public Colour changeColour(ColourId id, ColourDraft draft, int seen, StaffMember by) {
        CarModel model = range.getForUpdate(by.dealership(), range.modelOf(by.dealership(), id));
        Colour colour = model.colour(id);
        colour.change(draft.checked(), seen, by, clock.instant());
        range.update(by.dealership(), colour);
        publish(Kind.COLOUR_CHANGED, model, colour, by);
        return colour;
    }

    /** Takes a colour off sale, or puts it back; as it is already, nothing happens. */
    public Colour retireColour(ColourId id, boolean retired, StaffMember by) {
        CarModel model = range.getForUpdate(by.dealership(), range.modelOf(by.dealership(), id));
        Colour colour = model.colour(id);
        if (colour.edition().retired() != retired) {
            colour.retire(retired, by, clock.instant());
            range.update(by.dealership(), colour);
            publish(retired ? Kind.COLOUR_RETIRED : Kind.COLOUR_BROUGHT_BACK, model, colour, by);
        }
        return colour;
    }

    private void publish(Kind what, CarModel model, StaffMember by) {
        events.publishEvent(fact(what, model, by));
    }

    private void publish(Kind what, CarModel model, Trim trim, StaffMember by) {
        events.publishEvent(fact(what, model, trim, by));
    }

    private void publish(Kind what, CarModel model, Colour colour, StaffMember by) {
        String title = model.name().text() + " · " + colour.text().name();
        events.publishEvent(CatalogFact.of(
                what, colour.id().value(), title, colour.edition().version(), by, clock.instant()));
    }

    private CatalogFact fact(Kind what, CarModel model, StaffMember by) {
        return CatalogFact.of(
                what, model.id().value(), model.title(), model.edition().version(), by, clock.instant());
    }

    private CatalogFact fact(Kind what, CarModel model, Trim trim, StaffMember by) {
        String title = model.name().text() + " " + trim.text().name();
        return CatalogFact.of(what, trim.id().value(), title, trim.edition().version(), by, clock.instant());
    }
}
