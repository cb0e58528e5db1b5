package io.genjin.target;

import io.genjin.staff.StaffId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One value that an act of setting gave.
 *
 * @param consultant nothing when it is the dealership's annual target
 * @param before     what counted until then; nothing when it was the first
 */
public record TargetChange(
        int number,
        @Nullable StaffId consultant,
        Metric metric,
        @Nullable Integer before,
        int target,
        @Nullable String reason,
        StaffId by,
        Instant at) {}
