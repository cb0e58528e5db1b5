package io.genjin.hlist;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** K27 H级名单兑现率: of the customers listed for a week, those who ordered in it. */
public record HitRate(int ordered, int entries) {

    static HitRate of(Collection<Verdict> verdicts) {
        long ordered = verdicts.stream()
                .filter(Objects::nonNull)
                .filter(verdict -> verdict.result() == WeekResult.ORDERED)
                .count();
        return new HitRate((int) ordered, verdicts.size());
    }

    HitRate and(HitRate other) {
        return new HitRate(ordered + other.ordered, entries + other.entries);
    }

    /** Nothing when nobody was listed. */
    public @Nullable BigDecimal ratio() {
        return Coverage.ratio(ordered, entries);
    }
}
