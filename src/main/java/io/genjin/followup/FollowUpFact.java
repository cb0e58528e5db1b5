package io.genjin.followup;

import io.genjin.journal.Frozen;
import io.genjin.journal.JournalFact;
import io.genjin.prospect.Prospect;
import io.genjin.shared.DealershipId;
import io.genjin.staff.StaffId;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that happened to the promise of a next contact. */
public final class FollowUpFact implements JournalFact {

    /** The kinds, as the journal names them. */
    public enum Kind {
        FOLLOW_UP_RECORDED,
        RESCHEDULED,
        /** The first follow-up was not made in time. */
        FIRST_FOLLOW_UP_MISSED,
        /** The rhythm was not kept. */
        RHYTHM_MISSED,
        /** A contact recorded later showed that it was no miss. */
        MISS_WITHDRAWN,
        /** An overdue promise was brought before the next person (5). */
        ESCALATED
    }

    private final Kind kind;
    private final DealershipId dealership;
    private final UUID prospect;
    private final Frozen frozen;
    private final @Nullable UUID actor;
    private final Instant happenedAt;
    private final Map<String, Object> details = new TreeMap<>();
    private final @Nullable UUID entry;
    private final @Nullable UUID corrects;

    private FollowUpFact(
            Kind kind,
            Prospect prospect,
            Frozen frozen,
            @Nullable StaffId actor,
            Instant happenedAt,
            @Nullable UUID entry,
            @Nullable UUID corrects) {
        this.kind = kind;
        this.dealership = prospect.dealership();
        this.prospect = prospect.id().value();
        this.frozen = frozen;
        this.actor = actor == null ? null : actor.value();
        this.happenedAt = happenedAt;
        this.entry = entry;
        this.corrects = corrects;
    }

    static FollowUpFact by(Kind kind, Prospect prospect, Frozen frozen, StaffId actor, Instant happenedAt) {
        return new FollowUpFact(kind, prospect, frozen, actor, happenedAt, null, null);
    }

    /** The promise was moved; nobody is the actor when the clock moved it. */
    static FollowUpFact moved(Prospect prospect, @Nullable StaffId actor, Instant happenedAt) {
        return new FollowUpFact(Kind.RESCHEDULED, prospect, frozen(prospect), actor, happenedAt, null, null);
    }

    static FollowUpFact byClock(
            Kind kind,
            Prospect prospect,
            Frozen frozen,
            Instant happenedAt,
            @Nullable UUID entry,
            @Nullable UUID corrects) {
        return new FollowUpFact(kind, prospect, frozen, null, happenedAt, entry, corrects);
    }

    static Frozen frozen(Prospect prospect) {
        return new Frozen(
                prospect.owner().value(),
                prospect.grade().name(),
                prospect.content().source().name());
    }

    FollowUpFact with(String name, @Nullable Object value) {
        if (value != null) {
            details.put(name, value);
        }
        return this;
    }

    @Override
    public DealershipId dealership() {
        return dealership;
    }

    @Override
    public String kind() {
        return kind.name();
    }

    @Override
    public UUID prospect() {
        return prospect;
    }

    @Override
    public @Nullable UUID actor() {
        return actor;
    }

    @Override
    public Instant happenedAt() {
        return happenedAt;
    }

    @Override
    public Map<String, Object> details() {
        return details;
    }

    @Override
    public Frozen frozen() {
        return frozen;
    }

    @Override
    public @Nullable UUID corrects() {
        return corrects;
    }

    @Override
    public @Nullable UUID entryId() {
        return entry;
    }
}
