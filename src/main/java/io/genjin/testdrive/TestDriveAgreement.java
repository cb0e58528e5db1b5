package io.genjin.testdrive;

import io.genjin.picture.PictureId;
import io.genjin.staff.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a customer signed before the start (试乘试驾协议, 3.5); it never changes.
 *
 * @param version           which version of the words was signed
 * @param licence           of who drives; nobody's of who only rides
 * @param customerSignature the strokes of the customer's signature
 * @param staffSignature    the strokes of the staff member's
 */
public record TestDriveAgreement(
        DriveId drive,
        int version,
        DriveMode mode,
        String driverName,
        @Nullable Shown licence,
        Instant agreedAt,
        String customerSignature,
        StaffId staff,
        String staffSignature) {

    /** A stored licence: the number only masked. */
    public record Shown(
            String maskedNumber,
            Licence.LicenceClass type,
            LocalDate issuedOn,
            LocalDate validUntil,
            @Nullable PictureId picture) {}
}
