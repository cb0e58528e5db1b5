package io.genjin.review;

import io.genjin.hlist.Coverage.Standing;
import io.genjin.hlist.HitRate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The H-lists as a review sees them: who has one for this week (K29), and what came of those of the week before (K27).
 *
 * @param held       how many consultants have a list of this week
 * @param expected   how many should have one
 * @param lastClosed whether the week before is in the archive, its hits for good
 * @param hits       of all lists of the week before
 */
public record ListsOfTheWeek(
        ReviewWeek week, List<Row> rows, int held, int expected, boolean lastClosed, HitRate hits) {

    /**
     * One consultant.
     *
     * @param thisWeek nothing for somebody who is not expected to have one any more
     * @param lastWeek nothing when they were not expected to have one, or no lists were kept
     */
    public record Row(
            Person consultant,
            @Nullable Standing thisWeek,
            @Nullable Standing lastWeek,
            HitRate hits) {}

    public ListsOfTheWeek {
        rows = List.copyOf(rows);
    }

    /** Who has no list of this week yet. */
    public List<Person> missing() {
        return rows.stream()
                .filter(row -> row.thisWeek() == Standing.MISSING)
                .map(Row::consultant)
                .toList();
    }

    /** Who had none when the week before closed. */
    List<Person> missingLastWeek() {
        return rows.stream()
                .filter(row -> lastClosed && row.lastWeek() == Standing.MISSING)
                .map(Row::consultant)
                .toList();
    }
}
