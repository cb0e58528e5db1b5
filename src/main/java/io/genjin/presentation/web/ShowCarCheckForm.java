package io.genjin.presentation.web;

import io.genjin.presentation.ShowCarPoint;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a show car was found, as it was ticked. */
record ShowCarCheckForm(
        @Nullable List<ShowCarPoint> right, @Nullable String remark) {

    Set<ShowCarPoint> ticked() {
        return right == null || right.isEmpty() ? Set.of() : EnumSet.copyOf(right);
    }
}
