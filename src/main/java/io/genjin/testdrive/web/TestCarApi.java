package io.genjin.testdrive.web;

import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.shared.web.Answers;
import io.genjin.shared.web.IfMatch;
import io.genjin.shared.web.Once;
import io.genjin.staff.StaffMember;
import io.genjin.testdrive.AgreementText;
import io.genjin.testdrive.CarDesk;
import io.genjin.testdrive.CarId;
import io.genjin.testdrive.CarLoan;
import io.genjin.testdrive.CarReadiness;
import io.genjin.testdrive.CarVersionMissing;
import io.genjin.testdrive.CarsToday;
import io.genjin.testdrive.DriveCalendar;
import io.genjin.testdrive.DriveRules;
import io.genjin.testdrive.LoanDesk;
import io.genjin.testdrive.LoanId;
import io.genjin.testdrive.Route;
import io.genjin.testdrive.RouteId;
import io.genjin.testdrive.SettingsDesk;
import io.genjin.testdrive.TestDriveCar;
import java.net.URI;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The test cars, their free times, loans, routes, rules and the words to sign, for other systems. */
@RestController
@RequestMapping("/api/v1")
class TestCarApi {

    private final CarDesk desk;
    private final LoanDesk loans;
    private final SettingsDesk settings;
    private final CarsToday cars;
    private final DriveCalendar calendar;
    private final Dealerships dealerships;
    private final Once once;

    TestCarApi(
            CarDesk desk,
            LoanDesk loans,
            SettingsDesk settings,
            CarsToday cars,
            DriveCalendar calendar,
            Dealerships dealerships,
            Once once) {
        this.desk = desk;
        this.loans = loans;
        this.settings = settings;
        this.cars = cars;
        this.calendar = calendar;
        this.dealerships = dealerships;
        this.once = once;
    }

    /** A car, and what it lacks to start now. */
    record CarView(
            String id,
            String plate,
            String vin,
            String model,
            TestDriveCar.Gearbox gearbox,
            @Nullable LocalDate licensedOn,
            @Nullable LocalDate insuredUntil,
            TestDriveCar.Status status,
            int km,
            int version,
            List<CarReadiness.Lack> lacks) {}

    /** A car as it is entered or changed. */
    record CarBody(
            @Nullable String plate,
            @Nullable String vin,
            @Nullable String model,
            TestDriveCar.@Nullable Gearbox gearbox,
            @Nullable LocalDate licensedOn,
            @Nullable LocalDate insuredUntil,
            @Nullable Integer km,
            TestDriveCar.@Nullable Status status) {

        CarDesk.Entry entry() {
            return new CarDesk.Entry(plate, vin, model, gearbox, licensedOn, insuredUntil, km);
        }
    }

    /** Today's look at a car. */
    record CheckBody(
            @Nullable Boolean clean,
            @Nullable Integer fuelEighths,
            @Nullable Boolean stickers,
            @Nullable Boolean documents,
            @Nullable String damage,
            @Nullable Boolean fit) {}

    /** What was asked about what, by which a repeated key is recognised. */
    record Asked(String id, Record body) {}

    @GetMapping("/test-cars")
    List<CarView> all(StaffMember me) {
        return cars.of(me).cars().stream()
                .map(one -> view(one.car(), one.readiness()))
                .toList();
    }

    @PostMapping("/test-cars")
    @Answers(value = CarView.class, status = 201)
    ResponseEntity<?> add(
            @RequestBody CarBody body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            StaffMember me) {
        return once.answer(key, body, me.dealership(), me.id(), () -> {
            TestDriveCar car = desk.add(body.entry(), me);
            return ResponseEntity.created(URI.create("/api/v1/test-cars/" + car.id()))
                    .eTag("\"" + car.version() + "\"")
                    .body(view(car.id(), me));
        });
    }

    @GetMapping("/test-cars/{id}")
    ResponseEntity<CarView> get(@PathVariable CarId id, StaffMember me) {
        CarView view = view(id, me);
        return ResponseEntity.ok().eTag("\"" + view.version() + "\"").body(view);
    }

    @PutMapping("/test-cars/{id}")
    @Answers(value = CarView.class, status = 200)
    ResponseEntity<?> change(
            @PathVariable CarId id,
            @RequestBody CarBody body,
            @RequestHeader(name = "If-Match", required = false) @Nullable String version,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            StaffMember me) {
        int seen = IfMatch.version(version).orElseThrow(CarVersionMissing::new);
        return once.answer(key, new Asked(id.toString(), body), me.dealership(), me.id(), () -> {
            TestDriveCar car = desk.change(id, body.entry(), body.status(), seen, me);
            return ResponseEntity.ok().eTag("\"" + car.version() + "\"").body(view(id, me));
        });
    }

    @PostMapping("/test-cars/{id}/checks")
    @Answers(value = CarView.class, status = 200)
    ResponseEntity<?> check(
            @PathVariable CarId id,
            @RequestBody CheckBody body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            StaffMember me) {
        return once.answer(key, new Asked(id.toString(), body), me.dealership(), me.id(), () -> {
            desk.check(
                    id,
                    new CarDesk.Look(
                            Boolean.TRUE.equals(body.clean()),
                            body.fuelEighths(),
                            Boolean.TRUE.equals(body.stickers()),
                            Boolean.TRUE.equals(body.documents()),
                            body.damage(),
                            body.fit()),
                    me);
            return ResponseEntity.ok(view(id, me));
        });
    }

    /** A time at which a car can be booked. */
    record SlotView(OffsetDateTime from, OffsetDateTime to) {}

    /** When the car is free on a day for a route. */
    @GetMapping("/test-cars/{id}/slots")
    List<SlotView> slots(
            @PathVariable CarId id, @RequestParam RouteId route, @RequestParam LocalDate day, StaffMember me) {
        Dealership where = dealerships.get(me.dealership());
        return calendar.free(id, route, day, me).stream()
                .map(slot -> new SlotView(DriveView.at(slot.from(), where), DriveView.at(slot.to(), where)))
                .toList();
    }

    /** A loan as it is applied for; {@code borrower} is a sign-in name. */
    record LoanBody(
            CarLoan.@Nullable Purpose purpose,
            @Nullable String note,
            @Nullable String borrower,
            @Nullable OffsetDateTime from,
            @Nullable OffsetDateTime to) {}

    /** Yes or no, and the words to it. */
    record DecisionBody(@Nullable Boolean yes, @Nullable String decision) {}

    /** What the odometer shows. */
    record KmBody(@Nullable Integer km) {}

    /** A loan of a car. */
    record LoanView(
            String id,
            String car,
            CarLoan.Purpose purpose,
            String note,
            OffsetDateTime from,
            OffsetDateTime to,
            CarLoan.Status status,
            @Nullable String decision) {}

    @GetMapping("/test-cars/{id}/loans")
    List<LoanView> loans(@PathVariable CarId id, StaffMember me) {
        return cars.car(id, me).loans().stream().map(loan -> view(loan, me)).toList();
    }

    @PostMapping("/test-cars/{id}/loans")
    @Answers(value = LoanView.class, status = 201)
    ResponseEntity<?> apply(
            @PathVariable CarId id,
            @RequestBody LoanBody body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            StaffMember me) {
        return once.answer(key, new Asked(id.toString(), body), me.dealership(), me.id(), () -> {
            CarLoan loan = loans.apply(
                    id,
                    new LoanDesk.Wish(
                            body.purpose(),
                            body.note(),
                            body.borrower(),
                            body.from() == null ? null : body.from().toInstant(),
                            body.to() == null ? null : body.to().toInstant()),
                    me);
            return ResponseEntity.created(URI.create("/api/v1/test-cars/" + id + "/loans"))
                    .body(view(loan, me));
        });
    }

    @PostMapping("/test-car-loans/{id}/decision")
    @Answers(value = LoanView.class, status = 200)
    ResponseEntity<?> decide(
            @PathVariable LoanId id,
            @RequestBody DecisionBody body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            StaffMember me) {
        return once.answer(
                key,
                new Asked(id.toString(), body),
                me.dealership(),
                me.id(),
                () -> ResponseEntity.ok(
                        view(loans.decide(id, Boolean.TRUE.equals(body.yes()), body.decision(), me), me)));
    }

    @PostMapping("/test-car-loans/{id}/taking")
    LoanView take(@PathVariable LoanId id, StaffMember me) {
        return view(loans.take(id, me), me);
    }

    @PostMapping("/test-car-loans/{id}/return")
    LoanView bringBack(@PathVariable LoanId id, @RequestBody KmBody body, StaffMember me) {
        return view(loans.bringBack(id, body.km(), me), me);
    }

    /** A route as it is added. */
    record RouteBody(
            @Nullable String name,
            @Nullable String description,
            @Nullable Integer metres,
            @Nullable Integer minutes) {}

    @GetMapping("/test-drive-routes")
    List<DriveView.RouteView> routes(StaffMember me) {
        return settings.routes(me).stream().map(TestCarApi::view).toList();
    }

    @PostMapping("/test-drive-routes")
    @Answers(value = DriveView.RouteView.class, status = 201)
    ResponseEntity<?> addRoute(
            @RequestBody RouteBody body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            StaffMember me) {
        return once.answer(key, body, me.dealership(), me.id(), () -> ResponseEntity.created(
                        URI.create("/api/v1/test-drive-routes"))
                .body(view(settings.addRoute(body.name(), body.description(), body.metres(), body.minutes(), me))));
    }

    @PostMapping("/test-drive-routes/{id}/retirement")
    @Answers(status = 204)
    ResponseEntity<Void> retireRoute(@PathVariable RouteId id, StaffMember me) {
        settings.retire(id, me);
        return ResponseEntity.noContent().build();
    }

    /** The rules of a dealership. */
    record RulesBody(
            @Nullable LocalTime opens,
            @Nullable LocalTime closes,
            @Nullable Integer slotMinutes,
            @Nullable Integer licenceMinYears,
            DriveRules.@Nullable KeyHolder keyHolder) {}

    @GetMapping("/test-drive-rules")
    RulesBody rules(StaffMember me) {
        return view(settings.rules(me));
    }

    @PutMapping("/test-drive-rules")
    RulesBody decide(@RequestBody RulesBody body, StaffMember me) {
        return view(settings.decide(
                body.opens(), body.closes(), body.slotMinutes(), body.licenceMinYears(), body.keyHolder(), me));
    }

    /** The words to sign, version by version. */
    record TextView(int version, String title, String body) {}

    /** The next version of the words. */
    record TextBody(@Nullable String title, @Nullable String body) {}

    @GetMapping("/test-drive-texts")
    List<TextView> texts(StaffMember me) {
        return settings.texts(me).stream().map(TestCarApi::view).toList();
    }

    @PostMapping("/test-drive-texts")
    @Answers(value = TextView.class, status = 201)
    ResponseEntity<?> write(
            @RequestBody TextBody body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            StaffMember me) {
        return once.answer(key, body, me.dealership(), me.id(), () -> ResponseEntity.created(
                        URI.create("/api/v1/test-drive-texts"))
                .body(view(settings.write(body.title(), body.body(), me))));
    }

    private CarView view(CarId id, StaffMember me) {
        CarsToday.CarPage page = cars.car(id, me);
        return view(page.car(), page.readiness());
    }

    private static CarView view(TestDriveCar car, CarReadiness readiness) {
        return new CarView(
                car.id().toString(),
                car.plate(),
                car.vin().value(),
                car.model(),
                car.gearbox(),
                car.licensedOn(),
                car.insuredUntil(),
                car.status(),
                car.km(),
                car.version(),
                readiness.lacks());
    }

    private LoanView view(CarLoan loan, StaffMember me) {
        Dealership where = dealerships.get(me.dealership());
        return new LoanView(
                loan.id().toString(),
                loan.car().toString(),
                loan.purpose(),
                loan.note(),
                DriveView.at(loan.from(), where),
                DriveView.at(loan.to(), where),
                loan.status(),
                loan.decision());
    }

    private static DriveView.RouteView view(Route route) {
        return new DriveView.RouteView(
                route.id().toString(),
                route.name(),
                route.description(),
                route.metres(),
                route.minutes(),
                route.retired());
    }

    private static RulesBody view(DriveRules rules) {
        return new RulesBody(
                rules.opens(), rules.closes(), rules.slotMinutes(), rules.licenceMinYears(), rules.keyHolder());
    }

    private static TextView view(AgreementText text) {
        return new TextView(text.version(), text.title(), text.body());
    }
}
