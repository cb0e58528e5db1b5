package io.genjin.shared.web.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Bars lying side by side (横向条形图): for each thing one bar of each series, from a common zero, negative ones to the left. Names are
 * text beside the bars, so the longest breaks and none collides.
 *
 * @param corner what the bars are of: "Consultant", "Source"
 * @param names  of the series; one when there is only one
 */
public record BarChart(String title, @Nullable String note, String corner, List<String> names, List<Bars> bars)
        implements Chart {

    /** How long the drawing is in its own units; on screen it is as wide as there is room. */
    public static final int LENGTH = 1_000;

    private static final int STEPS = 5;

    /** The bars of one thing, one for each series. */
    public record Bars(String label, List<Value> values) {

        public Bars {
            values = List.copyOf(values);
        }
    }

    /** Where a bar lies; nothing to draw when its value is missing. */
    public record Bar(Ink ink, Value value, int from, int to) {}

    public BarChart {
        names = List.copyOf(names);
        bars = List.copyOf(bars);
        if (names.isEmpty()) {
            throw new IllegalArgumentException("bars of nothing");
        }
        for (Bars one : bars) {
            if (one.values().size() != names.size()) {
                throw new IllegalArgumentException(one.label() + " has no value for each series");
            }
        }
    }

    private Scale scale() {
        List<@Nullable BigDecimal> numbers = new ArrayList<>();
        bars.forEach(one -> one.values().forEach(value -> numbers.add(value.number())));
        return Scale.over(numbers, STEPS);
    }

    /** Where zero lies. */
    public int zero() {
        return at(scale(), BigDecimal.ZERO);
    }

    /** Where the bars of one thing lie, in the order of the series. */
    public List<Bar> of(Bars one) {
        Scale scale = scale();
        int zero = at(scale, BigDecimal.ZERO);
        List<Bar> drawn = new ArrayList<>();
        for (int place = 0; place < one.values().size(); place++) {
            Value value = one.values().get(place);
            BigDecimal number = value.number();
            int end = number == null ? zero : at(scale, number);
            drawn.add(new Bar(Ink.of(place), value, Math.min(zero, end), Math.max(zero, end)));
        }
        return drawn;
    }

    private static int at(Scale scale, BigDecimal number) {
        return scale.place(number, LENGTH).intValue();
    }

    public boolean isEmpty() {
        return bars.isEmpty();
    }

    public boolean isGrouped() {
        return names.size() > 1;
    }

    public Ink ink(int place) {
        return Ink.of(place);
    }

    @Override
    public Table table() {
        return new Table(
                corner,
                names,
                bars.stream().map(one -> new Line(one.label(), one.values())).toList());
    }
}
