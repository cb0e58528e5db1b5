package io.genjin.hqlead;

import io.genjin.hqlead.HqCase.Contact;
import io.genjin.hqlead.HqCase.Recorded;
import io.genjin.journal.JournalEntry;
import io.genjin.prospect.Ownership;
import io.genjin.prospect.ProspectId;
import io.genjin.prospect.Source;
import io.genjin.staff.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the journal's entries about one prospect, in the order in which they were written, as cases of HQ leads. */
final class HqFold {

    /** Facts after which another person may answer; the entry's owner is the one who does. */
    private static final Set<String> MOVES = Set.of(
            "LEAD_ALLOCATED",
            "LEAD_TAKEN_BACK",
            "TRANSFERRED",
            "HANDED_OVER",
            "CLAIMED",
            "RELEASED",
            "COLLISION_DECIDED",
            "IMPORTANT_CHANGED",
            "RESUMED");

    /** Facts after which nothing is owed any more. */
    static final Set<String> CLOSES = Set.of("LEAD_INVALID", "IMPORT_TAKEN_BACK", "DEFEATED", "DELIVERED", "MERGED");

    /** Facts after which an ended or sleeping case goes on. */
    static final Set<String> REOPENS = Set.of("REACTIVATED", "WOKEN", "MERGE_UNDONE");

    private static final Set<String> OTHERS = Set.of(
            "LEAD_RECEIVED",
            "PROSPECT_OPENED",
            "LEAD_REPEATED",
            "FOLLOW_UP_RECORDED",
            "VISIT_RECORDED",
            "GRADE_CHANGED",
            "ORDERED",
            "ORDER_CANCELLED",
            "SET_DORMANT",
            "HQ_STATUS_RECORDED");

    private static final Pattern NUMBER = Pattern.compile("\\d(?:[ \\-]?\\d){6,}");

    private final List<Arrival> arrivals = new ArrayList<>();
    private final List<Ownership> owners = new ArrayList<>();
    private final List<Contact> qualifying = new ArrayList<>();
    private @Nullable Contact latest;
    private final List<Instant> visits = new ArrayList<>();
    private String grade = "";
    private @Nullable HqStatus stage;
    private @Nullable Instant closedAt;
    private @Nullable String reason;
    private @Nullable Recorded recorded;

    private record Arrival(JournalEntry entry, boolean repeated) {}

    private HqFold() {}

    /** The kinds of facts that tell of a case. */
    static List<String> kinds() {
        return Stream.of(MOVES, CLOSES, REOPENS, OTHERS)
                .flatMap(Set::stream)
                .sorted()
                .toList();
    }

    /** The cases that the entries tell of; none when HQ had no part in the prospect. */
    static List<HqCase> read(List<JournalEntry> entries) {
        HqFold fold = new HqFold();
        entries.forEach(fold::take);
        return fold.arrivals.stream().map(fold::told).toList();
    }

    private void take(JournalEntry entry) {
        switch (entry.kind()) {
            case "LEAD_RECEIVED" -> arrived(entry, !entry.detail("assigned").equals("true"));
            case "PROSPECT_OPENED" -> arrived(entry, false);
            case "LEAD_REPEATED" -> {
                if (entry.detail("source").equals(Source.HQ_ALLOCATED.name())) {
                    arrivals.add(new Arrival(entry, true));
                }
            }
            case "FOLLOW_UP_RECORDED" -> contacted(entry);
            case "VISIT_RECORDED" -> visits.add(entry.happenedAt());
            case "GRADE_CHANGED" -> grade = entry.detail("after");
            case "ORDERED" -> stage = HqStatus.CONVERTED;
            case "SET_DORMANT" -> stage = HqStatus.DORMANT;
            case "HQ_STATUS_RECORDED" -> recorded = recorded(entry);
            case "LEAD_INVALID", "IMPORT_TAKEN_BACK" -> close(entry, HqStatus.INVALID, withoutNumbers(entry, "note"));
            case "DEFEATED" -> close(entry, HqStatus.DEFEATED, codes(entry));
            case "DELIVERED" -> close(entry, HqStatus.CONVERTED, null);
            case "MERGED" -> merged(entry);
            case "ORDER_CANCELLED" -> stage = null;
            default -> {
                if (REOPENS.contains(entry.kind())) {
                    stage = null;
                    closedAt = null;
                    reason = null;
                }
            }
        }
        if (MOVES.contains(entry.kind())) {
            moved(entry);
        }
    }

    private void arrived(JournalEntry entry, boolean waiting) {
        if (Source.HQ_ALLOCATED.name().equals(entry.source())) {
            arrivals.add(new Arrival(entry, false));
        }
        grade = entry.grade() == null ? "" : entry.grade();
        if (entry.owner() != null) {
            owners.add(new Ownership(entry.happenedAt(), new StaffId(entry.owner()), waiting));
        }
    }

    private void moved(JournalEntry entry) {
        boolean waits = entry.kind().equals("LEAD_TAKEN_BACK");
        Ownership now = owners.isEmpty() ? null : owners.get(owners.size() - 1);
        UUID owner = entry.owner();
        if (owner != null && (now == null || !now.owner().value().equals(owner) || now.waiting() != waits)) {
            owners.add(new Ownership(entry.happenedAt(), new StaffId(owner), waits));
        }
    }

    private void contacted(JournalEntry entry) {
        Contact contact = new Contact(entry.happenedAt(), entry.detail("way"), entry.detail("outcome"));
        if (entry.detail("qualifies").equals("true")) {
            qualifying.add(contact);
        }
        if (latest == null || !contact.at().isBefore(latest.at())) {
            latest = contact;
        }
    }

    private void close(JournalEntry entry, HqStatus as, @Nullable String why) {
        stage = as;
        closedAt = entry.recordedAt();
        reason = why;
    }

    /** The entry of a merger stands with both prospects; it ends the one that went into the other. */
    private void merged(JournalEntry entry) {
        String from = entry.detail("from");
        if (from.isEmpty()
                || entry.prospect() == null
                || from.equals(entry.prospect().toString())) {
            close(entry, HqStatus.DUPLICATE, null);
        }
    }

    private static Recorded recorded(JournalEntry entry) {
        String remark = entry.detail("remark");
        return new Recorded(
                LocalDate.parse(entry.detail("day")),
                HqStatus.valueOf(entry.detail("status")),
                remark.isEmpty() ? null : remark);
    }

    /** Outcome and reasons of a defeat by their codes; what people wrote beside them stays in the house. */
    private static @Nullable String codes(JournalEntry entry) {
        List<String> codes = new ArrayList<>();
        if (!entry.detail("outcome").isEmpty()) {
            codes.add(entry.detail("outcome"));
        }
        if (entry.details().get("reasons") instanceof List<?> reasons) {
            reasons.forEach(one -> codes.add(String.valueOf(one)));
        }
        return codes.isEmpty() ? null : String.join(" ", codes);
    }

    private static @Nullable String withoutNumbers(JournalEntry entry, String detail) {
        String text = entry.detail(detail);
        return text.isEmpty() ? null : NUMBER.matcher(text).replaceAll("***");
    }

    /** Whether a text holds what may be a telephone or identity number, which HQ is not told. */
    static boolean holdsNumber(String text) {
        return NUMBER.matcher(text).find();
    }

    private HqCase told(Arrival arrival) {
        JournalEntry entry = arrival.entry();
        Instant receivedAt = entry.happenedAt();
        List<Ownership> since = since(receivedAt, entry);
        Instant first = qualifying.stream()
                .map(Contact::at)
                .filter(at -> !at.isBefore(receivedAt.truncatedTo(ChronoUnit.SECONDS)))
                .min(Instant::compareTo)
                .orElse(null);
        return new HqCase(
                entry.id(),
                new ProspectId(Objects.requireNonNull(entry.prospect())),
                entry.detail("externalId").isEmpty() ? null : entry.detail("externalId"),
                entry.detail("cardNo"),
                arrival.repeated(),
                receivedAt,
                entry.recordedAt(),
                since,
                grade,
                first,
                latest == null || latest.at().isBefore(receivedAt) ? null : latest,
                (int) visits.stream().filter(at -> !at.isBefore(receivedAt)).count(),
                status(arrival, first, since),
                closedAt,
                reason,
                recorded);
    }

    private HqStatus status(Arrival arrival, @Nullable Instant first, List<Ownership> since) {
        if (arrival.repeated()) {
            return HqStatus.DUPLICATE;
        }
        if (stage != null) {
            return stage;
        }
        if (first != null) {
            return HqStatus.FOLLOWED;
        }
        return since.get(since.size() - 1).waiting() ? HqStatus.NEW : HqStatus.ALLOCATED;
    }

    /** Who had the lead from its receipt on; whoever owned the prospect then had it first. */
    private List<Ownership> since(Instant receivedAt, JournalEntry entry) {
        List<Ownership> since = new ArrayList<>();
        for (Ownership one : owners) {
            if (one.from().isAfter(receivedAt)) {
                since.add(one);
            } else {
                since.clear();
                since.add(new Ownership(receivedAt, one.owner(), one.waiting()));
            }
        }
        if (since.isEmpty()) {
            StaffId owner = new StaffId(Objects.requireNonNull(entry.owner()));
            since.add(new Ownership(receivedAt, owner, false));
        }
        return since;
    }
}
