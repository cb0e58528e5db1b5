package io.genjin.target;

import io.genjin.report.Figure;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One of the five targets (五大目标, 4.2), and the figure of the daily report that is its actual: nobody types one. */
public enum Metric {
    TOTAL_CONTACTS(Figure.TOTAL_CONTACTS, null),
    MARKET_DEVELOPMENT(Figure.MARKET_DEVELOPMENT, Figure.OUTBOUND_ACTIONS),
    RETURN_VISITS(Figure.RETURN_VISITS, null),
    TEST_DRIVES(Figure.TEST_DRIVES, null),
    SOLD(Figure.DELIVERIES, Figure.ORDERS);

    private final Figure figure;
    private final @Nullable Figure second;

    Metric(Figure figure, @Nullable Figure second) {
        this.figure = figure;
        this.second = second;
    }

    /** What 4.2 wants to see beside it, no part of the target: the work behind what was developed, the orders behind what is sold. */
    public @Nullable Figure second() {
        return second;
    }

    public Figure figure() {
        return figure;
    }

    static List<Figure> figures() {
        return Arrays.stream(values()).map(Metric::figure).toList();
    }

    /** These and those that stand beside them. */
    static List<Figure> allFigures() {
        return Stream.concat(
                        figures().stream(),
                        Arrays.stream(values()).map(Metric::second).filter(Objects::nonNull))
                .toList();
    }
}
