package io.genjin.testdrive;

import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.prospect.ProspectId;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the test-drive specialist does today: cars to look at, who comes, who is out, whom nobody asked yet, keys and loans. */
@Component
public class CarsToday {

    private static final Duration ASKED_WITHIN = Duration.ofDays(14);

    private final Cars cars;
    private final Drives drives;
    private final Loans loans;
    private final Settings settings;
    private final Names names;
    private final Dealerships dealerships;
    private final Clock clock;

    CarsToday(
            Cars cars,
            Drives drives,
            Loans loans,
            Settings settings,
            Names names,
            Dealerships dealerships,
            Clock clock) {
        this.cars = cars;
        this.drives = drives;
        this.loans = loans;
        this.settings = settings;
        this.names = names;
        this.dealerships = dealerships;
        this.clock = clock;
    }

    /**
     * A car and how it is today.
     *
     * @param check the last look at it today
     * @param out   who drives it now
     * @param loan  for whom it is lent out now
     * @param next  who comes next today
     */
    public record CarNow(
            TestDriveCar car,
            CarReadiness readiness,
            @Nullable DailyCheck check,
            @Nullable TestDrive out,
            @Nullable CarLoan loan,
            @Nullable TestDrive next) {}

    /**
     * The day.
     *
     * @param bookings those of today that did not start yet, by time
     * @param out      those that are out, the most overdue first
     * @param unasked  those that are back about which the customer was not asked
     * @param names    of the customers whom the reader may know
     */
    public record Day(
            LocalDate date,
            List<CarNow> cars,
            List<TestDrive> bookings,
            List<TestDrive> out,
            List<TestDrive> unasked,
            List<CarLoan> loans,
            Map<ProspectId, String> names,
            DriveRules rules,
            Instant now) {

        public TestDriveCar carOf(CarId id) {
            return cars.stream()
                    .map(CarNow::car)
                    .filter(car -> car.id().equals(id))
                    .findFirst()
                    .orElseThrow();
        }

        /** Cars that wait for today's look. */
        public long unchecked() {
            return cars.stream()
                    .filter(one -> one.readiness().lacks().contains(CarReadiness.Lack.NOT_CHECKED)
                            && one.car().status() != TestDriveCar.Status.RETIRED)
                    .count();
        }

        public boolean isLate(TestDrive drive) {
            return drive.status().isOpen() && now.isAfter(drive.slot().from());
        }
    }

    @Transactional(readOnly = true)
    public Day of(StaffMember reader) {
        Dealership where = dealerships.get(reader.dealership());
        Instant now = clock.instant();
        LocalDate today = where.dayOf(now);
        List<TestDrive> day = drives.between(reader.dealership(), where.startOf(today), where.endOf(today));
        List<TestDrive> out = drives.out(reader.dealership());
        List<TestDrive> unasked = drives.unasked(reader.dealership(), now.minus(ASKED_WITHIN));
        List<CarLoan> open = loans.open(reader.dealership());
        Map<CarId, DailyCheck> checks = cars.checks(reader.dealership(), today);
        List<TestDrive> bookings =
                day.stream().filter(drive -> drive.status().isOpen()).toList();
        List<CarNow> standing = new ArrayList<>();
        for (TestDriveCar car : cars.all(reader.dealership())) {
            standing.add(new CarNow(
                    car,
                    CarReadiness.of(car, checks.get(car.id()), today),
                    checks.get(car.id()),
                    first(out, car),
                    open.stream()
                            .filter(loan -> loan.car().equals(car.id()) && loan.status() == CarLoan.Status.OUT)
                            .findFirst()
                            .orElse(null),
                    first(bookings, car)));
        }
        List<TestDrive> all = new ArrayList<>(day);
        all.addAll(out);
        all.addAll(unasked);
        return new Day(
                today,
                standing,
                bookings,
                out,
                unasked,
                open,
                names.of(Names.customers(all), reader),
                settings.rules(reader.dealership()),
                now);
    }

    private static @Nullable TestDrive first(List<TestDrive> drives, TestDriveCar car) {
        return drives.stream()
                .filter(drive -> drive.car().equals(car.id()))
                .findFirst()
                .orElse(null);
    }

    /** One car with its last looks and its log of loans. */
    public record CarPage(TestDriveCar car, CarReadiness readiness, List<DailyCheck> checks, List<CarLoan> loans) {}

    @Transactional(readOnly = true)
    public CarPage car(CarId id, StaffMember reader) {
        TestDriveCar car = cars.get(reader.dealership(), id);
        LocalDate today = dealerships.get(reader.dealership()).today(clock);
        return new CarPage(
                car,
                CarReadiness.of(car, cars.check(reader.dealership(), id, today).orElse(null), today),
                cars.newestChecks(reader.dealership(), id, 14),
                loans.of(reader.dealership(), id, 20));
    }
}
