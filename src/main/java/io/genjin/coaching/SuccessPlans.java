package io.genjin.coaching;

import io.genjin.coaching.SuccessPlan.FollowUp;
import io.genjin.coaching.SuccessPlan.Outcome;
import io.genjin.coaching.SuccessPlan.Signed;
import io.genjin.shared.Conditions;
import io.genjin.shared.Cursor;
import io.genjin.shared.DealershipId;
import io.genjin.shared.Moments;
import io.genjin.shared.NothingHere;
import io.genjin.shared.Page;
import io.genjin.shared.Signature;
import io.genjin.staff.StaffId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Stores success plans; what is signed by both the database itself refuses to change. */
@Repository
class SuccessPlans {

    private static final TypeReference<List<Outcome>> OUTCOMES = new TypeReference<>() {};

    private static final String COLUMNS = """
            p.dealership_id, p.id, p.year, p.number, p.talk_id, p.consultant_id, p.manager_id, p.held_on,
                               p.content::text as content, p.figures::text as figures, p.replaces_id, p.replaced_by_id, p.version,
                               p.made_at, p.written_at, p.consultant_signature, p.consultant_taken_by, p.consultant_signed_at,
                               p.manager_signature, p.manager_taken_by, p.manager_signed_at, p.followed_up_on, p.followed_up_at,
                               p.followed_up_by, p.result, p.outcomes::text as outcomes""";

    private static final String SIGNED = "p.consultant_signed_at is not null and p.manager_signed_at is not null";

    /** Which plans are asked for. */
    enum Filter {
        ALL("true"),
        TO_SIGN("p.replaced_by_id is null and (p.consultant_signed_at is null or p.manager_signed_at is null)"),
        RUNNING("p.replaced_by_id is null and p.followed_up_at is null and " + SIGNED),
        DUE("p.replaced_by_id is null and p.followed_up_at is null and p.follow_up_on <= :today and " + SIGNED),
        FOLLOWED_UP("p.followed_up_at is not null");

        private final String condition;

        Filter(String condition) {
            this.condition = condition;
        }
    }

    private final JdbcClient jdbc;
    private final JsonMapper json;

    SuccessPlans(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The next number of a year: whoever asks second waits for the first, so that there is no gap and none twice. */
    String nextNumber(DealershipId dealership, int year) {
        int next = jdbc.sql("""
                        insert into success_plan_year (dealership_id, year, last)
                        values (:dealership, :year, 1)
                            on conflict (dealership_id, year)
                            do update set last = success_plan_year.last + 1
                        returning last
                        """)
                .param("dealership", dealership.value())
                .param("year", year)
                .query(Integer.class)
                .single();
        return number(year, next);
    }

    private static String number(int year, int number) {
        return String.format(Locale.ROOT, "%d-%03d", year, number);
    }

    void add(SuccessPlan plan) {
        String[] number = plan.number().split("-", -1);
        try {
            jdbc.sql("""
                            insert into success_plan (dealership_id, id, year, number, talk_id, consultant_id, manager_id, held_on,
                                                      content, figures, follow_up_on, replaces_id, version, made_at, written_at)
                            values (:dealership, :id, :year, :number, :talk, :consultant, :manager, :heldOn, :content::jsonb,
                                    :figures::jsonb, :followUpOn, :replaces, :version, :madeAt, :writtenAt)
                            """)
                    .param("dealership", plan.dealership().value())
                    .param("id", plan.id().value())
                    .param("year", Integer.valueOf(number[0]))
                    .param("number", Integer.valueOf(number[1]))
                    .param("talk", plan.talk().value())
                    .param("consultant", plan.consultant().value())
                    .param("manager", plan.manager().value())
                    .param("heldOn", plan.heldOn())
                    .param("content", json.writeValueAsString(plan.content()))
                    .param("figures", json.writeValueAsString(plan.figures()))
                    .param("followUpOn", plan.content().followUpOn())
                    .param(
                            "replaces",
                            plan.replaces() == null ? null : plan.replaces().value())
                    .param("version", plan.version())
                    .param("madeAt", Moments.bound(plan.madeAt()))
                    .param("writtenAt", Moments.bound(plan.writtenAt()))
                    .update();
        } catch (DuplicateKeyException faster) {
            throw new PlanMadeAlready(plan.number());
        }
    }

    void update(SuccessPlan plan) {
        Signed consultant = plan.byConsultant();
        Signed manager = plan.byManager();
        FollowUp look = plan.followUp();
        jdbc.sql("""
                        update success_plan
                           set content = :content::jsonb,
                               follow_up_on = :followUpOn,
                               version = :version,
                               written_at = :writtenAt,
                               consultant_signature = :consultantSignature,
                               consultant_taken_by = :consultantBy,
                               consultant_signed_at = :consultantAt,
                               manager_signature = :managerSignature,
                               manager_taken_by = :managerBy,
                               manager_signed_at = :managerAt,
                               followed_up_on = :lookOn,
                               followed_up_at = :lookAt,
                               followed_up_by = :lookBy,
                               result = :result,
                               outcomes = :outcomes::jsonb
                         where dealership_id = :dealership
                           and id = :id
                        """)
                .param("dealership", plan.dealership().value())
                .param("id", plan.id().value())
                .param("content", json.writeValueAsString(plan.content()))
                .param("followUpOn", plan.content().followUpOn())
                .param("version", plan.version())
                .param("writtenAt", Moments.bound(plan.writtenAt()))
                .param(
                        "consultantSignature",
                        consultant == null ? null : consultant.signature().text())
                .param(
                        "consultantBy",
                        consultant == null ? null : consultant.takenBy().value())
                .param("consultantAt", Moments.boundOrNull(consultant == null ? null : consultant.at()))
                .param(
                        "managerSignature",
                        manager == null ? null : manager.signature().text())
                .param("managerBy", manager == null ? null : manager.takenBy().value())
                .param("managerAt", Moments.boundOrNull(manager == null ? null : manager.at()))
                .param("lookOn", look == null ? null : look.on())
                .param("lookAt", Moments.boundOrNull(look == null ? null : look.at()))
                .param("lookBy", look == null ? null : look.by().value())
                .param("result", look == null ? null : look.said())
                .param("outcomes", look == null ? null : json.writeValueAsString(look.outcomes()))
                .update();
    }

    /** Another version took its place. */
    void replace(SuccessPlan old, PlanId by) {
        jdbc.sql("""
                        update success_plan
                           set replaced_by_id = :by
                         where dealership_id = :dealership
                           and id = :id
                        """)
                .param("dealership", old.dealership().value())
                .param("id", old.id().value())
                .param("by", by.value())
                .update();
    }

    SuccessPlan get(DealershipId dealership, PlanId id) {
        return find(dealership, id, "");
    }

    SuccessPlan getForUpdate(DealershipId dealership, PlanId id) {
        return find(dealership, id, "for update");
    }

    private SuccessPlan find(DealershipId dealership, PlanId id, String lock) {
        return jdbc.sql("""
                        select %s
                          from success_plan p
                         where p.dealership_id = :dealership
                           and p.id = :id
                           %s
                        """.formatted(COLUMNS, lock))
                .param("dealership", dealership.value())
                .param("id", id.value())
                .query((row, number) -> read(row))
                .optional()
                .orElseThrow(() -> new NothingHere(id));
    }

    /** The plans that came of a talk, the latest first. */
    List<SuccessPlan> ofTalk(DealershipId dealership, OneToOneId talk) {
        return jdbc.sql("""
                        select %s
                          from success_plan p
                         where p.dealership_id = :dealership
                           and p.talk_id = :talk
                         order by p.made_at desc, p.id desc
                        """.formatted(COLUMNS))
                .param("dealership", dealership.value())
                .param("talk", talk.value())
                .query((row, number) -> read(row))
                .list();
    }

    Optional<SuccessPlan> firstOfTalk(DealershipId dealership, OneToOneId talk) {
        return ofTalk(dealership, talk).stream().findFirst();
    }

    /** The latest first; those that are due the longest first. */
    Page<SuccessPlan> list(
            DealershipId dealership,
            Filter filter,
            @Nullable StaffId consultant,
            LocalDate today,
            int limit,
            @Nullable String after) {
        Conditions where = Conditions.in(dealership, "p.dealership_id")
                .and(filter.condition)
                .given("consultant", consultant, "p.consultant_id = :consultant");
        if (filter == Filter.DUE) {
            where.with("today", today);
        }
        Cursor cursor = Cursor.read(after, 2);
        if (cursor != null) {
            where.and("(p.made_at, p.id) < (:last_at, :last_id)")
                    .with("last_at", Cursor.instant(cursor.values().get(0)))
                    .with("last_id", Cursor.uuid(cursor.values().get(1)));
        }
        List<SuccessPlan> rows = jdbc.sql("""
                        select %s
                          from success_plan p
                         where %s
                         order by p.made_at desc, p.id desc
                         limit :limit
                        """.formatted(COLUMNS, where.sql()))
                .params(where.params())
                .param("limit", limit + 1)
                .query((row, number) -> read(row))
                .list();
        return Page.of(rows, limit, last -> Cursor.of(last.madeAt(), last.id()));
    }

    /** Plans whose day has come and of which nobody was told yet, held until the transaction ends. */
    List<SuccessPlan> holdDueUntold(DealershipId dealership, LocalDate today) {
        return jdbc.sql("""
                        select %s
                          from success_plan p
                         where p.dealership_id = :dealership
                           and p.due_told_at is null
                           and %s
                         order by p.follow_up_on, p.id
                           for update
                        """.formatted(COLUMNS, Filter.DUE.condition))
                .param("dealership", dealership.value())
                .param("today", today)
                .query((row, number) -> read(row))
                .list();
    }

    void told(SuccessPlan plan, Instant at) {
        jdbc.sql("""
                        update success_plan
                           set due_told_at = :at
                         where dealership_id = :dealership
                           and id = :id
                        """)
                .param("dealership", plan.dealership().value())
                .param("id", plan.id().value())
                .param("at", Moments.bound(at))
                .update();
    }

    private SuccessPlan read(ResultSet row) throws SQLException {
        UUID replaces = row.getObject("replaces_id", UUID.class);
        UUID replacedBy = row.getObject("replaced_by_id", UUID.class);
        return new SuccessPlan(
                new PlanId(row.getObject("id", UUID.class)),
                new DealershipId(row.getInt("dealership_id")),
                number(row.getInt("year"), row.getInt("number")),
                new OneToOneId(row.getObject("talk_id", UUID.class)),
                new StaffId(row.getObject("consultant_id", UUID.class)),
                new StaffId(row.getObject("manager_id", UUID.class)),
                row.getObject("held_on", LocalDate.class),
                json.readValue(row.getString("content"), PlanContent.class),
                json.readValue(row.getString("figures"), PlanFigures.class),
                replaces == null ? null : new PlanId(replaces),
                replacedBy == null ? null : new PlanId(replacedBy),
                row.getInt("version"),
                Moments.read(row, "made_at"),
                Moments.read(row, "written_at"),
                signed(row, "consultant"),
                signed(row, "manager"),
                followUp(row));
    }

    private static @Nullable Signed signed(ResultSet row, String side) throws SQLException {
        String signature = row.getString(side + "_signature");
        Instant at = Moments.readOrNull(row, side + "_signed_at");
        return signature == null || at == null
                ? null
                : new Signed(Signature.of(signature), new StaffId(row.getObject(side + "_taken_by", UUID.class)), at);
    }

    private @Nullable FollowUp followUp(ResultSet row) throws SQLException {
        Instant at = Moments.readOrNull(row, "followed_up_at");
        return at == null
                ? null
                : new FollowUp(
                        row.getObject("followed_up_on", LocalDate.class),
                        at,
                        new StaffId(row.getObject("followed_up_by", UUID.class)),
                        row.getString("result"),
                        json.readValue(row.getString("outcomes"), OUTCOMES));
    }
}
