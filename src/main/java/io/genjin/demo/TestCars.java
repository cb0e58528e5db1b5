package io.genjin.demo;

import io.genjin.prospect.NextStepReason;
import io.genjin.prospect.Prospect;
import io.genjin.staff.StaffMember;
import io.genjin.testdrive.AgreementDesk.Signed;
import io.genjin.testdrive.AgreementDesk.Signing;
import io.genjin.testdrive.BookingDesk.Wish;
import io.genjin.testdrive.CarDesk.Entry;
import io.genjin.testdrive.CarDesk.Look;
import io.genjin.testdrive.CarId;
import io.genjin.testdrive.DriveDesk.Return;
import io.genjin.testdrive.DriveDesk.Said;
import io.genjin.testdrive.DriveId;
import io.genjin.testdrive.DriveMode;
import io.genjin.testdrive.Evaluation.WouldBuy;
import io.genjin.testdrive.Licence.LicenceClass;
import io.genjin.testdrive.Route;
import io.genjin.testdrive.TestDrive;
import io.genjin.testdrive.TestDriveCar;
import io.genjin.testdrive.TestDriveCar.Gearbox;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The test cars of the past: looked at every morning, booked or taken at once, driven after the agreement was signed, and judged by
 * the customer before leaving. Who has a licence for less than a year rides.
 */
final class TestCars {

    /** One car of the fleet as its keeper knows it: kilometres, and when it is taken. */
    private static final class Car {

        private final CarId id;
        private final String model;
        private final List<Instant[]> taken = new ArrayList<>();
        private int km;

        private Car(CarId id, String model, int km) {
            this.id = id;
            this.model = model;
            this.km = km;
        }

        private boolean isFree(Instant from, Instant to) {
            return taken.stream().noneMatch(one -> from.isBefore(one[1]) && one[0].isBefore(to));
        }
    }

    private static final Duration SLOT = Duration.ofMinutes(30);
    /** A car that comes back a little late must not be missed by the next. */
    private static final Duration APART = Duration.ofMinutes(5);

    private static final List<String> SCORED = List.of("power", "handling", "comfort", "braking", "space", "noise");

    private final Past past;
    private final Desks desks;
    private final Team team;
    private final Agenda agenda;
    private final Hours hours;
    private final Dice random;
    private final Papers papers;
    private final List<Car> cars = new ArrayList<>();
    private final List<Route> routes = new ArrayList<>();
    private final Map<DriveId, Car> driven = new HashMap<>();
    private int words;

    TestCars(Past past, Desks desks, Dice random) {
        this.past = past;
        this.desks = desks;
        this.team = past.team();
        this.agenda = past.agenda();
        this.hours = past.hours();
        this.random = random;
        this.papers = new Papers(random, team.dealership().id().value() + 4);
    }

    void plan(LocalDate firstDay, LocalDate today) {
        agenda.plan(hours.at(firstDay, 8, 25), () -> enter(firstDay));
        for (LocalDate day = firstDay; !day.isAfter(today); day = day.plusDays(1)) {
            agenda.plan(hours.at(day, 8, 40), this::check);
        }
        agenda.plan(hours.at(past.ago(1), 16, 40), () -> bookAhead(today));
    }

    private void enter(LocalDate firstDay) {
        StaffMember by = team.lends();
        if (team.isLarge()) {
            add("沪AT6581", "朗逸 新锐 1.5L", 4210, firstDay, by);
            add("沪AT6582", "帕萨特 380TSI 豪华版", 6830, firstDay, by);
            add("沪AT6583", "途观L 330TSI", 5120, firstDay, by);
            add("沪AT6590", "ID.3 纯净版", 2350, firstDay, by);
        } else {
            add("苏ET3301", "朗逸 新锐 1.5L", 3870, firstDay, by);
            add("苏ET3302", "途观L 330TSI", 4460, firstDay, by);
        }
        routes.add(desks.driveSettings().addRoute("城区路线", "含红绿灯起步、窄路会车、减速带", 6500, 20, by));
        routes.add(desks.driveSettings().addRoute("高架路线", "含加速并线、高速静音、弯道", 12_000, 28, by));
        words = desks.driveSettings().texts(by).get(0).version();
    }

    private void add(String plate, String model, int km, LocalDate firstDay, StaffMember by) {
        TestDriveCar car = desks.testCars()
                .add(
                        new Entry(
                                plate,
                                papers.vin(),
                                model,
                                Gearbox.AUTOMATIC,
                                firstDay.minusDays(70),
                                firstDay.plusDays(295),
                                km),
                        by);
        cars.add(new Car(car.id(), model, km));
    }

    private void check() {
        for (Car car : cars) {
            boolean low = random.chance(6);
            StaffMember by = team.lends();
            desks.testCars().check(car.id, new Look(true, low ? 3 : 5 + random.nextInt(4), true, true, null, null), by);
            if (low) {
                agenda.plan(agenda.now().plus(Duration.ofMinutes(15)), () -> desks.testCars()
                        .check(car.id, new Look(true, 8, true, true, null, null), by));
            }
        }
    }

    // ---- bookings

    /** Keeps a car for a customer who agreed to come; given up when they do not. */
    void book(Client client, Instant from, StaffMember by) {
        Car car = free(client, from).orElse(null);
        if (car == null || !isOpen(from)) {
            return;
        }
        TestDrive drive = desks.bookings()
                .book(client.id, new Wish(car.id, random.one(routes).id(), DriveMode.DRIVE, from, null), by);
        take(car, from);
        driven.put(drive.id(), car);
        client.booked = drive.id();
        client.bookedAt = from;
        agenda.plan(from.plus(Duration.ofMinutes(75)), () -> {
            if (drive.id().equals(client.booked)) {
                client.booked = null;
                boolean called = random.chance(40);
                desks.bookings()
                        .cancel(
                                drive.id(),
                                called ? TestDrive.CancelReason.CUSTOMER : TestDrive.CancelReason.NO_SHOW,
                                team.lends());
            }
        });
    }

    /** What stands in the calendar for those who watch. */
    private void bookAhead(LocalDate today) {
        List<Client> willing = team.consultants().stream()
                .flatMap(one -> past.followedBy(one).stream()
                        .filter(client -> client.firstDone && !client.silent && client.comesAt == null && !client.drove)
                        .limit(team.isLarge() ? 2 : 1))
                .toList();
        List<Instant> times = List.of(
                hours.at(today, 15, 0),
                hours.at(today.plusDays(1), 10, 0),
                hours.at(today, 16, 30),
                hours.at(today.plusDays(1), 14, 0),
                hours.at(today.plusDays(1), 15, 30),
                hours.at(today.plusDays(2), 10, 30));
        for (int place = 0; place < Math.min(willing.size(), times.size()); place++) {
            Client client = willing.get(place);
            book(client, times.get(place), past.present(client.owner, hours.dayOf(agenda.now())));
        }
    }

    private Optional<Car> free(Client client, Instant from) {
        Instant to = from.plus(SLOT).plus(APART);
        String front = client.model().split(" ")[0];
        List<Car> free = cars.stream().filter(car -> car.isFree(from, to)).toList();
        return free.stream()
                .filter(car -> !front.isEmpty() && car.model.startsWith(front))
                .findFirst()
                .or(() -> free.stream().findFirst());
    }

    private void take(Car car, Instant from) {
        car.taken.add(new Instant[] {from, from.plus(SLOT).plus(APART)});
    }

    private boolean isOpen(Instant from) {
        LocalDate day = hours.dayOf(from);
        return !from.isBefore(hours.at(day, 9, 10)) && !from.isAfter(hours.at(day, 17, 25));
    }

    // ---- drives

    /** The customer drives: in the car that was booked, or in one that is free. Says when they are done. */
    Optional<Instant> drive(Client client, Instant from) {
        DriveId booked = client.booked;
        Instant bookedAt = client.bookedAt;
        if (booked != null && (bookedAt == null || !isSoon(from, bookedAt))) {
            return Optional.empty();
        }
        Instant at = booked == null || bookedAt == null || bookedAt.isBefore(from) ? from : bookedAt;
        Car car = booked == null ? free(client, at).orElse(null) : driven.get(booked);
        if (car == null || !isOpen(at)) {
            return Optional.empty();
        }
        client.booked = null;
        client.drove = true;
        if (booked == null) {
            take(car, at);
        }
        boolean rides = booked == null && random.chance(14);
        agenda.plan(at, () -> sign(client, car, booked, rides));
        return Optional.of(at.plus(Duration.ofMinutes(28)));
    }

    /** Neither on another day nor long after or before. */
    private static boolean isSoon(Instant from, Instant bookedAt) {
        return bookedAt.isAfter(from.minus(Duration.ofMinutes(8)))
                && bookedAt.isBefore(from.plus(Duration.ofMinutes(45)));
    }

    private void sign(Client client, Car car, @Nullable DriveId booked, boolean rides) {
        StaffMember by = past.present(client.owner, hours.dayOf(agenda.now()));
        DriveMode mode = rides ? DriveMode.RIDE : DriveMode.DRIVE;
        DriveId drive = booked != null
                ? booked
                : desks.bookings()
                        .book(
                                client.id,
                                new Wish(car.id, random.one(routes).id(), mode, null, rides ? "驾龄不满一年，只试乘" : null),
                                by)
                        .id();
        LocalDate today = hours.dayOf(agenda.now());
        desks.agreements()
                .sign(
                        drive,
                        new Signing(
                                mode,
                                words,
                                client.customer.name(),
                                rides ? null : papers.identity(),
                                rides ? null : random.chance(80) ? LicenceClass.C1 : LicenceClass.C2,
                                rides ? null : today.minusDays(500L + random.nextInt(4000)),
                                rides ? null : today.plusDays(400L + random.nextInt(1800)),
                                null,
                                new Signed(stroke(), null),
                                new Signed(null, by.name())),
                        by);
        agenda.plan(agenda.now().plus(Duration.ofMinutes(2)), () -> {
            desks.drives().start(drive, car.km, team.lends());
            agenda.plan(agenda.now().plus(Duration.ofMinutes(16L + random.nextInt(6))), () -> back(client, car, drive));
        });
    }

    private void back(Client client, Car car, DriveId drive) {
        car.km += 6 + random.nextInt(8);
        desks.drives().bringBack(drive, new Return(car.km, null, null, null, false), team.lends());
        Map<String, @Nullable Integer> scores = new HashMap<>();
        boolean pleased = random.chance(78);
        for (String one : SCORED) {
            scores.put(one, pleased ? 4 + random.nextInt(2) : 3 + random.nextInt(2));
        }
        scores.put("overall", pleased ? 4 + random.nextInt(2) : 3);
        Prospect now = desks.prospects().get(team.dealership().id(), client.id);
        LocalDate today = hours.dayOf(agenda.now());
        LocalDate next =
                now.nextStep().date().isBefore(today) ? today : now.nextStep().date();
        boolean late = next.isAfter(now.deadline().latest());
        NextStepReason reason = now.nextStep().reason();
        desks.drives()
                .evaluate(
                        drive,
                        new Said(
                                scores,
                                4 + random.nextInt(2),
                                pleased ? random.chance(35) ? WouldBuy.YES : WouldBuy.PERHAPS : WouldBuy.NO,
                                pleased ? null : random.one(List.of("高速风噪偏大", "后排坐垫偏短", "起步动力一般", "方向盘偏轻")),
                                reason,
                                null,
                                next,
                                late ? "试驾后当面约定" : null),
                        past.present(client.owner, today));
        past.look(client);
    }

    /** A signature drawn on the screen, a little different each time. */
    private String stroke() {
        StringBuilder points = new StringBuilder("120,210");
        for (int x = 200; x <= 820; x += 60) {
            points.append(' ').append(x).append(',').append(110 + random.nextInt(180));
        }
        return points.toString();
    }
}
