package io.genjin.quality;

import io.genjin.dealership.Dealership;
import io.genjin.dealership.Policy;
import io.genjin.dealership.PolicyHistory;
import io.genjin.followup.Cadence;
import io.genjin.followup.Outcome;
import io.genjin.shared.Grade;
import io.genjin.staff.StaffId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Counts all findings a second time, slowly and plainly, from the raw rows of the tables. */
final class NaiveBook {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final TypeReference<Map<String, Object>> DETAILS = new TypeReference<>() {};
    private static final Set<String> ENDS =
            Set.of("LEAD_INVALID", "IMPORT_TAKEN_BACK", "DEFEATED", "DELIVERED", "MERGED", "ORDERED");
    private static final Set<String> BEGINS = Set.of("PROSPECT_OPENED", "LEAD_RECEIVED", "REACTIVATED");

    record Entry(
            UUID id,
            UUID prospect,
            String kind,
            Instant happenedAt,
            Instant recordedAt,
            UUID actor,
            UUID owner,
            Map<String, Object> details) {

        String say(String name) {
            Object value = details.get(name);
            return value == null ? null : value.toString();
        }

        boolean is(String what) {
            return kind.equals(what);
        }

        boolean isMove() {
            return is("RESCHEDULED") && say("cause") == null && !say("oldDate").equals(say("nextDate"));
        }
    }

    record Case(
            UUID id,
            String status,
            String grade,
            String initialGrade,
            UUID owner,
            UUID firstOwner,
            Instant receivedAt,
            String source,
            byte[] number) {}

    private final List<Entry> entries;
    private final List<Case> cases;
    private final JdbcClient jdbc;
    private final int dealership;
    private final Instant now;
    private LocalDate from;
    private LocalDate to;

    /** Reads everything of a dealership; to be called inside a transaction of it. */
    NaiveBook(JdbcClient jdbc, int dealership, Instant now) {
        JsonMapper json = JsonMapper.shared();
        this.jdbc = jdbc;
        this.dealership = dealership;
        this.now = now;
        this.entries = jdbc.sql("""
                        select id, prospect_id, kind, happened_at, recorded_at, actor_id, owner_id, details::text as details
                          from journal_entry where dealership_id = :d and prospect_id is not null order by recorded_at, id
                        """)
                .param("d", dealership)
                .query((row, number) -> new Entry(
                        row.getObject("id", UUID.class),
                        row.getObject("prospect_id", UUID.class),
                        row.getString("kind"),
                        row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                        row.getObject("actor_id", UUID.class),
                        row.getObject("owner_id", UUID.class),
                        json.readValue(row.getString("details"), DETAILS)))
                .list();
        this.cases = jdbc.sql("""
                        select id, status, grade, initial_grade, owner_id, first_owner_id, received_at, source, mobile_hash
                          from prospect where dealership_id = :d
                        """)
                .param("d", dealership)
                .query((row, number) -> new Case(
                        row.getObject("id", UUID.class),
                        row.getString("status"),
                        row.getString("grade"),
                        row.getString("initial_grade"),
                        row.getObject("owner_id", UUID.class),
                        row.getObject("first_owner_id", UUID.class),
                        row.getObject("received_at", OffsetDateTime.class).toInstant(),
                        row.getString("source"),
                        row.getBytes("mobile_hash")))
                .list();
    }

    private static LocalDate dayOf(Instant at) {
        return LocalDate.ofInstant(at, ZONE);
    }

    private boolean in(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    private boolean written(Entry one) {
        return in(dayOf(one.recordedAt()));
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** Whom each counted thing is counted for, by number. */
    Map<Finding, List<UUID>> count(LocalDate first, LocalDate last) {
        from = first;
        to = last;
        Map<Finding, List<UUID>> found = new EnumMap<>(Finding.class);
        dates(found);
        contacts(found);
        rhythm(found);
        defeats(found);
        now(found);
        return found;
    }

    private static void add(Map<Finding, List<UUID>> found, Finding finding, UUID who) {
        found.computeIfAbsent(finding, one -> new ArrayList<>()).add(who);
    }

    private void dates(Map<Finding, List<UUID>> found) {
        List<Entry> moves = new ArrayList<>();
        for (Entry one : entries) {
            String old = one.say("plannedDate") == null ? one.say("oldDate") : one.say("plannedDate");
            String next = one.say("nextDate");
            if (!written(one) || old == null || next == null || old.equals(next)) {
                continue;
            }
            boolean byPerson = one.is("FOLLOW_UP_RECORDED") || one.isMove();
            UUID who = byPerson ? one.actor() : one.owner();
            add(found, Finding.DATE_CHANGES, who);
            add(found, Finding.DATE_REASONS, who);
            add(
                    found,
                    one.is("FOLLOW_UP_RECORDED")
                            ? Finding.MOVED_BY_CONTACT
                            : one.isMove() ? Finding.MOVED_BY_HAND : Finding.MOVED_BY_RULE,
                    who);
            if (one.isMove()) {
                moves.add(one);
            }
        }
        for (Entry one : moves) {
            long same = moves.stream()
                    .filter(other -> other.actor().equals(one.actor())
                            && folded(other.say("reason")).equals(folded(one.say("reason"))))
                    .count();
            if (same >= 3) {
                add(found, Finding.SAME_REASONS, one.actor());
            }
            if (isLastOfRow(one)) {
                add(found, Finding.MOVED_IN_A_ROW, one.actor());
            }
        }
    }

    /** Looks from the move forward until the period's end, and back to the last contact. */
    private boolean isLastOfRow(Entry move) {
        List<Entry> own = entries.stream()
                .filter(one -> one.prospect().equals(move.prospect())
                        && !dayOf(one.recordedAt()).isAfter(to)
                        && (one.isMove() || one.is("FOLLOW_UP_RECORDED")))
                .toList();
        int place = own.indexOf(move);
        boolean last = place + 1 == own.size() || own.get(place + 1).is("FOLLOW_UP_RECORDED");
        int row = 0;
        while (place >= 0 && own.get(place).isMove()) {
            row++;
            place--;
        }
        return last && row >= 3;
    }

    private void contacts(Map<Finding, List<UUID>> found) {
        List<Entry> contacts =
                entries.stream().filter(one -> one.is("FOLLOW_UP_RECORDED")).toList();
        for (Entry one : contacts) {
            if (written(one)) {
                add(found, Finding.CONTACTS_WRITTEN, one.actor());
                long minutes = ChronoUnit.MINUTES.between(one.happenedAt(), one.recordedAt());
                if (minutes > 24 * 60) {
                    add(found, Finding.WRITTEN_DAYS_LATER, one.actor());
                } else if (minutes > 120) {
                    add(found, Finding.WRITTEN_LATER, one.actor());
                }
                long same = contacts.stream()
                        .filter(other -> other.actor().equals(one.actor())
                                && dayOf(other.recordedAt()).equals(dayOf(one.recordedAt()))
                                && folded(other.say("content")).equals(folded(one.say("content"))))
                        .count();
                if (same > 5) {
                    add(found, Finding.REPEATED_TEXTS, one.actor());
                }
            }
        }
        entries.stream()
                .filter(one -> written(one)
                        && (one.is("FOLLOW_UP_RECORDED") || one.is("RESCHEDULED") && one.say("cause") == null))
                .forEach(one -> {
                    add(found, Finding.PROMISES, one.actor());
                    int order = one.say("nextDate").compareTo(one.say("latest"));
                    if (order == 0) {
                        add(found, Finding.PROMISES_ON_LIMIT, one.actor());
                    } else if (order > 0) {
                        add(found, Finding.PROMISES_AFTER_LIMIT, one.actor());
                    }
                });
        Set<UUID> people = new HashSet<>();
        contacts.forEach(one -> people.add(one.actor()));
        people.forEach(who ->
                bursts(contacts.stream().filter(one -> one.actor().equals(who)).toList(), who, found));
    }

    /** Joins all that share a full window, window by window. */
    private void bursts(List<Entry> own, UUID who, Map<Finding, List<UUID>> found) {
        int[] group = new int[own.size()];
        int groups = 0;
        for (int first = 0; first < own.size(); first++) {
            for (int last = first; last < own.size(); last++) {
                Duration time = Duration.between(
                        own.get(first).recordedAt(), own.get(last).recordedAt());
                int size = last - first + 1;
                if (size > 20 && time.compareTo(Duration.ofHours(1)) <= 0
                        || size >= 15 && time.compareTo(Duration.ofMinutes(10)) <= 0) {
                    groups++;
                    for (int place = first; place <= last; place++) {
                        int old = group[place];
                        for (int other = 0; old != 0 && other < group.length; other++) {
                            group[other] = group[other] == old ? groups : group[other];
                        }
                        group[place] = groups;
                    }
                }
            }
        }
        Map<Integer, List<Entry>> stretches = new HashMap<>();
        for (int place = 0; place < group.length; place++) {
            if (group[place] != 0) {
                stretches
                        .computeIfAbsent(group[place], one -> new ArrayList<>())
                        .add(own.get(place));
            }
        }
        for (List<Entry> stretch : stretches.values()) {
            if (in(dayOf(stretch.get(0).recordedAt()))) {
                add(found, Finding.BURSTS, who);
                stretch.forEach(one -> add(found, Finding.BURST_CONTACTS, who));
            }
        }
    }

    /** The clocks are asked again, with each customer's whole history. */
    private void rhythm(Map<Finding, List<UUID>> found) {
        PolicyHistory policies =
                new PolicyHistory(List.of(new PolicyHistory.Version(Instant.EPOCH, Policy.asPrinted(), null, null)));
        for (Case one : cases) {
            Instant end = ended(one);
            Cadence.Reading reading = Cadence.read(history(one), policies, ZONE, end);
            for (LocalDate day : reading.met()) {
                if (in(day)) {
                    add(found, Finding.RHYTHM_MET, ownerWhenWritten(one, day));
                }
            }
            for (Cadence.Miss miss : reading.misses()) {
                if (!miss.first() && in(dayOf(miss.dueAt()))) {
                    add(
                            found,
                            miss.excused() ? Finding.RHYTHM_EXCUSED : Finding.RHYTHM_MISSED,
                            miss.owner().value());
                }
            }
        }
    }

    private Instant ended(Case one) {
        return entries.stream()
                .filter(entry -> entry.prospect().equals(one.id()) && entry.is("LEAD_INVALID"))
                .map(Entry::recordedAt)
                .findFirst()
                .orElse(now);
    }

    /** Of the contacts of a day the one that was written down last before anything changed: the first one written. */
    private UUID ownerWhenWritten(Case one, LocalDate day) {
        return entries.stream()
                .filter(entry -> entry.prospect().equals(one.id())
                        && entry.details().get("met") instanceof List<?> met
                        && met.contains(day.toString()))
                .reduce((before, after) -> after)
                .map(Entry::owner)
                .orElse(null);
    }

    private Cadence.History history(Case one) {
        List<Cadence.GradeSince> grades = new ArrayList<>();
        grades.add(new Cadence.GradeSince(Grade.valueOf(one.initialGrade()), one.receivedAt()));
        jdbc.sql("select grade_after, changed_at from grade_change where dealership_id = :d and prospect_id = :p")
                .param("d", dealership)
                .param("p", one.id())
                .query(row -> {
                    grades.add(new Cadence.GradeSince(
                            Grade.valueOf(row.getString(1)),
                            row.getObject(2, OffsetDateTime.class).toInstant()));
                });
        List<Cadence.OwnerSince> owners = new ArrayList<>();
        owners.add(new Cadence.OwnerSince(new StaffId(one.firstOwner()), one.receivedAt()));
        jdbc.sql("select to_id, changed_at from ownership_change where dealership_id = :d and prospect_id = :p")
                .param("d", dealership)
                .param("p", one.id())
                .query(row -> {
                    owners.add(new Cadence.OwnerSince(
                            new StaffId(row.getObject(1, UUID.class)),
                            row.getObject(2, OffsetDateTime.class).toInstant()));
                });
        List<Cadence.Touch> touches = jdbc.sql(
                        "select happened_at, outcome from follow_up where dealership_id = :d and prospect_id = :p and qualifies")
                .param("d", dealership)
                .param("p", one.id())
                .query((row, number) -> new Cadence.Touch(
                        row.getObject(1, OffsetDateTime.class).toInstant(),
                        Outcome.valueOf(row.getString(2)).isAnswered()))
                .list();
        List<Cadence.Excuse> excuses = jdbc.sql(
                        "select planned_at, planned_date, reason from late_plan where dealership_id = :d and prospect_id = :p")
                .param("d", dealership)
                .param("p", one.id())
                .query((row, number) -> new Cadence.Excuse(
                        row.getObject(1, OffsetDateTime.class).toInstant(),
                        Dealership.endOf(row.getObject(2, LocalDate.class), ZONE),
                        row.getString(3)))
                .list();
        return new Cadence.History(
                one.receivedAt(), one.source().equals("HQ_ALLOCATED"), grades, owners, touches, excuses);
    }

    private void defeats(Map<Finding, List<UUID>> found) {
        for (Entry one : entries) {
            boolean happened = in(dayOf(one.happenedAt()));
            if (happened && (one.is("PROSPECT_OPENED") || one.is("LEAD_RECEIVED"))) {
                add(found, Finding.CASES_NEW, one.owner());
            }
            if (!happened
                    || !Set.of("DEFEAT_APPLIED", "DEFEATED", "DEFEAT_REJECTED", "REACTIVATED")
                            .contains(one.kind())) {
                continue;
            }
            Entry application = lastBefore(one, other -> other.is("DEFEAT_APPLIED"), true);
            UUID who = application == null ? one.owner() : application.actor();
            switch (one.kind()) {
                case "DEFEAT_APPLIED" -> {
                    add(found, Finding.DEFEATS_APPLIED, who);
                    boolean reached = entries.stream()
                            .anyMatch(other -> other.prospect().equals(one.prospect())
                                    && other.is("FOLLOW_UP_RECORDED")
                                    && !other.happenedAt().isAfter(one.happenedAt())
                                    && Outcome.valueOf(other.say("outcome")).isAnswered());
                    if (!reached) {
                        add(found, Finding.DEFEATS_NEVER_REACHED, who);
                    }
                }
                case "DEFEATED" -> {
                    add(found, Finding.DEFEATS_APPROVED, who);
                    if (application != null
                            && !List.of("OTHER").equals(application.details().get("reasons"))) {
                        add(found, Finding.DEFEATS_SPECIFIC, who);
                    }
                }
                case "DEFEAT_REJECTED" -> {
                    add(found, Finding.DEFEATS_REJECTED, who);
                    if ("RESCUED".equals(one.say("result"))) {
                        add(found, Finding.DEFEATS_RESCUED, who);
                    }
                }
                default -> {
                    Entry rested = lastBefore(one, other -> other.is("DEFEATED") || other.is("SET_DORMANT"), false);
                    if (rested != null && rested.is("DEFEATED")) {
                        add(found, Finding.DEFEATS_REVIVED, who);
                    }
                }
            }
        }
        for (Case one : cases) {
            boolean open = false;
            UUID owner = null;
            List<Entry> own = entries.stream()
                    .filter(entry -> entry.prospect().equals(one.id())
                            && dayOf(entry.happenedAt()).isBefore(from))
                    .sorted(Comparator.comparing(Entry::happenedAt)
                            .thenComparing(entry -> entry.id().toString()))
                    .toList();
            for (Entry entry : own) {
                open = BEGINS.contains(entry.kind()) || open && !ENDS.contains(entry.kind());
                if (Set.of("PROSPECT_OPENED", "LEAD_RECEIVED", "LEAD_ALLOCATED", "TRANSFERRED")
                        .contains(entry.kind())) {
                    owner = entry.owner();
                }
            }
            if (open) {
                add(found, Finding.CASES_AT_BEGIN, owner);
            }
        }
    }

    private Entry lastBefore(Entry one, Predicate<Entry> what, boolean orItself) {
        Entry last = null;
        for (Entry other : entries) {
            if (other.equals(one) && !orItself) {
                return last;
            }
            if (other.prospect().equals(one.prospect()) && what.test(other)) {
                last = other;
            }
            if (other.equals(one)) {
                return last;
            }
        }
        return last;
    }

    private void now(Map<Finding, List<UUID>> found) {
        LocalDate today = dayOf(now);
        Map<String, Integer> within = Map.of("H", 7, "A", 15, "B", 30, "C", 90);
        for (Case one : cases) {
            boolean followed = Set.of(
                            "LEAD_RECEIVED",
                            "ASSIGNED",
                            "FOLLOWING",
                            "NOT_CLOSED_REVIEW",
                            "CAUSE_ANALYSIS",
                            "DEFEAT_PENDING")
                    .contains(one.status());
            if (followed) {
                add(found, Finding.CASES_NOW, one.owner());
                if (one.grade().equals("N")) {
                    add(found, Finding.GRADE_N_NOW, one.owner());
                } else if (dayOf(gradedAt(one))
                        .plusDays(within.get(one.grade()))
                        .isBefore(today)) {
                    add(found, Finding.GRADES_OUTLIVED, one.owner());
                }
            }
            boolean twice = cases.stream()
                    .anyMatch(other -> !other.id().equals(one.id()) && Arrays.equals(other.number(), one.number()));
            if (twice) {
                add(found, Finding.NUMBERS_TWICE, one.owner());
            }
        }
    }

    private Instant gradedAt(Case one) {
        return history(one).grades().stream()
                .map(Cadence.GradeSince::since)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }
}
