package io.genjin.staff;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Days on which a person is away, both included, and who makes their due contacts meanwhile (domain 5, Absence). The contact
 * counts for the deputy, the due item stays the owner's.
 */
public record Absence(
        UUID id,
        StaffId who,
        LocalDate from,
        LocalDate to,
        @Nullable StaffId deputy,
        String reason) {

    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
