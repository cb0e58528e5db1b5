package io.genjin.testdrive;

import io.genjin.appointment.AppointmentId;
import io.genjin.picture.PictureId;
import io.genjin.prospect.NextStepReason;
import io.genjin.prospect.ProspectId;
import io.genjin.shared.DealershipId;
import io.genjin.shared.Moments;
import io.genjin.shared.NothingHere;
import io.genjin.shared.TypedId;
import io.genjin.staff.StaffId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores rides and drives, what was said after them, and offers that were declined. */
@Repository
class Drives {

    private static final String SELECT = """
            select d.id, d.prospect_id, d.car_id, d.route_id, d.consultant_id, d.mode, s.from_at, s.to_at, d.walk_in, d.status,
                   d.note, d.booked_by, d.booked_at, d.cancel_reason, d.started_by, d.started_at, d.km_start, d.returned_by,
                   d.returned_at, d.km_end, d.damage, d.damage_picture, d.version
              from test_drive d
              join test_drive_slot s on s.dealership_id = d.dealership_id and s.id = d.id
             where d.dealership_id = :dealership
            """;

    private final JdbcClient jdbc;

    Drives(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(TestDrive drive, @Nullable AppointmentId appointment) {
        jdbc.sql("""
                        insert into test_drive (dealership_id, id, prospect_id, car_id, route_id, consultant_id, mode, walk_in,
                                                status, note, booked_by, booked_at, appointment_id, version)
                        values (:dealership, :id, :prospect, :car, :route, :consultant, :mode, :walkIn, :status, :note, :by,
                                :at, :appointment, 0)
                        """)
                .param("dealership", drive.dealership().value())
                .param("id", drive.id().value())
                .param("prospect", drive.prospect().value())
                .param("car", drive.car().value())
                .param("route", drive.route().value())
                .param("consultant", drive.consultant().value())
                .param("mode", drive.mode().name())
                .param("walkIn", drive.walkIn())
                .param("status", drive.status().name())
                .param("note", drive.note())
                .param("by", drive.bookedBy().value())
                .param("at", Moments.bound(drive.bookedAt()))
                .param("appointment", appointment == null ? null : appointment.value())
                .update();
    }

    /** The customer's appointment that goes with a booking. */
    Optional<AppointmentId> appointment(DealershipId dealership, DriveId id) {
        return jdbc.sql("""
                        select appointment_id
                          from test_drive
                         where dealership_id = :dealership
                           and id = :id
                           and appointment_id is not null
                        """)
                .param("dealership", dealership.value())
                .param("id", id.value())
                .query((row, number) -> new AppointmentId(row.getObject("appointment_id", UUID.class)))
                .optional();
    }

    TestDrive get(DealershipId dealership, DriveId id) {
        return one(dealership, id, "");
    }

    /** Reads the drive, holding it until the transaction ends. */
    TestDrive hold(DealershipId dealership, DriveId id) {
        return one(dealership, id, " for update of d");
    }

    private TestDrive one(DealershipId dealership, DriveId id, String lock) {
        return jdbc.sql(SELECT + " and d.id = :id" + lock)
                .param("dealership", dealership.value())
                .param("id", id.value())
                .query((row, number) -> drive(row, dealership))
                .optional()
                .orElseThrow(() -> new NothingHere(id));
    }

    /** Those of one customer in all their cases, newest first. */
    List<TestDrive> of(DealershipId dealership, Collection<ProspectId> cases) {
        return jdbc.sql(SELECT + " and d.prospect_id in (:cases) order by s.from_at desc, d.id")
                .param("dealership", dealership.value())
                .param("cases", cases.stream().map(ProspectId::value).toList())
                .query((row, number) -> drive(row, dealership))
                .list();
    }

    /** Those that keep a car between two moments, cancelled ones left out, by time. */
    List<TestDrive> between(DealershipId dealership, Instant from, Instant to) {
        return jdbc.sql(SELECT + """
                           and s.from_at < :to
                           and s.to_at > :from
                           and d.status <> 'CANCELLED'
                         order by s.from_at, d.id
                        """)
                .param("dealership", dealership.value())
                .param("from", Moments.bound(from))
                .param("to", Moments.bound(to))
                .query((row, number) -> drive(row, dealership))
                .list();
    }

    /** Those that are out now, whenever they began. */
    List<TestDrive> out(DealershipId dealership) {
        return jdbc.sql(SELECT + " and d.status = 'OUT' order by s.to_at, d.id")
                .param("dealership", dealership.value())
                .query((row, number) -> drive(row, dealership))
                .list();
    }

    /** Those that are back since {@code since} and about which the customer was not asked yet (2.6), oldest first. */
    List<TestDrive> unasked(DealershipId dealership, Instant since) {
        return jdbc.sql(SELECT + """
                           and d.status = 'RETURNED'
                           and d.returned_at >= :since
                           and not exists (select 1
                                             from test_drive_evaluation e
                                            where e.dealership_id = :dealership
                                              and e.drive_id = d.id)
                         order by d.returned_at, d.id
                        """)
                .param("dealership", dealership.value())
                .param("since", Moments.bound(since))
                .query((row, number) -> drive(row, dealership))
                .list();
    }

    void mode(DealershipId dealership, DriveId id, DriveMode mode, TestDrive.Status status) {
        jdbc.sql("""
                        update test_drive
                           set mode = :mode, status = :status, version = version + 1
                         where dealership_id = :dealership
                           and id = :id
                        """)
                .param("dealership", dealership.value())
                .param("id", id.value())
                .param("mode", mode.name())
                .param("status", status.name())
                .update();
    }

    void cancelled(DealershipId dealership, DriveId id, TestDrive.CancelReason reason, StaffId by, Instant at) {
        jdbc.sql("""
                        update test_drive
                           set status = 'CANCELLED', cancel_reason = :reason, cancelled_by = :by, cancelled_at = :at,
                               version = version + 1
                         where dealership_id = :dealership
                           and id = :id
                        """)
                .param("dealership", dealership.value())
                .param("id", id.value())
                .param("reason", reason.name())
                .param("by", by.value())
                .param("at", Moments.bound(at))
                .update();
    }

    void started(DealershipId dealership, DriveId id, TestDrive.Out out) {
        jdbc.sql("""
                        update test_drive
                           set status = 'OUT', started_by = :by, started_at = :at, km_start = :km, version = version + 1
                         where dealership_id = :dealership
                           and id = :id
                        """)
                .param("dealership", dealership.value())
                .param("id", id.value())
                .param("by", out.by().value())
                .param("at", Moments.bound(out.at()))
                .param("km", out.km())
                .update();
    }

    void returned(DealershipId dealership, DriveId id, DriveMode mode, TestDrive.Back back) {
        jdbc.sql("""
                        update test_drive
                           set status = 'RETURNED', mode = :mode, returned_by = :by, returned_at = :at, km_end = :km,
                               damage = :damage, damage_picture = :picture, version = version + 1
                         where dealership_id = :dealership
                           and id = :id
                        """)
                .param("dealership", dealership.value())
                .param("id", id.value())
                .param("mode", mode.name())
                .param("by", back.by().value())
                .param("at", Moments.bound(back.at()))
                .param("km", back.km())
                .param("damage", back.damage())
                .param("picture", back.picture() == null ? null : back.picture().value())
                .update();
    }

    private static TestDrive drive(ResultSet row, DealershipId dealership) throws SQLException {
        String reason = row.getString("cancel_reason");
        return new TestDrive(
                new DriveId(row.getObject("id", UUID.class)),
                dealership,
                new ProspectId(row.getObject("prospect_id", UUID.class)),
                new CarId(row.getObject("car_id", UUID.class)),
                new RouteId(row.getObject("route_id", UUID.class)),
                new StaffId(row.getObject("consultant_id", UUID.class)),
                DriveMode.valueOf(row.getString("mode")),
                new Slot(Moments.read(row, "from_at"), Moments.read(row, "to_at")),
                row.getBoolean("walk_in"),
                TestDrive.Status.valueOf(row.getString("status")),
                row.getString("note"),
                new StaffId(row.getObject("booked_by", UUID.class)),
                Moments.read(row, "booked_at"),
                reason == null ? null : TestDrive.CancelReason.valueOf(reason),
                out(row),
                back(row),
                row.getInt("version"));
    }

    private static TestDrive.@Nullable Out out(ResultSet row) throws SQLException {
        Instant at = Moments.readOrNull(row, "started_at");
        return at == null
                ? null
                : new TestDrive.Out(new StaffId(row.getObject("started_by", UUID.class)), at, row.getInt("km_start"));
    }

    private static TestDrive.@Nullable Back back(ResultSet row) throws SQLException {
        Instant at = Moments.readOrNull(row, "returned_at");
        UUID picture = row.getObject("damage_picture", UUID.class);
        return at == null
                ? null
                : new TestDrive.Back(
                        new StaffId(row.getObject("returned_by", UUID.class)),
                        at,
                        row.getInt("km_end"),
                        row.getString("damage"),
                        picture == null ? null : new PictureId(picture));
    }

    /** @return whether nobody else evaluated it meanwhile */
    boolean add(DealershipId dealership, Evaluation said) {
        return jdbc.sql("""
                        insert into test_drive_evaluation (dealership_id, drive_id, power, handling, comfort, braking, space,
                                                           noise, overall, staff_score, would_buy, objections, next_reason,
                                                           next_date, evaluated_by, evaluated_at)
                        values (:dealership, :drive, :power, :handling, :comfort, :braking, :space, :noise, :overall, :staff,
                                :wouldBuy, :objections, :nextReason, :nextDate, :by, :at)
                            on conflict do nothing
                        """)
                        .param("dealership", dealership.value())
                        .param("drive", said.drive().value())
                        .param("power", said.power())
                        .param("handling", said.handling())
                        .param("comfort", said.comfort())
                        .param("braking", said.braking())
                        .param("space", said.space())
                        .param("noise", said.noise())
                        .param("overall", said.overall())
                        .param("staff", said.staffScore())
                        .param("wouldBuy", said.wouldBuy().name())
                        .param("objections", said.objections())
                        .param(
                                "nextReason",
                                said.nextReason() == null
                                        ? null
                                        : said.nextReason().name())
                        .param("nextDate", said.nextDate())
                        .param("by", said.by().value())
                        .param("at", Moments.bound(said.at()))
                        .update()
                == 1;
    }

    Optional<Evaluation> evaluation(DealershipId dealership, DriveId drive) {
        return jdbc.sql("""
                        select power, handling, comfort, braking, space, noise, overall, staff_score, would_buy, objections,
                               next_reason, next_date, evaluated_by, evaluated_at
                          from test_drive_evaluation
                         where dealership_id = :dealership
                           and drive_id = :drive
                        """)
                .param("dealership", dealership.value())
                .param("drive", drive.value())
                .query((row, number) -> {
                    String next = row.getString("next_reason");
                    return new Evaluation(
                            drive,
                            row.getObject("power", Integer.class),
                            row.getObject("handling", Integer.class),
                            row.getObject("comfort", Integer.class),
                            row.getObject("braking", Integer.class),
                            row.getObject("space", Integer.class),
                            row.getObject("noise", Integer.class),
                            row.getInt("overall"),
                            row.getInt("staff_score"),
                            Evaluation.WouldBuy.valueOf(row.getString("would_buy")),
                            row.getString("objections"),
                            next == null ? null : NextStepReason.valueOf(next),
                            row.getObject("next_date", LocalDate.class),
                            new StaffId(row.getObject("evaluated_by", UUID.class)),
                            Moments.read(row, "evaluated_at"));
                })
                .optional();
    }

    void add(DealershipId dealership, ProspectId prospect, Declined declined) {
        jdbc.sql("""
                        insert into test_drive_declined (dealership_id, id, prospect_id, reason, note, by_id, declined_at)
                        values (:dealership, :id, :prospect, :reason, :note, :by, :at)
                        """)
                .param("dealership", dealership.value())
                .param("id", TypedId.newValue())
                .param("prospect", prospect.value())
                .param("reason", declined.reason().name())
                .param("note", declined.note())
                .param("by", declined.by().value())
                .param("at", Moments.bound(declined.at()))
                .update();
    }

    List<Declined> declined(DealershipId dealership, Collection<ProspectId> cases) {
        return jdbc.sql("""
                        select reason, note, by_id, declined_at
                          from test_drive_declined
                         where dealership_id = :dealership
                           and prospect_id in (:cases)
                         order by declined_at desc, id
                        """)
                .param("dealership", dealership.value())
                .param("cases", cases.stream().map(ProspectId::value).toList())
                .query((row, number) -> new Declined(
                        Declined.Reason.valueOf(row.getString("reason")),
                        row.getString("note"),
                        new StaffId(row.getObject("by_id", UUID.class)),
                        Moments.read(row, "declined_at")))
                .list();
    }
}
