package io.genjin.review.web;

import io.genjin.privacy.AccessLog;
import io.genjin.ratio.web.HistoryWorkbook;
import io.genjin.report.Figure;
import io.genjin.review.AgendaPoint;
import io.genjin.review.FrozenHistory;
import io.genjin.review.FrozenReports;
import io.genjin.review.FrozenReports.Line;
import io.genjin.review.FrozenReports.Past;
import io.genjin.review.FrozenReports.Ratio;
import io.genjin.review.ListsOfTheWeek;
import io.genjin.review.ReviewBook;
import io.genjin.review.ReviewWeek;
import io.genjin.shared.web.Attachment;
import io.genjin.shared.web.Screen;
import io.genjin.shared.web.Watermark;
import io.genjin.sheet.SafeText;
import io.genjin.staff.StaffMember;
import io.genjin.target.Metric;
import io.genjin.target.Standing;
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
 * The figures of a weekly review as a file, a sheet for each of its reports: frozen as they are on the page, those of now beside them. The
 * words of the minutes stay on the page and on paper, so no customer stands in it.
 */
@Component
class ReviewWorkbook {

    static final String TYPE = Attachment.XLSX;

    private static final String PERCENT = "0.0%";
    private static final int HEAD = 2;
    private static final int NARROW = 12;
    private static final int WIDE = 28;
    private static final int LONG = 60;

    private final ReviewBook book;
    private final ReviewScreens screens;
    private final AccessLog log;

    ReviewWorkbook(ReviewBook book, ReviewScreens screens, AccessLog log) {
        this.book = book;
        this.screens = screens;
        this.log = log;
    }

    /** The reports of a week as they were frozen. */
    ResponseEntity<byte[]> answer(LocalDate week, StaffMember me, Screen s) {
        ReviewWeek of = book.week(week, me);
        ReviewPage page = screens.page(book.get(of, me), Sheet.NONE, Typed.NOTHING, me);
        String name = "weekly-review-" + of + ".xlsx";
        log.downloaded(me, name, 0);
        return Attachment.xlsx(name, write(page, s));
    }

    private static byte[] write(ReviewPage page, Screen s) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        FrozenReports reports = page.reports();
        FrozenHistory month = reports.history();
        try (Workbook book = new Workbook(bytes, "Genjin", "1.0")) {
            String week = s.t(
                    "weekly.weekOf", reports.from().toString(), reports.until().toString());
            daily(titled(book, AgendaPoint.DAILY_REPORT, week, page, s), page, s);
            String gone = s.t(
                    "weekly.targets.days",
                    reports.monthFrom().toString(),
                    reports.monthUntil().toString(),
                    reports.days().elapsed(),
                    reports.days().days());
            targets(titled(book, AgendaPoint.ACTUAL_VS_TARGET, gone, page, s), reports, s);
            history(titled(book, AgendaPoint.CURRENT_VS_HISTORY, week, page, s), reports, s);
            if (month != null) {
                HistoryWorkbook.fill(book.newWorksheet(s.t("weekly.file.pasts")), month.report(), s);
            }
            lists(
                    titled(book, AgendaPoint.H_LISTS, s.t("agendaPoint." + AgendaPoint.H_LISTS + ".is"), page, s),
                    page.minutes().lists(),
                    s);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static Worksheet titled(Workbook book, AgendaPoint point, String said, ReviewPage page, Screen s) {
        Worksheet sheet = book.newWorksheet(s.code("agendaPoint", point));
        Watermark.on(sheet, s);
        sheet.value(
                0,
                0,
                SafeText.written(s.t("weekly.title") + " · "
                        + Objects.requireNonNull(s.reader()).dealershipName() + " · "
                        + s.t(
                                "weekly.weekOf",
                                page.week().monday().toString(),
                                page.week().sunday().toString())
                        + " · "
                        + s.t(page.archive() == null ? "weekly.state.open" : "weekly.state.archived")));
        sheet.style(0, 0).bold().set();
        sheet.value(1, 0, s.code("agendaPoint", point) + " · " + said);
        sheet.freezePane(0, HEAD + 1);
        return sheet;
    }

    private static void heads(Worksheet sheet, String... titles) {
        for (int column = 0; column < titles.length; column++) {
            sheet.value(HEAD, column, titles[column]);
            sheet.style(HEAD, column).bold().set();
            sheet.width(column, column == 0 ? WIDE : NARROW);
        }
    }

    private static void daily(Worksheet sheet, ReviewPage page, Screen s) {
        heads(
                sheet,
                s.t("weekly.figure"),
                s.t("ratios.id"),
                s.t("comparison.who"),
                s.t("weekly.file.frozen"),
                s.t("ratios.top"),
                s.t("ratios.bottom"),
                s.t("weekly.file.now"),
                s.t("ratios.definition"));
        sheet.width(7, LONG);
        int line = HEAD + 1;
        for (Ratio ratio : Ratio.values()) {
            for (Line one : page.reports().lines()) {
                named(sheet, line, ratio.figure(), one, s);
                number(sheet, line, 3, Numbers.part(one.sum(ratio.top()), one.sum(ratio.bottom())), PERCENT);
                sheet.value(line, 4, one.sum(ratio.top()));
                sheet.value(line, 5, one.sum(ratio.bottom()));
                BigDecimal now = Numbers.part(page.now(one, ratio, true), page.now(one, ratio, false));
                number(sheet, line, 6, now, PERCENT);
                sheet.value(line++, 7, s.code("figureDefinition", ratio.figure()));
            }
        }
        for (Figure figure : FrozenReports.FIGURES) {
            for (Line one : page.reports().lines()) {
                named(sheet, line, figure, one, s);
                sheet.value(line, 3, one.of(figure));
                sheet.value(line, 6, Objects.requireNonNullElse(page.now(one, figure), one.of(figure)));
                sheet.value(line++, 7, s.code("figureDefinition", figure));
            }
        }
        sheet.setAutoFilter(HEAD, 0, line - 1, 7);
    }

    private static void named(Worksheet sheet, int line, Figure figure, Line one, Screen s) {
        sheet.value(line, 0, s.code("figure", figure));
        sheet.value(line, 1, figure.definitionId());
        sheet.value(line, 2, SafeText.written(ReviewPage.name(one, s)));
    }

    private static void targets(Worksheet sheet, FrozenReports reports, Screen s) {
        heads(
                sheet,
                s.t("comparison.metric"),
                s.t("ratios.id"),
                s.t("comparison.who"),
                s.t("comparison.target"),
                s.t("comparison.actual"),
                s.t("comparison.gap"),
                s.t("comparison.achievement"),
                s.t("comparison.pace"),
                s.t("comparison.forecast"),
                s.t("comparison.perDay"),
                s.t("comparison.light"));
        int line = HEAD + 1;
        for (Metric metric : Metric.values()) {
            for (Line who : reports.lines()) {
                Standing one = reports.standing(who, metric);
                sheet.value(line, 0, s.code("metric", metric));
                sheet.value(line, 1, "R-118");
                sheet.value(line, 2, SafeText.written(ReviewPage.name(who, s)));
                sheet.value(line, 3, one.target());
                sheet.value(line, 4, one.actual());
                sheet.value(line, 5, one.gap());
                number(sheet, line, 6, one.achievement(), PERCENT);
                number(sheet, line, 7, one.pace(), "0.00");
                number(sheet, line, 8, one.forecast(), "0.0");
                number(sheet, line, 9, one.neededPerDay(), "0.0");
                sheet.value(line++, 10, one.light() == null ? null : s.code("targetLight", one.light()));
            }
        }
    }

    private static void history(Worksheet sheet, FrozenReports reports, Screen s) {
        heads(
                sheet,
                s.t("weekly.figure"),
                s.t("ratios.id"),
                s.t("comparison.who"),
                s.t("weekly.history.week"),
                s.t("weekly.history.before"),
                s.t("weekly.history.average"),
                s.t("weekly.history.year"));
        List<Line> told = reports.lines().stream()
                .filter(line -> line.person() == null || !line.past().isEmpty())
                .toList();
        int line = HEAD + 1;
        for (Figure figure : FrozenReports.COMPARED) {
            for (Line who : told) {
                Past past = who.past(figure);
                named(sheet, line, figure, who, s);
                sheet.value(line, 3, who.of(figure));
                sheet.value(line, 4, past.weekBefore());
                sheet.value(line, 5, past.average());
                sheet.value(line++, 6, past.yearBefore());
            }
        }
    }

    /** Each consultant's lists, then the hits and the coverage of all. */
    private static void lists(Worksheet sheet, ListsOfTheWeek lists, Screen s) {
        heads(
                sheet,
                s.t("hList.consultant"),
                s.t("weekly.lists.thisWeek"),
                s.t("weekly.lists.lastWeek"),
                s.t("ratios.top"),
                s.t("ratios.bottom"),
                "K27 / K29");
        int line = HEAD + 1;
        for (ListsOfTheWeek.Row row : lists.rows()) {
            sheet.value(line, 0, SafeText.written(row.consultant().name()));
            sheet.value(line, 1, s.code("hListStanding", row.thisWeek()));
            sheet.value(line, 2, s.code("hListStanding", row.lastWeek()));
            sides(
                    sheet,
                    line++,
                    row.hits().ordered(),
                    row.hits().entries(),
                    row.hits().ratio());
        }
        sheet.value(line, 0, "K27 " + s.t(lists.lastClosed() ? "weekly.lists.hits" : "weekly.lists.hitsSoFar"));
        sides(
                sheet,
                line++,
                lists.hits().ordered(),
                lists.hits().entries(),
                lists.hits().ratio());
        sheet.value(line, 0, "K29 " + s.t("weekly.lists.coverage"));
        sides(sheet, line, lists.held(), lists.expected(), Numbers.part(lists.held(), lists.expected()));
    }

    private static void sides(Worksheet sheet, int line, int top, int bottom, @Nullable BigDecimal ratio) {
        sheet.value(line, 3, top);
        sheet.value(line, 4, bottom);
        number(sheet, line, 5, ratio, PERCENT);
    }

    private static void number(Worksheet sheet, int line, int column, @Nullable BigDecimal number, String format) {
        if (number != null) {
            sheet.value(line, column, number);
            sheet.style(line, column).format(format).set();
        }
    }
}
