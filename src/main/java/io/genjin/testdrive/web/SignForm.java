package io.genjin.testdrive.web;

import io.genjin.testdrive.AgreementDesk;
import io.genjin.testdrive.DriveMode;
import io.genjin.testdrive.Licence;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The agreement as it was filled in and signed; the photo of the licence comes beside it. */
record SignForm(
        @Nullable DriveMode mode,
        @Nullable Integer version,
        @Nullable String driverName,
        @Nullable String licenceNumber,
        Licence.@Nullable LicenceClass licenceClass,
        @Nullable LocalDate licenceIssuedOn,
        @Nullable LocalDate licenceValidUntil,
        @Nullable String customerSignature,
        @Nullable String customerSignatureName,
        @Nullable String staffSignature,
        @Nullable String staffSignatureName) {

    AgreementDesk.Signing signing(byte @Nullable [] picture) {
        return new AgreementDesk.Signing(
                mode,
                version,
                driverName,
                licenceNumber,
                licenceClass,
                licenceIssuedOn,
                licenceValidUntil,
                picture,
                new AgreementDesk.Signed(customerSignature, customerSignatureName),
                new AgreementDesk.Signed(staffSignature, staffSignatureName));
    }
}
