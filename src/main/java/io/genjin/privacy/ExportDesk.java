package io.genjin.privacy;

import io.genjin.dealership.Dealerships;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Moments;
import io.genjin.shared.NothingHere;
import io.genjin.shared.PlainText;
import io.genjin.shared.Refusal.Field;
import io.genjin.shared.TypedId;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where the limits of what leaves the house are set, and where a manager gives somebody more for a day (S-R32). */
@Service
public class ExportDesk {

    private static final int LONGEST_REASON = 200;
    private static final int MOST = 1_000_000;

    /** What the reader took and saw today, and how much it may be. */
    public record Today(int taken, int limit, int revealed, int revealMost) {}

    /** Somebody asks for more today. */
    public record Request(
            UUID id,
            StaffId who,
            int customers,
            String reason,
            @Nullable Boolean granted) {}

    private record Asked(StaffId who, LocalDate day, int customers) {}

    private final LookDays days;
    private final JdbcClient jdbc;
    private final Dealerships dealerships;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ExportDesk(LookDays days, JdbcClient jdbc, Dealerships dealerships, ApplicationEventPublisher events, Clock clock) {
        this.days = days;
        this.jdbc = jdbc;
        this.dealerships = dealerships;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Today today(StaffMember member) {
        LocalDate day = day(member);
        LookDays.Counted counted = days.of(member, day);
        ExportLimits limits = days.limits(member.dealership());
        return new Today(
                counted.taken(),
                limits.rows(member) + days.granted(member, day),
                counted.revealed(),
                limits.revealMost());
    }

    public ExportLimits limits(StaffMember member) {
        return days.limits(member.dealership());
    }

    /** The day's requests, those that wait first. */
    @Transactional(readOnly = true)
    public List<Request> requests(StaffMember reader) {
        return jdbc.sql("""
                        select id, staff_id, customers, reason, granted
                          from export_request
                         where dealership_id = :dealership
                           and day = :day
                         order by granted is not null, asked_at, id
                         limit 100
                        """)
                .param("dealership", reader.dealership().value())
                .param("day", day(reader))
                .query((row, number) -> new Request(
                        row.getObject("id", UUID.class),
                        new StaffId(row.getObject("staff_id", UUID.class)),
                        row.getInt("customers"),
                        row.getString("reason"),
                        row.getObject("granted", Boolean.class)))
                .list();
    }

    /**
     * Asks for more today.
     *
     * @throws FieldsRefused naming {@code customers} or {@code reason}
     */
    @Transactional
    public UUID ask(int customers, String reason, StaffMember by) {
        List<Field> wrong = new ArrayList<>();
        if (customers < 1 || customers > MOST) {
            wrong.add(Field.of("customers", "export.range", MOST));
        }
        String why = PlainText.line(reason, LONGEST_REASON, "reason", wrong);
        if (why == null) {
            wrong.add(Field.of("reason", "field.required"));
        }
        if (why == null || !wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        Instant now = clock.instant();
        UUID id = TypedId.newValue();
        jdbc.sql("""
                        insert into export_request (dealership_id, id, staff_id, day, customers, reason, asked_at)
                        values (:dealership, :id, :staff, :day, :customers, :reason, :now)
                        """)
                .param("dealership", by.dealership().value())
                .param("id", id)
                .param("staff", by.id().value())
                .param("day", day(by))
                .param("customers", customers)
                .param("reason", why)
                .param("now", Moments.bound(now))
                .update();
        events.publishEvent(ExportFact.of(ExportFact.Kind.EXPORT_ASKED, by, now)
                .with("person", by.id().value())
                .with("customers", customers)
                .with("reason", why));
        return id;
    }

    /**
     * A manager says yes or no.
     *
     * @throws OwnExport     when it is one's own
     * @throws ExportDecided when a colleague has decided it, or its day is over
     * @throws FieldsRefused naming {@code granted} when neither is said
     */
    @Transactional
    public void decide(UUID id, @Nullable Boolean granted, StaffMember by) {
        Asked asked = asked(id, by);
        if (asked.who().equals(by.id())) {
            throw new OwnExport();
        }
        if (!asked.day().equals(day(by))) {
            throw new ExportDecided();
        }
        if (granted == null) {
            throw new FieldsRefused(Field.of("granted", "field.required"));
        }
        Instant now = clock.instant();
        int decided = jdbc.sql("""
                        update export_request
                           set granted = :granted, decided_by = :by, decided_at = :now
                         where dealership_id = :dealership
                           and id = :id
                           and granted is null
                        """)
                .param("granted", granted)
                .param("by", by.id().value())
                .param("now", Moments.bound(now))
                .param("dealership", by.dealership().value())
                .param("id", id)
                .update();
        if (decided == 0) {
            throw new ExportDecided();
        }
        ExportFact.Kind what = granted ? ExportFact.Kind.EXPORT_GRANTED : ExportFact.Kind.EXPORT_REFUSED;
        events.publishEvent(
                ExportFact.of(what, by, now).with("to", asked.who().value()).with("customers", asked.customers()));
    }

    private Asked asked(UUID id, StaffMember by) {
        return jdbc.sql("""
                        select staff_id, day, customers
                          from export_request
                         where dealership_id = :dealership
                           and id = :id
                        """)
                .param("dealership", by.dealership().value())
                .param("id", id)
                .query((row, number) -> new Asked(
                        new StaffId(row.getObject("staff_id", UUID.class)),
                        row.getObject("day", LocalDate.class),
                        row.getInt("customers")))
                .optional()
                .orElseThrow(() -> new NothingHere(id));
    }

    @Transactional
    public void change(ExportLimits limits, StaffMember by) {
        ExportLimits before = days.limits(by.dealership());
        if (before.equals(limits)) {
            return;
        }
        Instant now = clock.instant();
        jdbc.sql("""
                        insert into export_limits (dealership_id, consultant, manager, reveal_alarm, reveal_most, changed_by, changed_at)
                        values (:dealership, :consultant, :manager, :alarm, :most, :by, :now)
                        on conflict (dealership_id) do update
                           set consultant = excluded.consultant, manager = excluded.manager, reveal_alarm = excluded.reveal_alarm,
                               reveal_most = excluded.reveal_most, changed_by = excluded.changed_by, changed_at = excluded.changed_at
                        """)
                .param("dealership", by.dealership().value())
                .param("consultant", limits.consultant())
                .param("manager", limits.manager())
                .param("alarm", limits.revealAlarm())
                .param("most", limits.revealMost())
                .param("by", by.id().value())
                .param("now", Moments.bound(now))
                .update();
        events.publishEvent(ExportFact.of(ExportFact.Kind.EXPORT_LIMITS_CHANGED, by, now)
                .with("consultantBefore", before.consultant())
                .with("consultant", limits.consultant())
                .with("managerBefore", before.manager())
                .with("manager", limits.manager())
                .with("alarmBefore", before.revealAlarm())
                .with("alarm", limits.revealAlarm())
                .with("mostBefore", before.revealMost())
                .with("most", limits.revealMost()));
    }

    private LocalDate day(StaffMember member) {
        return dealerships.get(member.dealership()).today(clock);
    }
}
