package io.genjin.funnel;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stage of the funnel (4.6) or one of its side exits, with the kind of journal entry by which a prospect gets there. A stage is reached
 * by event: somebody who ordered without a second visit has reached ORDERED and not RETURNED.
 */
public enum FunnelStage {
    LEAD("PROSPECT_OPENED", "LEAD_RECEIVED"),
    FILED("CARD_ENTERED"),
    /** The first day in the showroom. */
    VISITED("VISIT_RECORDED"),
    /** The second day in the showroom; the same kind as the first. */
    RETURNED(),
    TEST_DRIVEN("TEST_DRIVEN"),
    QUOTED("QUOTED"),
    ORDERED("ORDERED"),
    DELIVERED("DELIVERED"),
    /** Given up, after approval only (4.1 rule 6). */
    DEFEATED("DEFEATED"),
    DORMANT("SET_DORMANT"),
    INVALID("LEAD_INVALID");

    private final List<String> kinds;

    FunnelStage(String... kinds) {
        this.kinds = List.of(kinds);
    }

    List<String> kinds() {
        return kinds;
    }

    public boolean isExit() {
        return ordinal() > DELIVERED.ordinal();
    }

    /** The stage printed before it; nothing for the first and for exits, which no stage precedes. */
    public @Nullable FunnelStage before() {
        return this == LEAD || isExit() ? null : values()[ordinal() - 1];
    }

    public static List<FunnelStage> stages() {
        return Arrays.stream(values()).filter(stage -> !stage.isExit()).toList();
    }

    public static List<FunnelStage> exits() {
        return Arrays.stream(values()).filter(FunnelStage::isExit).toList();
    }
}
