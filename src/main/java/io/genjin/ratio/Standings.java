package io.genjin.ratio;

import io.genjin.journal.JournalFact;
import io.genjin.shared.DealershipId;
import io.genjin.shared.TypedId;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * How cases stood from when until when: open or ordered, resting, whose and at which grade. A stretch begins with an entry that
 * tells of one of these and lasts until the next one; it is that of a day when it began before the day and lasts into it.
 *
 * <p>It is kept, case by case, so that nobody replays the journal to know who was a prospect as a month began. Cases that
 * something was written about since are read from the journal, in the same question; so is every case of a dealership whose
 * standings were not counted by this definition.
 */
@Repository
class Standings {

    /** What tells of state or owner. */
    private static final String TELLING = """
            'PROSPECT_OPENED', 'LEAD_RECEIVED', 'LEAD_ALLOCATED', 'LEAD_TAKEN_BACK', 'LEAD_INVALID', 'TRANSFERRED', 'RELEASED',
                                  'CLAIMED', 'WOKEN', 'REACTIVATED', 'DEFEATED', 'ORDERED', 'ORDER_CANCELLED', 'DELIVERED',
                                  'IMPORT_TAKEN_BACK', 'MERGED', 'MERGE_UNDONE'""";

    /** What else begins a stretch: another grade, rest. */
    private static final String BESIDE = "'SET_DORMANT', 'GRADE_CHANGED'";

    /** Entries after which a case may stand otherwise, whenever they say it happened. */
    static final Set<String> KINDS = List.of((TELLING + ", " + BESIDE).split(",")).stream()
            .map(kind -> kind.replace("'", "").strip())
            .collect(Collectors.toUnmodifiableSet());

    /** The relation {@code merged}: cases that count in another one. */
    static final String MERGED = """
            merged as materialized (
                select m.id, m.survivor_id
                  from merged_prospect m
                 where m.dealership_id = :dealership
                   and m.merged
            )
            """;

    static final String STRETCHES = """
            select n.prospect_id, n.id, n.since, n.until, n.standing, n.resting, n.owner_id, n.grade, n.told_by, n.told_at, n.told_owner_id
              from (select o.prospect_id, o.id, o.happened_at as since, coalesce(o.until, 'infinity') as until, o.owner_id, o.grade,
                           max(o.state) filter (where o.tells) over (partition by o.prospect_id, o.turn) as standing,
                           max(o.state) over (partition by o.prospect_id, o.spell) = 'RESTING' as resting,
                           first_value(o.id) over t as told_by, first_value(o.happened_at) over t as told_at,
                           first_value(o.owner_id) over t as told_owner_id
                      from (select s.*, lead(s.happened_at) over w as until, count(s.state) filter (where s.tells) over w as turn,
                                   count(s.state) over w as spell, count(*) filter (where s.tells) over w as teller
                              from (select e.prospect_id, e.owner_id, e.grade, e.id, e.happened_at, e.kind not in (%2$s) as tells,
                                           case when e.kind in ('PROSPECT_OPENED', 'LEAD_RECEIVED', 'REACTIVATED', 'WOKEN', 'ORDER_CANCELLED')
                                                then 'OPEN'
                                                when e.kind = 'ORDERED' then 'ORDERED'
                                                when e.kind = 'SET_DORMANT' then 'RESTING'
                                                when e.kind in ('LEAD_INVALID', 'DEFEATED', 'DELIVERED', 'IMPORT_TAKEN_BACK')
                                                  or e.kind = 'MERGED' and m.id is not null and e.details ->> 'into' <> e.prospect_id::text
                                                then 'CLOSED'
                                           end as state
                                      from journal_entry e
                                      left join merged m on m.id = e.prospect_id
                                     where e.dealership_id = :dealership
                                       and e.prospect_id is not null
                                       and e.kind in (%1$s, %2$s)
                                       and %3$s) s
                            window w as (partition by s.prospect_id order by s.happened_at, s.id)) o
                    window t as (partition by o.prospect_id, o.teller order by o.happened_at, o.id)) n
             where n.standing in ('OPEN', 'ORDERED')
               and n.until > n.since
            """.formatted(TELLING, BESIDE, "%s");

    /** Any change of how standings are found makes what was counted before worthless. */
    static final long DEFINITION = STRETCHES.hashCode();

    private static final String MARKED = """
            (select k.prospect_id
                           from standing_stale k
                          where k.dealership_id = :dealership)""";

    /** The relation {@code standing} of all stretches that last until {@code :firstBegin} or longer; it needs {@link #MERGED}. */
    private static final String KEPT = """
            standing as materialized (
                select coalesce(m.survivor_id, s.prospect_id) as customer_id, s.*
                  from (select c.prospect_id, c.id, c.since, c.until, c.standing, c.resting, c.owner_id, c.grade, c.told_by, c.told_at,
                               c.told_owner_id
                          from case_standing c
                         where c.dealership_id = :dealership
                           and c.until >= :firstBegin
                           and c.prospect_id not in %s
                        union all
                        select *
                          from (%s) a
                         where a.until >= :firstBegin) s
                  left join merged m on m.id = s.prospect_id
            )
            """.formatted(MARKED, STRETCHES.formatted("e.prospect_id in " + MARKED));

    private static final String TOLD = """
            standing as materialized (
                select coalesce(m.survivor_id, s.prospect_id) as customer_id, s.*
                  from (%s) s
                  left join merged m on m.id = s.prospect_id
                 where s.until >= :firstBegin
            )
            """.formatted(STRETCHES.formatted("true"));

    private static final String STORE = """
            insert into case_standing (dealership_id, prospect_id, id, since, until, standing, resting, owner_id, grade, told_by, told_at,
                                       told_owner_id)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    /** One stretch of a case, as it is stored. */
    record Stretch(
            UUID prospect,
            UUID id,
            OffsetDateTime since,
            OffsetDateTime until,
            String standing,
            boolean resting,
            @Nullable UUID owner,
            @Nullable String grade,
            UUID toldBy,
            OffsetDateTime toldAt,
            @Nullable UUID toldOwner) {}

    /** That something was written about a case. */
    record Mark(UUID id, UUID prospect) {}

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    Standings(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /** The relation {@code standing}, of what is kept when it can be believed. */
    String relation(DealershipId dealership) {
        return isKept(dealership) ? KEPT : TOLD;
    }

    private boolean isKept(DealershipId dealership) {
        return jdbc.sql("""
                        select definition
                          from standing_keeper
                         where dealership_id = :dealership
                        """)
                .param("dealership", dealership.value())
                .query(Long.class)
                .optional()
                .filter(definition -> definition == DEFINITION)
                .isPresent();
    }

    /** Whether everything is kept and nothing was written since. */
    boolean isComplete(DealershipId dealership) {
        return isKept(dealership) && marks(1, dealership).isEmpty();
    }

    /** Marks the cases that an entry may let stand otherwise. */
    void mark(DealershipId dealership, Collection<? extends JournalFact> facts) {
        List<UUID> prospects = facts.stream()
                .filter(fact -> KINDS.contains(fact.kind()))
                .map(JournalFact::prospect)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (!prospects.isEmpty()) {
            template.batchUpdate(
                    "insert into standing_stale (dealership_id, id, prospect_id) values (?, ?, ?)",
                    prospects,
                    1000,
                    (statement, prospect) -> {
                        statement.setInt(1, dealership.value());
                        statement.setObject(2, TypedId.newValue());
                        statement.setObject(3, prospect);
                    });
        }
    }

    List<Mark> marks(int most, DealershipId dealership) {
        return jdbc.sql("""
                        select id, prospect_id
                          from standing_stale
                         where dealership_id = :dealership
                         order by id
                         limit :most
                        """)
                .param("dealership", dealership.value())
                .param("most", most)
                .query((row, number) ->
                        new Mark(row.getObject("id", UUID.class), row.getObject("prospect_id", UUID.class)))
                .list();
    }

    /** Takes away the marks that were read, and no others. */
    void settle(List<Mark> marks, DealershipId dealership) {
        template.batchUpdate(
                "delete from standing_stale where dealership_id = ? and id = ?", marks, 1000, (statement, mark) -> {
                    statement.setInt(1, dealership.value());
                    statement.setObject(2, mark.id());
                });
    }

    /**
     * Takes the keeper until the end of the transaction, so that two do not store the same cases.
     *
     * @return by which definition it is kept, 0 when nothing is; nothing while somebody else has it
     */
    @Nullable
    Long hold(DealershipId dealership) {
        jdbc.sql("""
                        insert into standing_keeper (dealership_id, definition)
                        values (:dealership, 0)
                            on conflict (dealership_id) do nothing
                        """).param("dealership", dealership.value()).update();
        return jdbc.sql("""
                        select definition
                          from standing_keeper
                         where dealership_id = :dealership
                           for update skip locked
                        """)
                .param("dealership", dealership.value())
                .query(Long.class)
                .optional()
                .orElse(null);
    }

    /** Waits until nobody else has the keeper, and keeps it until the end of the transaction. */
    void await(DealershipId dealership) {
        jdbc.sql("select 1 from standing_keeper where dealership_id = :dealership for update")
                .param("dealership", dealership.value())
                .query(Integer.class)
                .optional();
    }

    void keeps(long definition, DealershipId dealership) {
        jdbc.sql("""
                        update standing_keeper
                           set definition = :definition
                         where dealership_id = :dealership
                        """)
                .param("dealership", dealership.value())
                .param("definition", definition)
                .update();
    }

    /** The stretches of all cases as the journal tells them now. */
    List<Stretch> told(DealershipId dealership) {
        return jdbc.sql("with " + MERGED + STRETCHES.formatted("true"))
                .param("dealership", dealership.value())
                .query((row, number) -> stretch(row))
                .list();
    }

    /** The same of some cases. */
    List<Stretch> told(Collection<UUID> prospects, DealershipId dealership) {
        return jdbc.sql("with " + MERGED + STRETCHES.formatted("e.prospect_id in (:prospects)"))
                .param("dealership", dealership.value())
                .param("prospects", prospects)
                .query((row, number) -> stretch(row))
                .list();
    }

    /** Everything that is kept. */
    List<Stretch> stored(DealershipId dealership) {
        return jdbc.sql("""
                        select prospect_id, id, since, until, standing, resting, owner_id, grade, told_by, told_at, told_owner_id
                          from case_standing
                         where dealership_id = :dealership
                        """)
                .param("dealership", dealership.value())
                .query((row, number) -> stretch(row))
                .list();
    }

    void forget(DealershipId dealership) {
        jdbc.sql("delete from case_standing where dealership_id = :dealership")
                .param("dealership", dealership.value())
                .update();
    }

    void forget(Collection<UUID> prospects, DealershipId dealership) {
        jdbc.sql("""
                        delete from case_standing
                         where dealership_id = :dealership
                           and prospect_id in (:prospects)
                        """)
                .param("dealership", dealership.value())
                .param("prospects", prospects)
                .update();
    }

    void store(List<Stretch> stretches, DealershipId dealership) {
        template.batchUpdate(STORE, stretches, 1000, (statement, one) -> bind(statement, one, dealership));
    }

    private static void bind(PreparedStatement statement, Stretch one, DealershipId dealership) throws SQLException {
        statement.setInt(1, dealership.value());
        statement.setObject(2, one.prospect());
        statement.setObject(3, one.id());
        statement.setObject(4, one.since());
        statement.setObject(5, one.until());
        statement.setString(6, one.standing());
        statement.setBoolean(7, one.resting());
        statement.setObject(8, one.owner(), Types.OTHER);
        statement.setString(9, one.grade());
        statement.setObject(10, one.toldBy());
        statement.setObject(11, one.toldAt());
        statement.setObject(12, one.toldOwner(), Types.OTHER);
    }

    private static Stretch stretch(ResultSet row) throws SQLException {
        return new Stretch(
                row.getObject("prospect_id", UUID.class),
                row.getObject("id", UUID.class),
                row.getObject("since", OffsetDateTime.class),
                row.getObject("until", OffsetDateTime.class),
                row.getString("standing"),
                row.getBoolean("resting"),
                row.getObject("owner_id", UUID.class),
                row.getString("grade"),
                row.getObject("told_by", UUID.class),
                row.getObject("told_at", OffsetDateTime.class),
                row.getObject("told_owner_id", UUID.class));
    }
}
