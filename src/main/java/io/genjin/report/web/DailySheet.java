package io.genjin.report.web;

import io.genjin.privacy.AccessLog;
import io.genjin.report.DailyReport;
import io.genjin.report.DailyReport.Report;
import io.genjin.report.DailyReport.Row;
import io.genjin.report.DailyReport.Value;
import io.genjin.report.Figure;
import io.genjin.report.Freeze;
import io.genjin.shared.web.Attachment;
import io.genjin.shared.web.Screen;
import io.genjin.shared.web.Watermark;
import io.genjin.sheet.SafeText;
import io.genjin.staff.StaffMember;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * The daily report as a sheet: a line for each figure and person, so that it can be sorted and summed. It names no customer;
 * that it left the house is logged all the same.
 */
@Component
class DailySheet {

    static final String TYPE = Attachment.XLSX;

    private static final List<String> COLUMNS = List.of(
            "section",
            "figure",
            "id",
            "person",
            "day",
            "dayCorrection",
            "month",
            "monthCorrection",
            "target",
            "achievement",
            "definition");
    private static final String PERCENT = "0.0%";
    private static final int WIDTH = 14;
    private static final int WIDE = 26;
    private static final int HEAD = 2;

    private final DailyReport reports;
    private final AccessLog log;

    DailySheet(DailyReport reports, AccessLog log) {
        this.reports = reports;
        this.log = log;
    }

    ResponseEntity<byte[]> answer(@Nullable LocalDate date, StaffMember me, Screen s) {
        Report report = reports.of(date, null, me);
        String name = "daily-" + report.date() + ".xlsx";
        log.downloaded(me, name, 0);
        return Attachment.xlsx(name, write(report, s));
    }

    private static byte[] write(Report report, Screen s) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "Genjin", "1.0")) {
            Worksheet sheet = book.newWorksheet(s.t("daily.title"));
            Watermark.on(sheet, s);
            sheet.value(
                    0,
                    0,
                    SafeText.written(s.t("daily.title") + " · "
                            + Objects.requireNonNull(s.reader()).dealershipName() + " · " + report.date()));
            sheet.style(0, 0).bold().set();
            sheet.value(1, 0, frozen(report.frozen(), s));
            for (int column = 0; column < COLUMNS.size(); column++) {
                sheet.value(HEAD, column, s.t("daily.column." + COLUMNS.get(column)));
                sheet.style(HEAD, column).bold().set();
                sheet.width(column, column == 1 ? WIDE : WIDTH);
            }
            int line = HEAD + 1;
            for (Figure figure : Figure.values()) {
                for (Row row : report.rows()) {
                    if (row.values().containsKey(figure)) {
                        cells(sheet, line++, figure, row, s);
                    }
                }
            }
            sheet.freezePane(HEAD, HEAD + 1);
            sheet.setAutoFilter(HEAD, 0, Math.max(HEAD, line - 1), COLUMNS.size() - 1);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static String frozen(@Nullable Freeze freeze, Screen s) {
        return freeze == null ? s.t("daily.notFrozen") : s.t("daily.frozen", s.dateTime(freeze.knownUntil()));
    }

    private static void cells(Worksheet sheet, int line, Figure figure, Row row, Screen s) {
        Value value = row.of(figure);
        StaffMember person = row.consultant();
        sheet.value(line, 0, s.code("figureSection", figure.section()));
        sheet.value(line, 1, s.code("figure", figure));
        sheet.value(line, 2, figure.definitionId());
        sheet.value(line, 3, SafeText.written(person == null ? s.t("daily.team") : person.name()));
        number(sheet, line, 4, value.day(), figure.isRatio());
        number(sheet, line, 5, value.dayCorrection(), figure.isRatio());
        number(sheet, line, 6, value.month(), figure.isRatio());
        number(sheet, line, 7, value.monthCorrection(), figure.isRatio());
        if (value.target() != null) {
            sheet.value(line, 8, value.target());
        }
        number(sheet, line, 9, value.achievement(), true);
        sheet.value(line, 10, s.code("figureDefinition", figure));
    }

    private static void number(Worksheet sheet, int line, int column, @Nullable BigDecimal number, boolean ratio) {
        if (number != null) {
            sheet.value(line, column, number);
            if (ratio) {
                sheet.style(line, column).format(PERCENT).set();
            }
        }
    }
}
