package io.genjin.coaching;

import io.genjin.report.Figure;
import io.genjin.target.Metric;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
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
    CONTACT_TO_VISIT("3.11", List.of(Figure.FIRST_VISITS, Figure.RETURN_VISITS), List.of(Figure.TOTAL_CONTACTS)),
    VISIT_TO_DRIVE("3.11", List.of(Figure.TEST_DRIVES), List.of(Figure.FIRST_VISITS, Figure.RETURN_VISITS)),
    DRIVE_TO_SOLD("3.11", List.of(Figure.DELIVERIES), List.of(Figure.TEST_DRIVES)),
    ON_TIME(
            "K03",
            List.of(Figure.FOLLOW_UPS_ON_TIME),
            List.of(Figure.FOLLOW_UPS_ON_TIME, Figure.FOLLOW_UPS_LATE, Figure.FOLLOW_UPS_NOT_DONE));

    static final int DAYS_OF_A_COUNT = 7;
    static final int DAYS_OF_A_RATIO = 28;

    private final @Nullable Metric metric;
    private final String definitionId;
    private final List<Figure> top;
    private final List<Figure> bottom;

    Yardstick(Metric metric, String definitionId) {
        this.metric = metric;
        this.definitionId = definitionId;
        this.top = List.of(metric.figure());
        this.bottom = List.of();
    }

    Yardstick(String definitionId, List<Figure> top, List<Figure> bottom) {
        this.metric = null;
        this.definitionId = definitionId;
        this.top = top;
        this.bottom = bottom;
    }

    /** The figures above the line. */
    List<Figure> top() {
        return top;
    }

    /** The figures below the line; none for a count. */
    List<Figure> bottom() {
        return bottom;
    }

    /** All figures that it adds up and divides, each once. */
    public List<Figure> figures() {
        return Stream.concat(top.stream(), bottom.stream()).distinct().toList();
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
