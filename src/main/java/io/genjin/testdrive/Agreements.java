package io.genjin.testdrive;

import io.genjin.picture.PictureId;
import io.genjin.shared.DealershipId;
import io.genjin.shared.Moments;
import io.genjin.shared.NothingHere;
import io.genjin.staff.StaffId;
import io.genjin.vault.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores what customers signed; the licence number sealed, with a keyed hash by which the same driver is recognised (S-R63). */
@Repository
class Agreements {

    private final JdbcClient jdbc;
    private final Vault vault;

    Agreements(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /**
     * @param licence as it was shown, with its whole number
     * @return whether nobody else signed meanwhile
     */
    boolean add(DealershipId dealership, TestDriveAgreement signed, @Nullable Licence licence) {
        return jdbc.sql("""
                        insert into test_drive_agreement (dealership_id, drive_id, text_version, mode, driver_name,
                                                          licence_sealed, licence_hash, licence_class, licence_issued_on,
                                                          licence_valid_until, licence_picture, agreed_at, customer_signature,
                                                          staff_id, staff_signature)
                        values (:dealership, :drive, :version, :mode, :driver, :sealed, :hash, :class, :issuedOn, :validUntil,
                                :picture, :at, :customer, :staff, :staffSignature)
                            on conflict do nothing
                        """)
                        .param("dealership", dealership.value())
                        .param("drive", signed.drive().value())
                        .param("version", signed.version())
                        .param("mode", signed.mode().name())
                        .param("driver", signed.driverName())
                        .param(
                                "sealed",
                                licence == null
                                        ? null
                                        : vault.seal(licence.number(), context(dealership, signed.drive())))
                        .param(
                                "hash",
                                licence == null ? null : vault.fingerprint("licence", licence.number(), dealership))
                        .param("class", licence == null ? null : licence.type().name())
                        .param("issuedOn", licence == null ? null : licence.issuedOn())
                        .param("validUntil", licence == null ? null : licence.validUntil())
                        .param(
                                "picture",
                                licence == null || licence.picture() == null
                                        ? null
                                        : licence.picture().value())
                        .param("at", Moments.bound(signed.agreedAt()))
                        .param("customer", signed.customerSignature())
                        .param("staff", signed.staff().value())
                        .param("staffSignature", signed.staffSignature())
                        .update()
                == 1;
    }

    Optional<TestDriveAgreement> of(DealershipId dealership, DriveId drive) {
        return jdbc.sql("""
                        select text_version, mode, driver_name, licence_sealed, licence_class, licence_issued_on,
                               licence_valid_until, licence_picture, agreed_at, customer_signature, staff_id, staff_signature
                          from test_drive_agreement
                         where dealership_id = :dealership
                           and drive_id = :drive
                        """)
                .param("dealership", dealership.value())
                .param("drive", drive.value())
                .query((row, number) -> new TestDriveAgreement(
                        drive,
                        row.getInt("text_version"),
                        DriveMode.valueOf(row.getString("mode")),
                        row.getString("driver_name"),
                        licence(row, dealership, drive),
                        Moments.read(row, "agreed_at"),
                        row.getString("customer_signature"),
                        new StaffId(row.getObject("staff_id", UUID.class)),
                        row.getString("staff_signature")))
                .optional();
    }

    private TestDriveAgreement.@Nullable Shown licence(ResultSet row, DealershipId dealership, DriveId drive)
            throws SQLException {
        byte[] sealed = row.getBytes("licence_sealed");
        if (sealed == null) {
            return null;
        }
        UUID picture = row.getObject("licence_picture", UUID.class);
        return new TestDriveAgreement.Shown(
                Licence.masked(vault.open(sealed, context(dealership, drive))),
                Licence.LicenceClass.valueOf(row.getString("licence_class")),
                row.getObject("licence_issued_on", LocalDate.class),
                row.getObject("licence_valid_until", LocalDate.class),
                picture == null ? null : new PictureId(picture));
    }

    /** The whole number, for who must name the driver to the police. */
    String licenceNumber(DealershipId dealership, DriveId drive) {
        byte[] sealed = jdbc.sql("""
                        select licence_sealed
                          from test_drive_agreement
                         where dealership_id = :dealership
                           and drive_id = :drive
                           and licence_sealed is not null
                        """)
                .param("dealership", dealership.value())
                .param("drive", drive.value())
                .query(byte[].class)
                .optional()
                .orElseThrow(() -> new NothingHere(drive));
        return vault.open(Objects.requireNonNull(sealed), context(dealership, drive));
    }

    private static String context(DealershipId dealership, DriveId drive) {
        return "test_drive.licence|" + dealership.value() + "|" + drive;
    }
}
