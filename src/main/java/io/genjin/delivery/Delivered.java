package io.genjin.delivery;

import io.genjin.order.SalesOrderId;
import io.genjin.prospect.ProspectId;
import io.genjin.shared.DealershipId;
import io.genjin.shared.Vin;
import io.genjin.staff.StaffId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A customer has signed for the car and drives away: from now on an owner. Published in the transaction of the signature, so
 * that owner file and call-backs are there with it or not at all (scenario 38).
 *
 * @param mileage        kilometres on the clock at that moment
 * @param consultant     whose customer it was
 * @param serviceAdvisor by name, whom the customer met at the handover
 */
public record Delivered(
        DealershipId dealership,
        SalesOrderId order,
        ProspectId prospect,
        Vin vin,
        @Nullable String plate,
        String model,
        Instant deliveredAt,
        int mileage,
        StaffId consultant,
        String serviceAdvisor) {}
