package io.genjin.dealership;

import org.jspecify.annotations.Nullable;

/**
 * One row of the grade table. First limit and rhythm are separate parameters; neither is derived from the other
 * (O-02).
 *
 * @param purchaseWithinDays within how many days the customer may buy; nothing for N
 */
public record GradeRule(@Nullable Integer purchaseWithinDays, FirstLimit first, Frequency frequency) {}
