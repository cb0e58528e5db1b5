package io.genjin.target.web;

import io.genjin.privacy.AccessLog;
import io.genjin.shared.web.Attachment;
import io.genjin.shared.web.Screen;
import io.genjin.shared.web.Watermark;
import io.genjin.sheet.SafeText;
import io.genjin.staff.StaffMember;
import io.genjin.target.ActualVersusTarget;
import io.genjin.target.ActualVersusTarget.Comparison;
import io.genjin.target.ActualVersusTarget.Row;
import io.genjin.target.Effort;
import io.genjin.target.Metric;
import io.genjin.target.MonthCourse;
import io.genjin.target.MonthCourses;
import io.genjin.target.RunRate;
import io.genjin.target.Standing;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Actual versus target as a file: how each person stands with each of the five, then the month week by week, day by day, and what is still
 * to be done. What there is nothing to divide by is an empty cell, never 0 %. No customer stands in it.
 */
@Component
class TargetWorkbook {

    static final String TYPE = Attachment.XLSX;

    private static final List<String> STANDING = List.of(
            "comparison.target",
            "comparison.actual",
            "comparison.gap",
            "comparison.achievement",
            "comparison.file.time",
            "comparison.pace",
            "comparison.forecast",
            "comparison.perDay",
            "comparison.light");
    private static final String PERCENT = "0.0%";
    private static final int HEAD = 2;
    private static final int NARROW = 12;
    private static final int WIDE = 24;

    private final ActualVersusTarget comparisons;
    private final MonthCourses courses;
    private final AccessLog log;

    TargetWorkbook(ActualVersusTarget comparisons, MonthCourses courses, AccessLog log) {
        this.comparisons = comparisons;
        this.courses = courses;
        this.log = log;
    }

    /** The tables of a month, and the course of whom is chosen. */
    ResponseEntity<byte[]> answer(@Nullable YearMonth month, @Nullable String consultant, StaffMember me, Screen s) {
        ComparisonPage page = page(month, consultant, me);
        String name = "actual-vs-target-" + page.comparison().month() + ".xlsx";
        log.downloaded(me, name, 0);
        return Attachment.xlsx(name, write(page, s));
    }

    /** What the page shows of the same question. */
    ComparisonPage page(@Nullable YearMonth month, @Nullable String consultant, StaffMember me) {
        return new ComparisonPage(comparisons.of(month, me), new CoursePage(courses.of(month, consultant, me)));
    }

    private static byte[] write(ComparisonPage page, Screen s) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        MonthCourse course = page.course().course();
        String whose = page.course().whose(s) + " · " + course.month();
        try (Workbook book = new Workbook(bytes, "Genjin", "1.0")) {
            standings(book.newWorksheet(s.t("comparison.title")), page, s);
            weeks(titled(book, s.t("course.weeks"), whose, s.t("course.weeks.is"), s), course, s);
            days(titled(book, s.t("course.run"), whose, s.t("course.run.is"), s), course, s);
            work(
                    titled(
                            book,
                            s.t("course.still"),
                            whose,
                            s.t("course.still.is", course.days().left()),
                            s),
                    page.course(),
                    s);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static Worksheet titled(Workbook book, String name, String whose, String said, Screen s) {
        Worksheet sheet = book.newWorksheet(name);
        title(sheet, name + " · " + whose, said, s);
        return sheet;
    }

    private static void title(Worksheet sheet, String title, String said, Screen s) {
        Watermark.on(sheet, s);
        sheet.value(0, 0, SafeText.written(title));
        sheet.style(0, 0).bold().set();
        sheet.value(1, 0, said);
        sheet.freezePane(0, HEAD + 1);
    }

    private static int head(Worksheet sheet, int column, String title, int width) {
        sheet.value(HEAD, column, title);
        sheet.style(HEAD, column).bold().set();
        sheet.width(column, width);
        return column + 1;
    }

    private static void standings(Worksheet sheet, ComparisonPage page, Screen s) {
        Comparison comparison = page.comparison();
        title(
                sheet,
                s.t("comparison.title") + " · "
                        + Objects.requireNonNull(s.reader()).dealershipName() + " · " + comparison.month(),
                page.time(s),
                s);
        int column = head(sheet, 0, s.t("comparison.file.period"), NARROW);
        column = head(sheet, column, s.t("comparison.metric"), WIDE);
        column = head(sheet, column, s.t("comparison.file.id"), NARROW);
        column = head(sheet, column, s.t("comparison.who"), NARROW);
        for (String key : STANDING) {
            column = head(sheet, column, s.t(key), NARROW);
        }
        head(sheet, column, s.t("comparison.file.definition"), 60);
        int line = HEAD + 1;
        for (Metric metric : Metric.values()) {
            for (Row row : comparison.rows()) {
                line(sheet, line++, comparison.month().toString(), metric, row, s);
            }
        }
        Row year = comparison.year();
        if (year != null) {
            for (Metric metric : Metric.values()) {
                line(sheet, line++, String.valueOf(comparison.month().getYear()), metric, year, s);
            }
        }
    }

    private static void line(Worksheet sheet, int line, String period, Metric metric, Row row, Screen s) {
        sheet.value(line, 0, period);
        sheet.value(line, 1, s.code("metric", metric));
        sheet.value(line, 2, "R-118");
        sheet.value(
                line,
                3,
                SafeText.written(
                        row.consultant() == null
                                ? s.t("comparison.dealership")
                                : row.consultant().name()));
        Standing one = row.of(metric);
        int column = 4;
        sheet.value(line, column++, one.target());
        sheet.value(line, column++, one.actual());
        sheet.value(line, column++, one.gap());
        number(sheet, line, column++, one.achievement(), PERCENT);
        number(sheet, line, column++, one.timeProgress(), PERCENT);
        number(sheet, line, column++, one.pace(), "0.00");
        number(sheet, line, column++, one.forecast(), "0.0");
        number(sheet, line, column++, one.neededPerDay(), "0.0");
        sheet.value(line, column++, one.light() == null ? null : s.code("targetLight", one.light()));
        sheet.value(line, column, s.code("figureDefinition", metric.figure()));
    }

    private static void weeks(Worksheet sheet, MonthCourse course, Screen s) {
        int column = head(sheet, 0, s.t("comparison.file.from"), NARROW);
        column = head(sheet, column, s.t("comparison.file.until"), NARROW);
        column = head(sheet, column, s.t("comparison.file.sellingDays"), NARROW);
        for (Metric metric : Metric.values()) {
            String name = s.code("metric", metric);
            column = head(sheet, column, name + " · " + s.t("comparison.actual"), NARROW);
            column = head(sheet, column, name + " · " + s.t("comparison.target"), NARROW);
        }
        LocalDate asOf = course.asOf();
        int line = HEAD + 1;
        for (MonthCourse.Week week : course.weeks()) {
            LocalDate first = week.week().first();
            sheet.value(line, 0, first.toString());
            sheet.value(line, 1, week.week().last().toString());
            sheet.value(line, 2, week.week().days().days());
            column = 3;
            for (Metric metric : Metric.values()) {
                Standing one = week.of(metric);
                boolean begun = asOf != null && !first.isAfter(asOf);
                sheet.value(line, column++, begun ? (Long) one.actual() : null);
                sheet.value(line, column++, one.target());
            }
            line++;
        }
    }

    private static void days(Worksheet sheet, MonthCourse course, Screen s) {
        int column = head(sheet, 0, s.t("course.day"), NARROW);
        for (Metric metric : Metric.values()) {
            String name = s.code("metric", metric);
            column = head(sheet, column, name + " · " + s.t("comparison.actual"), NARROW);
            column = head(sheet, column, name + " · " + s.t("comparison.target"), NARROW);
            column = head(sheet, column, name + " · " + s.t("comparison.forecast"), NARROW);
        }
        column = 1;
        for (Metric metric : Metric.values()) {
            int line = HEAD + 1;
            for (RunRate.Day day : course.run(metric).days()) {
                sheet.value(line, 0, day.day().toString());
                sheet.value(line, column, day.actual());
                number(sheet, line, column + 1, day.target(), "0.0");
                number(sheet, line++, column + 2, day.forecast(), "0.0");
            }
            column += 3;
        }
    }

    /** What is missing of each target in drives, visits and contacts, and below it the ratios that this goes by. */
    private static void work(Worksheet sheet, CoursePage page, Screen s) {
        List<String> heads = List.of(
                "comparison.metric",
                "course.still",
                "comparison.perDay",
                "course.drives",
                "course.visits",
                "course.contacts");
        int column = 0;
        for (String key : heads) {
            column = head(sheet, column, s.t(key), column == 0 ? WIDE : NARROW);
        }
        MonthCourse course = page.course();
        int line = HEAD + 1;
        for (Metric metric : page.missing()) {
            Standing one = course.of(metric);
            Effort effort = page.effort(metric);
            sheet.value(line, 0, s.code("metric", metric));
            sheet.value(line, 1, one.needed());
            number(sheet, line, 2, one.neededPerDay(), "0.0");
            if (effort != null) {
                sheet.value(line, 3, effort.drives());
                sheet.value(line, 4, effort.visits());
                sheet.value(line, 5, effort.contacts());
            }
            line++;
        }
        line++;
        sheet.value(
                line,
                0,
                s.t(
                        "course.rates",
                        course.ratesFrom().toString(),
                        course.ratesUntil().toString()));
        sheet.style(line++, 0).bold().set();
        for (Effort.Step step : CoursePage.steps()) {
            Effort.Rate rate = page.rate(step);
            sheet.value(line, 0, s.code("effortStep", step));
            sheet.value(line, 1, rate.successes());
            sheet.value(line, 2, rate.tries());
            sheet.value(line++, 3, s.code("effortWhose", rate.whose()));
        }
    }

    private static void number(Worksheet sheet, int line, int column, @Nullable BigDecimal number, String format) {
        if (number != null) {
            sheet.value(line, column, number);
            sheet.style(line, column).format(format).set();
        }
    }
}
