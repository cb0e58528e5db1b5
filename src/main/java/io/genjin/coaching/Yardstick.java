package io.genjin.coaching;

import io.genjin.ratio.Ratio;
import io.genjin.target.Metric;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a success plan and its goals are measured by (3.11): one of the five targets, counted over seven days, or a ratio of
 * twenty-eight. More is better for each. Its name is the stable code; its name in words and its definition are the texts
 * {@code yardstick.<CODE>} and {@code yardstickDefinition.<CODE>}.
 */
public enum Yardstick {
    TOTAL_CONTACTS(Metric.TOTAL_CONTACTS, "R-118"),
    MARKET_DEVELOPMENT(Metric.MARKET_DEVELOPMENT, "R-118"),
    RETURN_VISITS(Metric.RETURN_VISITS, "R-118"),
    TEST_DRIVES(Metric.TEST_DRIVES, "R-118"),
    SOLD(Metric.SOLD, "R-118"),
    CONTACT_TO_VISIT(Ratio.CONTACT_TO_VISIT, "3.11"),
    VISIT_TO_DRIVE(Ratio.VISIT_TO_DRIVE, "3.11"),
    DRIVE_TO_SOLD(Ratio.DRIVE_TO_SOLD, "3.11"),
    ON_TIME(Ratio.K03, "K03");

    static final int DAYS_OF_A_COUNT = 7;
    static final int DAYS_OF_A_RATIO = 28;

    private final @Nullable Metric metric;
    private final @Nullable Ratio ratio;
    private final String definitionId;

    Yardstick(Metric metric, String definitionId) {
        this.metric = metric;
        this.ratio = null;
        this.definitionId = definitionId;
    }

    Yardstick(Ratio ratio, String definitionId) {
        this.metric = null;
        this.ratio = ratio;
        this.definitionId = definitionId;
    }

    /** The ratio that it is; nothing for a count. */
    public @Nullable Ratio ratio() {
        return ratio;
    }

    /** The target that it counts; nothing for a ratio. */
    public @Nullable Metric metric() {
        return metric;
    }

    public boolean isCount() {
        return metric != null;
    }

    public String definitionId() {
        return definitionId;
    }

    /** The days that are looked at when the last of them is {@code until}. */
    public Stretch daysUntil(LocalDate until) {
        return new Stretch(until.minusDays((isCount() ? DAYS_OF_A_COUNT : DAYS_OF_A_RATIO) - 1L), until);
    }
}
