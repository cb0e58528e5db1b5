package io.genjin.testdrive;

import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectDesk;
import io.genjin.prospect.ProspectId;
import io.genjin.prospect.ProspectStatus;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.PlainText;
import io.genjin.shared.Refusal.Field;
import io.genjin.staff.StaffMember;
import io.genjin.testdrive.TestDrive.CancelReason;
import io.genjin.testdrive.TestDrive.Status;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where test drives are booked, moved, cancelled, and offers that were declined written down (2.6). */
@Service
@Transactional
public class BookingDesk {

    private static final String OPERATION = "testdrive.book";
    private static final int LONGEST_NOTE = 500;
    private static final Set<ProspectStatus> NOT_A_CASE = EnumSet.of(ProspectStatus.DUPLICATE, ProspectStatus.INVALID);

    private final ProspectDesk prospects;
    private final Cars cars;
    private final Slots slots;
    private final Drives drives;
    private final Settings settings;
    private final Timetable timetable;
    private final DriversExpected expected;
    private final Dealerships dealerships;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    BookingDesk(
            ProspectDesk prospects,
            Cars cars,
            Slots slots,
            Drives drives,
            Settings settings,
            Timetable timetable,
            DriversExpected expected,
            Dealerships dealerships,
            ApplicationEventPublisher events,
            Clock clock) {
        this.prospects = prospects;
        this.cars = cars;
        this.slots = slots;
        this.drives = drives;
        this.settings = settings;
        this.timetable = timetable;
        this.expected = expected;
        this.dealerships = dealerships;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param from when it begins; nothing means at once (a walk-in drive)
     */
    public record Wish(
            @Nullable CarId car,
            @Nullable RouteId route,
            @Nullable DriveMode mode,
            @Nullable Instant from,
            @Nullable String note) {}

    /**
     * Keeps a car for a customer: for the time wished, or from now on when the car is free.
     *
     * @throws FieldsRefused when something is missing, the dealership is closed then, or the time has gone by
     * @throws CarNotReady   when the car has no plates or insurance on that day, or for a start at once is not there
     * @throws CarTaken     when somebody else has the car then; it names the next free slot
     */
    public TestDrive book(ProspectId id, Wish wish, StaffMember by) {
        Prospect prospect = prospects.hold(id, by, OPERATION);
        List<Field> wrong = new ArrayList<>();
        Required.given(wish.car(), "car", wrong);
        Required.given(wish.route(), "route", wrong);
        Required.given(wish.mode(), "mode", wrong);
        String note = PlainText.line(wish.note(), LONGEST_NOTE, "note", wrong);
        if (NOT_A_CASE.contains(prospect.status())) {
            wrong.add(Field.of("prospect", "field.drive.closedCase"));
        }
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        Instant now = clock.instant();
        boolean walkIn = wish.from() == null;
        Instant from = walkIn ? now.truncatedTo(ChronoUnit.MINUTES) : Objects.requireNonNull(wish.from());
        TestDriveCar car = cars.get(by.dealership(), Objects.requireNonNull(wish.car()));
        Route route = settings.route(by.dealership(), Objects.requireNonNull(wish.route()));
        if (route.retired()) {
            throw new FieldsRefused(Field.of("route", "field.driveRoute.retired"));
        }
        Slot slot = new Slot(from, from.plus(timetable.length(by.dealership(), route)));
        timetable.requireOpen(by.dealership(), slot);
        requireCar(car, slot, walkIn);
        TestDrive drive = new TestDrive(
                DriveId.next(),
                by.dealership(),
                id,
                car.id(),
                route.id(),
                prospect.owner(),
                Objects.requireNonNull(wish.mode()),
                slot,
                walkIn,
                Status.BOOKED,
                note,
                by.id(),
                now,
                null,
                null,
                null,
                0);
        if (!slots.take(by.dealership(), drive.id().value(), car.id(), Slots.Use.DRIVE, slot)) {
            throw timetable.taken(car, slot, null);
        }
        drives.add(drive, walkIn ? null : expected.booked(prospect, from, now, by));
        events.publishEvent(told(DriveFact.Kind.DRIVE_BOOKED, prospect, drive, by, now)
                .with("mode", drive.mode().name())
                .with("route", route.name())
                .with("plate", car.plate())
                .with("model", car.model())
                .with("walkIn", walkIn ? true : null));
        return drive;
    }

    private void requireCar(TestDriveCar car, Slot slot, boolean atOnce) {
        Dealership where = dealerships.get(car.dealership());
        CarReadiness readiness = CarReadiness.toBook(car, where.dayOf(slot.from()));
        boolean away = atOnce && readiness.isReady() && car.status() != TestDriveCar.Status.AVAILABLE;
        if (away) {
            readiness = new CarReadiness(
                    List.of(CarReadiness.Lack.valueOf(car.status().name())));
        }
        if (!readiness.isReady()) {
            throw new CarNotReady(car, readiness);
        }
    }

    /**
     * Moves a booking to another time, for as long as before.
     *
     * @throws DriveNotInState when it is signed, out, back or cancelled by now
     * @throws CarTaken       when somebody else has the car then
     */
    public TestDrive move(DriveId id, @Nullable Instant from, StaffMember by) {
        Prospect prospect = prospects.hold(drives.get(by.dealership(), id).prospect(), by, OPERATION);
        TestDrive drive = drives.hold(by.dealership(), id);
        if (drive.status() != Status.BOOKED) {
            throw new DriveNotInState(drive.status());
        }
        if (from == null) {
            throw new FieldsRefused(Field.of("from", "field.required"));
        }
        Slot old = drive.slot();
        Slot to = new Slot(from, from.plus(Duration.between(old.from(), old.to())));
        TestDriveCar car = cars.get(by.dealership(), drive.car());
        timetable.requireOpen(by.dealership(), to);
        requireCar(car, to, false);
        if (timetable.isTaken(car, to, id.value())) {
            throw timetable.taken(car, to, id.value());
        }
        CarTaken tooLate = timetable.taken(car, to, id.value());
        if (!slots.move(by.dealership(), id.value(), to)) {
            throw tooLate;
        }
        expected.moved(prospect, drive, to.from(), clock.instant(), by);
        TestDrive moved = drives.get(by.dealership(), id);
        Dealership where = dealerships.get(by.dealership());
        events.publishEvent(told(DriveFact.Kind.DRIVE_MOVED, prospect, moved, by, clock.instant())
                .with("oldDate", where.dayOf(old.from()).toString())
                .with("oldTime", time(old.from(), where)));
        return moved;
    }

    /**
     * Gives a booking up and the car back to the calendar.
     *
     * @throws DriveNotInState when the car is out, back, or it was given up before
     */
    public TestDrive cancel(DriveId id, @Nullable CancelReason reason, StaffMember by) {
        Prospect prospect = prospects.hold(drives.get(by.dealership(), id).prospect(), by, OPERATION);
        TestDrive drive = drives.hold(by.dealership(), id);
        if (!drive.status().isOpen()) {
            throw new DriveNotInState(drive.status());
        }
        if (reason == null) {
            throw new FieldsRefused(Field.of("reason", "field.required"));
        }
        Instant now = clock.instant();
        slots.release(by.dealership(), id.value());
        drives.cancelled(by.dealership(), id, reason, by.id(), now);
        expected.cancelled(prospect, drive, reason, by);
        events.publishEvent(
                told(DriveFact.Kind.DRIVE_CANCELLED, prospect, drive, by, now).with("reason", reason.name()));
        return drives.get(by.dealership(), id);
    }

    /** Writes down that a test drive was offered and not wanted, and why (3.5). */
    public void decline(ProspectId id, Declined.@Nullable Reason reason, @Nullable String note, StaffMember by) {
        Prospect prospect = prospects.hold(id, by, OPERATION);
        List<Field> wrong = new ArrayList<>();
        Required.given(reason, "reason", wrong);
        String words = PlainText.line(note, LONGEST_NOTE, "note", wrong);
        if (reason == Declined.Reason.OTHER && words == null) {
            wrong.add(Field.of("note", "field.required"));
        }
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        Instant now = clock.instant();
        drives.add(by.dealership(), id, new Declined(Objects.requireNonNull(reason), words, by.id(), now));
        events.publishEvent(DriveFact.of(DriveFact.Kind.DRIVE_REFUSED, prospect, by.id(), now)
                .with("reason", reason.name()));
    }

    private DriveFact told(DriveFact.Kind kind, Prospect prospect, TestDrive drive, StaffMember by, Instant at) {
        Dealership where = dealerships.get(by.dealership());
        return DriveFact.of(kind, prospect, by.id(), at)
                .with("drive", drive.id().toString())
                .with("date", where.dayOf(drive.slot().from()).toString())
                .with("time", time(drive.slot().from(), where));
    }

    private static String time(Instant at, Dealership where) {
        return LocalTime.ofInstant(at, where.zone())
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }
}
