package io.genjin.sheet;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of a sheet that is not empty.
 *
 * @param number the row as people count it in the file, from 1
 */
public record SheetRow(int number, List<Cell> cells) {

    /**
     * What stands in a cell. Formulas are not computed: their last result counts.
     *
     * @param number the value when the sheet stores a number, exactly as stored; text files have none
     */
    public record Cell(String text, @Nullable BigDecimal number) {

        public static final Cell EMPTY = new Cell("", null);

        public static Cell of(String text) {
            return text.isEmpty() ? EMPTY : new Cell(text, null);
        }

        public static Cell of(BigDecimal number) {
            return new Cell(number.toPlainString(), number);
        }

        public boolean isEmpty() {
            return text.isBlank();
        }
    }

    public SheetRow {
        cells = List.copyOf(cells);
    }

    /** The cell in a column, empty beyond the row's end. */
    public Cell cell(int column) {
        return column < cells.size() ? cells.get(column) : Cell.EMPTY;
    }

    public boolean isEmpty() {
        return cells.stream().allMatch(Cell::isEmpty);
    }

    public List<String> texts() {
        return cells.stream().map(Cell::text).toList();
    }
}
