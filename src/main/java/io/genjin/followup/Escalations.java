package io.genjin.followup;

import io.genjin.database.Tenancy;
import io.genjin.dealership.ClosedDays;
import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.dealership.Frequency;
import io.genjin.dealership.OpenTime;
import io.genjin.dealership.Policies;
import io.genjin.dealership.Policy;
import io.genjin.followup.Escalation.Level;
import io.genjin.followup.SetAside.Work;
import io.genjin.journal.Journal;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectDesk;
import io.genjin.prospect.ProspectId;
import io.genjin.shared.DealershipId;
import io.genjin.shared.Grade;
import io.genjin.shared.Moments;
import io.genjin.shared.TypedId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings overdue promises before the next person: owner, showroom manager, sales manager. Each level is written down once for
 * each promise; after a downtime only the highest that was reached, for it implies those below. A contact or a reschedule makes
 * another promise, and with it everything begins anew; a lower grade, a transfer or a look at the list does not.
 */
@Component
public class Escalations {

    private static final int AT_ONCE = 200;

    private final JdbcClient jdbc;
    private final ProspectDesk prospects;
    private final Policies policies;
    private final ClosedDays closedDays;
    private final Dealerships dealerships;
    private final Journal journal;
    private final SetAside setAside;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Escalations(
            JdbcClient jdbc,
            ProspectDesk prospects,
            Policies policies,
            ClosedDays closedDays,
            Dealerships dealerships,
            Journal journal,
            SetAside setAside,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.prospects = prospects;
        this.policies = policies;
        this.closedDays = closedDays;
        this.dealerships = dealerships;
        this.journal = journal;
        this.setAside = setAside;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** By what a dealership escalates at one moment: the rhythms, the grace, and the time that its clocks count by. */
    record Scale(Policy policy, OpenTime time, ZoneId zone, Instant asOf) {

        Optional<Escalation> of(Instant dueAt, Grade grade, @Nullable Frequency ownRhythm) {
            Frequency rhythm = ownRhythm == null ? policy.rule(grade).frequency() : ownRhythm;
            return Escalation.of(dueAt, rhythm, policy.ownershipGraceIntervals(), time, zone, asOf);
        }
    }

    Scale scale(Dealership dealership, Instant asOf) {
        return new Scale(
                policies.current(dealership.id(), asOf), closedDays.openTime(dealership.id()), dealership.zone(), asOf);
    }

    /**
     * Writes down what has climbed by now, in all dealerships.
     *
     * @return how many promises climbed
     */
    public int raise() {
        Instant now = clock.instant();
        return dealerships.selling().stream()
                .mapToInt(dealership -> Tenancy.within(dealership.id(), () -> raise(dealership, now)))
                .sum();
    }

    /** Writes down what has climbed by now in one dealership. */
    public int raise(DealershipId in) {
        return Tenancy.within(in, () -> raise(dealerships.get(in), clock.instant()));
    }

    private int raise(Dealership dealership, Instant now) {
        Scale scale = scale(dealership, now);
        int raised = 0;
        UUID after = new UUID(0, 0);
        while (true) {
            UUID from = after;
            List<Overdue> batch =
                    Objects.requireNonNull(transaction.execute(status -> overdue(dealership.id(), now, from)));
            if (batch.isEmpty()) {
                return raised;
            }
            List<UUID> climbed = batch.stream()
                    .filter(one -> scale.of(one.dueAt(), one.grade(), one.ownRhythm())
                            .filter(found -> isAbove(found.level(), one.reached()))
                            .isPresent())
                    .map(Overdue::prospect)
                    .toList();
            if (!climbed.isEmpty()) {
                raised += setAside.each(
                        climbed,
                        Work.ESCALATION,
                        dealership.id(),
                        now,
                        id -> raise(prospects.hold(new ProspectId(id), dealership.id()), scale));
            }
            after = batch.get(batch.size() - 1).prospect();
        }
    }

    /** An overdue promise and the highest level that is written down for it. */
    private record Overdue(
            UUID prospect,
            Grade grade,
            @Nullable Frequency ownRhythm,
            Instant dueAt,
            @Nullable Level reached) {}

    private static boolean isAbove(Level level, @Nullable Level reached) {
        return reached == null || level.compareTo(reached) > 0;
    }

    /** Those that are overdue and have not climbed to the top. */
    private List<Overdue> overdue(DealershipId dealership, Instant now, UUID after) {
        return jdbc.sql("""
                        select p.id, p.grade, p.own_times, p.own_days, p.due_at, o.level is not null as owner,
                               m.level is not null as showroom_manager
                          from prospect p
                          left join escalation o
                            on o.dealership_id = :dealership and o.prospect_id = p.id and o.due_at = p.due_at
                           and o.level = 'OWNER'
                          left join escalation m
                            on m.dealership_id = :dealership and m.prospect_id = p.id and m.due_at = p.due_at
                           and m.level = 'SHOWROOM_MANAGER'
                          left join escalation t
                            on t.dealership_id = :dealership and t.prospect_id = p.id and t.due_at = p.due_at
                           and t.level = 'SALES_MANAGER'
                         where p.dealership_id = :dealership
                           and p.id > :after
                           and p.due_at < :now
                           and p.status in ('LEAD_RECEIVED', 'ASSIGNED', 'FOLLOWING', 'NOT_CLOSED_REVIEW', 'CAUSE_ANALYSIS',
                                            'DEFEAT_PENDING')
                           and t.level is null
                           and %s
                         order by p.id
                         limit :rows
                        """.formatted(SetAside.NOT_SET_ASIDE))
                .param("dealership", dealership.value())
                .param("work", Work.ESCALATION.name())
                .param("pause", Moments.bound(SetAside.pause(now)))
                .param("after", after)
                .param("now", Moments.bound(now))
                .param("rows", AT_ONCE)
                .query((row, number) -> new Overdue(
                        row.getObject("id", UUID.class),
                        Grade.valueOf(row.getString("grade")),
                        ownRhythm(row),
                        Moments.read(row, "due_at"),
                        row.getBoolean("showroom_manager")
                                ? Level.SHOWROOM_MANAGER
                                : row.getBoolean("owner") ? Level.OWNER : null))
                .list();
    }

    /** The prospect's row is locked; what a colleague did meanwhile is seen. */
    private boolean raise(Prospect prospect, Scale scale) {
        Instant dueAt = prospect.dueAt(scale.zone());
        Optional<Escalation> found = prospect.status().isFollowed()
                ? scale.of(dueAt, prospect.grade(), prospect.ownRhythm())
                : Optional.empty();
        if (found.isEmpty()
                || !isAbove(
                        found.get().level(),
                        written(prospect.dealership(), List.of(prospect.id()))
                                .get(new Promise(prospect.id(), dueAt)))) {
            return false;
        }
        Escalation escalation = found.get();
        UUID entry = TypedId.newValue();
        jdbc.sql("""
                        insert into escalation (dealership_id, prospect_id, due_at, level, owner_id, reached_at, entry_id)
                        values (:dealership, :prospect, :dueAt, :level, :owner, :reachedAt, :entry)
                        """)
                .param("dealership", prospect.dealership().value())
                .param("prospect", prospect.id().value())
                .param("dueAt", Moments.bound(dueAt))
                .param("level", escalation.level().name())
                .param("owner", prospect.owner().value())
                .param("reachedAt", Moments.bound(escalation.reachedAt()))
                .param("entry", entry)
                .update();
        journal.writeAll(List.of(FollowUpFact.byClock(
                        FollowUpFact.Kind.ESCALATED,
                        prospect,
                        FollowUpFact.frozen(prospect),
                        escalation.reachedAt(),
                        entry,
                        null)
                .with("level", escalation.level().name())
                .with("dueAt", dueAt.toString())
                .with("dueDay", LocalDate.ofInstant(dueAt, scale.zone()).toString())
                .with("overdueDays", escalation.overdueDays())
                .with("owner", prospect.owner().value().toString())));
        return true;
    }

    /**
     * How far the promises of these customers have climbed at {@code asOf}; what was written down stays, though a lower grade
     * would let it climb more slowly (1.11 rule 8).
     */
    Levels levels(Dealership dealership, Instant asOf, Collection<ProspectId> of) {
        return new Levels(scale(dealership, asOf), ownRhythms(dealership.id(), of), written(dealership.id(), of));
    }

    /** The levels of some promises. */
    record Levels(Scale scale, Map<ProspectId, Frequency> ownRhythms, Map<Promise, Level> written) {

        @Nullable
        Level of(ProspectId prospect, Instant dueAt, Grade grade) {
            Level known = written.get(new Promise(prospect, dueAt));
            return scale.of(dueAt, grade, ownRhythms.get(prospect))
                    .map(Escalation::level)
                    .map(level -> isAbove(level, known) ? level : Objects.requireNonNull(known))
                    .orElse(null);
        }
    }

    private Map<ProspectId, Frequency> ownRhythms(DealershipId dealership, Collection<ProspectId> of) {
        Map<ProspectId, Frequency> own = new HashMap<>();
        if (of.isEmpty()) {
            return own;
        }
        jdbc.sql("""
                        select id, own_times, own_days
                          from prospect
                         where dealership_id = :dealership
                           and id in (:prospects)
                           and own_times is not null
                        """)
                .param("dealership", dealership.value())
                .param("prospects", of.stream().map(ProspectId::value).toList())
                .query(row -> {
                    own.put(
                            new ProspectId(row.getObject("id", UUID.class)),
                            new Frequency(row.getInt("own_times"), row.getInt("own_days")));
                });
        return own;
    }

    private static @Nullable Frequency ownRhythm(ResultSet row) throws SQLException {
        int times = row.getInt("own_times");
        return row.wasNull() ? null : new Frequency(times, row.getInt("own_days"));
    }

    /** One promise of one customer. */
    record Promise(ProspectId prospect, Instant dueAt) {}

    /** The highest level written down for each promise of these customers. */
    private Map<Promise, Level> written(DealershipId dealership, Collection<ProspectId> of) {
        Map<Promise, Level> highest = new HashMap<>();
        if (of.isEmpty()) {
            return highest;
        }
        jdbc.sql("""
                        select prospect_id, due_at, level
                          from escalation
                         where dealership_id = :dealership
                           and prospect_id in (:prospects)
                        """)
                .param("dealership", dealership.value())
                .param("prospects", of.stream().map(ProspectId::value).toList())
                .query(row -> {
                    Promise promise = new Promise(
                            new ProspectId(row.getObject("prospect_id", UUID.class)), Moments.read(row, "due_at"));
                    highest.merge(
                            promise,
                            Level.valueOf(row.getString("level")),
                            (one, other) -> one.compareTo(other) > 0 ? one : other);
                });
        return highest;
    }
}
