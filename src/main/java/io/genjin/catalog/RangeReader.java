package io.genjin.catalog;

import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Refusal.Field;
import io.genjin.sheet.SafeText;
import io.genjin.sheet.Sheet;
import io.genjin.sheet.SheetDates;
import io.genjin.sheet.SheetRefused;
import io.genjin.sheet.SheetRow;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads range sheets, whatever the order of their columns and what stands above the headings. */
@Component
class RangeReader {

    private static final int MOST_ROWS = 3_000;
    private static final int ROWS_LOOKED_AT = 20;

    private final RangeWords words;

    RangeReader(RangeWords words) {
        this.words = words;
    }

    /**
     * @throws SheetRefused  when the file is no sheet
     * @throws FieldsRefused when no headings are found, or there are too many rows
     */
    List<RangeRow> read(Path file) {
        try (Sheet sheet = Sheet.open(file)) {
            Map<Integer, RangeColumn> columns = headings(sheet);
            List<RangeRow> rows = new ArrayList<>();
            for (SheetRow row = sheet.next(); row != null; row = sheet.next()) {
                RangeRow read = row(row, columns, sheet.startsIn1904());
                if (!read.cells().isEmpty()) {
                    rows.add(read);
                }
                if (rows.size() > MOST_ROWS) {
                    throw new SheetRefused(SheetRefused.Why.TOO_MANY_ROWS, String.valueOf(MOST_ROWS));
                }
            }
            if (rows.isEmpty()) {
                throw new SheetRefused(SheetRefused.Why.EMPTY);
            }
            return rows;
        }
    }

    /** The columns by place; headings are the first row that names brand and model. */
    private Map<Integer, RangeColumn> headings(Sheet sheet) {
        for (int looked = 0; looked < ROWS_LOOKED_AT; looked++) {
            SheetRow row = sheet.next();
            if (row == null) {
                break;
            }
            Map<Integer, RangeColumn> columns = columns(row);
            if (columns.containsValue(RangeColumn.BRAND) && columns.containsValue(RangeColumn.MODEL)) {
                return columns;
            }
        }
        throw new FieldsRefused(Field.of("file", "range.headings"));
    }

    private Map<Integer, RangeColumn> columns(SheetRow row) {
        Map<Integer, RangeColumn> columns = new TreeMap<>();
        for (int place = 0; place < row.cells().size(); place++) {
            Optional<RangeColumn> meaning = words.column(row.cell(place).text());
            if (meaning.isPresent() && !columns.containsValue(meaning.get())) {
                columns.put(place, meaning.get());
            }
        }
        return columns;
    }

    private static RangeRow row(SheetRow row, Map<Integer, RangeColumn> columns, boolean from1904) {
        Map<RangeColumn, String> cells = new EnumMap<>(RangeColumn.class);
        columns.forEach((place, column) -> {
            String text = text(row.cell(place), column, from1904);
            if (text != null) {
                cells.put(column, text);
            }
        });
        return new RangeRow(row.number(), cells);
    }

    private static @Nullable String text(SheetRow.Cell cell, RangeColumn column, boolean from1904) {
        if (cell.isEmpty()) {
            return null;
        }
        if (column == RangeColumn.PRICE_FROM || column == RangeColumn.AS_OF) {
            return SheetDates.read(cell, from1904)
                    .map(moment -> moment.toLocalDate().toString())
                    .orElse(cell.text().strip());
        }
        if (cell.number() != null) {
            return cell.number().stripTrailingZeros().toPlainString();
        }
        return SafeText.read(cell.text().strip());
    }
}
