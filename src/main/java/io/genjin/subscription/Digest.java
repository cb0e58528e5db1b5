package io.genjin.subscription;

import io.genjin.shared.Percent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a letter tells: sums under names that the product itself has words for, and where the whole page stands. There is no place in
 * it for a name or a number of anybody, and digits that are long enough to be one are refused.
 *
 * @param from    the first day told of
 * @param until   the last one
 * @param columns keys of the texts above the numbers
 * @param path    where the page stands, from the product's address on
 */
public record Digest(LocalDate from, LocalDate until, List<String> columns, List<Line> lines, String path) {

    private static final Pattern KEY = Pattern.compile("[a-zA-Z][\\w.]*");

    public Digest {
        columns = List.copyOf(columns);
        lines = List.copyOf(lines);
        if (!path.startsWith("/") || path.startsWith("//")) {
            throw new IllegalArgumentException("a page of our own");
        }
        for (String column : columns) {
            key(column);
        }
        for (Line line : lines) {
            if (line.cells().size() != columns.size()) {
                throw new IllegalArgumentException("a number under each heading");
            }
        }
    }

    private static String key(String key) {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("the key of a text");
        }
        return key;
    }

    /**
     * @param label key of the text beside the numbers
     * @param id    of the definition, such as K01; nothing where the words say it all
     */
    public record Line(String label, @Nullable String id, List<Cell> cells) {

        private static final Pattern ID = Pattern.compile("[A-Z]?-?[0-9]{1,3}[a-z]?(\\.[0-9]{1,2})?");

        public Line {
            key(label);
            if (id != null && !ID.matcher(id).matches()) {
                throw new IllegalArgumentException("the id of a definition");
            }
            cells = List.copyOf(cells);
        }

        public static Line of(String label, Cell... cells) {
            return new Line(label, null, List.of(cells));
        }

        public Line defined(String definition) {
            return new Line(label, definition, cells);
        }
    }

    /**
     * One number, or a word of the product's own.
     *
     * @param word whether {@code text} is the key of a text rather than a number
     */
    public record Cell(String text, boolean word) {

        private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,8}(\\.[0-9]{1,4})?( ?/ ?[0-9]{1,8})?%?");

        public static final Cell NOTHING = new Cell("–", false);

        public Cell {
            if (word) {
                key(text);
            } else if (!text.equals("–") && !NUMBER.matcher(text).matches()) {
                throw new IllegalArgumentException("a number, a dash or a word of our own");
            }
        }

        public static Cell of(long number) {
            return new Cell(Long.toString(number), false);
        }

        public static Cell of(long part, long whole) {
            return new Cell(part + " / " + whole, false);
        }

        public static Cell number(String text) {
            return new Cell(text, false);
        }

        /** A share, or a dash where there is nothing to divide by. */
        public static Cell percent(@Nullable BigDecimal ratio) {
            return number(Percent.of(ratio));
        }

        public static Cell word(String key) {
            return new Cell(key, true);
        }
    }
}
