package io.genjin.catalog;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row of a range sheet.
 *
 * @param number the row as people count it in the file, from 1
 * @param cells  what stands in it, by meaning, days as {@code 2026-03-02}; empty cells are left out
 */
record RangeRow(int number, Map<RangeColumn, String> cells) {

    RangeRow {
        cells = Map.copyOf(cells);
    }

    @Nullable
    String cell(RangeColumn column) {
        return cells.get(column);
    }

    boolean has(RangeColumn column) {
        return cells.containsKey(column);
    }

    boolean hasAny(RangeColumn... columns) {
        for (RangeColumn column : columns) {
            if (has(column)) {
                return true;
            }
        }
        return false;
    }
}
