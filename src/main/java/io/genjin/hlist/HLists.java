package io.genjin.hlist;

import io.genjin.prospect.ProspectId;
import io.genjin.shared.DealershipId;
import io.genjin.shared.Grade;
import io.genjin.shared.Moments;
import io.genjin.staff.StaffId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores lists with their customers and reads them back. */
@Repository
class HLists {

    private static final String LISTS = """
            select id, week_start, consultant_id, manager_id, held_at, nobody_reason, version, closed_at
              from h_list
             where dealership_id = :dealership
            """;
    private static final String ENTRIES = """
            select e.id, e.list_id, e.week_start, e.prospect_id, e.grade, e.source, e.model, e.likely_reason, e.obstacle, e.action,
                   e.responsible_id, e.expected_date, e.added_by, e.added_at, e.version, e.result, e.decided_by
              from h_list_entry e
             where e.dealership_id = :dealership
            """;

    private final JdbcClient jdbc;

    HLists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<HList> of(DealershipId dealership, ListWeek week) {
        return withEntries(
                dealership,
                jdbc.sql(LISTS + " and week_start = :week order by held_at, id")
                        .param("dealership", dealership.value())
                        .param("week", week.monday())
                        .query((row, number) -> list(row))
                        .list());
    }

    Optional<HList> find(DealershipId dealership, ListWeek week, StaffId consultant) {
        return find(dealership, week, consultant, "");
    }

    /** Reads a list to be changed, holding it until the transaction ends. */
    Optional<HList> hold(DealershipId dealership, ListWeek week, StaffId consultant) {
        return find(dealership, week, consultant, " for update");
    }

    private Optional<HList> find(DealershipId dealership, ListWeek week, StaffId consultant, String holding) {
        List<HList> found = jdbc.sql(LISTS + " and week_start = :week and consultant_id = :consultant" + holding)
                .param("dealership", dealership.value())
                .param("week", week.monday())
                .param("consultant", consultant.value())
                .query((row, number) -> list(row))
                .list();
        return withEntries(dealership, found).stream().findFirst();
    }

    private List<HList> withEntries(DealershipId dealership, List<HList> lists) {
        if (lists.isEmpty()) {
            return lists;
        }
        Map<HListId, List<HListEntry>> entries = new HashMap<>();
        jdbc.sql(ENTRIES + " and e.list_id in (:lists) order by e.expected_date, e.added_at, e.id")
                .param("dealership", dealership.value())
                .param("lists", lists.stream().map(list -> list.id().value()).toList())
                .query((row, number) -> entry(row))
                .list()
                .forEach(entry -> entries.computeIfAbsent(entry.list(), list -> new ArrayList<>())
                        .add(entry));
        return lists.stream()
                .map(list -> new HList(
                        list.id(),
                        list.week(),
                        list.consultant(),
                        list.manager(),
                        list.heldAt(),
                        list.nobodyReason(),
                        list.version(),
                        list.closedAt(),
                        entries.getOrDefault(list.id(), List.of())))
                .toList();
    }

    /** Opens a list unless a colleague just did; who holds it first is its manager. */
    void open(DealershipId dealership, HListId id, ListWeek week, StaffId consultant, StaffId manager, Instant at) {
        jdbc.sql("""
                        insert into h_list (dealership_id, id, week_start, consultant_id, manager_id, held_at, told_by, told_at,
                                            version)
                        values (:dealership, :id, :week, :consultant, :manager, :at, :manager, :never, 1)
                            on conflict (dealership_id, week_start, consultant_id) do nothing
                        """)
                .param("dealership", dealership.value())
                .param("id", id.value())
                .param("week", week.monday())
                .param("consultant", consultant.value())
                .param("manager", manager.value())
                .param("at", Moments.bound(at))
                .param("never", Moments.bound(Instant.EPOCH))
                .update();
    }

    void store(DealershipId dealership, HListId list, @Nullable String nobodyReason) {
        jdbc.sql("""
                        update h_list
                           set nobody_reason = :reason, version = version + 1
                         where dealership_id = :dealership
                           and id = :id
                        """)
                .param("reason", nobodyReason, Types.VARCHAR)
                .param("dealership", dealership.value())
                .param("id", list.value())
                .update();
    }

    /** Whether the consultant is to be told of a change now; in one sitting of one manager they are told once. */
    boolean tells(DealershipId dealership, HListId list, StaffId manager, Instant now, Instant sittingSince) {
        return jdbc.sql("""
                                update h_list
                                   set told_by = :manager, told_at = :now
                                 where dealership_id = :dealership
                                   and id = :id
                                   and (told_by <> :manager or told_at < :since)
                                """)
                        .param("manager", manager.value())
                        .param("now", Moments.bound(now))
                        .param("dealership", dealership.value())
                        .param("id", list.value())
                        .param("since", Moments.bound(sittingSince))
                        .update()
                == 1;
    }

    /** False when the customer stands on a list of the week already. */
    boolean add(DealershipId dealership, HListEntry entry) {
        return write(dealership, entry, """
                        insert into h_list_entry (dealership_id, id, list_id, week_start, prospect_id, grade, source, model,
                                                  likely_reason, obstacle, action, responsible_id, expected_date, added_by,
                                                  added_at, version)
                        values (:dealership, :id, :list, :week, :prospect, :grade, :source, :model, :likelyReason, :obstacle,
                                :action, :responsible, :expected, :addedBy, :addedAt, :version)
                            on conflict (dealership_id, week_start, prospect_id) do nothing
                        """) == 1;
    }

    void store(DealershipId dealership, HListEntry entry) {
        write(dealership, entry, """
                        update h_list_entry
                           set likely_reason = :likelyReason, obstacle = :obstacle, action = :action,
                               responsible_id = :responsible, expected_date = :expected, version = :version
                         where dealership_id = :dealership
                           and id = :id
                        """);
    }

    private int write(DealershipId dealership, HListEntry entry, String sql) {
        return jdbc.sql(sql)
                .param("dealership", dealership.value())
                .param("id", entry.id().value())
                .param("list", entry.list().value())
                .param("week", entry.week().monday())
                .param("prospect", entry.prospect().value())
                .param("grade", entry.snapshot().grade().name())
                .param("source", entry.snapshot().source())
                .param("model", entry.snapshot().model(), Types.VARCHAR)
                .param("likelyReason", entry.content().likelyReason())
                .param("obstacle", entry.content().obstacle(), Types.VARCHAR)
                .param("action", entry.content().action())
                .param("responsible", entry.content().responsible().value())
                .param("expected", entry.content().expectedDate())
                .param("addedBy", entry.addedBy().value())
                .param("addedAt", Moments.bound(entry.addedAt()))
                .param("version", entry.version())
                .update();
    }

    void remove(DealershipId dealership, HListEntryId entry) {
        jdbc.sql("delete from h_list_entry where dealership_id = :dealership and id = :id")
                .param("dealership", dealership.value())
                .param("id", entry.value())
                .update();
    }

    /** Whose list of the week the customer stands on. */
    Optional<StaffId> listing(DealershipId dealership, ListWeek week, ProspectId prospect) {
        return jdbc.sql("""
                        select l.consultant_id
                          from h_list_entry e
                          join h_list l on l.dealership_id = e.dealership_id and l.id = e.list_id
                         where e.dealership_id = :dealership
                           and e.week_start = :week
                           and e.prospect_id = :prospect
                        """)
                .param("dealership", dealership.value())
                .param("week", week.monday())
                .param("prospect", prospect.value())
                .query((row, number) -> new StaffId(row.getObject("consultant_id", UUID.class)))
                .optional();
    }

    /** Everybody who stands on a list of the week. */
    Set<UUID> listed(DealershipId dealership, ListWeek week) {
        return Set.copyOf(jdbc.sql(
                        "select prospect_id from h_list_entry where dealership_id = :dealership and week_start = :week")
                .param("dealership", dealership.value())
                .param("week", week.monday())
                .query(UUID.class)
                .list());
    }

    /** The open entries somebody is responsible for, held until the transaction ends. */
    List<HListEntry> holdOpenOf(DealershipId dealership, StaffId responsible) {
        return jdbc.sql(ENTRIES + " and not e.closed and e.responsible_id = :responsible order by e.id for update")
                .param("dealership", dealership.value())
                .param("responsible", responsible.value())
                .query((row, number) -> entry(row))
                .list();
    }

    /** Of these entries of a week, those that a person is responsible for on lists of others. */
    List<HListEntry> ofResponsible(DealershipId dealership, ListWeek week, Collection<StaffId> responsible) {
        return jdbc.sql(ENTRIES + """
                           and e.week_start = :week
                           and e.responsible_id in (:responsible)
                         order by e.expected_date, e.id
                        """)
                .param("dealership", dealership.value())
                .param("week", week.monday())
                .param("responsible", responsible.stream().map(StaffId::value).toList())
                .query((row, number) -> entry(row))
                .list();
    }

    void close(DealershipId dealership, HListEntry entry, Verdict verdict, Instant at) {
        jdbc.sql("""
                        update h_list_entry
                           set closed = true, closed_at = :at, result = :result, decided_by = :decidedBy
                         where dealership_id = :dealership
                           and id = :id
                        """)
                .param("at", Moments.bound(at))
                .param("result", verdict.result().name())
                .param("decidedBy", verdict.entry(), Types.OTHER)
                .param("dealership", dealership.value())
                .param("id", entry.id().value())
                .update();
    }

    void close(DealershipId dealership, ListWeek week, Instant at) {
        jdbc.sql("""
                        update h_list
                           set closed = true, closed_at = :at
                         where dealership_id = :dealership
                           and week_start = :week
                        """)
                .param("at", Moments.bound(at))
                .param("dealership", dealership.value())
                .param("week", week.monday())
                .update();
    }

    private static HList list(ResultSet row) throws SQLException {
        return new HList(
                new HListId(row.getObject("id", UUID.class)),
                new ListWeek(row.getObject("week_start", LocalDate.class)),
                new StaffId(row.getObject("consultant_id", UUID.class)),
                new StaffId(row.getObject("manager_id", UUID.class)),
                Moments.read(row, "held_at"),
                row.getString("nobody_reason"),
                row.getInt("version"),
                Moments.readOrNull(row, "closed_at"),
                List.of());
    }

    static HListEntry entry(ResultSet row) throws SQLException {
        String result = row.getString("result");
        return new HListEntry(
                new HListEntryId(row.getObject("id", UUID.class)),
                new HListId(row.getObject("list_id", UUID.class)),
                new ListWeek(row.getObject("week_start", LocalDate.class)),
                new ProspectId(row.getObject("prospect_id", UUID.class)),
                new HListEntry.Snapshot(
                        Grade.valueOf(row.getString("grade")), row.getString("source"), row.getString("model")),
                new EntryContent(
                        row.getString("likely_reason"),
                        row.getString("obstacle"),
                        row.getString("action"),
                        new StaffId(row.getObject("responsible_id", UUID.class)),
                        row.getObject("expected_date", LocalDate.class)),
                new StaffId(row.getObject("added_by", UUID.class)),
                Moments.read(row, "added_at"),
                row.getInt("version"),
                result == null
                        ? null
                        : new Verdict(WeekResult.valueOf(result), row.getObject("decided_by", UUID.class)));
    }
}
