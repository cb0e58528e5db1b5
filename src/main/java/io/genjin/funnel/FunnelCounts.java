package io.genjin.funnel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How many distinct prospects reached each stage, and left by each exit: of all, or of one slice. */
public record FunnelCounts(Map<FunnelStage, Reached> reached) {

    private static final int RATIO_DIGITS = 4;
    private static final Reached NOBODY = new Reached(0, 0, null, 0);

    /**
     * @param count      prospects who reached the stage
     * @param straight   those of them who have reached the stage before it as well
     * @param medianDays calendar days since the stage before, in the middle of those who came to it on the same day or earlier
     * @param timed      how many those are
     */
    public record Reached(
            long count, long straight, @Nullable BigDecimal medianDays, long timed) {}

    public FunnelCounts {
        Map<FunnelStage, Reached> copy = new EnumMap<>(FunnelStage.class);
        copy.putAll(reached);
        reached = copy;
    }

    public Reached of(FunnelStage stage) {
        return reached.getOrDefault(stage, NOBODY);
    }

    public long count(FunnelStage stage) {
        return of(stage).count();
    }

    /**
     * Reached ÷ reached the stage before (4.6). The base is everybody who reached that stage. Those who skipped it count above the line
     * and not below, so where many skip it is more than 1; {@link Reached#straight} says how many did not.
     *
     * @return nothing where nobody reached the stage before, and for the first stage and exits
     */
    public @Nullable BigDecimal stageConversion(FunnelStage stage) {
        FunnelStage before = stage.before();
        return before == null ? null : ratio(count(stage), count(before));
    }

    /** Reached ÷ received (4.6); nothing where nobody was received. */
    public @Nullable BigDecimal overall(FunnelStage stage) {
        return ratio(count(stage), count(FunnelStage.LEAD));
    }

    public boolean isEmpty() {
        return reached.values().stream().allMatch(one -> one.count() == 0);
    }

    private static @Nullable BigDecimal ratio(long part, long whole) {
        return whole == 0
                ? null
                : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), RATIO_DIGITS, RoundingMode.HALF_UP);
    }
}
