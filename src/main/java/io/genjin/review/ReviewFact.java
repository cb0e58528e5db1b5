package io.genjin.review;

import io.genjin.journal.JournalFact;
import io.genjin.shared.DealershipId;
import io.genjin.staff.StaffId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of a weekly review. Its words stay with the review; the journal keeps codes, ids and numbers. */
public record ReviewFact(
        DealershipId dealership,
        Kind what,
        @Nullable UUID actor,
        Instant happenedAt,
        Map<String, Object> details,
        @Nullable UUID entryId)
        implements JournalFact {

    /** The kinds, as the journal names them. */
    public enum Kind {
        WEEK_OPENED,
        WEEK_MINUTED,
        WEEK_ARCHIVED,
        /** By Friday evening nobody had opened the review, or by Monday nobody had archived it; said once each. */
        WEEK_NOT_HELD
    }

    /** Which part of the minutes was written. */
    enum Part {
        SEATS,
        NOTE,
        FINDING,
        FINDING_CHANGED,
        FINDING_REMOVED,
        ACTION,
        NO_ACTION,
        DECISION,
        DECISION_CHANGED,
        DECISION_REMOVED,
        /** After the archiving, with its reason. */
        ADDENDUM
    }

    static ReviewFact of(Kind what, DealershipId dealership, ReviewWeek week, @Nullable StaffId by, Instant at) {
        return new ReviewFact(
                dealership,
                what,
                by == null ? null : by.value(),
                at,
                Map.of("week", week.monday().toString()),
                null);
    }

    /** The same fact saying one thing more. */
    ReviewFact with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(details);
        more.put(name, value);
        return new ReviewFact(dealership, what, actor, happenedAt, more, entryId);
    }

    /** The same fact under an identity that is known before it is written. */
    ReviewFact as(UUID entry) {
        return new ReviewFact(dealership, what, actor, happenedAt, details, entry);
    }

    @Override
    public String kind() {
        return what.name();
    }

    @Override
    public @Nullable UUID prospect() {
        return null;
    }
}
