package io.genjin.catalog;

import io.genjin.catalog.CatalogFact.Kind;
import io.genjin.staff.StaffMember;
import java.time.Instant;

/** A fair comparison of one of our models with a competitor's (竞品对比). Changed and retired, never deleted. */
public final class Comparison {

    private final ComparisonId id;
    private ComparisonText text;
    private CardEdition edition;

    Comparison(ComparisonId id, ComparisonText text, CardEdition edition) {
        this.id = id;
        this.text = text;
        this.edition = edition;
    }

    void change(ComparisonText changed, int seen, StaffMember by, Instant at) {
        edition = edition.next(seen, edition.retired(), by.id(), at);
        text = changed;
    }

    /** Takes it out of sight, or puts it back; what it says stays as it is, in a new edition. */
    void retire(boolean retired, StaffMember by, Instant at) {
        edition = edition.next(edition.version(), retired, by.id(), at);
    }

    CatalogFact fact(Kind what, StaffMember by, Instant at) {
        return CatalogFact.of(what, id.value(), text.rival().title(), edition.version(), by, at);
    }

    public ComparisonId id() {
        return id;
    }

    public ComparisonText text() {
        return text;
    }

    public boolean isInUse() {
        return !edition.retired();
    }

    public CardEdition edition() {
        return edition;
    }
}
