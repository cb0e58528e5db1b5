package io.genjin.hlist;

import io.genjin.journal.Frozen;
import io.genjin.journal.JournalFact;
import io.genjin.shared.DealershipId;
import io.genjin.staff.StaffId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that happened to a list of customers likely to buy, or to a customer on one. */
public record HListFact(
        DealershipId dealership,
        Kind what,
        @Nullable UUID prospect,
        @Nullable UUID actor,
        Instant happenedAt,
        Frozen frozen,
        Map<String, Object> details)
        implements JournalFact {

    /** The kinds of facts this module knows. */
    public enum Kind {
        /** A list was held or changed; once in a sitting, so that its consultant is told once. */
        H_LIST_HELD,
        H_LIST_ENTRY_ADDED,
        H_LIST_ENTRY_CHANGED,
        H_LIST_ENTRY_REMOVED,
        /** A week's lists went into the archive, with who had none (scenario 29). */
        H_LIST_CLOSED,
        /** What came of a listed customer. */
        H_LIST_RESULT
    }

    /** A fact about a list or a week as a whole. */
    static HListFact of(
            Kind what,
            DealershipId dealership,
            ListWeek week,
            @Nullable StaffId consultant,
            @Nullable StaffId by,
            Instant at) {
        Frozen frozen = consultant == null ? Frozen.NOTHING : new Frozen(consultant.value(), null, null);
        return new HListFact(
                dealership,
                what,
                null,
                by == null ? null : by.value(),
                at,
                frozen,
                Map.of("week", week.monday().toString()));
    }

    /** A fact about one customer on a list, with owner, grade and source as they were when listed (4.1 rule 5). */
    static HListFact of(
            Kind what,
            DealershipId dealership,
            HListEntry entry,
            StaffId consultant,
            @Nullable StaffId by,
            Instant at) {
        Frozen frozen = new Frozen(
                consultant.value(),
                entry.snapshot().grade().name(),
                entry.snapshot().source());
        return new HListFact(
                dealership,
                what,
                entry.prospect().value(),
                by == null ? null : by.value(),
                at,
                frozen,
                Map.of("week", entry.week().monday().toString(), "consultant", consultant.toString()));
    }

    /** The same fact saying one thing more; nothing to say adds nothing. */
    HListFact with(String name, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        Map<String, Object> more = new LinkedHashMap<>(details);
        more.put(name, value instanceof StaffId person ? person.toString() : value);
        return new HListFact(dealership, what, prospect, actor, happenedAt, frozen, more);
    }

    /** What was agreed. */
    HListFact with(EntryContent content) {
        return with("likelyReason", content.likelyReason())
                .with("obstacle", content.obstacle())
                .with("action", content.action())
                .with("responsible", content.responsible())
                .with("expectedDate", content.expectedDate().toString());
    }

    @Override
    public String kind() {
        return what.name();
    }
}
