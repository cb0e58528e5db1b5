package io.genjin.catalog;

import io.genjin.shared.Money;
import io.genjin.shared.NothingHere;
import io.genjin.staff.StaffMember;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A model that the dealership sells (车型), with its trims and colours. Taken off sale, never deleted. */
public final class CarModel {

    private static final Comparator<Trim> IN_LIST = Comparator.comparing((Trim trim) -> !trim.isOnSale())
            .thenComparing(trim -> -trim.text().modelYear())
            .thenComparing(trim ->
                    trim.prices().stream().map(ListPrice::amount).findFirst().orElse(Money.NOTHING))
            .thenComparing(trim -> trim.text().name());

    private final CarModelId id;
    private ModelText text;
    private CardEdition edition;
    private final List<Trim> trims;
    private final List<Colour> colours;

    CarModel(CarModelId id, ModelText text, CardEdition edition, List<Trim> trims, List<Colour> colours) {
        this.id = id;
        this.text = text;
        this.edition = edition;
        this.trims = trims.stream().sorted(IN_LIST).toList();
        this.colours = List.copyOf(colours);
    }

    void change(ModelText changed, int seen, StaffMember by, Instant at) {
        edition = edition.next(seen, edition.retired(), by.id(), at);
        text = changed;
    }

    void retire(boolean retired, StaffMember by, Instant at) {
        edition = edition.next(edition.version(), retired, by.id(), at);
    }

    public CarModelId id() {
        return id;
    }

    public ModelText text() {
        return text;
    }

    /** The name as customers say it: 途观L. */
    public ModelName name() {
        return text.name();
    }

    /** Brand and name: 上汽大众 途观L. */
    public String title() {
        return text.brand() + " " + text.name().text();
    }

    /** All trims, those on sale first, then the newest year, then the cheapest. */
    public List<Trim> trims() {
        return trims;
    }

    public List<Trim> trimsOnSale() {
        return trims.stream().filter(Trim::isOnSale).toList();
    }

    /** All colours, those on sale first, those of the body first. */
    public List<Colour> colours() {
        return colours;
    }

    public List<Colour> coloursOnSale(ColourPlace place) {
        return colours.stream()
                .filter(colour -> colour.isOnSale() && colour.text().place() == place)
                .toList();
    }

    /** @throws NothingHere when the model has no such trim */
    public Trim trim(TrimId trim) {
        return trims.stream().filter(one -> one.id().equals(trim)).findFirst().orElseThrow(() -> new NothingHere(trim));
    }

    /** @throws NothingHere when the model has no such colour */
    public Colour colour(ColourId colour) {
        return colours.stream()
                .filter(one -> one.id().equals(colour))
                .findFirst()
                .orElseThrow(() -> new NothingHere(colour));
    }

    /** The lowest list price of what is on sale on a day: 起售价. */
    public Optional<Money> priceFrom(LocalDate day) {
        return trimsOnSale().stream()
                .flatMap(trim -> trim.listPrice(day).stream())
                .min(Money::compareTo);
    }

    /** The highest one. */
    public Optional<Money> priceTo(LocalDate day) {
        return trimsOnSale().stream()
                .flatMap(trim -> trim.listPrice(day).stream())
                .max(Money::compareTo);
    }

    public boolean isOnSale() {
        return !edition.retired();
    }

    public CardEdition edition() {
        return edition;
    }
}
