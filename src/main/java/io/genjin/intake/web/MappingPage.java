package io.genjin.intake.web;

import io.genjin.intake.ImportBatch;
import io.genjin.intake.ImportDesk;
import io.genjin.intake.SheetCustomer;
import io.genjin.intake.sheet.SheetColumn;
import io.genjin.prospect.Source;
import io.genjin.shared.web.Fields;
import io.genjin.shared.web.Screen;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a sheet will be read: for each meaning its column, and the first rows as they come out.
 *
 * @param form the choices as stored, or as typed when they were refused
 */
public record MappingPage(ImportBatch batch, ImportDesk.Preview preview, Fields form) {

    /** The meanings, those that every customer needs first. */
    public static SheetColumn[] meanings() {
        return SheetColumn.values();
    }

    public static boolean isRequired(SheetColumn meaning) {
        return meaning == SheetColumn.CUSTOMER_NAME || meaning == SheetColumn.MOBILE;
    }

    /** Where customers can come from, in words. */
    public static Map<String, String> sources(Screen s) {
        Map<String, String> sources = new LinkedHashMap<>();
        for (Source source : Source.values()) {
            sources.put(source.name(), s.code("source", source));
        }
        return sources;
    }

    /** The file's columns to choose from: letter, heading, and the first word below it. */
    public Map<String, String> columns() {
        Map<String, String> columns = new LinkedHashMap<>();
        for (int place = 0; place < preview.columns(); place++) {
            String heading = heading(place);
            String sample = shortened(preview.sample().get(place));
            columns.put(
                    String.valueOf(place),
                    letters(place)
                            + (heading.isEmpty() ? "" : " · " + heading)
                            + (sample.isEmpty() ? "" : " · " + sample));
        }
        return columns;
    }

    public String heading(int place) {
        var headings = batch.plan().mapping().headings();
        return place < headings.size() ? headings.get(place) : "";
    }

    /** {@code A} to {@code Z}, then {@code AA}: as spreadsheets name columns. */
    public static String letters(int place) {
        String last = String.valueOf((char) ('A' + place % 26));
        return place < 26 ? last : letters(place / 26 - 1) + last;
    }

    private static String shortened(String text) {
        return text.length() > 20 ? text.substring(0, 20) + "…" : text;
    }

    /** How many of the rows shown would be refused. */
    public long refused() {
        return preview.rows().stream()
                .filter(SheetCustomer.Refused.class::isInstance)
                .count();
    }

    /** What a row's cell with a meaning holds, as it was typed. */
    public String cell(SheetCustomer row, SheetColumn meaning) {
        return shortened(batch.plan().mapping().cell(row.row(), meaning).text());
    }

    public boolean isRefused(SheetCustomer row) {
        return row instanceof SheetCustomer.Refused;
    }
}
