package io.genjin.reception;

import java.util.Collection;
import java.util.function.Predicate;

/** What is counted on the day's sheet; each figure is exactly the lines that it opens. */
public enum SheetFigure {
    PARTIES(visit -> visit.kind().isAtTheDoor() && visit.purpose() != VisitPurpose.SERVICE),
    CALLS(visit -> visit.kind() == VisitKind.CALL),
    EVENTS(visit -> visit.kind() == VisitKind.FIELD),
    FIRST_VISITS(visit -> visit.kind().isAtTheDoor() && visit.nature() == VisitNature.FIRST),
    RETURN_VISITS(visit -> visit.kind().isAtTheDoor() && visit.nature() == VisitNature.RETURN),
    FILED_FIRST(visit -> visit.kind().isAtTheDoor() && visit.nature() == VisitNature.FILED_FIRST),
    NON_SALES(visit -> visit.nature() == VisitNature.NON_SALES),
    FILED(visit -> visit.nature() == VisitNature.FIRST && visit.isFiled()),
    NOT_FILED(visit -> visit.follows() == Follows.NOT_FILED),
    /** Of whom nobody said what follows. */
    OPEN(Visit::isOpen);

    private final Predicate<Visit> counts;

    SheetFigure(Predicate<Visit> counts) {
        this.counts = counts;
    }

    public boolean counts(Visit visit) {
        return counts.test(visit);
    }

    public int of(Collection<Visit> visits) {
        return (int) visits.stream().filter(counts).count();
    }

    /**
     * Whether the visit stands under the line of K08: a first-time party interested in a car of which it is known whether it left
     * a number. Customers on file already stand on neither side.
     *
     * @param callers whether callers count too, as the dealership decided (2.3)
     */
    static boolean isUnderK08(Visit visit, boolean callers, boolean events) {
        return isKindUnderK08(visit.kind(), callers, events)
                && visit.nature() == VisitNature.FIRST
                && (visit.isFiled() || visit.follows() == Follows.NOT_FILED);
    }

    static boolean isKindUnderK08(VisitKind kind, boolean callers, boolean events) {
        return kind.isAtTheDoor() || callers && kind == VisitKind.CALL || events && kind == VisitKind.FIELD;
    }
}
