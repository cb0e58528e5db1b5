package io.genjin.report.web;

import io.genjin.dealership.ClosedDays;
import io.genjin.report.DailyReport.Report;
import io.genjin.report.DailyReport.Row;
import io.genjin.report.DailyReport.Value;
import io.genjin.report.Figure;
import io.genjin.report.Freeze;
import io.genjin.report.FrozenMembers;
import io.genjin.report.Span;
import io.genjin.shared.Percent;
import io.genjin.staff.StaffMember;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The daily report on screen: figures as rows, people as columns.
 *
 * @param shown    the columns shown
 * @param chosen   sign-in name of the one person asked for; empty for all
 * @param lastDay  today, the latest day there is a report of
 * @param closure  that the dealership is closed that day, and whether its clocks pause (scenario 6)
 */
public record DailyPage(
        Report report, List<Row> shown, String chosen, LocalDate lastDay, ClosedDays.@Nullable Closure closure) {

    /** The people to choose among; nobody when the reader sees only their own. */
    public List<StaffMember> team() {
        return report.rows().stream()
                .filter(row -> report.rows().size() > 1 && row.consultant() != null)
                .map(Row::consultant)
                .toList();
    }

    /** The sections; stocks are told of today, and of past days as they were frozen. */
    public List<Figure.Section> sections() {
        Freeze freeze = report.frozen();
        boolean stocks = freeze == null ? report.today() : freeze.stood();
        return Arrays.stream(Figure.Section.values())
                .filter(section -> stocks || section != Figure.Section.NOW)
                .toList();
    }

    /** One column of people: then the numbers have columns of their own. */
    public boolean isSingle() {
        return shown.size() == 1;
    }

    /** Whether anybody is to reach anything of a section. */
    public boolean hasTargets(Figure.Section section) {
        return shown.stream().anyMatch(row -> section.figures().stream()
                .anyMatch(figure -> row.of(figure).target() != null));
    }

    public static String percent(@Nullable BigDecimal ratio) {
        return Percent.of(ratio);
    }

    /** What the day or month was corrected by since closing time: with its sign, a ratio as it is by now; empty when nothing was. */
    public String correction(Row row, Figure figure, Span span) {
        Value value = row.of(figure);
        BigDecimal then = span == Span.day ? value.day() : value.month();
        BigDecimal now = span == Span.day ? value.dayNow() : value.monthNow();
        if (report.frozen() == null || figure.isStock() || same(then, now) || figure.standsNow() && !standing()) {
            return "";
        }
        if (figure.isRatio()) {
            return "→ " + percent(now);
        }
        BigDecimal by = Objects.requireNonNull(span == Span.day ? value.dayCorrection() : value.monthCorrection());
        return by.signum() > 0 ? "+" + by.toPlainString() : by.toPlainString().replace('-', '−');
    }

    private boolean standing() {
        Freeze freeze = report.frozen();
        return freeze != null && freeze.stood();
    }

    private static boolean same(@Nullable BigDecimal then, @Nullable BigDecimal now) {
        return then == null || now == null ? then == now : then.compareTo(now) == 0;
    }

    /** Where the rows behind a correction open; nothing where they cannot be told. */
    public @Nullable String correctionPath(Row row, Figure figure, Span span) {
        String by = correction(row, figure, span);
        Freeze freeze = report.frozen();
        return by.isEmpty() || freeze == null || !FrozenMembers.opens(figure, span, freeze)
                ? null
                : MembersPage.path(
                        report.date(),
                        span,
                        figure,
                        row.consultant(),
                        by.startsWith("+") ? FrozenMembers.View.ADDED : FrozenMembers.View.GONE);
    }

    /** The figures of a section; sources and grades nobody has anything of are left out. */
    public List<Figure> figures(Figure.Section section) {
        return section.figures().stream()
                .filter(figure -> !isDetail(figure) || shown.stream().anyMatch(row -> isSomething(row, figure)))
                .toList();
    }

    /** A source among all new prospects: a line below its sum. */
    public boolean isDetail(Figure figure) {
        return figure.name().startsWith("NEW_") && figure != Figure.NEW_PROSPECTS
                || figure.name().startsWith("BASE_");
    }

    private static boolean isSomething(Row row, Figure figure) {
        BigDecimal day = row.of(figure).day();
        BigDecimal month = row.of(figure).month();
        return day != null && day.signum() > 0 || month != null && month.signum() > 0;
    }

    /** On a phone only the first of several columns is shown; the others are one tap away. */
    public boolean isSecondary(Row row) {
        return shown.size() > 1 && !row.equals(shown.get(0));
    }

    public @Nullable BigDecimal value(Row row, Figure figure, Span span) {
        return span == Span.day ? row.of(figure).day() : row.of(figure).month();
    }

    /** A count, a percentage, or a dash where there is nothing to divide by (4.1 rule 4). */
    public String text(Row row, Figure figure, Span span) {
        BigDecimal value = value(row, figure, span);
        return value == null || figure.isRatio() ? percent(value) : value.toPlainString();
    }

    /** Whether the number opens the rows it counts. */
    public boolean opens(Row row, Figure figure, Span span) {
        BigDecimal value = value(row, figure, span);
        Freeze freeze = report.frozen();
        return !figure.isRatio()
                && value != null
                && value.signum() > 0
                && (freeze == null || FrozenMembers.opens(figure, span, freeze));
    }

    public String membersPath(Row row, Figure figure, Span span) {
        return report.frozen() == null
                ? MembersPage.path(
                        figure,
                        span == Span.day ? report.date() : report.date().withDayOfMonth(1),
                        report.date(),
                        row.consultant())
                : MembersPage.path(report.date(), span, figure, row.consultant(), FrozenMembers.View.FROZEN);
    }

    /** That the day is over and was never frozen. */
    public boolean isNeverFrozen() {
        return report.frozen() == null && !report.today();
    }

    /** The report as a sheet. */
    public String sheetPath() {
        return "/reports/daily.xlsx?date=" + report.date();
    }

    /** The same day for one person alone, or for all. */
    public String pathOf(@Nullable StaffMember consultant) {
        return path(report.date(), consultant == null ? "" : consultant.username());
    }

    public String pathOf(LocalDate date) {
        return path(date, chosen);
    }

    private static String path(LocalDate date, String username) {
        UriComponentsBuilder path =
                UriComponentsBuilder.fromPath("/reports/daily").queryParam("date", date);
        return username.isEmpty()
                ? path.build().toUriString()
                : path.queryParam("consultant", username).encode().build().toUriString();
    }
}
