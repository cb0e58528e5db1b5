package io.genjin.shared.web.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lines over time (折线图): several series, among them what was set (dashed) and what is expected (dotted). A missing value is a gap in
 * its line, a single one a mark.
 *
 * @param corner what the points are: "Day", "Month"
 * @param unit   how the numbers beside the axis are said
 */
public record LineChart(
        String title, @Nullable String note, String corner, Unit unit, List<Point> points, List<Series> series)
        implements Chart {

    /** The width for which a phone's drawing is laid out, and that for a desk's. */
    public static final int NARROW = 330;

    public static final int WIDE = 720;

    /** A place on the time axis: briefly, as there is room for under it, and in full. */
    public record Point(String briefly, String fully) {

        public Point(String words) {
            this(words, words);
        }
    }

    /** One line; it has a value for each point, and those may be missing. */
    public record Series(String name, Ink ink, List<Value> values) {

        public Series {
            values = List.copyOf(values);
        }

        /** The last number that is not missing. */
        public Value last() {
            Value last = Value.missing();
            for (Value value : values) {
                last = value.isMissing() ? last : value;
            }
            return last;
        }
    }

    public LineChart {
        points = List.copyOf(points);
        series = List.copyOf(series);
        for (Series one : series) {
            if (one.values().size() != points.size()) {
                throw new IllegalArgumentException(one.name() + " has no value for each point");
            }
        }
    }

    public boolean isEmpty() {
        return series.stream().flatMap(one -> one.values().stream()).allMatch(Value::isMissing);
    }

    /** The picture in words: each line with its first and its last number. */
    public String inWords() {
        return series.stream().map(this::inWords).collect(Collectors.joining("; "));
    }

    private String inWords(Series one) {
        List<String> known = new ArrayList<>();
        for (int place = 0; place < points.size(); place++) {
            Value value = one.values().get(place);
            if (!value.isMissing()) {
                known.add(points.get(place).fully() + " " + value.words());
            }
        }
        return one.name() + ": "
                + switch (known.size()) {
                    case 0 -> Value.NOTHING;
                    case 1 -> known.get(0);
                    default -> known.get(0) + " → " + known.get(known.size() - 1);
                };
    }

    public LineLayout narrow() {
        return LineLayout.of(this, NARROW, false);
    }

    public LineLayout wide() {
        return LineLayout.of(this, WIDE, true);
    }

    @Override
    public Table table() {
        List<Line> lines = new ArrayList<>();
        for (int place = 0; place < points.size(); place++) {
            int at = place;
            lines.add(new Line(
                    points.get(place).fully(),
                    series.stream().map(one -> one.values().get(at)).toList()));
        }
        return new Table(corner, series.stream().map(Series::name).toList(), lines);
    }
}
