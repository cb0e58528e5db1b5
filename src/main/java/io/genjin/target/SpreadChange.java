package io.genjin.target;

import io.genjin.staff.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an act of setting said about the spread of a year.
 *
 * @param begins  from which day the year's targets count; nothing when that is left to the dealership's own beginning
 * @param weights of the twelve months in tenths of a percent; nothing when they are computed
 */
public record SpreadChange(
        int number,
        @Nullable LocalDate begins,
        @Nullable List<Integer> weights,
        @Nullable String reason,
        StaffId by,
        Instant at) {}
