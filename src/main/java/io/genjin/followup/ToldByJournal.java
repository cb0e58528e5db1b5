package io.genjin.followup;

import io.genjin.dealership.Dealership;
import io.genjin.dealership.Frequency;
import io.genjin.followup.Cadence.Excuse;
import io.genjin.followup.Cadence.GradeSince;
import io.genjin.followup.Cadence.History;
import io.genjin.followup.Cadence.OwnRhythm;
import io.genjin.followup.Cadence.OwnerSince;
import io.genjin.followup.Cadence.Rest;
import io.genjin.followup.Cadence.Touch;
import io.genjin.journal.JournalEntry;
import io.genjin.prospect.ProspectStatus;
import io.genjin.shared.Grade;
import io.genjin.staff.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One prospect as its journal alone tells it: owner, grade, status, promise, and everything that the clocks ask. A second way to
 * what the tables hold, for the nightly proof that both agree; it reads no table and no clock.
 *
 * <p>What is said of a moment is taken from the entries in the order in which they were written down.
 */
final class ToldByJournal {

    private static final Set<String> NEW_OWNER =
            Set.of("LEAD_ALLOCATED", "LEAD_TAKEN_BACK", "TRANSFERRED", "REACTIVATED", "WOKEN", "CLAIMED", "RELEASED");
    private static final Map<String, ProspectStatus> STATUS = Map.ofEntries(
            Map.entry("LEAD_ALLOCATED", ProspectStatus.ASSIGNED),
            Map.entry("LEAD_TAKEN_BACK", ProspectStatus.LEAD_RECEIVED),
            Map.entry("LEAD_INVALID", ProspectStatus.INVALID),
            Map.entry("IMPORT_TAKEN_BACK", ProspectStatus.INVALID),
            Map.entry("REVIEWED", ProspectStatus.NOT_CLOSED_REVIEW),
            Map.entry("VISIT_AGAIN", ProspectStatus.FOLLOWING),
            Map.entry("CAUSE_ANALYSIS_OPENED", ProspectStatus.CAUSE_ANALYSIS),
            Map.entry("RESUMED", ProspectStatus.FOLLOWING),
            Map.entry("DEFEAT_APPLIED", ProspectStatus.DEFEAT_PENDING),
            Map.entry("DEFEATED", ProspectStatus.DEFEATED),
            Map.entry("DEFEAT_REJECTED", ProspectStatus.FOLLOWING),
            Map.entry("SET_DORMANT", ProspectStatus.DORMANT),
            Map.entry("WOKEN", ProspectStatus.FOLLOWING),
            Map.entry("REACTIVATED", ProspectStatus.FOLLOWING),
            Map.entry("ORDERED", ProspectStatus.ORDERED),
            Map.entry("ORDER_CANCELLED", ProspectStatus.FOLLOWING),
            Map.entry("DELIVERED", ProspectStatus.DELIVERED));
    private static final Set<String> UNREAD = Set.of("MERGED", "MERGE_UNDONE");

    /** The promise as far as it is told; a fact that only moves a day may not repeat its reason. */
    record Promise(LocalDate date, @Nullable String reason) {}

    private final ZoneId zone;
    private final List<GradeSince> grades = new ArrayList<>();
    private final List<OwnerSince> owners = new ArrayList<>();
    private final List<Touch> touches = new ArrayList<>();
    private final List<Excuse> excuses = new ArrayList<>();
    private final List<OwnRhythm> rhythms = new ArrayList<>();
    private final List<Rest> rests = new ArrayList<>();
    private @Nullable Instant receivedAt;
    private boolean fromHq;
    private ProspectStatus status = ProspectStatus.ASSIGNED;
    private @Nullable Instant restingSince;
    private @Nullable Promise promise;
    private boolean complete = true;

    private ToldByJournal(ZoneId zone) {
        this.zone = zone;
    }

    /** Reads what the entries about one prospect tell; {@code zone} is the dealership's. */
    static ToldByJournal by(List<JournalEntry> entries, ZoneId zone) {
        ToldByJournal told = new ToldByJournal(zone);
        List<JournalEntry> written = entries.stream()
                .sorted(Comparator.comparing(JournalEntry::recordedAt).thenComparing(JournalEntry::id))
                .toList();
        written.forEach(told::read);
        told.promise = told.lastPromise(written);
        if (told.restingSince != null) {
            told.rests.add(new Rest(told.restingSince, null));
        }
        return told;
    }

    private void read(JournalEntry entry) {
        String kind = entry.kind();
        if (UNREAD.contains(kind)) {
            complete = false;
        }
        if (kind.equals("PROSPECT_OPENED") || kind.equals("LEAD_RECEIVED")) {
            begin(entry);
        }
        if (NEW_OWNER.contains(kind) && !entry.detail("to").isEmpty()) {
            owners.add(new OwnerSince(new StaffId(UUID.fromString(entry.detail("to"))), entry.happenedAt()));
        }
        switch (kind) {
            case "GRADE_CHANGED" ->
                grades.add(new GradeSince(Grade.valueOf(entry.detail("after")), entry.happenedAt()));
            case "RHYTHM_CHANGED" -> rhythms.add(new OwnRhythm(rhythm(entry), entry.happenedAt()));
            case "FOLLOW_UP_RECORDED" -> contact(entry);
            case "CARD_ENTERED" -> follow(ProspectStatus.ASSIGNED);
            case "TRANSFERRED" -> {
                if (status == ProspectStatus.LEAD_RECEIVED) {
                    become(ProspectStatus.ASSIGNED, entry.happenedAt());
                }
            }
            default -> {
                ProspectStatus next = STATUS.get(kind);
                if (next != null) {
                    become(next, entry.happenedAt());
                }
            }
        }
        excuse(entry);
    }

    private void begin(JournalEntry entry) {
        receivedAt = entry.happenedAt();
        fromHq = "HQ_ALLOCATED".equals(entry.source());
        String grade =
                entry.detail("initialGrade").isEmpty() ? String.valueOf(entry.grade()) : entry.detail("initialGrade");
        grades.add(new GradeSince(Grade.valueOf(grade), entry.happenedAt()));
        if (entry.owner() != null) {
            owners.add(new OwnerSince(new StaffId(entry.owner()), entry.happenedAt()));
        }
        boolean waits =
                entry.kind().equals("LEAD_RECEIVED") && entry.detail("assigned").isEmpty();
        status = waits ? ProspectStatus.LEAD_RECEIVED : ProspectStatus.ASSIGNED;
    }

    private void contact(JournalEntry entry) {
        if (!"false".equals(entry.detail("qualifies"))) {
            touches.add(new Touch(
                    entry.happenedAt(), Outcome.valueOf(entry.detail("outcome")).isAnswered()));
        }
        follow(ProspectStatus.ASSIGNED);
    }

    private void follow(ProspectStatus from) {
        if (status == from) {
            status = ProspectStatus.FOLLOWING;
        }
    }

    private void become(ProspectStatus next, Instant at) {
        status = next;
        if (!next.isFollowed() && restingSince == null) {
            restingSince = at;
        } else if (next.isFollowed() && restingSince != null) {
            rests.add(new Rest(restingSince, at));
            restingSince = null;
        }
    }

    private static @Nullable Frequency rhythm(JournalEntry entry) {
        return entry.detail("times").isEmpty()
                ? null
                : new Frequency(Integer.parseInt(entry.detail("times")), Integer.parseInt(entry.detail("days")));
    }

    /** A promise after the latest day that was given its reason excuses what falls until then (1.12 rule 8). */
    private void excuse(JournalEntry entry) {
        String reason = entry.detail("lateReason");
        if (reason.isEmpty() || entry.detail("nextDate").isEmpty()) {
            return;
        }
        LocalDate next = LocalDate.parse(entry.detail("nextDate"));
        String latest = entry.detail("latest");
        if (latest.isEmpty() || next.isAfter(LocalDate.parse(latest))) {
            boolean opening = entry.kind().equals("PROSPECT_OPENED");
            excuses.add(new Excuse(
                    opening ? entry.happenedAt() : entry.recordedAt(), Dealership.endOf(next, zone), reason));
        }
    }

    private @Nullable Promise lastPromise(List<JournalEntry> written) {
        List<JournalEntry> dated =
                written.stream().filter(ToldByJournal::setsDate).toList();
        if (dated.isEmpty()) {
            return null;
        }
        JournalEntry decides = dated.get(dated.size() - 1);
        String reason = decides.detail("nextReason");
        return new Promise(LocalDate.parse(decides.detail("nextDate")), reason.isEmpty() ? null : reason);
    }

    private static boolean setsDate(JournalEntry entry) {
        boolean repeats = entry.kind().equals("LEAD_REPEATED");
        return !entry.detail("nextDate").isEmpty()
                && (!repeats || !entry.detail("oldDate").isEmpty());
    }

    /** Whether everything that happened to it can be read from its own entries; a merged case's cannot. */
    boolean isComplete() {
        return complete && receivedAt != null && !grades.isEmpty() && !owners.isEmpty();
    }

    History history() {
        return new History(
                Objects.requireNonNull(receivedAt), fromHq, grades, owners, touches, excuses, rhythms, rests);
    }

    StaffId owner() {
        return owners.get(owners.size() - 1).owner();
    }

    Grade grade() {
        return grades.get(grades.size() - 1).grade();
    }

    ProspectStatus status() {
        return status;
    }

    @Nullable
    Promise promise() {
        return promise;
    }
}
