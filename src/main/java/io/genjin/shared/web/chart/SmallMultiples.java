package io.genjin.shared.web.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Many small pictures of the same kind beside each other (小图组): each figure with its number now, its past as a line and a dashed line
 * to measure it by. Each has its own scale, from zero; what is compared is the course, not the height.
 *
 * @param corner    what the panels are of
 * @param points    the places in time, the same for all
 * @param reference what the dashed line is, nothing without one
 */
public record SmallMultiples(
        String title,
        @Nullable String note,
        String corner,
        List<LineChart.Point> points,
        @Nullable String reference,
        List<Panel> panels)
        implements Chart {

    public static final int WIDTH = 240;
    public static final int HEIGHT = 72;

    private static final int EDGE = 6;
    private static final int STEPS = 2;

    /** Something said below a panel's number: a change, a word. */
    public record Remark(String words, Tone tone) {}

    /**
     * @param id        the figure's id, printed beside its name
     * @param now       the number that stands large, with its rows
     * @param values    one for each point
     * @param reference where the dashed line lies; missing without one
     */
    public record Panel(
            String label, @Nullable String id, Value now, List<Remark> remarks, List<Value> values, Value reference) {

        public Panel {
            remarks = List.copyOf(remarks);
            values = List.copyOf(values);
        }

        private Scale scale() {
            List<@Nullable BigDecimal> numbers = new ArrayList<>();
            values.forEach(value -> numbers.add(value.number()));
            numbers.add(reference.number());
            return Scale.over(numbers, STEPS);
        }

        private BigDecimal y(BigDecimal number) {
            return BigDecimal.valueOf(HEIGHT - EDGE).subtract(scale().place(number, HEIGHT - 2 * EDGE));
        }

        private BigDecimal x(int place) {
            return values.size() < 2
                    ? BigDecimal.valueOf(WIDTH / 2)
                    : BigDecimal.valueOf(EDGE + (long) (WIDTH - 2 * EDGE) * place / (values.size() - 1));
        }

        /** The course, interrupted where a value is missing. */
        public String path() {
            StringBuilder path = new StringBuilder();
            boolean drawing = false;
            for (int place = 0; place < values.size(); place++) {
                BigDecimal number = values.get(place).number();
                if (number != null) {
                    path.append(drawing ? 'L' : 'M')
                            .append(x(place).toPlainString())
                            .append(' ')
                            .append(y(number).toPlainString());
                }
                drawing = number != null;
            }
            return path.toString();
        }

        /** A mark at the last number, and at each that stands alone. */
        public String marks() {
            StringBuilder marks = new StringBuilder();
            int last = -1;
            for (int place = 0; place < values.size(); place++) {
                last = values.get(place).isMissing() ? last : place;
            }
            for (int place = 0; place < values.size(); place++) {
                BigDecimal number = values.get(place).number();
                boolean alone = (place == 0 || values.get(place - 1).isMissing())
                        && (place + 1 == values.size() || values.get(place + 1).isMissing());
                if (number != null && (alone || place == last)) {
                    marks.append(Ink.FIRST.mark(x(place), y(number)));
                }
            }
            return marks.toString();
        }

        /** Where zero lies. */
        public String zero() {
            return y(BigDecimal.ZERO).toPlainString();
        }

        /** Where the dashed line lies. */
        public @Nullable String measure() {
            BigDecimal number = reference.number();
            return number == null ? null : y(number).toPlainString();
        }

        /** The picture in words: its first and its last number. */
        public String inWords() {
            List<String> known = values.stream()
                    .filter(value -> !value.isMissing())
                    .map(Value::words)
                    .toList();
            return known.isEmpty() ? Value.NOTHING : known.get(0) + " → " + known.get(known.size() - 1);
        }
    }

    public SmallMultiples {
        points = List.copyOf(points);
        panels = List.copyOf(panels);
        for (Panel panel : panels) {
            if (panel.values().size() != points.size()) {
                throw new IllegalArgumentException(panel.label() + " has no value for each point");
            }
        }
    }

    @Override
    public Table table() {
        List<String> heads =
                new ArrayList<>(points.stream().map(LineChart.Point::fully).toList());
        if (reference != null) {
            heads.add(reference);
        }
        return new Table(
                corner,
                heads,
                panels.stream()
                        .map(panel -> {
                            List<Value> values = new ArrayList<>(panel.values());
                            if (reference != null) {
                                values.add(panel.reference());
                            }
                            return new Line(panel.label(), values);
                        })
                        .toList());
    }
}
