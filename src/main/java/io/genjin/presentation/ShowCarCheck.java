package io.genjin.presentation;

import io.genjin.staff.StaffId;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Somebody looked at a show car: what was right, and what is to be done. */
public record ShowCarCheck(
        Set<ShowCarPoint> right, @Nullable String remark, StaffId checkedBy, Instant checkedAt) {

    public ShowCarCheck {
        right = Set.copyOf(right);
    }

    /** What was not right, in the order of the list. */
    public List<ShowCarPoint> missing() {
        return EnumSet.allOf(ShowCarPoint.class).stream()
                .filter(point -> !right.contains(point))
                .toList();
    }
}
