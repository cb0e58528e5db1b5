package io.genjin.delivery;

import io.genjin.prospect.ProspectId;
import io.genjin.staff.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a customer was still owed when signing for the car (遗留事项): by when, who answers for it, and how it was settled. Settling
 * it leaves the signed confirmation as it is.
 */
public record Outstanding(
        UUID id,
        DeliveryId delivery,
        ProspectId prospect,
        CheckItem item,
        String words,
        LocalDate due,
        StaffId responsible,
        Instant openedAt,
        @Nullable Settled settled) {

    /** How it came to its end. */
    public record Settled(String how, StaffId by, Instant at) {}

    public boolean isOpen() {
        return settled == null;
    }

    public boolean isOverdue(LocalDate today) {
        return settled == null && today.isAfter(due);
    }
}
