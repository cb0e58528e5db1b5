package io.genjin.shared;

import io.genjin.shared.Refusal.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a person signed on the screen (签字): the strokes of the pen, or, where drawing is not possible, the name they typed and
 * confirmed. It is kept as text, one line, and drawn again on screen and on paper; it is never a picture or markup that could
 * carry anything else.
 *
 * <p>Strokes are points on a sheet {@value #WIDTH} wide and {@value #HEIGHT} high: {@code 10,20 14,26;400,200 410,210}.
 */
public final class Signature {

    public static final int WIDTH = 1000;
    public static final int HEIGHT = 400;

    /** The most characters that a signature's text may have. */
    public static final int LONGEST = 40_000;

    private static final int LONGEST_NAME = 60;
    private static final int MOST_STROKES = 200;
    private static final int MOST_POINTS = 4000;
    /** What a pen leaves that was only put down, or slipped: no signature. */
    private static final int SHORTEST_INK = 250;

    private static final int SMALLEST_REACH = 80;

    private static final String NAME_MARK = "name:";
    private static final Pattern POINT = Pattern.compile("(0|[1-9][0-9]{0,3}),(0|[1-9][0-9]{0,2})");

    private record Point(int x, int y) {

        private long distance(Point other) {
            return Math.round(Math.hypot(x - other.x, y - other.y));
        }
    }

    private final List<List<Point>> strokes;
    private final @Nullable String name;

    private Signature(List<List<Point>> strokes, @Nullable String name) {
        this.strokes = strokes;
        this.name = name;
    }

    /**
     * What came with a form: strokes count before a typed name. Nothing given, a mere scribble or unreadable strokes add
     * {@code field} to {@code wrong}.
     */
    public static @Nullable Signature read(
            @Nullable String strokes, @Nullable String typedName, String field, List<Field> wrong) {
        if (strokes != null && !strokes.isBlank()) {
            Optional<List<List<Point>>> drawn = parse(strokes.strip());
            if (drawn.isEmpty()) {
                wrong.add(Field.of(field, "signature.unreadable"));
                return null;
            }
            if (isScribble(drawn.get())) {
                wrong.add(Field.of(field, "signature.tooSmall"));
                return null;
            }
            return new Signature(drawn.get(), null);
        }
        int before = wrong.size();
        String name = PlainText.line(typedName, LONGEST_NAME, field, wrong);
        if (wrong.size() > before) {
            return null;
        }
        if (name == null) {
            wrong.add(Field.of(field, "signature.required"));
            return null;
        }
        return new Signature(List.of(), name);
    }

    /** The signature kept as {@code text}; anything else is a defect. */
    public static Signature of(String text) {
        if (text.startsWith(NAME_MARK)) {
            return new Signature(List.of(), text.substring(NAME_MARK.length()));
        }
        return new Signature(
                parse(text).orElseThrow(() -> new IllegalArgumentException("no signature: " + text.length())), null);
    }

    /** What of unchecked strokes can be shown in a form again: the path to draw, empty when they are unreadable. */
    public static String pathOf(@Nullable String strokes) {
        return strokes == null || strokes.isBlank()
                ? ""
                : parse(strokes.strip()).map(Signature::path).orElse("");
    }

    private static Optional<List<List<Point>>> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        List<List<Point>> strokes = new ArrayList<>();
        int points = 0;
        for (String written : text.split(";", -1)) {
            List<Point> stroke = new ArrayList<>();
            for (String place : written.split(" ", -1)) {
                Matcher point = POINT.matcher(place);
                if (!point.matches() || ++points > MOST_POINTS) {
                    return Optional.empty();
                }
                int x = Integer.parseInt(point.group(1));
                int y = Integer.parseInt(point.group(2));
                if (x > WIDTH || y > HEIGHT) {
                    return Optional.empty();
                }
                stroke.add(new Point(x, y));
            }
            strokes.add(List.copyOf(stroke));
        }
        return strokes.size() > MOST_STROKES ? Optional.empty() : Optional.of(List.copyOf(strokes));
    }

    private static boolean isScribble(List<List<Point>> strokes) {
        long ink = 0;
        int left = WIDTH;
        int right = 0;
        int top = HEIGHT;
        int bottom = 0;
        for (List<Point> stroke : strokes) {
            for (int place = 0; place < stroke.size(); place++) {
                Point point = stroke.get(place);
                ink += place == 0 ? 0 : point.distance(stroke.get(place - 1));
                left = Math.min(left, point.x());
                right = Math.max(right, point.x());
                top = Math.min(top, point.y());
                bottom = Math.max(bottom, point.y());
            }
        }
        return ink < SHORTEST_INK || Math.max(right - left, bottom - top) < SMALLEST_REACH;
    }

    /** Whether a pen drew it; otherwise the name was typed and confirmed. */
    public boolean isDrawn() {
        return name == null;
    }

    /** The typed name of a signature that was not drawn. */
    public @Nullable String name() {
        return name;
    }

    /** The strokes as the path of a drawing {@value #WIDTH} by {@value #HEIGHT}; digits, blanks, M and L only. */
    public String path() {
        return path(strokes);
    }

    private static String path(List<List<Point>> strokes) {
        return strokes.stream().map(Signature::line).collect(Collectors.joining(" "));
    }

    /** A stroke of one point goes to itself, which a round pen draws as a dot. */
    private static String line(List<Point> stroke) {
        Point first = stroke.get(0);
        List<Point> rest = stroke.size() == 1 ? stroke : stroke.subList(1, stroke.size());
        return "M" + first.x() + " " + first.y()
                + rest.stream().map(point -> "L" + point.x() + " " + point.y()).collect(Collectors.joining());
    }

    /** The line by which it is kept and made again ({@link #of}). */
    public String text() {
        if (name != null) {
            return NAME_MARK + name;
        }
        return strokes.stream()
                .map(stroke -> stroke.stream()
                        .map(point -> point.x() + "," + point.y())
                        .collect(Collectors.joining(" ")))
                .collect(Collectors.joining(";"));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Signature that && text().equals(that.text());
    }

    @Override
    public int hashCode() {
        return Objects.hash(text());
    }

    /** Says how it was made; strokes belong into no log. */
    @Override
    public String toString() {
        return isDrawn() ? "Signature[drawn]" : "Signature[typed]";
    }
}
