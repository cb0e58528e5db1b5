package io.genjin.testdrive;

import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.picture.PictureId;
import io.genjin.picture.Pictures;
import io.genjin.picture.Purpose;
import io.genjin.privacy.AccessLog;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectDesk;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.PlainText;
import io.genjin.shared.Refusal.Field;
import io.genjin.shared.Signature;
import io.genjin.staff.StaffMember;
import io.genjin.testdrive.TestDrive.Status;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where the licence is looked at and the agreement signed, before anybody gets in (2.6, scenario 33). */
@Service
@Transactional
public class AgreementDesk {

    private static final int LONGEST_NAME = 60;

    private final ProspectDesk prospects;
    private final Cars cars;
    private final Drives drives;
    private final Agreements agreements;
    private final Settings settings;
    private final Pictures pictures;
    private final AccessLog accessLog;
    private final Dealerships dealerships;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AgreementDesk(
            ProspectDesk prospects,
            Cars cars,
            Drives drives,
            Agreements agreements,
            Settings settings,
            Pictures pictures,
            AccessLog accessLog,
            Dealerships dealerships,
            ApplicationEventPublisher events,
            Clock clock) {
        this.prospects = prospects;
        this.cars = cars;
        this.drives = drives;
        this.agreements = agreements;
        this.settings = settings;
        this.pictures = pictures;
        this.accessLog = accessLog;
        this.dealerships = dealerships;
        this.events = events;
        this.clock = clock;
    }

    /** A signature as it came: strokes of the pen, or a typed name where nobody can draw. */
    public record Signed(@Nullable String strokes, @Nullable String name) {}

    /**
     * What lies before customer and staff when they sign.
     *
     * @param version the version of the words that was shown
     * @param picture the photo of the licence
     */
    public record Signing(
            @Nullable DriveMode mode,
            @Nullable Integer version,
            @Nullable String driverName,
            @Nullable String licenceNumber,
            Licence.@Nullable LicenceClass licenceClass,
            @Nullable LocalDate licenceIssuedOn,
            @Nullable LocalDate licenceValidUntil,
            byte @Nullable [] picture,
            Signed customer,
            Signed staff) {}

    /**
     * Signs. Who drives shows a licence that is valid and held long enough on the day of the drive; who does not may ride.
     *
     * @throws DriveNotInState when it was signed before, or is out, back or cancelled
     * @throws FieldsRefused   naming every field that is missing or breaks its rule
     */
    public TestDriveAgreement sign(DriveId id, Signing signing, StaffMember by) {
        Prospect prospect = prospects.hold(drives.get(by.dealership(), id).prospect(), by, "testdrive.run");
        TestDrive drive = drives.hold(by.dealership(), id);
        if (drive.status() != Status.BOOKED) {
            throw new DriveNotInState(drive.status());
        }
        Instant now = clock.instant();
        List<Field> wrong = new ArrayList<>();
        AgreementText words = settings.texts(by.dealership()).get(0);
        if (signing.version() == null || signing.version() != words.version()) {
            wrong.add(Field.of("version", "field.drive.agreement.newWords", words.version()));
        }
        Required.given(signing.mode(), "mode", wrong);
        String driver = PlainText.line(signing.driverName(), LONGEST_NAME, "driverName", wrong);
        Required.given(driver, "driverName", wrong);
        boolean drives = signing.mode() != null && signing.mode().drives();
        Licence licence = drives ? licence(drive, signing, by, wrong) : null;
        Signature customer =
                Signature.read(signing.customer().strokes(), signing.customer().name(), "customerSignature", wrong);
        Signature staff =
                Signature.read(signing.staff().strokes(), signing.staff().name(), "staffSignature", wrong);
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        if (words.version() == 1) {
            settings.keepBuiltIn(by.dealership());
        }
        TestDriveAgreement agreement = new TestDriveAgreement(
                id,
                words.version(),
                Objects.requireNonNull(signing.mode()),
                Objects.requireNonNull(driver),
                null,
                now,
                Objects.requireNonNull(customer).text(),
                by.id(),
                Objects.requireNonNull(staff).text());
        if (!agreements.add(by.dealership(), agreement, withPicture(licence, signing.picture(), by, now))) {
            throw new DriveNotInState(Status.AGREED);
        }
        this.drives.mode(by.dealership(), id, agreement.mode(), Status.AGREED);
        events.publishEvent(DriveFact.of(DriveFact.Kind.DRIVE_AGREED, prospect, by.id(), now)
                .with("drive", id.toString())
                .with("mode", agreement.mode().name())
                .with("version", agreement.version())
                .with("licenceClass", licence == null ? null : licence.type().name()));
        return agreements.of(by.dealership(), id).orElseThrow();
    }

    private @Nullable Licence licence(TestDrive drive, Signing signing, StaffMember by, List<Field> wrong) {
        int before = wrong.size();
        Required.given(signing.licenceNumber(), "licenceNumber", wrong);
        Required.given(signing.licenceClass(), "licenceClass", wrong);
        Required.given(signing.licenceIssuedOn(), "licenceIssuedOn", wrong);
        Required.given(signing.licenceValidUntil(), "licenceValidUntil", wrong);
        Optional<String> number =
                signing.licenceNumber() == null ? Optional.empty() : Licence.number(signing.licenceNumber());
        if (signing.licenceNumber() != null && !signing.licenceNumber().isBlank() && number.isEmpty()) {
            wrong.add(Field.of("licenceNumber", "field.drive.licence.number"));
        }
        if (wrong.size() > before) {
            return null;
        }
        Licence licence = new Licence(
                number.orElseThrow(),
                Objects.requireNonNull(signing.licenceClass()),
                Objects.requireNonNull(signing.licenceIssuedOn()),
                Objects.requireNonNull(signing.licenceValidUntil()),
                null);
        int years = settings.rules(by.dealership()).licenceMinYears();
        Dealership where = dealerships.get(by.dealership());
        licence.faults(
                        where.dayOf(drive.slot().from()),
                        years,
                        cars.get(by.dealership(), drive.car()).gearbox())
                .forEach(fault -> wrong.add(
                        switch (fault) {
                            case TOO_YOUNG -> Field.of("licenceIssuedOn", "licenceFault.TOO_YOUNG", years);
                            case ISSUED_LATER -> Field.of("licenceIssuedOn", "licenceFault.ISSUED_LATER");
                            case EXPIRED -> Field.of("licenceValidUntil", "licenceFault.EXPIRED");
                            case WRONG_CLASS -> Field.of("licenceClass", "licenceFault.WRONG_CLASS");
                        }));
        return licence;
    }

    private @Nullable Licence withPicture(
            @Nullable Licence licence, byte @Nullable [] photo, StaffMember by, Instant now) {
        if (licence == null || photo == null) {
            return licence;
        }
        PictureId picture = pictures.add(by.dealership(), Purpose.LICENCE, "licencePicture", photo, by.id(), now);
        return new Licence(licence.number(), licence.type(), licence.issuedOn(), licence.validUntil(), picture);
    }

    /** The whole licence number, for who must name the driver after a fine or an accident. Each look is logged (S-R33). */
    public String reveal(DriveId id, StaffMember by) {
        TestDrive drive = drives.get(by.dealership(), id);
        prospects.hold(drive.prospect(), by, "testdrive.reveal");
        String number = agreements.licenceNumber(by.dealership(), id);
        accessLog.revealed(by, drive.prospect().value(), "licence");
        return number;
    }
}
