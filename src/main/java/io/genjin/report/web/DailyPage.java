package io.genjin.report.web;

import io.genjin.dealership.ClosedDays;
import io.genjin.report.DailyReport.Report;
import io.genjin.report.DailyReport.Row;
import io.genjin.report.Figure;
import io.genjin.report.Span;
import io.genjin.staff.StaffMember;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
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

    private static final String NOTHING = "–";

    /** The people to choose among; nobody when the reader sees only their own. */
    public List<StaffMember> team() {
        return report.rows().stream()
                .filter(row -> report.rows().size() > 1 && row.consultant() != null)
                .map(Row::consultant)
                .toList();
    }

    /** The sections; what stands now is told of today only. */
    public List<Figure.Section> sections() {
        return List.of(Figure.Section.values()).stream()
                .filter(section -> report.today() || section != Figure.Section.NOW)
                .toList();
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
        if (value == null) {
            return NOTHING;
        }
        return figure.isRatio()
                ? value.movePointRight(2).setScale(1, RoundingMode.HALF_UP) + "%"
                : value.toPlainString();
    }

    /** Whether the number opens the rows it counts. */
    public boolean opens(Row row, Figure figure, Span span) {
        BigDecimal value = value(row, figure, span);
        return !figure.isRatio() && value != null && value.signum() > 0;
    }

    public String membersPath(Row row, Figure figure, Span span) {
        StaffMember consultant = row.consultant();
        UriComponentsBuilder path = UriComponentsBuilder.fromPath("/reports/rows")
                .queryParam("figure", figure.name())
                .queryParam(
                        "from", span == Span.day ? report.date() : report.date().withDayOfMonth(1))
                .queryParam("until", report.date());
        if (consultant != null) {
            path.queryParam("consultant", consultant.username());
        }
        return path.encode().build().toUriString();
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
