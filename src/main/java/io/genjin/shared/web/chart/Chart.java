package io.genjin.shared.web.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A picture of numbers. The same numbers stand behind it as a table, for whoever hears the page, copies from it or prints it. */
public sealed interface Chart permits BarChart, LineChart, SmallMultiples {

    String title();

    /** What the numbers mean: definition and id. */
    @Nullable
    String note();

    /** The numbers of the picture, every one of them. */
    Table table();

    /**
     * @param corner what the first column lists
     * @param heads  of the other columns
     */
    record Table(String corner, List<String> heads, List<Line> lines) {

        public Table {
            heads = List.copyOf(heads);
            lines = List.copyOf(lines);
            for (Line line : lines) {
                if (line.values().size() != heads.size()) {
                    throw new IllegalArgumentException(line.label() + " has no value in each column");
                }
            }
        }
    }

    record Line(String label, List<Value> values) {

        public Line {
            values = List.copyOf(values);
        }
    }
}
