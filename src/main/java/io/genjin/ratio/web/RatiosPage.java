package io.genjin.ratio.web;

import io.genjin.ratio.Days;
import io.genjin.ratio.Fraction;
import io.genjin.ratio.Ratio;
import io.genjin.ratio.RatioReport.Report;
import io.genjin.ratio.RatioReport.Row;
import io.genjin.ratio.Side;
import io.genjin.shared.web.chart.Value;
import io.genjin.staff.StaffMember;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The ratios on screen: ratios as rows, people as columns.
 *
 * @param shown  the columns shown
 * @param chosen the one person asked for; nobody for all
 */
public record RatiosPage(
        Report report, List<Row> shown, @Nullable StaffMember chosen) {

    static RatiosPage of(Report report, @Nullable StaffMember chosen) {
        List<Row> shown = chosen == null || report.rows().size() == 1
                ? report.rows()
                : report.rows().stream()
                        .filter(row -> chosen.equals(row.consultant()))
                        .toList();
        return new RatiosPage(report, shown, report.rows().size() == 1 ? null : chosen);
    }

    /** The people to choose among; nobody when the reader sees only their own. */
    public List<StaffMember> team() {
        return report.rows().stream()
                .filter(row -> report.rows().size() > 1)
                .map(Row::consultant)
                .filter(Objects::nonNull)
                .toList();
    }

    /** The ratios of a group; sources and grades nobody has anything of are left out. */
    public List<Ratio> ratios(Ratio.Group group) {
        return group.ratios().stream()
                .filter(ratio -> !isDetail(ratio) || shown.stream().anyMatch(row -> isSomething(row.of(ratio))))
                .toList();
    }

    private static boolean isSomething(@Nullable Fraction fraction) {
        return fraction != null && fraction.top() > 0;
    }

    /** One of many of the same kind: a source, a grade. */
    public boolean isDetail(Ratio ratio) {
        return ratio.name().startsWith("K26_") || ratio.name().startsWith("K05_");
    }

    /** On a phone only the first of several columns is shown; the others are one tap away. */
    public boolean isSecondary(Row row) {
        return shown.size() > 1 && !row.equals(shown.get(0));
    }

    /** A percentage, or a dash where there is nothing to divide by (4.1 rule 4). */
    public static String text(@Nullable Fraction fraction) {
        return fraction == null
                ? Value.NOTHING
                : Value.percent(fraction.ratio()).words();
    }

    /** The rows behind one side. */
    public String rows(Row row, Ratio ratio, Side side) {
        return Paths.rows(ratio, side, report.days(), row.consultant());
    }

    public String filePath() {
        return Paths.file(report.days(), chosen);
    }

    public String pathOf(@Nullable StaffMember consultant) {
        return Paths.ratios(report.days(), consultant);
    }

    /** This month until today, or a whole month before it. */
    public String monthPath(int back) {
        LocalDate first = report.today().withDayOfMonth(1).minusMonths(back);
        LocalDate last = back == 0 ? report.today() : first.plusMonths(1).minusDays(1);
        return Paths.ratios(new Days(first, last), chosen);
    }
}
