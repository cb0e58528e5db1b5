package io.genjin.scenario;

import io.genjin.database.Tenancy;
import io.genjin.defeat.WakeUps;
import io.genjin.followup.Escalations;
import io.genjin.followup.Sweep;
import io.genjin.followup.Worklist;
import io.genjin.hlist.HListClosing;
import io.genjin.hqlead.WarningDesk;
import io.genjin.journal.Journal;
import io.genjin.journal.JournalEntry;
import io.genjin.ownership.LateCollisions;
import io.genjin.prospect.ProspectId;
import io.genjin.shared.DealershipId;
import io.genjin.staff.StaffMember;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A store whose jobs run as they do by themselves, and what its journal, base and misses say afterwards, in lines that can be
 * compared.
 */
abstract class DaysOfAStore extends PeopleAtWork {

    @Autowired
    Sweep sweep;

    @Autowired
    Escalations escalations;

    @Autowired
    WakeUps wakeUps;

    @Autowired
    WarningDesk warnings;

    @Autowired
    LateCollisions lateCollisions;

    @Autowired
    HListClosing closing;

    @Autowired
    Worklist worklist;

    @Autowired
    Journal journal;

    @Autowired
    JdbcClient jdbc;

    final Map<String, String> monthEnds = new TreeMap<>();

    void jobs() {
        sweep.settleFallen(in());
        escalations.raise(in());
        warnings.warn(in());
        wakeUps.wakeDue(in());
        lateCollisions.raise(in());
        closing.closeEnded(in());
    }

    DealershipId in() {
        return store.dealership().id();
    }

    <T> T here(Supplier<T> question) {
        return Tenancy.within(in(), question);
    }

    /** Followed customers by grade, and whom the morning list names, in its order. */
    void monthEnds(String last) {
        List<String> base = here(() -> transaction.execute(status -> jdbc.sql("""
                                select grade || ' ' || count(*)
                                  from prospect
                                 where dealership_id = :dealership
                                   and status in ('ASSIGNED', 'FOLLOWING')
                                 group by grade
                                 order by array_position(array['H', 'A', 'B', 'C', 'N'], grade)
                                """)
                .param("dealership", in().value())
                .query(String.class)
                .list()));
        String owed = here(() -> worklist.of(day(last), null, zhou)).stream()
                .map(item -> nameOf(item.prospect()))
                .collect(Collectors.joining(", "));
        monthEnds.put(last, String.join(", ", base) + "; owed: " + owed);
    }

    /** Misses that stand, by month and by who answers for them. */
    List<String> misses() {
        return here(() -> transaction.execute(status -> jdbc.sql("""
                                select to_char(m.due_at at time zone 'Asia/Shanghai', 'YYYY-MM') || ' '
                                       || split_part(s.username, '.', 1) || ' ' || count(*) filter (where not m.excused)
                                       || case when bool_or(m.excused)
                                               then ' and ' || count(*) filter (where m.excused) || ' excused' else '' end
                                  from miss m
                                  join staff_member s
                                    on s.dealership_id = :dealership and s.id = m.owner_id
                                 where m.dealership_id = :dealership
                                   and m.withdrawn_at is null
                                 group by to_char(m.due_at at time zone 'Asia/Shanghai', 'YYYY-MM'), s.username
                                 order by 1
                                """)
                .param("dealership", in().value())
                .query(String.class)
                .list()));
    }

    /** Everything that the journal says of this dealership, of whatever kind. */
    List<String> told() {
        List<UUID> ids = here(() ->
                transaction.execute(status -> jdbc.sql("select id from journal_entry where dealership_id = :dealership")
                        .param("dealership", in().value())
                        .query(UUID.class)
                        .list()));
        List<JournalEntry> all = here(() -> transaction.execute(status -> journal.find(in(), ids)));
        List<String> lines = new ArrayList<>();
        for (JournalEntry entry : all) {
            lines.add(Diary.line(entry.happenedAt(), entry.recordedAt(), () -> says(entry)));
        }
        return lines;
    }

    private String says(JournalEntry entry) {
        UUID about = entry.prospect();
        UUID actor = entry.actor();
        UUID owner = entry.owner();
        String lists = owner == null ? "the lists" : "the lists of " + name(owner.toString());
        String subject = about == null ? lists : nameOf(new ProspectId(about));
        String whose = about == null || owner == null ? "" : "of " + name(owner.toString());
        String person = actor == null ? whose : "by " + name(actor.toString());
        return Stream.of(subject, entry.kind(), what(entry), person)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private String what(JournalEntry entry) {
        return switch (entry.kind()) {
            case "PROSPECT_OPENED" -> entry.detail("initialGrade");
            case "FOLLOW_UP_RECORDED" ->
                (entry.detail("outcome").equals("REACHED") ? "" : entry.detail("outcome") + " ")
                        + (entry.detail("promiseKept").equals("true") ? "kept" : "broken")
                        + ", next " + shortly(entry.detail("nextDate"));
            case "RHYTHM_MISSED" -> entry.detail("excused").equals("true") ? "excused" : "";
            case "ESCALATED" -> entry.detail("level");
            case "HQ_LEAD_WARNED" -> entry.detail("step");
            case "GRADE_CHANGED" -> entry.detail("before") + " to " + entry.detail("after");
            case "RESCHEDULED" -> shortly(entry.detail("oldDate")) + " to " + shortly(entry.detail("nextDate"));
            case "TRANSFERRED",
                    "LEAD_ALLOCATED",
                    "LEAD_TAKEN_BACK",
                    "IMPORTANT_CHANGED",
                    "DEFEAT_SENT_TO_VERIFY",
                    "REACTIVATED",
                    "RELEASED",
                    "CLAIMED",
                    "COLLISION_DECIDED" -> "to " + name(entry.detail("to"));
            case "CARD_SUBMITTED" -> entry.detail("cause");
            case "CARD_ENTERED" -> entry.detail("sameDay").equals("true") ? "same day" : "late";
            case "VISIT_RECORDED" -> entry.detail("nature");
            case "RHYTHM_CHANGED" -> entry.detail("times") + " in " + entry.detail("days") + " days";
            case "SET_DORMANT" -> "until " + shortly(entry.detail("wakeUp"));
            case "DEFEATED" ->
                entry.detail("outcome")
                        + (entry.detail("wakeUp").isEmpty() ? "" : " until " + shortly(entry.detail("wakeUp")));
            case "DEFEAT_APPLIED", "DEFEAT_REJECTED" -> entry.detail("outcome");
            case "DEFEAT_VERIFIED" -> entry.detail("finding");
            case "H_LIST_RESULT" -> entry.detail("result");
            case "H_LIST_CLOSED" -> entry.detail("held") + " of " + entry.detail("expected");
            default -> "";
        };
    }

    private static String shortly(String date) {
        return date.substring(5);
    }

    private String name(String person) {
        return Stream.of(li, wang, chen, zhou, sun, wu)
                .filter(member -> member.id().value().toString().equals(person))
                .map(StaffMember::username)
                .map(username -> username.substring(0, username.indexOf('.')))
                .findFirst()
                .orElse("?");
    }
}
