package io.genjin.catalog;

import io.genjin.staff.StaffMember;
import java.time.Instant;

/** A colour in which a model can be ordered. Taken off sale, never deleted. */
public final class Colour {

    private final ColourId id;
    private final CarModelId model;
    private ColourText text;
    private CardEdition edition;

    Colour(ColourId id, CarModelId model, ColourText text, CardEdition edition) {
        this.id = id;
        this.model = model;
        this.text = text;
        this.edition = edition;
    }

    void change(ColourText changed, int seen, StaffMember by, Instant at) {
        edition = edition.next(seen, edition.retired(), by.id(), at);
        text = changed;
    }

    void retire(boolean retired, StaffMember by, Instant at) {
        edition = edition.next(edition.version(), retired, by.id(), at);
    }

    public ColourId id() {
        return id;
    }

    public CarModelId model() {
        return model;
    }

    public ColourText text() {
        return text;
    }

    public boolean isOnSale() {
        return !edition.retired();
    }

    public CardEdition edition() {
        return edition;
    }
}
