package io.genjin.testdrive;

import io.genjin.dealership.Dealerships;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.PlainText;
import io.genjin.shared.Refusal.Field;
import io.genjin.shared.Vin;
import io.genjin.staff.StaffMember;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where the test cars are kept: entered, changed, and looked at every day (2.6 preparation rules). */
@Service
@Transactional
public class CarDesk {

    private static final String PLATE = "\\p{IsHan}[A-Z][A-Z0-9]{5,6}|\\p{IsHan}[A-Z][A-Z0-9]{4}\\p{IsHan}";
    private static final int LONGEST_MODEL = 60;
    private static final int LONGEST_DAMAGE = 500;
    private static final int MOST_KM = 500_000;

    private final Cars cars;
    private final Dealerships dealerships;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CarDesk(Cars cars, Dealerships dealerships, ApplicationEventPublisher events, Clock clock) {
        this.cars = cars;
        this.dealerships = dealerships;
        this.events = events;
        this.clock = clock;
    }

    /** What is known of a car, as it was typed. */
    public record Entry(
            @Nullable String plate,
            @Nullable String vin,
            @Nullable String model,
            TestDriveCar.@Nullable Gearbox gearbox,
            @Nullable LocalDate licensedOn,
            @Nullable LocalDate insuredUntil,
            @Nullable Integer km) {}

    /**
     * Enters a car.
     *
     * @throws FieldsRefused naming every field that is missing or wrong; a plate or number that another car has is wrong
     */
    public TestDriveCar add(Entry entry, StaffMember by) {
        List<Field> wrong = new ArrayList<>();
        Vin vin = vin(entry.vin(), wrong);
        Entry clean = checked(entry, wrong);
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        Instant now = clock.instant();
        TestDriveCar car = new TestDriveCar(
                CarId.next(),
                by.dealership(),
                Objects.requireNonNull(clean.plate()),
                Objects.requireNonNull(vin),
                Objects.requireNonNull(clean.model()),
                Objects.requireNonNull(clean.gearbox()),
                clean.licensedOn(),
                clean.insuredUntil(),
                TestDriveCar.Status.AVAILABLE,
                Objects.requireNonNull(clean.km()),
                0);
        try {
            cars.add(car, by.id(), now);
        } catch (DuplicateKeyException taken) {
            throw new FieldsRefused(Field.of("plate", "field.testCar.known"));
        }
        events.publishEvent(
                CarFact.of(CarFact.Kind.TEST_CAR_ADDED, by, now, Map.of("plate", car.plate(), "model", car.model())));
        return car;
    }

    /**
     * Changes what is known of a car, or takes it into repair, back, or out of the fleet for good.
     *
     * @param status  AVAILABLE, MAINTENANCE or RETIRED; where else it is, its drives and loans say
     * @param version the version that was seen
     * @throws CarChanged when a colleague changed it since
     */
    public TestDriveCar change(
            CarId id, Entry entry, TestDriveCar.@Nullable Status status, int version, StaffMember by) {
        TestDriveCar car = cars.hold(by.dealership(), id);
        if (car.version() != version) {
            throw new CarChanged(car.version());
        }
        List<Field> wrong = new ArrayList<>();
        Entry clean = checked(entry, wrong);
        TestDriveCar.Status next = status == null ? car.status() : status;
        boolean away = car.status() == TestDriveCar.Status.IN_USE || car.status() == TestDriveCar.Status.LENT;
        boolean byHand = next != TestDriveCar.Status.IN_USE && next != TestDriveCar.Status.LENT;
        if (next != car.status() && (away || !byHand)) {
            wrong.add(Field.of("status", "field.testCar.away"));
        }
        if (clean.km() != null && clean.km() < car.km()) {
            wrong.add(Field.of("km", "field.drive.km.less", car.km()));
        }
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        TestDriveCar changed = new TestDriveCar(
                id,
                by.dealership(),
                Objects.requireNonNull(clean.plate()),
                car.vin(),
                Objects.requireNonNull(clean.model()),
                Objects.requireNonNull(clean.gearbox()),
                clean.licensedOn(),
                clean.insuredUntil(),
                next,
                Objects.requireNonNull(clean.km()),
                version);
        try {
            cars.update(changed);
        } catch (DuplicateKeyException taken) {
            throw new FieldsRefused(Field.of("plate", "field.testCar.known"));
        }
        events.publishEvent(CarFact.of(
                CarFact.Kind.TEST_CAR_CHANGED,
                by,
                clock.instant(),
                Map.of("plate", changed.plate(), "status", next.name())));
        return cars.get(by.dealership(), id);
    }

    private static @Nullable Vin vin(@Nullable String typed, List<Field> wrong) {
        if (typed == null || typed.isBlank()) {
            wrong.add(Field.of("vin", "field.required"));
            return null;
        }
        if (Vin.fault(typed).isPresent()) {
            wrong.add(Field.of(
                    "vin", "field.testCar.vin." + Vin.fault(typed).get().name()));
            return null;
        }
        return Vin.parse(typed).orElseThrow();
    }

    private static Entry checked(Entry entry, List<Field> wrong) {
        String plate = entry.plate() == null
                ? ""
                : Normalizer.normalize(entry.plate(), Normalizer.Form.NFKC)
                        .toUpperCase(Locale.ROOT)
                        .replaceAll("[\\s·•-]", "");
        if (plate.isEmpty()) {
            wrong.add(Field.of("plate", "field.required"));
        } else if (!plate.matches(PLATE)) {
            wrong.add(Field.of("plate", "field.testCar.plate"));
        }
        String model = PlainText.line(entry.model(), LONGEST_MODEL, "model", wrong);
        Required.given(model, "model", wrong);
        Required.given(entry.gearbox(), "gearbox", wrong);
        Required.given(entry.km(), "km", wrong);
        Required.within(entry.km(), 0, MOST_KM, "km", wrong);
        return new Entry(
                plate, entry.vin(), model, entry.gearbox(), entry.licensedOn(), entry.insuredUntil(), entry.km());
    }

    /**
     * The look at a car.
     *
     * @param fuelEighths the tank in eighths
     * @param fit         whether it may be driven in spite of the damage; asked only when there is some
     */
    public record Look(
            boolean clean,
            @Nullable Integer fuelEighths,
            boolean stickers,
            boolean documents,
            @Nullable String damage,
            @Nullable Boolean fit) {}

    /** Writes down the look at a car; the last one of a day counts. */
    public DailyCheck check(CarId id, Look look, StaffMember by) {
        TestDriveCar car = cars.get(by.dealership(), id);
        List<Field> wrong = new ArrayList<>();
        Required.given(look.fuelEighths(), "fuelEighths", wrong);
        Required.within(look.fuelEighths(), 0, 8, "fuelEighths", wrong);
        String damage = PlainText.text(look.damage(), LONGEST_DAMAGE, "damage", wrong);
        if (damage != null && look.fit() == null) {
            wrong.add(Field.of("fit", "field.required"));
        }
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        Instant now = clock.instant();
        DailyCheck check = new DailyCheck(
                id,
                dealerships.get(by.dealership()).dayOf(now),
                now,
                by.id(),
                look.clean(),
                Objects.requireNonNull(look.fuelEighths()),
                look.stickers(),
                look.documents(),
                damage,
                damage == null || Boolean.TRUE.equals(look.fit()));
        cars.add(by.dealership(), check);
        events.publishEvent(CarFact.of(
                CarFact.Kind.TEST_CAR_CHECKED,
                by,
                now,
                Map.of("plate", car.plate(), "fuelEighths", check.fuelEighths(), "fit", check.fit())));
        return check;
    }
}
