package io.genjin.owner;

import io.genjin.prospect.CardContent.PurchaseType;
import io.genjin.prospect.ProspectId;
import io.genjin.prospect.Source;
import io.genjin.shared.DealershipId;
import io.genjin.staff.StaffId;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The card of a customer who bought (保有客户管理卡, 3.8). The number stays with the prospect's card, sealed; a second car of the
 * same person is a second file.
 *
 * @param source         where the case came from when the car was delivered, frozen for K24
 * @param occasionsUntil the last day whose occasions have been planned
 */
public record OwnerFile(
        OwnerId id,
        DealershipId dealership,
        ProspectId prospect,
        UUID order,
        String customerName,
        String vin,
        String model,
        Source source,
        @Nullable PurchaseType purchaseType,
        LocalDate deliveredOn,
        int mileage,
        LocalDate invoiceDate,
        OwnerDetails details,
        StaffId consultant,
        LocalDate occasionsUntil,
        int version) {

    /** After so many days without a plate the file was forgotten rather than the plate late (2.10, failure modes). */
    private static final int PLATE_DAYS = 30;

    /** Whether the plate should be known by now. */
    public boolean lacksPlate(LocalDate today) {
        return details.plate() == null && deliveredOn.plusDays(PLATE_DAYS).isBefore(today);
    }

    /** Bought because of an earlier owner: a friend's word, or the owner's own second car (K24, wide). */
    public boolean isOwnerRelated() {
        return source == Source.REFERRAL
                || purchaseType == PurchaseType.REPLACE
                || purchaseType == PurchaseType.ADDITIONAL;
    }

    OwnerFile with(OwnerDetails changed, LocalDate plannedUntil) {
        return new OwnerFile(
                id,
                dealership,
                prospect,
                order,
                customerName,
                vin,
                model,
                source,
                purchaseType,
                deliveredOn,
                mileage,
                invoiceDate,
                changed,
                consultant,
                plannedUntil,
                version);
    }

    OwnerFile inChargeOf(StaffId other) {
        return new OwnerFile(
                id,
                dealership,
                prospect,
                order,
                customerName,
                vin,
                model,
                source,
                purchaseType,
                deliveredOn,
                mileage,
                invoiceDate,
                details,
                other,
                occasionsUntil,
                version);
    }
}
