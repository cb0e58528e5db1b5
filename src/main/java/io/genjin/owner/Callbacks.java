package io.genjin.owner;

import io.genjin.prospect.ProspectId;
import io.genjin.shared.DealershipId;
import io.genjin.shared.Moments;
import io.genjin.shared.NothingHere;
import io.genjin.shared.TypedId;
import io.genjin.staff.Role;
import io.genjin.staff.StaffId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Stores calls to owners, planned, tried and made. */
@Repository
class Callbacks {

    private static final String COLUMNS = """
            c.id, c.owner_id, c.prospect_id, c.plan_type, c.due_date, c.try_on, c.occasion, c.state, c.attempts, c.done_at,
                   c.done_on, c.done_by, c.done_role, c.said, c.satisfaction, c.questions, c.answers::text as answers""";

    private static final TypeReference<Map<String, String>> ANSWERS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Callbacks(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Plans a call; the same call again is planned once, and one that was withdrawn stands again. */
    void plan(OwnerFile file, CallbackPlan.Planned planned, @Nullable String occasion) {
        jdbc.sql("""
                        insert into callback (dealership_id, id, owner_id, prospect_id, plan_type, due_date, try_on, occasion, state,
                                              attempts)
                        values (:dealership, :id, :owner, :prospect, :type, :due, :due, :occasion, 'OPEN', 0)
                            on conflict (dealership_id, owner_id, plan_type, due_date)
                            do update set state = 'OPEN' where callback.state = 'WITHDRAWN'
                        """)
                .param("dealership", file.dealership().value())
                .param("id", TypedId.newValue())
                .param("owner", file.id().value())
                .param("prospect", file.prospect().value())
                .param("type", planned.type().name())
                .param("due", planned.dueDate())
                .param("occasion", occasion)
                .update();
    }

    /** Withdraws the occasions that nobody has called for and whose day has not come: their dates changed. */
    void withdrawOccasions(DealershipId dealership, OwnerId owner, LocalDate after) {
        jdbc.sql("""
                        update callback
                           set state = 'WITHDRAWN'
                         where dealership_id = :dealership
                           and owner_id = :owner
                           and state = 'OPEN'
                           and attempts = 0
                           and due_date > :after
                           and plan_type in ('FIRST_SERVICE', 'INSURANCE', 'INSPECTION', 'ANNIVERSARY', 'BIRTHDAY')
                        """)
                .param("dealership", dealership.value())
                .param("owner", owner.value())
                .param("after", after)
                .update();
    }

    Callback get(DealershipId dealership, UUID id) {
        return one(dealership, id, "");
    }

    Callback getForUpdate(DealershipId dealership, UUID id) {
        return one(dealership, id, "for update");
    }

    private Callback one(DealershipId dealership, UUID id, String lock) {
        return jdbc.sql("""
                        select %s
                          from callback c
                         where c.dealership_id = :dealership
                           and c.id = :id
                         %s
                        """.formatted(COLUMNS, lock))
                .param("dealership", dealership.value())
                .param("id", id)
                .query((row, number) -> read(row))
                .optional()
                .orElseThrow(() -> new NothingHere(id));
    }

    void update(DealershipId dealership, Callback call) {
        Role role = call.doneRole();
        StaffId by = call.doneBy();
        jdbc.sql("""
                        update callback
                           set try_on = :tryOn, state = :state, attempts = :attempts, done_at = :doneAt, done_on = :doneOn,
                               done_by = :doneBy, done_role = :doneRole, said = :said, satisfaction = :satisfaction,
                               questions = :questions, answers = :answers::jsonb
                         where dealership_id = :dealership
                           and id = :id
                        """)
                .param("tryOn", call.tryOn())
                .param("state", call.state().name())
                .param("attempts", call.attempts())
                .param("doneAt", Moments.boundOrNull(call.doneAt()))
                .param("doneOn", call.doneOn())
                .param("doneBy", by == null ? null : by.value())
                .param("doneRole", role == null ? null : role.name())
                .param("said", call.said())
                .param("satisfaction", call.satisfaction())
                .param("questions", call.questions())
                .param("answers", call.questions() == null ? null : json.writeValueAsString(call.answers()))
                .param("dealership", dealership.value())
                .param("id", call.id())
                .update();
    }

    /** Each try stays written down. */
    void tried(DealershipId dealership, UUID callback, boolean reached, @Nullable String said, StaffId by, Instant at) {
        jdbc.sql("""
                        insert into callback_attempt (dealership_id, id, callback_id, reached, said, tried_by, tried_at)
                        values (:dealership, :id, :callback, :reached, :said, :by, :at)
                        """)
                .param("dealership", dealership.value())
                .param("id", TypedId.newValue())
                .param("callback", callback)
                .param("reached", reached)
                .param("said", said)
                .param("by", by.value())
                .param("at", Moments.bound(at))
                .update();
    }

    /** One try. */
    record Attempt(boolean reached, @Nullable String said, StaffId by, Instant at) {}

    List<Attempt> attempts(DealershipId dealership, UUID callback) {
        return jdbc.sql("""
                        select reached, said, tried_by, tried_at
                          from callback_attempt
                         where dealership_id = :dealership
                           and callback_id = :callback
                         order by tried_at desc, id desc
                        """)
                .param("dealership", dealership.value())
                .param("callback", callback)
                .query((row, number) -> new Attempt(
                        row.getBoolean("reached"),
                        row.getString("said"),
                        new StaffId(row.getObject("tried_by", UUID.class)),
                        Moments.read(row, "tried_at")))
                .list();
    }

    /** Whether one of the calls after the delivery reached the owner on that day. */
    boolean reachedOn(DealershipId dealership, OwnerId owner, LocalDate day) {
        return jdbc.sql("""
                                select count(*)
                                  from callback c
                                 where c.dealership_id = :dealership
                                   and c.owner_id = :owner
                                   and c.done_on = :day
                                   and c.plan_type in ('D3', 'D7', 'D30')
                                """)
                        .param("dealership", dealership.value())
                        .param("owner", owner.value())
                        .param("day", day)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** All calls to one owner but the withdrawn, in the order of their days. */
    List<Callback> of(DealershipId dealership, OwnerId owner) {
        return jdbc.sql("""
                        select %s
                          from callback c
                         where c.dealership_id = :dealership
                           and c.owner_id = :owner
                           and c.state <> 'WITHDRAWN'
                         order by c.due_date, c.id
                        """.formatted(COLUMNS))
                .param("dealership", dealership.value())
                .param("owner", owner.value())
                .query((row, number) -> read(row))
                .list();
    }

    /** What is to be called for until {@code day}, the oldest first. */
    List<Callback> open(DealershipId dealership, LocalDate day, int most) {
        return jdbc.sql("""
                        select %s
                          from callback c
                         where c.dealership_id = :dealership
                           and c.state = 'OPEN'
                           and c.try_on <= :day
                         order by c.due_date, c.id
                         limit :most
                        """.formatted(COLUMNS))
                .param("dealership", dealership.value())
                .param("day", day)
                .param("most", most)
                .query((row, number) -> read(row))
                .list();
    }

    /** The calls after the delivery that fell due within these days, both included. */
    List<Callback> fellDue(DealershipId dealership, LocalDate from, LocalDate until) {
        return jdbc.sql("""
                        select %s
                          from callback c
                         where c.dealership_id = :dealership
                           and c.plan_type in ('D3', 'D7', 'D30')
                           and c.due_date between :from and :until
                           and c.state <> 'WITHDRAWN'
                         order by c.plan_type, c.due_date, c.id
                        """.formatted(COLUMNS))
                .param("dealership", dealership.value())
                .param("from", from)
                .param("until", until)
                .query((row, number) -> read(row))
                .list();
    }

    private Callback read(ResultSet row) throws SQLException {
        UUID by = row.getObject("done_by", UUID.class);
        String role = row.getString("done_role");
        String answers = row.getString("answers");
        return new Callback(
                row.getObject("id", UUID.class),
                new OwnerId(row.getObject("owner_id", UUID.class)),
                new ProspectId(row.getObject("prospect_id", UUID.class)),
                CallbackType.valueOf(row.getString("plan_type")),
                row.getObject("due_date", LocalDate.class),
                row.getObject("try_on", LocalDate.class),
                row.getString("occasion"),
                Callback.State.valueOf(row.getString("state")),
                row.getInt("attempts"),
                Moments.readOrNull(row, "done_at"),
                row.getObject("done_on", LocalDate.class),
                by == null ? null : new StaffId(by),
                role == null ? null : Role.valueOf(role),
                row.getString("said"),
                row.getObject("satisfaction", Integer.class),
                row.getObject("questions", Integer.class),
                answers == null ? Map.of() : new TreeMap<>(json.readValue(answers, ANSWERS)));
    }
}
