package io.genjin.testdrive;

import io.genjin.dealership.ClosedDays;
import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.prospect.ProspectId;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who has which car when, and when each is free: all cars of a day, or one car's week. */
@Component
public class DriveCalendar {

    private static final UUID NOBODY = new UUID(0, 0);

    private final Cars cars;
    private final Drives drives;
    private final Loans loans;
    private final Settings settings;
    private final Timetable timetable;
    private final Slots slots;
    private final Names names;
    private final ClosedDays closedDays;
    private final Dealerships dealerships;
    private final Clock clock;

    DriveCalendar(
            Cars cars,
            Drives drives,
            Loans loans,
            Settings settings,
            Timetable timetable,
            Slots slots,
            Names names,
            ClosedDays closedDays,
            Dealerships dealerships,
            Clock clock) {
        this.cars = cars;
        this.drives = drives;
        this.loans = loans;
        this.settings = settings;
        this.timetable = timetable;
        this.slots = slots;
        this.names = names;
        this.closedDays = closedDays;
        this.dealerships = dealerships;
        this.clock = clock;
    }

    /**
     * One line of the grid.
     *
     * @param drive    what takes the car then
     * @param customer the customer's name, when the reader may know it
     * @param begins   whether it begins here, or goes on from the line before
     * @param lent     whether the car is lent then
     * @param free     whether it can be booked from here on
     */
    public record Cell(
            Instant from,
            Instant to,
            @Nullable TestDrive drive,
            @Nullable String customer,
            boolean begins,
            boolean lent,
            boolean free) {}

    /**
     * One car on one day.
     *
     * @param closed why the dealership is closed then
     * @param lacks  what keeps the car from being booked for that day
     */
    public record Column(
            TestDriveCar car, LocalDate day, @Nullable String closed, CarReadiness lacks, List<Cell> cells) {

        public boolean hasFree() {
            return cells.stream().anyMatch(Cell::free);
        }
    }

    /** All cars that may be driven, on one day. */
    @Transactional(readOnly = true)
    public List<Column> day(LocalDate day, StaffMember reader) {
        Sight sight = sight(day, day, reader);
        return cars.all(reader.dealership()).stream()
                .filter(car -> car.status() != TestDriveCar.Status.RETIRED)
                .map(car -> column(car, day, sight, reader))
                .toList();
    }

    /** One car in the week in which {@code day} lies. */
    @Transactional(readOnly = true)
    public List<Column> week(CarId id, LocalDate day, StaffMember reader) {
        TestDriveCar car = cars.get(reader.dealership(), id);
        LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        Sight sight = sight(monday, monday.plusDays(6), reader);
        return monday.datesUntil(monday.plusDays(7))
                .map(each -> column(car, each, sight, reader))
                .toList();
    }

    /** What was read for some days. */
    private record Sight(List<TestDrive> drives, List<CarLoan> loans, Map<ProspectId, String> names) {}

    private Sight sight(LocalDate first, LocalDate last, StaffMember reader) {
        Dealership where = dealerships.get(reader.dealership());
        List<TestDrive> all = drives.between(reader.dealership(), where.startOf(first), where.endOf(last));
        List<CarLoan> lent = loans.open(reader.dealership()).stream()
                .filter(loan -> loan.status() != CarLoan.Status.APPLIED)
                .toList();
        return new Sight(all, lent, names.of(Names.customers(all), reader));
    }

    private Column column(TestDriveCar car, LocalDate day, Sight sight, StaffMember reader) {
        FreeSlots times = timetable.of(reader.dealership());
        Duration step = Duration.ofMinutes(settings.rules(reader.dealership()).slotMinutes());
        CarReadiness lacks = CarReadiness.toBook(car, day);
        Instant now = clock.instant();
        List<Cell> cells = new ArrayList<>();
        TestDrive before = null;
        for (Instant start : times.grid(day)) {
            Slot line = new Slot(start, start.plus(step));
            TestDrive taking = sight.drives().stream()
                    .filter(drive -> drive.car().equals(car.id()) && span(drive).overlaps(line))
                    .findFirst()
                    .orElse(null);
            boolean lent = sight.loans().stream()
                    .anyMatch(loan -> loan.car().equals(car.id()) && new Slot(loan.from(), loan.to()).overlaps(line));
            cells.add(new Cell(
                    line.from(),
                    line.to(),
                    taking,
                    taking == null ? null : sight.names().get(taking.prospect()),
                    taking == null || before == null || !taking.id().equals(before.id()),
                    lent,
                    taking == null && !lent && lacks.isReady() && !start.isBefore(now)));
            before = taking;
        }
        return new Column(
                car,
                day,
                closedDays
                        .on(reader.dealership(), day)
                        .map(ClosedDays.Closure::reason)
                        .orElse(null),
                lacks,
                cells);
    }

    /** For when a drive really had the car, once that is known. */
    private static Slot span(TestDrive drive) {
        TestDrive.Out out = drive.out();
        TestDrive.Back back = drive.back();
        if (out == null || back == null || !out.at().isBefore(back.at())) {
            return drive.slot();
        }
        return new Slot(out.at(), back.at());
    }

    /** When a car is free for a route from a moment on: the beginnings that can be booked on that day. */
    @Transactional(readOnly = true)
    public List<Slot> free(CarId id, RouteId route, LocalDate day, StaffMember reader) {
        TestDriveCar car = cars.get(reader.dealership(), id);
        if (!CarReadiness.toBook(car, day).isReady()) {
            return List.of();
        }
        Dealership where = dealerships.get(reader.dealership());
        Duration length = timetable.length(reader.dealership(), settings.route(reader.dealership(), route));
        List<Slot> taken = slots.taken(reader.dealership(), id, where.startOf(day), where.endOf(day), NOBODY);
        return timetable.of(reader.dealership()).free(day, length, taken, clock.instant());
    }

    /** The next time from {@code from} on when the car is free for a route. */
    @Transactional(readOnly = true)
    public Optional<Slot> next(CarId id, RouteId route, Instant from, StaffMember reader) {
        TestDriveCar car = cars.get(reader.dealership(), id);
        return timetable.next(
                car, from, timetable.length(reader.dealership(), settings.route(reader.dealership(), route)), null);
    }
}
