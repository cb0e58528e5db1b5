package io.genjin.prospect;

import java.time.Instant;

/**
 * What a prospect must know of a contact that was made or tried.
 *
 * @param answered   whether the customer was reached
 * @param met        whether an appointment was made or the customer came
 * @param inShowroom whether it was a visit to the showroom
 * @param qualifies  whether a consultant or sales manager made it (1.11 rule 6)
 */
public record ContactMade(Instant at, boolean answered, boolean met, boolean inShowroom, boolean qualifies) {

    /** The same contact of a party whose visit was counted that day already. */
    ContactMade withoutVisit() {
        return new ContactMade(at, answered, met, false, qualifies);
    }
}
