package io.genjin.ratio.web;

import io.genjin.privacy.AccessLog;
import io.genjin.ratio.Course;
import io.genjin.ratio.Fraction;
import io.genjin.ratio.History;
import io.genjin.ratio.History.Report;
import io.genjin.ratio.Measure;
import io.genjin.ratio.Past;
import io.genjin.ratio.Ratio;
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
import java.time.YearMonth;
import java.util.Objects;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Current versus history as a file: each measure in a line, its four pasts and its months beside it, as numbers that a spreadsheet can go
 * on with. What there is nothing to tell of is an empty cell, never 0. No customer stands in it.
 */
@Component
public class HistoryWorkbook {

    static final String TYPE = Attachment.XLSX;

    private static final String PERCENT = "0.0%";
    private static final int HEAD = 2;
    private static final int WORDS = 4;
    private static final int AMOUNT = 3;
    private static final int COMPARED = AMOUNT + 3;
    private static final int NARROW = 12;

    private final History history;
    private final AccessLog log;

    HistoryWorkbook(History history, AccessLog log) {
        this.history = history;
        this.log = log;
    }

    /** The five targets and every ratio until a day. */
    ResponseEntity<byte[]> answer(@Nullable LocalDate date, @Nullable String consultant, StaffMember me, Screen s) {
        Report report = history.of(date, consultant, me);
        String name = "history-" + report.days().until() + ".xlsx";
        log.downloaded(me, name, 0);
        return Attachment.xlsx(name, write(report, s));
    }

    private static byte[] write(Report report, Screen s) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "Genjin", "1.0")) {
            fill(book.newWorksheet(s.t("history.title")), report, s);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** Writes the comparison into a sheet; one that was frozen has no months behind it. */
    public static void fill(Worksheet sheet, Report report, Screen s) {
        Watermark.on(sheet, s);
        sheet.value(
                0,
                0,
                SafeText.written(s.t("history.title") + " · "
                        + Objects.requireNonNull(s.reader()).dealershipName() + " · "
                        + s.t(
                                "ratios.period",
                                report.days().from().toString(),
                                report.days().until().toString())
                        + " · "
                        + (report.whose() == null
                                ? s.t("ratios.team")
                                : report.whose().name())));
        sheet.style(0, 0).bold().set();
        sheet.value(
                1,
                0,
                s.t(
                        "history.selling",
                        report.elapsed(),
                        report.selling().get(Past.SAME_DAYS),
                        report.selling().get(Past.YEAR_BEFORE)));
        heads(sheet, report, s);
        int line = HEAD + 1;
        for (Course course : report.courses()) {
            words(sheet, line, course.measure(), s);
            numbers(sheet, line++, course);
        }
        sheet.freezePane(WORDS - 1, HEAD + 1);
    }

    private static void heads(Worksheet sheet, Report report, Screen s) {
        head(sheet, 0, s.t("ratios.group"), 14);
        head(sheet, 1, s.t("ratios.id"), 8);
        head(sheet, 2, s.t("history.measure"), 28);
        head(sheet, 3, s.t("ratios.definition"), 60);
        int column = amountHead(sheet, WORDS, s.t("history.now"), s);
        for (Past past : Past.values()) {
            String name = s.code("past", past);
            head(sheet, column, name + " · " + s.t("history.file.days"), 24);
            column = amountHead(sheet, column + 1, name, s);
            head(sheet, column++, name + " · " + s.t("history.file.change"), NARROW);
            head(sheet, column++, name + " · " + s.t("history.file.share"), NARROW);
        }
        for (YearMonth month : report.months()) {
            column = amountHead(sheet, column, month.toString(), s);
        }
    }

    private static int amountHead(Worksheet sheet, int column, String name, Screen s) {
        head(sheet, column, name, NARROW);
        head(sheet, column + 1, name + " · " + s.t("history.file.count"), NARROW);
        head(sheet, column + 2, name + " · " + s.t("ratios.bottom"), NARROW);
        return column + AMOUNT;
    }

    private static void head(Worksheet sheet, int column, String title, int width) {
        sheet.value(HEAD, column, title);
        sheet.style(HEAD, column).bold().set();
        sheet.width(column, width);
    }

    private static void words(Worksheet sheet, int line, Measure measure, Screen s) {
        Ratio ratio = measure.ratio();
        sheet.value(line, 0, ratio == null ? s.t("history.five") : s.code("ratioGroup", ratio.group()));
        sheet.value(line, 1, measure.id());
        sheet.value(line, 2, HistoryPage.name(measure, s));
        sheet.value(line, 3, HistoryPage.definition(measure, s));
    }

    private static void numbers(Worksheet sheet, int line, Course course) {
        boolean ratio = course.measure().ratio() != null;
        Course.Amount now = course.now();
        amount(sheet, line, WORDS, now, now == null ? null : now.value());
        int column = WORDS + AMOUNT;
        for (Past past : Past.values()) {
            Course.Compared one = course.beside(past);
            if (one != null) {
                sheet.value(line, column, one.days().from() + " – " + one.days().until());
                amount(sheet, line, column + 1, one.amount(), one.value());
                number(sheet, line, column + 1 + AMOUNT, one.absolute(), ratio);
                number(sheet, line, column + 2 + AMOUNT, one.relative(), true);
            }
            column += COMPARED;
        }
        for (Course.Amount month : course.months()) {
            amount(sheet, line, column, month, month == null ? null : month.value());
            column += AMOUNT;
        }
    }

    /** What is compared, then the whole count, or what stands above and below the line. */
    private static void amount(
            Worksheet sheet, int line, int column, Course.@Nullable Amount amount, @Nullable BigDecimal value) {
        if (amount == null) {
            return;
        }
        Fraction sides = amount.fraction();
        number(sheet, line, column, value, sides != null);
        if (sides == null) {
            sheet.value(line, column + 1, amount.count());
        } else {
            sheet.value(line, column + 1, sides.top());
            sheet.value(line, column + 2, sides.bottom());
        }
    }

    private static void number(Worksheet sheet, int line, int column, @Nullable BigDecimal number, boolean percent) {
        if (number != null) {
            sheet.value(line, column, number);
            if (percent) {
                sheet.style(line, column).format(PERCENT).set();
            }
        }
    }
}
