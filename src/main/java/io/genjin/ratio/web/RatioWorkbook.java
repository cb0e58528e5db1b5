package io.genjin.ratio.web;

import io.genjin.privacy.AccessLog;
import io.genjin.ratio.Fraction;
import io.genjin.ratio.Ratio;
import io.genjin.ratio.RatioDoor;
import io.genjin.ratio.RatioReport;
import io.genjin.ratio.RatioReport.Row;
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
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The ratios as a file: value and both numbers as numbers, so that a spreadsheet can go on with them. No personal data. */
@Component
class RatioWorkbook {

    static final String TYPE = Attachment.XLSX;

    private static final int WORDS = 5;

    private final RatioReport reports;
    private final RatioDoor door;
    private final AccessLog log;

    RatioWorkbook(RatioReport reports, RatioDoor door, AccessLog log) {
        this.reports = reports;
        this.door = door;
        this.log = log;
    }

    ResponseEntity<byte[]> answer(
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable String consultant,
            StaffMember me,
            Screen s) {
        StaffMember chosen = door.consultant(consultant, me);
        RatiosPage page = RatiosPage.of(reports.of(from, until, chosen, me), chosen);
        String name = "ratios-" + page.report().days().from() + "-"
                + page.report().days().until() + ".xlsx";
        log.downloaded(me, name, 0);
        return Attachment.xlsx(name, write(page, s));
    }

    private static byte[] write(RatiosPage page, Screen s) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "Genjin", "1.0")) {
            Worksheet sheet = book.newWorksheet(s.t("ratios.title"));
            Watermark.on(sheet, s);
            sheet.value(
                    0,
                    0,
                    SafeText.written(s.t("ratios.title") + " "
                            + s.t(
                                    "ratios.period",
                                    page.report().days().from().toString(),
                                    page.report().days().until().toString())));
            sheet.style(0, 0).bold().set();
            head(sheet, 0, s.t("ratios.group"), 14);
            head(sheet, 1, s.t("ratios.id"), 8);
            head(sheet, 2, s.t("ratios.ratio"), 28);
            head(sheet, 3, s.t("ratios.basis"), 8);
            head(sheet, 4, s.t("ratios.definition"), 60);
            int column = WORDS;
            for (Row row : page.shown()) {
                String name = SafeText.written(
                        row.consultant() == null
                                ? s.t("ratios.team")
                                : row.consultant().name());
                head(sheet, column++, name, 10);
                head(sheet, column++, name + " " + s.t("ratios.top"), 10);
                head(sheet, column++, name + " " + s.t("ratios.bottom"), 10);
            }
            sheet.freezePane(3, 2);
            int line = 2;
            for (Ratio.Group group : Ratio.Group.values()) {
                for (Ratio ratio : group.ratios()) {
                    sheet.value(line, 0, s.code("ratioGroup", group));
                    sheet.value(line, 1, ratio.id());
                    sheet.value(line, 2, s.code("ratio", ratio));
                    sheet.value(line, 3, s.code("ratioBasis", ratio.basis()));
                    sheet.value(line, 4, s.code("ratioDefinition", ratio));
                    values(sheet, line++, ratio, page);
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void head(Worksheet sheet, int column, String title, int width) {
        sheet.value(1, column, title);
        sheet.style(1, column).bold().set();
        sheet.width(column, width);
    }

    private static void values(Worksheet sheet, int line, Ratio ratio, RatiosPage page) {
        int column = WORDS;
        for (Row row : page.shown()) {
            Fraction fraction = row.of(ratio);
            BigDecimal value = fraction == null ? null : fraction.ratio();
            if (value == null) {
                sheet.value(line, column, RatiosPage.text(fraction));
            } else {
                sheet.value(line, column, value);
                sheet.style(line, column).format("0.0%").set();
            }
            if (fraction != null) {
                sheet.value(line, column + 1, fraction.top());
                sheet.value(line, column + 2, fraction.bottom());
            }
            column += 3;
        }
    }
}
