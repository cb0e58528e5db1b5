package io.genjin.target;

import io.genjin.report.Figure;
import java.util.Arrays;
import java.util.List;

/** One of the five targets (五大目标, 4.2), and the figure of the daily report that is its actual: nobody types one. */
public enum Metric {
    TOTAL_CONTACTS(Figure.TOTAL_CONTACTS),
    MARKET_DEVELOPMENT(Figure.MARKET_DEVELOPMENT),
    RETURN_VISITS(Figure.RETURN_VISITS),
    TEST_DRIVES(Figure.TEST_DRIVES),
    SOLD(Figure.DELIVERIES);

    private final Figure figure;

    Metric(Figure figure) {
        this.figure = figure;
    }

    public Figure figure() {
        return figure;
    }

    static List<Figure> figures() {
        return Arrays.stream(values()).map(Metric::figure).toList();
    }
}
