package io.genjin.hlist;

import io.genjin.prospect.ProspectId;
import io.genjin.shared.Grade;
import io.genjin.staff.StaffId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One customer on a list. Grade and model are those of the moment of listing; who owns the customer later, or into whom they
 * are merged, changes nothing here. Once the week is over it has a result and stays as it is.
 */
public class HListEntry {

    private final HListEntryId id;
    private final HListId list;
    private final ListWeek week;
    private final ProspectId prospect;
    private final Snapshot snapshot;
    private final Instant addedAt;
    private final StaffId addedBy;
    private final @Nullable Verdict verdict;
    private EntryContent content;
    private int version;

    /** The customer when listed. */
    public record Snapshot(
            Grade grade, String source, @Nullable String model) {}

    HListEntry(
            HListEntryId id,
            HListId list,
            ListWeek week,
            ProspectId prospect,
            Snapshot snapshot,
            EntryContent content,
            StaffId addedBy,
            Instant addedAt,
            int version,
            @Nullable Verdict verdict) {
        this.id = id;
        this.list = list;
        this.week = week;
        this.prospect = prospect;
        this.snapshot = snapshot;
        this.content = content;
        this.addedBy = addedBy;
        this.addedAt = addedAt;
        this.version = version;
        this.verdict = verdict;
    }

    /** @throws EntryChanged when a colleague was faster */
    void rewrite(EntryContent changed, int seenVersion) {
        if (version != seenVersion) {
            throw new EntryChanged(version);
        }
        content = changed;
        version++;
    }

    void handTo(StaffId other) {
        content = content.handedTo(other);
        version++;
    }

    public HListEntryId id() {
        return id;
    }

    public HListId list() {
        return list;
    }

    public ListWeek week() {
        return week;
    }

    public ProspectId prospect() {
        return prospect;
    }

    public Snapshot snapshot() {
        return snapshot;
    }

    public EntryContent content() {
        return content;
    }

    public StaffId addedBy() {
        return addedBy;
    }

    public Instant addedAt() {
        return addedAt;
    }

    public int version() {
        return version;
    }

    /** The result; none while the week is running. */
    public @Nullable Verdict verdict() {
        return verdict;
    }

    public boolean isClosed() {
        return verdict != null;
    }
}
