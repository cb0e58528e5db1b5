package io.genjin.owner;

import io.genjin.prospect.ProspectId;
import io.genjin.staff.StaffId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A friend whom an owner named (转介绍).
 *
 * @param referrer   the owner's own case
 * @param friend     the case of the friend
 * @param callback   the call in which the name was given, if it was one
 * @param consultant whose customer the owner was then
 * @param reward     how the owner was thanked; nothing as long as they were not
 */
public record Referral(
        UUID id,
        OwnerId owner,
        ProspectId referrer,
        ProspectId friend,
        @Nullable UUID callback,
        Instant givenAt,
        StaffId givenBy,
        StaffId consultant,
        @Nullable String reward,
        @Nullable StaffId thankedBy,
        @Nullable Instant thankedAt) {}
