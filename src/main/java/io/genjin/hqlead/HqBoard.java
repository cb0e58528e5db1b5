package io.genjin.hqlead;

import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.followup.Shares;
import io.genjin.intake.Lead;
import io.genjin.intake.LeadList;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectDesk;
import io.genjin.prospect.ProspectId;
import io.genjin.prospect.ProspectStatus;
import io.genjin.shared.Conditions;
import io.genjin.shared.Cursor;
import io.genjin.shared.DealershipId;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Moments;
import io.genjin.shared.NothingHere;
import io.genjin.shared.Page;
import io.genjin.shared.Refusal.Field;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Every open HQ lead with its running clock: those that nobody followed first, the longest waiting above. */
@Component
public class HqBoard {

    /** Which open HQ leads a reader asks for. */
    public enum Show {
        all("true"),
        waiting("p.status = 'LEAD_RECEIVED'"),
        unfollowed("p.first_pending"),
        unrecorded("s.prospect_id is null");

        private final String clause;

        Show(String clause) {
            this.clause = clause;
        }
    }

    /**
     * One lead.
     *
     * @param lead     as intake knows it; nothing when the card was opened by hand
     * @param dueAt    the last moment for the first follow-up, inclusive
     * @param earned   the warnings it has earned, the newest last
     * @param shares   who had it for how much of its limit so far
     * @param recorded today's status, if somebody recorded it
     */
    public record Row(
            Prospect prospect,
            @Nullable Lead lead,
            HqCase told,
            Instant dueAt,
            List<WarningStep> earned,
            Shares shares,
            HqCase.@Nullable Recorded recorded) {

        /** Whether the clock of the first follow-up runs. */
        public boolean isRunning() {
            return prospect.deadline().firstPending() && prospect.status().isFollowed();
        }

        public boolean isWaiting() {
            return prospect.status() == ProspectStatus.LEAD_RECEIVED;
        }

        /** Whether it has a consultant who did not try yet, so that it can be taken back. */
        public boolean canBeTakenBack() {
            return lead != null
                    && prospect.status() == ProspectStatus.ASSIGNED
                    && prospect.deadline().firstPending();
        }

        /** The newest warning while the clock runs. */
        public @Nullable WarningStep warned() {
            return earned.isEmpty() || !isRunning() ? null : earned.get(earned.size() - 1);
        }

        public HqCase.Punctuality punctuality(Instant now) {
            return told.punctuality(dueAt, now);
        }
    }

    /** How the board stands: open leads, those not followed, those late, those waiting, and those without today's status. */
    public record Counts(int open, int unfollowed, int late, int waiting, int unrecorded) {}

    private record Place(boolean followed, Instant receivedAt, ProspectId id) {}

    private final JdbcClient jdbc;
    private final HqJournal journal;
    private final HqStatuses statuses;
    private final ProspectDesk prospects;
    private final LeadList leads;
    private final Dealerships dealerships;
    private final Clock clock;

    HqBoard(
            JdbcClient jdbc,
            HqJournal journal,
            HqStatuses statuses,
            ProspectDesk prospects,
            LeadList leads,
            Dealerships dealerships,
            Clock clock) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.statuses = statuses;
        this.prospects = prospects;
        this.leads = leads;
        this.dealerships = dealerships;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Page<Row> find(Show show, int limit, @Nullable String cursor, StaffMember reader) {
        Conditions where = Conditions.in(reader.dealership(), "p.dealership_id").and(show.clause);
        Cursor after = Cursor.read(cursor, 3);
        if (after != null) {
            where.and("(not p.first_pending, p.received_at, p.id) > (:followed, :receivedAt, :id)")
                    .with("followed", flag(after.values().get(0)))
                    .with("receivedAt", Cursor.instant(after.values().get(1)))
                    .with("id", Cursor.uuid(after.values().get(2)));
        }
        List<Place> found = jdbc.sql("""
                        select not p.first_pending as followed, p.received_at, p.id
                          from hq_prospect p
                          left join hq_status s
                            on s.dealership_id = p.dealership_id
                           and s.prospect_id = p.id
                           and s.day = :today
                         where p.status not in ('DEFEATED', 'INVALID', 'DUPLICATE', 'DELIVERED')
                           and %s
                         order by not p.first_pending, p.received_at, p.id
                         limit :rows
                        """.formatted(where.sql()))
                .params(where.params())
                .param("today", today(reader.dealership()))
                .param("rows", limit + 1)
                .query((row, number) -> new Place(
                        row.getBoolean("followed"),
                        Moments.read(row, "received_at"),
                        new ProspectId(row.getObject("id", UUID.class))))
                .list();
        Page<Place> page = Page.of(
                found,
                limit,
                last -> Cursor.of(last.followed(), last.receivedAt(), last.id().value()));
        Map<ProspectId, Row> rows = rows(page.items().stream().map(Place::id).toList(), reader);
        return new Page<>(
                page.items().stream()
                        .map(place -> rows.get(place.id()))
                        .filter(Objects::nonNull)
                        .toList(),
                page.next());
    }

    private static boolean flag(String value) {
        if (!value.equals("true") && !value.equals("false")) {
            throw new FieldsRefused(Field.of("cursor", "field.cursor"));
        }
        return value.equals("true");
    }

    private Map<ProspectId, Row> rows(List<ProspectId> ids, StaffMember reader) {
        DealershipId in = reader.dealership();
        Instant now = clock.instant();
        HqClock hours = journal.clock(in);
        Map<ProspectId, Lead> opened = leads.opened(in, ids);
        Map<ProspectId, HqCase.Recorded> recorded = statuses.of(in, today(in), ids);
        Map<ProspectId, HqCase> told = (ids.isEmpty() ? List.<HqCase>of() : journal.cases(in, ids))
                .stream()
                        .filter(one -> !one.repeated())
                        .collect(Collectors.toMap(HqCase::prospect, Function.identity()));
        return prospects.getAll(in, ids).stream()
                .filter(prospect -> told.containsKey(prospect.id()))
                .map(prospect -> row(
                        prospect,
                        opened.get(prospect.id()),
                        Objects.requireNonNull(told.get(prospect.id())),
                        recorded.get(prospect.id()),
                        hours,
                        now))
                .collect(Collectors.toMap(row -> row.prospect().id(), Function.identity()));
    }

    private static Row row(
            Prospect prospect,
            @Nullable Lead lead,
            HqCase told,
            HqCase.@Nullable Recorded recorded,
            HqClock hours,
            Instant now) {
        Instant dueAt =
                prospect.deadline().firstPending() ? prospect.deadline().dueAt() : hours.dueAt(told.receivedAt());
        return new Row(
                prospect,
                lead,
                told.called(lead == null ? told.externalId() : lead.externalId()),
                dueAt,
                Warnings.earned(told, hours, now).stream()
                        .map(Warnings.Warning::step)
                        .toList(),
                told.shares(dueAt, now, hours.time()),
                recorded);
    }

    /** One HQ lead, open or not. */
    @Transactional(readOnly = true)
    public Row one(ProspectId id, StaffMember reader) {
        Row row = rows(List.of(id), reader).get(id);
        if (row == null) {
            throw new NothingHere(id);
        }
        return row;
    }

    @Transactional(readOnly = true)
    public Counts counts(StaffMember reader) {
        return jdbc.sql("""
                        select count(*) as open,
                               count(*) filter (where p.first_pending) as unfollowed,
                               count(*) filter (where p.first_pending and p.rule_due_at < :now) as late,
                               count(*) filter (where p.status = 'LEAD_RECEIVED') as waiting,
                               count(*) filter (where s.prospect_id is null) as unrecorded
                          from hq_prospect p
                          left join hq_status s
                            on s.dealership_id = p.dealership_id
                           and s.prospect_id = p.id
                           and s.day = :today
                         where p.dealership_id = :dealership
                           and p.status not in ('DEFEATED', 'INVALID', 'DUPLICATE', 'DELIVERED')
                        """)
                .param("dealership", reader.dealership().value())
                .param("now", Moments.bound(clock.instant()))
                .param("today", today(reader.dealership()))
                .query((row, number) -> new Counts(
                        row.getInt("open"),
                        row.getInt("unfollowed"),
                        row.getInt("late"),
                        row.getInt("waiting"),
                        row.getInt("unrecorded")))
                .single();
    }

    private LocalDate today(DealershipId in) {
        Dealership dealership = dealerships.get(in);
        return dealership.today(clock);
    }
}
