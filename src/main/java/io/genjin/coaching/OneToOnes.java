package io.genjin.coaching;

import io.genjin.shared.Conditions;
import io.genjin.shared.Cursor;
import io.genjin.shared.DealershipId;
import io.genjin.shared.Moments;
import io.genjin.shared.NothingHere;
import io.genjin.shared.Page;
import io.genjin.staff.StaffId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The one-to-ones that were held. Every version stays; the newest of each counts, unless it was taken back. */
@Repository
public class OneToOnes {

    private static final TypeReference<List<Clue>> EVIDENCE = new TypeReference<>() {};

    private static final String COLUMNS = """
            t.dealership_id, t.id, t.version, t.consultant_id, t.manager_id, t.held_at, t.held_on, t.proposed, t.choice,
                               t.evidence::text as evidence, t.said, t.correction, t.taken_back, t.written_by, t.written_at""";

    private static final String NEWEST = """
            not exists (select 1
                                             from one_to_one n
                                            where n.dealership_id = t.dealership_id
                                              and n.id = t.id
                                              and n.version > t.version)""";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    OneToOnes(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** With which consultants a one-to-one was held in the week that begins on {@code monday}; nobody's is a defect. */
    @Transactional(readOnly = true)
    public Set<StaffId> heldIn(LocalDate monday, DealershipId dealership) {
        return heldBetween(monday, new TalkWeek(monday).sunday(), dealership)
                .getOrDefault(new TalkWeek(monday), Set.of());
    }

    /** The same of every week in which there was one, by the day of the talk. */
    @Transactional(readOnly = true)
    public Map<TalkWeek, Set<StaffId>> heldBetween(LocalDate from, LocalDate until, DealershipId dealership) {
        Map<TalkWeek, Set<StaffId>> held = new HashMap<>();
        jdbc.sql("""
                        select t.held_on, t.consultant_id
                          from one_to_one t
                         where t.dealership_id = :dealership
                           and t.held_on between :from and :until
                           and not t.taken_back
                           and %s
                        """.formatted(NEWEST))
                .param("dealership", dealership.value())
                .param("from", from)
                .param("until", until)
                .query(row -> {
                    held.computeIfAbsent(
                                    TalkWeek.of(row.getObject("held_on", LocalDate.class)), week -> new HashSet<>())
                            .add(new StaffId(row.getObject("consultant_id", UUID.class)));
                });
        return held;
    }

    /** The day of each consultant's last talk, until {@code until}. */
    Map<StaffId, LocalDate> lastTalks(LocalDate until, DealershipId dealership) {
        Map<StaffId, LocalDate> last = new HashMap<>();
        jdbc.sql("""
                        select t.consultant_id, max(t.held_on) as held_on
                          from one_to_one t
                         where t.dealership_id = :dealership
                           and t.held_on <= :until
                           and not t.taken_back
                           and %s
                         group by t.consultant_id
                        """.formatted(NEWEST))
                .param("dealership", dealership.value())
                .param("until", until)
                .query(row -> {
                    last.put(
                            new StaffId(row.getObject("consultant_id", UUID.class)),
                            row.getObject("held_on", LocalDate.class));
                });
        return last;
    }

    /** Adds a version; false when somebody else wrote the same one first. */
    boolean add(OneToOne talk) {
        try {
            jdbc.sql("""
                            insert into one_to_one (dealership_id, id, version, consultant_id, manager_id, held_at, held_on,
                                                    proposed, choice, evidence, said, correction, taken_back, written_by,
                                                    written_at)
                            values (:dealership, :id, :version, :consultant, :manager, :heldAt, :heldOn, :proposed, :choice,
                                    :evidence::jsonb, :said, :correction, :takenBack, :by, :at)
                            """)
                    .param("dealership", talk.dealership().value())
                    .param("id", talk.id().value())
                    .param("version", talk.version())
                    .param("consultant", talk.consultant().value())
                    .param("manager", talk.manager().value())
                    .param("heldAt", Moments.bound(talk.heldAt()))
                    .param("heldOn", talk.heldOn())
                    .param("proposed", talk.proposed())
                    .param("choice", talk.choice())
                    .param("evidence", json.writeValueAsString(talk.evidence()))
                    .param("said", talk.said())
                    .param("correction", talk.correction())
                    .param("takenBack", talk.takenBack())
                    .param("by", talk.writtenBy().value())
                    .param("at", Moments.bound(talk.writtenAt()))
                    .update();
            return true;
        } catch (DuplicateKeyException faster) {
            return false;
        }
    }

    OneToOne get(DealershipId dealership, OneToOneId id) {
        List<OneToOne> versions = versions(dealership, id);
        if (versions.isEmpty()) {
            throw new NothingHere(id);
        }
        return versions.get(0);
    }

    /** Everything that was ever written of it, the newest version first. */
    List<OneToOne> versions(DealershipId dealership, OneToOneId id) {
        return jdbc.sql("""
                        select %s
                          from one_to_one t
                         where t.dealership_id = :dealership
                           and t.id = :id
                         order by t.version desc
                        """.formatted(COLUMNS))
                .param("dealership", dealership.value())
                .param("id", id.value())
                .query((row, number) -> read(row))
                .list();
    }

    /** The newest versions of what was held, the latest first; what was taken back is not among them. */
    Page<OneToOne> list(
            DealershipId dealership,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable StaffId consultant,
            int limit,
            @Nullable String after) {
        Conditions where = Conditions.in(dealership, "t.dealership_id")
                .and("not t.taken_back")
                .and(NEWEST)
                .given("from", from, "t.held_on >= :from")
                .given("until", until, "t.held_on <= :until")
                .given("consultant", consultant, "t.consultant_id = :consultant");
        Cursor cursor = Cursor.read(after, 2);
        if (cursor != null) {
            where.and("(t.held_at, t.id) < (:last_at, :last_id)")
                    .with("last_at", Cursor.instant(cursor.values().get(0)))
                    .with("last_id", Cursor.uuid(cursor.values().get(1)));
        }
        List<OneToOne> rows = jdbc.sql("""
                        select %s
                          from one_to_one t
                         where %s
                         order by t.held_at desc, t.id desc
                         limit :limit
                        """.formatted(COLUMNS, where.sql()))
                .params(where.params())
                .param("limit", limit + 1)
                .query((row, number) -> read(row))
                .list();
        return Page.of(rows, limit, last -> Cursor.of(last.heldAt(), last.id()));
    }

    private OneToOne read(ResultSet row) throws SQLException {
        return new OneToOne(
                new OneToOneId(row.getObject("id", UUID.class)),
                row.getInt("version"),
                new DealershipId(row.getInt("dealership_id")),
                new StaffId(row.getObject("consultant_id", UUID.class)),
                new StaffId(row.getObject("manager_id", UUID.class)),
                Moments.read(row, "held_at"),
                row.getObject("held_on", LocalDate.class),
                row.getBoolean("proposed"),
                row.getString("choice"),
                json.readValue(row.getString("evidence"), EVIDENCE),
                row.getString("said"),
                row.getString("correction"),
                row.getBoolean("taken_back"),
                new StaffId(row.getObject("written_by", UUID.class)),
                Moments.read(row, "written_at"));
    }
}
