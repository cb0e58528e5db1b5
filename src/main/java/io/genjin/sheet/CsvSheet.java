package io.genjin.sheet;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.genjin.sheet.SheetRow.Cell;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A text file with commas, semicolons or tabs between the cells. */
final class CsvSheet implements Sheet {

    private static final String SEPARATORS = ",;\t";
    private static final int LONGEST_RECORD = 1 << 20;
    private static final int LINES_LOOKED_AT = 20;

    private final CsvReader<CsvRecord> reader;
    private final CloseableIterator<CsvRecord> records;
    private final String kind;
    private final boolean hintFirst;
    private int rows;

    private CsvSheet(CsvReader<CsvRecord> reader, String kind, boolean hintFirst) {
        this.reader = reader;
        this.records = reader.iterator();
        this.kind = kind;
        this.hintFirst = hintFirst;
    }

    static CsvSheet open(Path file) throws IOException {
        TextFile text = TextFile.recognise(file);
        String hint;
        char separator;
        try (BufferedReader lines = new BufferedReader(text.open())) {
            hint = firstLine(lines);
            separator = isHint(hint) ? hint.charAt(4) : separator(hint, lines);
        }
        Reader content = text.open();
        CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .maxBufferSize(LONGEST_RECORD)
                .ofCsvRecord(content);
        String written = separator == '\t' ? "tab" : String.valueOf(separator);
        return new CsvSheet(reader, "csv " + text.encoding().label() + " " + written, isHint(hint));
    }

    /** Excel writes {@code sep=;} above the rows when the separator is not the usual one. */
    private static boolean isHint(String line) {
        return line.length() == 5 && line.startsWith("sep=") && SEPARATORS.indexOf(line.charAt(4)) >= 0;
    }

    private static String firstLine(BufferedReader lines) throws IOException {
        char[] cut = new char[LONGEST_CELL];
        lines.mark(cut.length);
        int length = lines.read(cut);
        lines.reset();
        String start = length < 0 ? "" : new String(cut, 0, length);
        return start.lines().findFirst().orElse("");
    }

    /** The mark that stands most often between cells in the first lines, quoted text left aside. */
    private static char separator(String first, BufferedReader lines) throws IOException {
        int[] counts = new int[SEPARATORS.length()];
        count(first, counts);
        char[] more = new char[LINES_LOOKED_AT * 200];
        int length = lines.read(more);
        if (length > 0) {
            count(new String(more, 0, length), counts);
        }
        int best = 0;
        for (int place = 1; place < counts.length; place++) {
            if (counts[place] > counts[best]) {
                best = place;
            }
        }
        return SEPARATORS.charAt(best);
    }

    private static void count(String text, int[] counts) {
        boolean quoted = false;
        for (int place = 0; place < text.length(); place++) {
            char mark = text.charAt(place);
            quoted ^= mark == '"';
            int separator = quoted ? -1 : SEPARATORS.indexOf(mark);
            if (separator >= 0) {
                counts[separator]++;
            }
        }
    }

    @Override
    public @Nullable SheetRow next() {
        try {
            while (records.hasNext()) {
                CsvRecord record = records.next();
                boolean hint = hintFirst && record.getStartingLineNumber() == 1;
                SheetRow row = hint ? null : row(record);
                if (row != null && !row.isEmpty()) {
                    return row;
                }
            }
            return null;
        } catch (CsvParseException unbalanced) {
            throw new SheetRefused(SheetRefused.Why.QUOTES, rows + 1);
        } catch (UncheckedIOException broken) {
            throw new SheetRefused(SheetRefused.Why.BROKEN);
        }
    }

    private SheetRow row(CsvRecord record) {
        rows = (int) Math.min(Integer.MAX_VALUE, record.getStartingLineNumber());
        List<Cell> cells = new ArrayList<>();
        for (String field : record.getFields()) {
            if (cells.size() == MOST_COLUMNS) {
                break;
            }
            cells.add(Cell.of(field.length() > LONGEST_CELL ? field.substring(0, LONGEST_CELL + 1) : field));
        }
        return new SheetRow(rows, cells);
    }

    @Override
    public boolean startsIn1904() {
        return false;
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException already) {
            throw new UncheckedIOException(already);
        }
    }
}
