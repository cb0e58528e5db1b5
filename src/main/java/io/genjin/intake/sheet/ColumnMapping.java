package io.genjin.intake.sheet;

import io.genjin.sheet.SheetRow;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which column of a sheet means what. Recognised from its headings, which may stand below a title; a person may change it.
 *
 * @param headings    the row with the headings, empty when there is none
 * @param rowsAbove   how many rows with content come before the first customer, the headings among them
 * @param columns     for each meaning its column, counted from 0
 */
public record ColumnMapping(List<String> headings, int rowsAbove, Map<SheetColumn, Integer> columns) {

    private static final int ROWS_LOOKED_AT = 20;

    public ColumnMapping {
        headings = List.copyOf(headings);
        columns = Map.copyOf(columns);
    }

    /** Recognises the headings among the first rows of a sheet: the row in which most cells are headings we know. */
    public static ColumnMapping recognise(List<SheetRow> first) {
        ColumnMapping best = new ColumnMapping(List.of(), 0, Map.of());
        for (int place = 0; place < Math.min(first.size(), ROWS_LOOKED_AT); place++) {
            Map<SheetColumn, Integer> columns = columns(first.get(place));
            if (columns.size() > best.columns().size()) {
                best = new ColumnMapping(first.get(place).texts(), place + 1, columns);
            }
        }
        return best;
    }

    private static Map<SheetColumn, Integer> columns(SheetRow row) {
        Map<SheetColumn, Integer> columns = new EnumMap<>(SheetColumn.class);
        for (int place = 0; place < row.cells().size(); place++) {
            int column = place;
            Optional<SheetColumn> meaning = SheetColumn.of(row.cell(place).text());
            meaning.ifPresent(known -> columns.putIfAbsent(known, column));
        }
        return columns;
    }

    /** The same with other columns, as a person chose them. */
    public ColumnMapping with(Map<SheetColumn, Integer> chosen) {
        return new ColumnMapping(headings, rowsAbove, chosen);
    }

    public @Nullable Integer column(SheetColumn meaning) {
        return columns.get(meaning);
    }

    /** The cell with a meaning, empty when no column has it. */
    public SheetRow.Cell cell(SheetRow row, SheetColumn meaning) {
        Integer column = columns.get(meaning);
        return column == null ? SheetRow.Cell.EMPTY : row.cell(column);
    }

    /** Without a name and a number there are no customers in a sheet. */
    public boolean hasNameAndNumber() {
        return columns.containsKey(SheetColumn.CUSTOMER_NAME) && columns.containsKey(SheetColumn.MOBILE);
    }
}
