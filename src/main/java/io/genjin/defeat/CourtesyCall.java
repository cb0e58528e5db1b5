package io.genjin.defeat;

import io.genjin.prospect.ProspectId;
import io.genjin.staff.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A call by customer relations to a customer who was given up: are they really lost, and why?
 *
 * @param dueDate the day until whose end it is to be made
 * @param finding nothing while it is open; a call that reached nobody stays open
 */
public record CourtesyCall(
        UUID id,
        DefeatId defeat,
        ProspectId prospect,
        LocalDate dueDate,
        int attempts,
        Defeat.@Nullable Finding finding,
        @Nullable String comment,
        @Nullable StaffId by,
        @Nullable Instant at) {

    public boolean isOpen() {
        return finding == null;
    }

    public boolean isOverdue(LocalDate today) {
        return isOpen() && dueDate.isBefore(today);
    }
}
