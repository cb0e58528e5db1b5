package io.genjin.intake;

import io.genjin.privacy.AccessLog;
import io.genjin.shared.Refusal.Field;
import io.genjin.sheet.SafeText;
import io.genjin.staff.StaffMember;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Function;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.stereotype.Component;

/**
 * The refused rows of an import as a file: as they were typed, with the reason beside each, to be put right and imported
 * again. No text in it is a formula (S-R42), and the download is logged.
 */
@Component
public class RefusedSheet {

    private static final int ROWS_AT_ONCE = 1_000;
    private static final String VERSION = "1.0";

    private final ImportDesk desk;
    private final AccessLog accessLog;

    RefusedSheet(ImportDesk desk, AccessLog accessLog) {
        this.desk = desk;
        this.accessLog = accessLog;
    }

    /**
     * How the file speaks to its reader.
     *
     * @param title   name of the sheet
     * @param heading heading of the column with the reasons
     * @param reason  one refused field in words
     */
    public record Words(String title, String heading, Function<Field, String> reason) {}

    /** Writes the refused rows of a batch to {@code target}, which stays open. */
    public void write(BatchId id, Words words, OutputStream target, StaffMember reader) throws IOException {
        ImportBatch batch = desk.get(id, reader);
        accessLog.downloadedUncounted(reader, "refused.xlsx " + id, batch.refused());
        Workbook workbook = new Workbook(target, "Genjin", VERSION);
        Worksheet sheet = workbook.newWorksheet(words.title());
        List<String> headings = batch.plan().mapping().headings();
        int line = 0;
        int reasons = width(id, headings, reader);
        if (!headings.isEmpty()) {
            row(sheet, line, headings);
            sheet.value(line, reasons, words.heading());
            line++;
        }
        int after = 0;
        List<ImportRow> rows = desk.rows(id, ImportRow.Outcome.REFUSED, after, ROWS_AT_ONCE, reader);
        while (!rows.isEmpty()) {
            for (ImportRow one : rows) {
                row(sheet, line, one.cells());
                sheet.value(line, reasons, said(one, words));
                after = one.number();
                line++;
            }
            sheet.flush();
            rows = desk.rows(id, ImportRow.Outcome.REFUSED, after, ROWS_AT_ONCE, reader);
        }
        workbook.finish();
    }

    /** The reasons stand to the right of everything that was typed. */
    private int width(BatchId id, List<String> headings, StaffMember reader) {
        int width = headings.size();
        int after = 0;
        List<ImportRow> rows = desk.rows(id, ImportRow.Outcome.REFUSED, after, ROWS_AT_ONCE, reader);
        while (!rows.isEmpty()) {
            for (ImportRow one : rows) {
                width = Math.max(width, one.cells().size());
                after = one.number();
            }
            rows = desk.rows(id, ImportRow.Outcome.REFUSED, after, ROWS_AT_ONCE, reader);
        }
        return width;
    }

    private static void row(Worksheet sheet, int line, List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            if (!cells.get(column).isEmpty()) {
                sheet.value(line, column, SafeText.written(cells.get(column)));
            }
        }
    }

    private static String said(ImportRow row, Words words) {
        return SafeText.written(
                String.join("; ", row.reasons().stream().map(words.reason()).toList()));
    }
}
