package io.genjin.owner;

import io.genjin.prospect.ProspectId;
import io.genjin.shared.DealershipId;
import io.genjin.shared.Vin;
import io.genjin.staff.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A car was handed over and signed for: what the owner's file begins with (3.8, scenario 38). */
public record NewOwner(
        DealershipId dealership,
        UUID order,
        ProspectId prospect,
        Vin vin,
        String model,
        Instant deliveredAt,
        int mileage,
        LocalDate invoiceDate,
        StaffId consultant,
        StaffId filedBy,
        OwnerDetails details) {}
