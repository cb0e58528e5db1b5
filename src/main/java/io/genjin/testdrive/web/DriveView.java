package io.genjin.testdrive.web;

import io.genjin.dealership.Dealership;
import io.genjin.testdrive.DriveFile;
import io.genjin.testdrive.DriveMode;
import io.genjin.testdrive.Evaluation;
import io.genjin.testdrive.Licence;
import io.genjin.testdrive.TestDrive;
import io.genjin.testdrive.TestDriveAgreement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A ride or drive as systems see it; the licence number only masked. */
record DriveView(
        String id,
        String prospectId,
        Car car,
        RouteView route,
        DriveMode mode,
        TestDrive.Status status,
        OffsetDateTime from,
        OffsetDateTime to,
        boolean walkIn,
        @Nullable String note,
        TestDrive.@Nullable CancelReason cancelReason,
        @Nullable Agreement agreement,
        @Nullable OffsetDateTime startedAt,
        @Nullable Integer kmStart,
        @Nullable OffsetDateTime returnedAt,
        @Nullable Integer kmEnd,
        @Nullable String damage,
        @Nullable Said evaluation,
        List<String> carLacks) {

    /** The car by plate and model. */
    record Car(String id, String plate, String model) {}

    /** A route with its length and time. */
    record RouteView(String id, String name, @Nullable String description, int metres, int minutes, boolean retired) {}

    /** What was signed. */
    record Agreement(
            int version,
            DriveMode mode,
            String driverName,
            @Nullable String licenceNumber,
            Licence.@Nullable LicenceClass licenceClass,
            @Nullable LocalDate licenceIssuedOn,
            @Nullable LocalDate licenceValidUntil,
            OffsetDateTime agreedAt) {}

    /** What the customer said. */
    record Said(
            int overall,
            int staffScore,
            Evaluation.WouldBuy wouldBuy,
            @Nullable String objections,
            OffsetDateTime at) {}

    static DriveView of(DriveFile.Opened opened, Dealership where) {
        TestDrive drive = opened.drive();
        TestDrive.Out out = drive.out();
        TestDrive.Back back = drive.back();
        Evaluation said = opened.evaluation();
        return new DriveView(
                drive.id().toString(),
                drive.prospect().toString(),
                new Car(
                        opened.car().id().toString(),
                        opened.car().plate(),
                        opened.car().model()),
                new RouteView(
                        opened.route().id().toString(),
                        opened.route().name(),
                        opened.route().description(),
                        opened.route().metres(),
                        opened.route().minutes(),
                        opened.route().retired()),
                drive.mode(),
                drive.status(),
                at(drive.slot().from(), where),
                at(drive.slot().to(), where),
                drive.walkIn(),
                drive.note(),
                drive.cancelReason(),
                agreement(opened.agreement(), where),
                out == null ? null : at(out.at(), where),
                out == null ? null : out.km(),
                back == null ? null : at(back.at(), where),
                back == null ? null : back.km(),
                back == null ? null : back.damage(),
                said == null
                        ? null
                        : new Said(
                                said.overall(),
                                said.staffScore(),
                                said.wouldBuy(),
                                said.objections(),
                                at(said.at(), where)),
                opened.readiness().lacks().stream().map(Enum::name).toList());
    }

    private static @Nullable Agreement agreement(@Nullable TestDriveAgreement signed, Dealership where) {
        if (signed == null) {
            return null;
        }
        TestDriveAgreement.Shown licence = signed.licence();
        return new Agreement(
                signed.version(),
                signed.mode(),
                signed.driverName(),
                licence == null ? null : licence.maskedNumber(),
                licence == null ? null : licence.type(),
                licence == null ? null : licence.issuedOn(),
                licence == null ? null : licence.validUntil(),
                at(signed.agreedAt(), where));
    }

    static OffsetDateTime at(Instant moment, Dealership where) {
        return moment.atZone(where.zone()).toOffsetDateTime();
    }
}
