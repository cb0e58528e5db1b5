package io.genjin.shared.web.chart;

import io.genjin.shared.web.chart.LineChart.Series;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where everything of a line chart lies in a drawing of a certain width. Words never lie upon words: of the days under the axis so many
 * are left out as needed, and a number at the end of a line moves up or down, or is left to the legend.
 */
public record LineLayout(int width, int height, List<Text> ticks, List<Text> days, List<Drawn> lines) {

    private static final int HEIGHT_NARROW = 200;
    private static final int HEIGHT_WIDE = 240;
    private static final int ABOVE = 14;
    private static final int BELOW = 24;
    private static final int GAP = 6;
    private static final int STEPS = 4;

    /** So many units apart points must be for each to have its mark. */
    private static final int MARK_ROOM = 12;

    private static final int NAME_ROOM = 150;

    /** Words at a place. A tick's {@code y} is also where its grid line lies. */
    public record Text(int x, int y, String words) {

        /** Whether two lines of words would touch, when both begin at their {@code x}. */
        boolean touches(Text other) {
            return Math.abs(y - other.y) < Lettering.SIZE + 1
                    && x < other.x + Lettering.width(other.words) + GAP
                    && other.x < x + Lettering.width(words) + GAP;
        }
    }

    /**
     * One series as it is drawn.
     *
     * @param path  the line, interrupted where a value is missing
     * @param marks the outlines of its marks
     * @param end   its last number, and its name where there is room
     */
    public record Drawn(
            Ink ink, String path, String marks, @Nullable Text end) {}

    static LineLayout of(LineChart chart, int width, boolean names) {
        List<@Nullable BigDecimal> numbers = new ArrayList<>();
        chart.series().forEach(one -> one.values().forEach(value -> numbers.add(value.number())));
        Scale scale = Scale.over(numbers, STEPS);
        int left = GAP
                + scale.ticks().stream()
                        .mapToInt(tick -> Lettering.width(chart.unit().words(tick)))
                        .max()
                        .orElse(0);
        int right = GAP + Math.max(Lettering.SIZE, endRoom(chart, names));
        int height = names ? HEIGHT_WIDE : HEIGHT_NARROW;
        Plane plane = new Plane(
                left + GAP, width - right, ABOVE, height - BELOW, chart.points().size(), scale);
        List<Text> ticks = scale.ticks().stream()
                .map(tick -> new Text(
                        left - Lettering.width(chart.unit().words(tick)),
                        plane.y(tick).intValue(),
                        chart.unit().words(tick)))
                .toList();
        return new LineLayout(
                width, height, ticks, days(chart, plane, width, height), lines(chart, plane, width, names));
    }

    private static int endRoom(LineChart chart, boolean names) {
        return chart.series().stream()
                .mapToInt(one -> Math.min(NAME_ROOM, Lettering.width(end(one, names))))
                .max()
                .orElse(0);
    }

    private static String end(Series one, boolean names) {
        String last = one.last().isMissing() ? "" : one.last().words();
        return !names || last.isEmpty() ? last : last + " " + one.name();
    }

    /** What lies where between the axes. */
    private record Plane(int left, int right, int top, int bottom, int points, Scale scale) {

        BigDecimal x(int place) {
            return points < 2
                    ? BigDecimal.valueOf((left + right) / 2)
                    : BigDecimal.valueOf(left)
                            .add(BigDecimal.valueOf((long) (right - left) * place)
                                    .divide(BigDecimal.valueOf(points - 1L), 1, RoundingMode.HALF_UP));
        }

        BigDecimal y(BigDecimal number) {
            return BigDecimal.valueOf(bottom).subtract(scale.place(number, bottom - top));
        }
    }

    /** The first, the last, and between them every second, fifth, … as there is room. */
    private static List<Text> days(LineChart chart, Plane plane, int width, int height) {
        int count = chart.points().size();
        for (int every = 1; every < count; every++) {
            List<Text> days = daysEach(chart, plane, width, height, every);
            boolean room = true;
            for (int place = 1; place < days.size(); place++) {
                room = room && !days.get(place - 1).touches(days.get(place));
            }
            if (room) {
                return days;
            }
        }
        return count == 0 ? List.of() : List.of(day(chart, plane, width, height, count - 1));
    }

    private static List<Text> daysEach(LineChart chart, Plane plane, int width, int height, int every) {
        List<Text> days = new ArrayList<>();
        int last = chart.points().size() - 1;
        for (int place = 0; place < last; place += every) {
            if (last - place >= every || place == 0) {
                days.add(day(chart, plane, width, height, place));
            }
        }
        days.add(day(chart, plane, width, height, last));
        return days;
    }

    private static Text day(LineChart chart, Plane plane, int width, int height, int place) {
        String words = chart.points().get(place).briefly();
        int wide = Lettering.width(words);
        int x = plane.x(place).intValue() - wide / 2;
        return new Text(Math.max(0, Math.min(x, width - wide)), height - GAP, words);
    }

    private static List<Drawn> lines(LineChart chart, Plane plane, int width, boolean names) {
        boolean marked = plane.points() < 2 || (plane.right() - plane.left()) / (plane.points() - 1) >= MARK_ROOM;
        List<Text> placed = new ArrayList<>();
        List<Drawn> lines = new ArrayList<>();
        for (Series one : chart.series()) {
            StringBuilder path = new StringBuilder();
            StringBuilder marks = new StringBuilder();
            int end = -1;
            for (int place = 0; place < plane.points(); place++) {
                BigDecimal number = one.values().get(place).number();
                if (number == null) {
                    continue;
                }
                end = place;
                boolean before = place > 0 && !one.values().get(place - 1).isMissing();
                boolean after = place + 1 < plane.points()
                        && !one.values().get(place + 1).isMissing();
                BigDecimal x = plane.x(place);
                BigDecimal y = plane.y(number);
                if (before || after) {
                    path.append(before ? "L" : "M")
                            .append(x.toPlainString())
                            .append(' ')
                            .append(y.toPlainString());
                }
                if (!before && !after || one.ink().marks() && (marked || !after)) {
                    marks.append(one.ink().mark(x, y));
                }
            }
            lines.add(new Drawn(
                    one.ink(), path.toString(), marks.toString(), label(one, end, plane, width, names, placed)));
        }
        return lines;
    }

    private static @Nullable Text label(Series one, int end, Plane plane, int width, boolean names, List<Text> placed) {
        BigDecimal number = end < 0 ? null : one.values().get(end).number();
        if (number == null) {
            return null;
        }
        String words = Lettering.cut(end(one, names), NAME_ROOM);
        int x = Math.min(plane.x(end).intValue() + GAP + 2, width - Lettering.width(words));
        int y = plane.y(number).intValue() + Lettering.SIZE / 3;
        int line = Lettering.SIZE + 2;
        for (int away = 0; away < placed.size() * 2 + 1; away++) {
            int moved = y + (away % 2 == 0 ? 1 : -1) * ((away + 1) / 2) * line;
            Text text = new Text(x, moved, words);
            boolean inside = moved >= Lettering.SIZE - 2 && moved <= plane.bottom() + 4;
            if (inside && placed.stream().noneMatch(text::touches)) {
                placed.add(text);
                return text;
            }
        }
        return null;
    }
}
