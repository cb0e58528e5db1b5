package io.genjin.ratio.web;

import io.genjin.ratio.Calibration;
import io.genjin.ratio.Calibrations;
import io.genjin.ratio.Calibrations.Part;
import io.genjin.ratio.Calibrations.Report;
import io.genjin.ratio.Calibrations.Row;
import io.genjin.shared.Grade;
import io.genjin.shared.web.Screen;
import io.genjin.shared.web.chart.Ink;
import io.genjin.shared.web.chart.LineChart;
import io.genjin.shared.web.chart.Unit;
import io.genjin.shared.web.chart.Value;
import io.genjin.staff.StaffMember;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * How grades came true, on screen.
 *
 * @param whose the one person shown; nobody for all
 */
public record CalibrationPage(
        Report report, List<StaffMember> team, @Nullable StaffMember whose) {

    public List<Grade> grades() {
        return Calibrations.grades();
    }

    public List<Row> shown() {
        return whose == null || report.rows().size() == 1
                ? report.rows()
                : report.rows().stream()
                        .filter(row -> row.consultant() == null || whose.equals(row.consultant()))
                        .toList();
    }

    public List<YearMonth> months() {
        return Stream.iterate(report.from(), month -> !month.isAfter(report.until()), month -> month.plusMonths(1))
                .toList();
    }

    public static String share(@Nullable Calibration one) {
        return one == null ? Value.NOTHING : Value.percent(one.bought().ratio()).words();
    }

    public static long of(@Nullable Calibration one, Part part) {
        return one == null
                ? 0
                : switch (part) {
                    case graded -> one.graded();
                    case ordered -> one.ordered();
                    case delivered -> one.delivered();
                };
    }

    public static String css(Calibration.Verdict verdict) {
        return switch (verdict) {
            case TOO_HOT, TOO_COOL -> "g-state g-state-warn";
            case LIKE_OTHERS -> "g-state g-state-good";
            case TOO_FEW -> "g-state";
        };
    }

    /** The rows behind one number. */
    public String rows(Grade grade, Part part, @Nullable StaffMember consultant) {
        return rows(grade, part, report.from(), report.until(), consultant);
    }

    static String rows(Grade grade, Part part, YearMonth from, YearMonth until, @Nullable StaffMember consultant) {
        return Paths.whose(
                UriComponentsBuilder.fromPath("/reports/calibration/rows")
                        .queryParam("grade", grade.name())
                        .queryParam("part", part.name())
                        .queryParam("from", from)
                        .queryParam("until", until),
                consultant);
    }

    /** How the share of buyers went, one line for each grade. */
    public LineChart chart(Screen s) {
        List<LineChart.Series> series = new ArrayList<>();
        for (Grade grade : grades()) {
            series.add(new LineChart.Series(
                    s.t("calibration.grade", grade.name()),
                    Ink.of(series.size()),
                    months().stream().map(month -> value(month, grade)).toList()));
        }
        return new LineChart(
                s.t("calibration.chart"),
                s.t("calibration.chart.note"),
                s.t("calibration.month"),
                Unit.PERCENT,
                months().stream()
                        .map(month -> new LineChart.Point(month.toString()))
                        .toList(),
                series);
    }

    private Value value(YearMonth month, Grade grade) {
        Calibration one = report.byMonth().getOrDefault(month, Map.of()).get(grade);
        return one == null
                ? Value.missing()
                : Value.percent(one.bought().ratio())
                        .opening(one.bought().ratio() == null ? null : rows(grade, Part.graded, month, month, whose));
    }

    public long pending() {
        return report.pending().values().stream().mapToLong(Long::longValue).sum();
    }
}
