package io.genjin.testdrive;

import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.PlainText;
import io.genjin.shared.Refusal.Field;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where a test car is lent for anything but a test drive: applied for, approved, taken and brought back (2.6). */
@Service
@Transactional
public class LoanDesk {

    private static final int LONGEST_NOTE = 300;
    private static final int MOST_DAYS = 14;
    private static final int MOST_KM = 5000;

    private final Loans loans;
    private final Cars cars;
    private final Slots slots;
    private final Timetable timetable;
    private final StaffDirectory staff;
    private final Dealerships dealerships;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LoanDesk(
            Loans loans,
            Cars cars,
            Slots slots,
            Timetable timetable,
            StaffDirectory staff,
            Dealerships dealerships,
            ApplicationEventPublisher events,
            Clock clock) {
        this.loans = loans;
        this.cars = cars;
        this.slots = slots;
        this.timetable = timetable;
        this.staff = staff;
        this.dealerships = dealerships;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What is asked for.
     *
     * @param borrower sign-in name
     */
    public record Wish(
            CarLoan.@Nullable Purpose purpose,
            @Nullable String note,
            @Nullable String borrower,
            @Nullable Instant from,
            @Nullable Instant to) {}

    /**
     * Applies for a car.
     *
     * @throws FieldsRefused when something is missing, or it begins sooner than in two days
     */
    public CarLoan apply(CarId id, Wish wish, StaffMember by) {
        TestDriveCar car = cars.get(by.dealership(), id);
        Dealership where = dealerships.get(by.dealership());
        Instant now = clock.instant();
        List<Field> wrong = new ArrayList<>();
        Required.given(wish.purpose(), "purpose", wrong);
        Required.given(wish.from(), "from", wrong);
        Required.given(wish.to(), "to", wrong);
        String note = PlainText.line(wish.note(), LONGEST_NOTE, "note", wrong);
        Required.given(note, "note", wrong);
        Optional<StaffMember> borrower = wish.borrower() == null
                ? Optional.empty()
                : staff.byUsername(by.dealership(), wish.borrower()).filter(StaffMember::active);
        if (borrower.isEmpty()) {
            wrong.add(Field.of("borrower", "field.carLoan.borrower"));
        }
        if (wish.from() != null && !CarLoan.inTime(where.dayOf(wish.from()), where.dayOf(now))) {
            wrong.add(Field.of("from", "field.carLoan.tooSoon", CarLoan.NOTICE_DAYS));
        }
        if (wish.from() != null && wish.to() != null) {
            if (!wish.from().isBefore(wish.to())) {
                wrong.add(Field.of("to", "field.carLoan.endsBefore"));
            } else if (where.dayOf(wish.to()).isAfter(where.dayOf(wish.from()).plusDays(MOST_DAYS))) {
                wrong.add(Field.of("to", "field.carLoan.tooLong", MOST_DAYS));
            }
        }
        if (car.status() == TestDriveCar.Status.RETIRED) {
            wrong.add(Field.of("car", "carLack.RETIRED"));
        }
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        CarLoan loan = new CarLoan(
                LoanId.next(),
                id,
                Objects.requireNonNull(wish.purpose()),
                Objects.requireNonNull(note),
                borrower.orElseThrow().id(),
                Objects.requireNonNull(wish.from()),
                Objects.requireNonNull(wish.to()),
                by.id(),
                now,
                CarLoan.Status.APPLIED,
                null,
                null,
                null,
                null,
                null);
        loans.add(by.dealership(), loan);
        publish(CarFact.Kind.CAR_LOAN_APPLIED, loan, car, by, Map.of());
        return loan;
    }

    /**
     * Approves or refuses. With a yes the car is taken in the calendar, too.
     *
     * @throws LoanNotInState when it was decided before
     * @throws CarTaken      when a customer booked the car meanwhile
     */
    public CarLoan decide(LoanId id, boolean yes, @Nullable String words, StaffMember by) {
        CarLoan loan = loans.hold(by.dealership(), id);
        if (loan.status() != CarLoan.Status.APPLIED) {
            throw new LoanNotInState(loan.status());
        }
        List<Field> wrong = new ArrayList<>();
        String decision = PlainText.line(words, LONGEST_NOTE, "decision", wrong);
        if (!yes) {
            Required.given(decision, "decision", wrong);
        }
        if (by.id().equals(loan.borrower())) {
            wrong.add(Field.of("decision", "field.carLoan.own"));
        }
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        TestDriveCar car = cars.get(by.dealership(), loan.car());
        Slot slot = new Slot(loan.from(), loan.to());
        if (yes && !slots.take(by.dealership(), id.value(), car.id(), Slots.Use.LOAN, slot)) {
            throw timetable.taken(car, slot, null);
        }
        loans.decided(
                by.dealership(),
                id,
                yes ? CarLoan.Status.APPROVED : CarLoan.Status.REFUSED,
                decision,
                by.id(),
                clock.instant());
        publish(
                CarFact.Kind.CAR_LOAN_DECIDED,
                loan,
                car,
                by,
                Map.of("yes", yes, "to", loan.borrower().toString()));
        return loans.hold(by.dealership(), id);
    }

    /** The borrower takes the keys; the car must be there. */
    public CarLoan take(LoanId id, StaffMember by) {
        CarLoan loan = loans.hold(by.dealership(), id);
        if (loan.status() != CarLoan.Status.APPROVED) {
            throw new LoanNotInState(loan.status());
        }
        TestDriveCar car = cars.hold(by.dealership(), loan.car());
        Dealership where = dealerships.get(by.dealership());
        CarReadiness papers = CarReadiness.toBook(car, where.today(clock));
        if (!papers.isReady()) {
            throw new CarNotReady(car, papers);
        }
        if (car.status() != TestDriveCar.Status.AVAILABLE) {
            throw new CarNotReady(
                    car,
                    new CarReadiness(
                            List.of(CarReadiness.Lack.valueOf(car.status().name()))));
        }
        if (where.today(clock).isBefore(where.dayOf(loan.from()))) {
            throw new FieldsRefused(Field.of("car", "field.carLoan.notYet", loan.from()));
        }
        cars.update(car.with(TestDriveCar.Status.LENT));
        loans.taken(by.dealership(), id, car.km(), clock.instant());
        publish(CarFact.Kind.CAR_LOAN_TAKEN, loan, car, by, Map.of());
        return loans.hold(by.dealership(), id);
    }

    /** The car is back from its loan, with what its odometer shows now. */
    public CarLoan bringBack(LoanId id, @Nullable Integer km, StaffMember by) {
        CarLoan loan = loans.hold(by.dealership(), id);
        if (loan.status() != CarLoan.Status.OUT) {
            throw new LoanNotInState(loan.status());
        }
        TestDriveCar car = cars.hold(by.dealership(), loan.car());
        if (km == null) {
            throw new FieldsRefused(Field.of("km", "field.required"));
        }
        if (km < car.km() || km > car.km() + MOST_KM) {
            throw new FieldsRefused(Field.of("km", "field.drive.km.driven", car.km(), MOST_KM));
        }
        cars.update(car.cameBack(km));
        slots.release(by.dealership(), id.value());
        loans.back(by.dealership(), id, km, clock.instant());
        publish(CarFact.Kind.CAR_LOAN_BACK, loan, car, by, Map.of("km", km - car.km()));
        return loans.hold(by.dealership(), id);
    }

    private void publish(CarFact.Kind kind, CarLoan loan, TestDriveCar car, StaffMember by, Map<String, Object> more) {
        Map<String, Object> details = new LinkedHashMap<>(more);
        details.put("loan", loan.id().toString());
        details.put("plate", car.plate());
        details.put("purpose", loan.purpose().name());
        events.publishEvent(CarFact.of(kind, by, clock.instant(), details));
    }
}
