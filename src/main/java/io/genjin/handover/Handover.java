package io.genjin.handover;

import io.genjin.prospect.ProspectId;
import io.genjin.shared.Grade;
import io.genjin.staff.StaffId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A leaver's customers with their successors: a plan to look at until it is carried out, a result afterwards. */
public record Handover(
        HandoverId id,
        StaffId leaver,
        StaffId plannedBy,
        Instant plannedAt,
        @Nullable Instant finishedAt,
        List<Item> items) {

    /** What became of a customer that was handed over. */
    static final String DONE = "DONE";

    /** The customer was somebody else's or closed meanwhile. */
    static final String GONE = "GONE";

    /**
     * One customer of the plan.
     *
     * @param to      nobody when it goes into the pool
     * @param outcome nothing while it waits; DONE, GONE, or the code of the refusal
     */
    public record Item(
            ProspectId prospect,
            Grade grade,
            @Nullable StaffId to,
            @Nullable String outcome) {

        public boolean isRefused() {
            return outcome != null && !outcome.equals(DONE) && !outcome.equals(GONE);
        }
    }

    public Handover {
        items = List.copyOf(items);
    }

    /** What one successor gets, by grade. */
    public record Share(@Nullable StaffId to, int customers, Map<Grade, Integer> grades) {}

    /** What each successor gets; the pool last. */
    public List<Share> shares() {
        return items.stream()
                .map(Item::to)
                .distinct()
                .sorted(java.util.Comparator.nullsLast(java.util.Comparator.comparing(StaffId::value)))
                .map(this::share)
                .toList();
    }

    private Share share(@Nullable StaffId to) {
        Map<Grade, Integer> grades = new TreeMap<>();
        List<Item> theirs = items.stream()
                .filter(item -> to == null ? item.to() == null : to.equals(item.to()))
                .toList();
        theirs.forEach(item -> grades.merge(item.grade(), 1, Integer::sum));
        return new Share(to, theirs.size(), grades);
    }

    public long waiting() {
        return items.stream().filter(item -> item.outcome() == null).count();
    }

    public long refused() {
        return items.stream().filter(Item::isRefused).count();
    }
}
