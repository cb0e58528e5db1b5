package io.genjin.testdrive;

import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.followup.FollowUpDesk;
import io.genjin.picture.Pictures;
import io.genjin.picture.Purpose;
import io.genjin.prospect.NextStep;
import io.genjin.prospect.NextStepReason;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectDesk;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.PlainText;
import io.genjin.shared.Refusal.Field;
import io.genjin.staff.StaffMember;
import io.genjin.testdrive.TestDrive.Status;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where a drive starts, the car comes back, and the customer is asked before leaving (2.6). */
@Service
@Transactional
public class DriveDesk {

    private static final String OPERATION = "testdrive.run";
    private static final int LONGEST_WORDS = 1000;
    private static final int MOST_UNTOLD_KM = 100;

    private final ProspectDesk prospects;
    private final FollowUpDesk followUps;
    private final Cars cars;
    private final Slots slots;
    private final Drives drives;
    private final Agreements agreements;
    private final Timetable timetable;
    private final Pictures pictures;
    private final Dealerships dealerships;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DriveDesk(
            ProspectDesk prospects,
            FollowUpDesk followUps,
            Cars cars,
            Slots slots,
            Drives drives,
            Agreements agreements,
            Timetable timetable,
            Pictures pictures,
            Dealerships dealerships,
            ApplicationEventPublisher events,
            Clock clock) {
        this.prospects = prospects;
        this.followUps = followUps;
        this.cars = cars;
        this.slots = slots;
        this.drives = drives;
        this.agreements = agreements;
        this.timetable = timetable;
        this.pictures = pictures;
        this.dealerships = dealerships;
        this.events = events;
        this.clock = clock;
    }

    /** The drive and its customer, both held until the transaction ends. */
    private record Held(Prospect prospect, TestDrive drive) {}

    private Held hold(DriveId id, StaffMember by) {
        Prospect prospect = prospects.hold(drives.get(by.dealership(), id).prospect(), by, OPERATION);
        return new Held(prospect, drives.hold(by.dealership(), id));
    }

    /**
     * The car leaves. No start without a signed agreement, and none with a car that is not licensed, insured or checked today.
     *
     * @throws AgreementMissing when nothing is signed
     * @throws CarNotReady      naming everything that the car lacks
     * @throws FieldsRefused    when the kilometres cannot be, it is another day, or the licence does not hold today any more
     * @throws CarTaken        when it starts outside of its slot and somebody else has the car then
     */
    public TestDrive start(DriveId id, @Nullable Integer km, StaffMember by) {
        Held held = hold(id, by);
        TestDrive drive = held.drive();
        if (drive.status() == Status.BOOKED) {
            throw new AgreementMissing();
        }
        if (drive.status() != Status.AGREED) {
            throw new DriveNotInState(drive.status());
        }
        Instant now = clock.instant();
        Dealership where = dealerships.get(by.dealership());
        LocalDate today = where.dayOf(now);
        TestDriveCar car = cars.hold(by.dealership(), drive.car());
        TestDriveAgreement agreement = agreements.of(by.dealership(), id).orElseThrow(AgreementMissing::new);
        List<Field> wrong = new ArrayList<>();
        Required.given(km, "km", wrong);
        if (km != null && km < car.km()) {
            wrong.add(Field.of("km", "field.drive.km.less", car.km()));
        } else if (km != null && km > car.km() + MOST_UNTOLD_KM) {
            wrong.add(Field.of("km", "field.drive.km.jump", car.km(), MOST_UNTOLD_KM));
        }
        if (!where.dayOf(drive.slot().from()).equals(today)) {
            wrong.add(Field.of("status", "field.drive.otherDay", drive.slot().from()));
        }
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        CarReadiness readiness = CarReadiness.of(
                car, cars.check(by.dealership(), car.id(), today).orElse(null), today);
        if (!readiness.isReady()) {
            throw new CarNotReady(car, readiness);
        }
        keepSlot(drive, car, now);
        drives.started(by.dealership(), id, new TestDrive.Out(by.id(), now, Objects.requireNonNull(km)));
        cars.update(car.with(TestDriveCar.Status.IN_USE));
        events.publishEvent(fact(DriveFact.Kind.DRIVE_STARTED, held, by, now)
                .with("mode", agreement.mode().name())
                .with("plate", car.plate())
                .with("km", km));
        return drives.get(by.dealership(), id);
    }

    /** Who starts before the slot or after it needs the car then as well. */
    private void keepSlot(TestDrive drive, TestDriveCar car, Instant now) {
        Slot slot = drive.slot();
        Slot kept = slot;
        if (now.isBefore(slot.from())) {
            kept = new Slot(now, slot.to());
        } else if (!now.isBefore(slot.to())) {
            kept = new Slot(now, now.plus(Duration.between(slot.from(), slot.to())));
        }
        if (kept.equals(slot)) {
            return;
        }
        CarTaken refusal = timetable.taken(car, kept, drive.id().value());
        if (timetable.isTaken(car, kept, drive.id().value())
                || !slots.move(drive.dealership(), drive.id().value(), kept)) {
            throw refusal;
        }
    }

    /**
     * What is written down when the car is back.
     *
     * @param mode     what it really was: who signed for a drive may have only ridden, never the other way round
     * @param picture  a photo of the damage
     * @param offRoad  whether the car stays in the yard until it is repaired
     */
    public record Return(
            @Nullable Integer km,
            @Nullable DriveMode mode,
            @Nullable String damage,
            byte @Nullable [] picture,
            boolean offRoad) {}

    /**
     * The car is back: kilometres, damage, and what it really was. From now on it counts (4.2).
     *
     * @throws DriveNotInState when the car is not out
     * @throws FieldsRefused   when the kilometres cannot be, or a drive is claimed that nobody signed for
     */
    public TestDrive bringBack(DriveId id, Return told, StaffMember by) {
        Held held = hold(id, by);
        TestDrive drive = held.drive();
        if (drive.status() != Status.OUT) {
            throw new DriveNotInState(drive.status());
        }
        Instant now = clock.instant();
        TestDriveCar car = cars.hold(by.dealership(), drive.car());
        int start = Objects.requireNonNull(drive.out()).km();
        List<Field> wrong = new ArrayList<>();
        Integer km = told.km();
        Required.given(km, "km", wrong);
        if (km != null && (km < start || km > start + TestDrive.LONGEST_KM)) {
            wrong.add(Field.of("km", "field.drive.km.driven", start, TestDrive.LONGEST_KM));
        }
        DriveMode mode = told.mode() == null ? drive.mode() : told.mode();
        if (mode != drive.mode() && (mode.drives() && !drive.mode().drives())) {
            wrong.add(Field.of("mode", "field.drive.notAgreed"));
        }
        String damage = PlainText.text(told.damage(), LONGEST_WORDS, "damage", wrong);
        if (damage == null && (told.picture() != null || told.offRoad())) {
            wrong.add(Field.of("damage", "field.required"));
        }
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        byte[] photo = told.picture();
        TestDrive.Back back = new TestDrive.Back(
                by.id(),
                now,
                Objects.requireNonNull(km),
                damage,
                photo == null
                        ? null
                        : pictures.add(by.dealership(), Purpose.DAMAGE, "damagePicture", photo, by.id(), now));
        drives.returned(by.dealership(), id, mode, back);
        slots.release(by.dealership(), id.value());
        TestDriveCar home = car.cameBack(km);
        cars.update(told.offRoad() ? home.with(TestDriveCar.Status.MAINTENANCE) : home);
        TestDrive returned = drives.get(by.dealership(), id);
        events.publishEvent(fact(DriveFact.Kind.TEST_DRIVEN, held, by, now)
                .with("mode", mode.name())
                .with("minutes", returned.minutes())
                .with("km", returned.km())
                .with("model", car.model())
                .with("plate", car.plate())
                .with("damage", damage == null ? null : true));
        return returned;
    }

    /**
     * What the customer said.
     *
     * @param scores     of power, handling, comfort, braking, space, noise and overall, by these names
     * @param nextDate   when the customer hears from us next; the day after is suggested (2.6)
     * @param lateReason why later than the rhythm allows
     */
    public record Said(
            Map<String, @Nullable Integer> scores,
            @Nullable Integer staffScore,
            Evaluation.@Nullable WouldBuy wouldBuy,
            @Nullable String objections,
            @Nullable NextStepReason nextReason,
            @Nullable String nextNote,
            @Nullable LocalDate nextDate,
            @Nullable String lateReason) {}

    /**
     * Writes down what the customer said before leaving, and sets the promise that was made.
     *
     * @throws DriveNotInState when the car is not back, or it was evaluated before
     * @throws FieldsRefused   when something is missing or no score from 1 to 5
     * @throws io.genjin.prospect.NextDateTooLate when the promise lies after the rhythm's latest day without a reason
     */
    public Evaluation evaluate(DriveId id, Said said, StaffMember by) {
        Held held = hold(id, by);
        if (held.drive().status() != Status.RETURNED) {
            throw new DriveNotInState(held.drive().status());
        }
        Instant now = clock.instant();
        List<Field> wrong = new ArrayList<>();
        said.scores().forEach((name, score) -> Required.within(score, 1, 5, name, wrong));
        Required.given(said.scores().get("overall"), "overall", wrong);
        Required.given(said.staffScore(), "staffScore", wrong);
        Required.within(said.staffScore(), 1, 5, "staffScore", wrong);
        Required.given(said.wouldBuy(), "wouldBuy", wrong);
        String objections = PlainText.text(said.objections(), LONGEST_WORDS, "objections", wrong);
        boolean followed = held.prospect().status().isFollowed();
        if (followed) {
            Required.given(said.nextDate(), "nextDate", wrong);
            Required.given(said.nextReason(), "nextReason", wrong);
        }
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        Evaluation evaluation = new Evaluation(
                id,
                said.scores().get("power"),
                said.scores().get("handling"),
                said.scores().get("comfort"),
                said.scores().get("braking"),
                said.scores().get("space"),
                said.scores().get("noise"),
                Objects.requireNonNull(said.scores().get("overall")),
                Objects.requireNonNull(said.staffScore()),
                Objects.requireNonNull(said.wouldBuy()),
                objections,
                followed ? said.nextReason() : null,
                followed ? said.nextDate() : null,
                by.id(),
                now);
        if (!drives.add(by.dealership(), evaluation)) {
            throw new DriveEvaluated();
        }
        events.publishEvent(fact(DriveFact.Kind.DRIVE_EVALUATED, held, by, now)
                .with("overall", evaluation.overall())
                .with("wouldBuy", evaluation.wouldBuy().name())
                .with(
                        "nextReason",
                        evaluation.nextReason() == null
                                ? null
                                : evaluation.nextReason().name())
                .with(
                        "nextDate",
                        evaluation.nextDate() == null
                                ? null
                                : evaluation.nextDate().toString()));
        if (followed) {
            NextStep next = new NextStep(
                    Objects.requireNonNull(said.nextDate()),
                    Objects.requireNonNull(said.nextReason()),
                    said.nextNote() == null ? "" : said.nextNote());
            followUps.promise(held.prospect(), next, said.lateReason(), by);
        }
        return evaluation;
    }

    private static DriveFact fact(DriveFact.Kind kind, Held held, StaffMember by, Instant at) {
        return DriveFact.of(kind, held.prospect(), by.id(), at)
                .with("drive", held.drive().id().toString());
    }
}
