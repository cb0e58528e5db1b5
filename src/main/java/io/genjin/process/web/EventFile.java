package io.genjin.process.web;

import io.genjin.process.EventLog.Event;
import io.genjin.shared.web.Screen;
import io.genjin.shared.web.Watermark;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** The event log as a file, with the column names that process mining tools know; codes only, so no cell can be a formula. */
final class EventFile {

    static final String CSV = "text/csv";
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final List<String> COLUMNS = List.of(
            "case:concept:name", "concept:name", "time:timestamp", "org:resource", "stage", "grade", "owner", "event");

    private EventFile() {}

    static byte[] csv(List<Event> events) {
        StringBuilder text = new StringBuilder(String.join(",", COLUMNS)).append("\r\n");
        events.forEach(event -> text.append(String.join(",", cells(event))).append("\r\n"));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    static byte[] xlsx(List<Event> events, Screen s) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "Genjin", "1.0")) {
            Worksheet sheet = book.newWorksheet("events");
            Watermark.on(sheet, s);
            for (int column = 0; column < COLUMNS.size(); column++) {
                sheet.value(0, column, COLUMNS.get(column));
                sheet.style(0, column).bold().set();
                sheet.width(column, 24);
            }
            sheet.freezePane(0, 1);
            int line = 1;
            for (Event event : events) {
                List<String> cells = cells(event);
                for (int column = 0; column < cells.size(); column++) {
                    sheet.value(line, column, cells.get(column));
                }
                line++;
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static List<String> cells(Event event) {
        return List.of(
                event.caseId(),
                event.activity(),
                event.timestamp().toString(),
                or(event.resource()),
                event.stage() == null ? "" : event.stage().name(),
                or(event.grade()),
                or(event.owner()),
                event.id());
    }

    private static String or(@Nullable String value) {
        return value == null ? "" : value;
    }
}
