package io.genjin.testdrive;

import io.genjin.dealership.Dealerships;
import io.genjin.picture.Picture;
import io.genjin.picture.PictureId;
import io.genjin.picture.Pictures;
import io.genjin.picture.Purpose;
import io.genjin.privacy.AccessLog;
import io.genjin.prospect.CardFile;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectId;
import io.genjin.shared.NothingHere;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens one drive with everything that belongs to it, and the drives of one customer. */
@Component
public class DriveFile {

    private final Drives drives;
    private final Agreements agreements;
    private final Cars cars;
    private final Settings settings;
    private final Names names;
    private final CardFile cards;
    private final Pictures pictures;
    private final AccessLog accessLog;
    private final Dealerships dealerships;
    private final Clock clock;

    DriveFile(
            Drives drives,
            Agreements agreements,
            Cars cars,
            Settings settings,
            Names names,
            CardFile cards,
            Pictures pictures,
            AccessLog accessLog,
            Dealerships dealerships,
            Clock clock) {
        this.drives = drives;
        this.agreements = agreements;
        this.cars = cars;
        this.settings = settings;
        this.names = names;
        this.cards = cards;
        this.pictures = pictures;
        this.accessLog = accessLog;
        this.dealerships = dealerships;
        this.clock = clock;
    }

    /**
     * A drive as a person opens it.
     *
     * @param words     the words that were signed, or are to be signed
     * @param readiness what the car lacks to start today
     * @param rules     what the dealership decided
     */
    public record Opened(
            TestDrive drive,
            Prospect customer,
            TestDriveCar car,
            Route route,
            @Nullable TestDriveAgreement agreement,
            AgreementText words,
            @Nullable Evaluation evaluation,
            CarReadiness readiness,
            DriveRules rules) {}

    /** @throws NothingHere when there is none, or the reader may not see its customer */
    @Transactional(readOnly = true)
    public Opened open(DriveId id, StaffMember reader) {
        TestDrive drive = drives.get(reader.dealership(), id);
        Prospect customer = names.customer(drive, reader);
        TestDriveCar car = cars.get(reader.dealership(), drive.car());
        LocalDate today = dealerships.get(reader.dealership()).today(clock);
        TestDriveAgreement agreement = agreements.of(reader.dealership(), id).orElse(null);
        return new Opened(
                drive,
                customer,
                car,
                settings.route(reader.dealership(), drive.route()),
                agreement,
                agreement == null
                        ? settings.texts(reader.dealership()).get(0)
                        : settings.text(reader.dealership(), agreement.version()),
                drives.evaluation(reader.dealership(), id).orElse(null),
                CarReadiness.of(
                        car, cars.check(reader.dealership(), car.id(), today).orElse(null), today),
                settings.rules(reader.dealership()));
    }

    /** The same for printing, which is logged (S-R72). */
    @Transactional
    public Opened print(DriveId id, StaffMember reader) {
        Opened opened = open(id, reader);
        accessLog.printed(reader, opened.customer().id().value(), "test-drive " + id, 1);
        return opened;
    }

    /** The photo of the damage or the licence that belongs to a drive. */
    @Transactional(readOnly = true)
    public Picture picture(DriveId id, PictureId picture, StaffMember reader) {
        Opened opened = open(id, reader);
        TestDrive.Back back = opened.drive().back();
        if (back != null && picture.equals(back.picture())) {
            return pictures.read(reader.dealership(), picture, Purpose.DAMAGE);
        }
        TestDriveAgreement agreement = opened.agreement();
        if (agreement != null
                && agreement.licence() != null
                && picture.equals(Objects.requireNonNull(agreement.licence()).picture())) {
            return pictures.read(reader.dealership(), picture, Purpose.LICENCE);
        }
        throw new NothingHere(picture);
    }

    /**
     * The drives of one customer.
     *
     * @param unasked those of them about which the customer was not asked
     */
    public record OfCustomer(
            Prospect customer,
            List<TestDrive> drives,
            List<DriveId> unasked,
            List<Declined> declined,
            Map<CarId, TestDriveCar> cars,
            Map<DriveId, Evaluation> evaluations) {

        /** Whether the customer rode or drove (3.1 testDriven). */
        public boolean testDriven() {
            return drives.stream().anyMatch(drive -> drive.status() == TestDrive.Status.RETURNED);
        }
    }

    /** Those of the customer's all cases, newest first. */
    @Transactional(readOnly = true)
    public OfCustomer of(ProspectId id, StaffMember reader) {
        Prospect customer = cards.open(id, reader);
        List<ProspectId> cases = cards.cases(id, reader);
        List<TestDrive> all = drives.of(reader.dealership(), cases);
        Map<DriveId, Evaluation> evaluations = all.stream()
                .filter(drive -> drive.status() == TestDrive.Status.RETURNED)
                .flatMap(drive -> drives.evaluation(reader.dealership(), drive.id()).stream())
                .collect(Collectors.toMap(Evaluation::drive, Function.identity()));
        return new OfCustomer(
                customer,
                all,
                all.stream()
                        .filter(drive -> drive.status() == TestDrive.Status.RETURNED)
                        .map(TestDrive::id)
                        .filter(drive -> !evaluations.containsKey(drive))
                        .toList(),
                drives.declined(reader.dealership(), cases),
                cars.all(reader.dealership()).stream().collect(Collectors.toMap(TestDriveCar::id, Function.identity())),
                evaluations);
    }
}
