package io.genjin.ratio;

import io.genjin.shared.DealershipId;
import io.genjin.staff.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Ratios whose truth another module keeps, such as the call-backs of owners (K25): a bean of that module hands over the rows, and
 * they count, and are opened, like all others.
 */
public interface RatioSource {

    /**
     * One row.
     *
     * @param place    below the line, above it as well, or above alone
     * @param weight   what it counts; mostly 1, a target counts as many as it is
     * @param person   whose it is; nobody's counts for the dealership alone
     * @param day      the day that decides in which period it counts; of a ratio that tells what stands, the month's last day
     * @param id       what tells it from other rows of the same ratio
     * @param prospect the customer it is about, if it is about one
     * @param entry    the journal entry that tells of it, if one does
     * @param words    key of the text that says it when no entry does
     * @param args     what stands in that text's places: moments and days as they are
     * @param path     where it is looked at, if not at the customer
     */
    record Row(
            Ratio ratio,
            Place place,
            long weight,
            @Nullable StaffId person,
            LocalDate day,
            Instant at,
            UUID id,
            @Nullable UUID prospect,
            @Nullable UUID entry,
            @Nullable String words,
            List<Object> args,
            @Nullable String path) {

        public Row {
            args = List.copyOf(args);
            if (weight < 0) {
                throw new IllegalArgumentException("a row counts at least nothing");
            }
        }

        /** A row that counts one, below the line and, when {@code kept}, above it. */
        public static Row of(Ratio ratio, boolean kept, @Nullable StaffId person, LocalDate day, Instant at, UUID id) {
            return new Row(
                    ratio, kept ? Place.BOTH : Place.BOTTOM, 1, person, day, at, id, null, null, null, List.of(), null);
        }

        /** The same row about a customer. */
        public Row about(UUID customer) {
            return new Row(ratio, place, weight, person, day, at, id, customer, entry, words, args, path);
        }

        /** The same row, told by a journal entry. */
        public Row toldBy(UUID journalEntry) {
            return new Row(ratio, place, weight, person, day, at, id, prospect, journalEntry, words, args, path);
        }

        /** The same row in words, looked at in a place of its own. */
        public Row saying(String key, @Nullable String where, Object... values) {
            return new Row(ratio, place, weight, person, day, at, id, prospect, entry, key, List.of(values), where);
        }

        boolean counts(Side side) {
            return place == Place.BOTH || (side == Side.top) == (place == Place.TOP);
        }
    }

    /** On which side of the line a row counts. */
    enum Place {
        TOP,
        BOTTOM,
        BOTH
    }

    /** The ratios it hands over: both sides, or the one that the journal does not tell. */
    Set<Ratio> ratios();

    /** All rows of these days, both included; none of days to come. */
    List<Row> rows(LocalDate from, LocalDate until, DealershipId dealership);
}
