package io.genjin.toolbox.web;

import io.genjin.privacy.AccessLog;
import io.genjin.shared.web.Screen;
import io.genjin.shared.web.Screens;
import io.genjin.shared.web.Watermark;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffMember;
import io.genjin.toolbox.GradeStatusSheet;
import io.genjin.toolbox.GradeStatusSheet.Cell;
import io.genjin.toolbox.GradeStatusSheet.Line;
import io.genjin.toolbox.GradeStatusSheet.Plan;
import io.genjin.toolbox.GradeStatusSheets;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.YearMonth;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The grade sheet as a file with the marks of the page; no formulas from anybody's text, and each download is logged. */
@Component
class GradeStatusWorkbook {

    static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final List<String> COLUMNS = List.of("owner", "customer", "model", "source", "begin");
    private static final int[] WIDTHS = {10, 14, 20, 6, 8};
    private static final int DAY_WIDTH = 5;

    private final GradeStatusSheets sheets;
    private final StaffDirectory staff;
    private final AccessLog accessLog;
    private final Screens screens;

    GradeStatusWorkbook(GradeStatusSheets sheets, StaffDirectory staff, AccessLog accessLog, Screens screens) {
        this.sheets = sheets;
        this.staff = staff;
        this.accessLog = accessLog;
        this.screens = screens;
    }

    ResponseEntity<byte[]> answer(
            @Nullable YearMonth month, @Nullable StaffMember chosen, StaffMember me, HttpServletRequest request) {
        GradeStatusSheets.Named named = sheets.of(month, chosen, me);
        byte[] book = write(named, me, screens.of(request));
        accessLog.downloaded(
                me, "grade-status-sheet.xlsx", named.sheet().lines().size());
        ContentDisposition attachment = ContentDisposition.attachment()
                .filename("grade-status-sheet-" + named.sheet().month() + ".xlsx")
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(TYPE))
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
                .body(book);
    }

    private byte[] write(GradeStatusSheets.Named named, StaffMember me, Screen s) {
        GradeStatusSheet sheet = named.sheet();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "Genjin", "1.0")) {
            Worksheet page = book.newWorksheet(sheet.month().toString());
            Watermark.on(page, s);
            for (int column = 0; column < COLUMNS.size(); column++) {
                head(page, column, s.t("sheet.column." + COLUMNS.get(column)), WIDTHS[column]);
            }
            int days = sheet.month().lengthOfMonth();
            for (int day = 1; day <= days; day++) {
                head(page, COLUMNS.size() + day - 1, String.valueOf(day), DAY_WIDTH);
            }
            head(page, COLUMNS.size() + days, s.t("sheet.column.end"), WIDTHS[0]);
            page.freezePane(2, 1);
            int row = 1;
            for (Line line : sheet.lines()) {
                line(page, row++, line, named, me, s);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void head(Worksheet page, int column, String title, int width) {
        page.value(0, column, title);
        page.style(0, column).bold().set();
        page.width(column, width);
    }

    private void line(Worksheet page, int row, Line line, GradeStatusSheets.Named named, StaffMember me, Screen s) {
        GradeStatusSheets.Label label = named.labels().get(line.prospect());
        page.value(row, 0, staff.nameOf(me.dealership(), line.owner()));
        page.value(row, 1, label == null ? s.t("sheet.hidden") : label.customerName());
        if (label != null && label.mainModel() != null) {
            page.value(row, 2, label.mainModel());
        }
        page.value(row, 3, s.code("sourceLetter", line.source()));
        if (line.gradeAtBegin() != null) {
            page.value(row, 4, line.gradeAtBegin().name());
        }
        for (Cell cell : line.cells()) {
            String mark = GradeSheetPage.mark(cell, s);
            if (!mark.isEmpty()) {
                int column = COLUMNS.size() + cell.day() - 1;
                page.value(row, column, mark);
                if (cell.plan() == Plan.MISSED || cell.plan() == Plan.OVERDUE) {
                    page.style(row, column).fillColor("FDE2E0").set();
                } else if (cell.grade() != null) {
                    page.style(row, column).bold().set();
                }
            }
        }
        page.value(row, COLUMNS.size() + line.cells().size(), GradeSheetPage.ending(line, s));
    }
}
