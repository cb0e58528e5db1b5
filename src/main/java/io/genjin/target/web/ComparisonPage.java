package io.genjin.target.web;

import io.genjin.shared.Percent;
import io.genjin.shared.web.Screen;
import io.genjin.staff.StaffMember;
import io.genjin.target.ActualVersusTarget.Comparison;
import io.genjin.target.ActualVersusTarget.Row;
import io.genjin.target.Metric;
import io.genjin.target.SellingDays;
import io.genjin.target.Standing;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Actual versus target on screen: one person's month or the dealership's in pictures, then a section for each of the five with a line for
 * each person; the numbers are the truth of the bars.
 */
public record ComparisonPage(Comparison comparison, CoursePage course) {

    private static final String NOTHING = "–";

    /** How far a bar reaches at most, in percent of the target; more than that is told by the number. */
    private static final int FULL = 150;

    /** A percentage, or a dash where there is nothing to divide by. */
    public static String percent(@Nullable BigDecimal ratio) {
        return Percent.of(ratio);
    }

    /** The pace index, cut and not rounded: 0.99 is not yet 1.00. */
    public static String index(@Nullable BigDecimal ratio) {
        return ratio == null ? NOTHING : ratio.setScale(2, RoundingMode.DOWN).toPlainString();
    }

    public static String number(@Nullable Object number) {
        return number == null
                ? NOTHING
                : number instanceof BigDecimal exact
                        ? exact.stripTrailingZeros().toPlainString()
                        : number.toString();
    }

    /** With its sign. */
    public static String gap(Standing standing) {
        Long gap = standing.gap();
        return gap == null ? NOTHING : gap > 0 ? "+" + gap : gap.toString().replace('-', '−');
    }

    public static String light(Standing standing, Screen s) {
        return standing.light() == null ? NOTHING : s.code("targetLight", standing.light());
    }

    /** Colour of the light; its word says the same. */
    public static String lightClass(Standing standing) {
        Standing.Light light = standing.light();
        return light == null
                ? ""
                : switch (light) {
                    case GREEN -> "g-state g-state-good";
                    case AMBER -> "g-state g-state-warn";
                    case RED -> "g-state g-state-bad";
                };
    }

    /** Length of the bar of what is reached, the target being 100. */
    public static String barOf(Standing standing) {
        return length(standing.achievement());
    }

    /** Where the bar should be by the time that has passed. */
    public static String markOf(Standing standing) {
        return length(standing.timeProgress());
    }

    private static String length(@Nullable BigDecimal ratio) {
        return ratio == null
                ? "0"
                : ratio.movePointRight(2)
                        .min(BigDecimal.valueOf(FULL))
                        .setScale(1, RoundingMode.HALF_UP)
                        .toPlainString();
    }

    public static boolean draws(Standing standing) {
        return standing.achievement() != null;
    }

    /** The rows behind an actual; nothing for a number without rows. */
    public @Nullable String membersPath(Row row, Metric metric) {
        if (comparison.asOf() == null || row.of(metric).actual() == 0) {
            return null;
        }
        return RowsPath.of(
                metric.figure(),
                comparison.month().atDay(1),
                comparison.asOf(),
                row.consultant() == null ? null : row.consultant().username());
    }

    /** The rows behind an actual of the year until now. */
    public @Nullable String yearPath(Row row, Metric metric) {
        if (comparison.asOf() == null || row.of(metric).actual() == 0) {
            return null;
        }
        return RowsPath.of(
                metric.figure(),
                comparison.yearBegins(),
                comparison.asOf(),
                row.consultant() == null ? null : row.consultant().username());
    }

    /** The same month of one person. */
    public String pathOf(Row row) {
        return "/reports/actual-vs-target?month=" + comparison.month()
                + (row.consultant() == null
                        ? ""
                        : "&consultant=" + row.consultant().username());
    }

    /** Whose month stands above, as the form says it. */
    public String chosen() {
        StaffMember person = course.course().consultant();
        return person == null ? "" : person.username();
    }

    public boolean isOfOne() {
        return comparison.rows().size() == 1;
    }

    public List<StaffMember> team() {
        return comparison.rows().stream()
                .map(Row::consultant)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Another month of whom is looked at. */
    public String pathOf(YearMonth month) {
        return "/reports/actual-vs-target" + query(month);
    }

    /** The same as a file. */
    public String filePath() {
        return "/reports/actual-vs-target.xlsx" + query(comparison.month());
    }

    private String query(YearMonth month) {
        String whose = chosen();
        return "?month=" + month + (isOfOne() || whose.isEmpty() ? "" : "&consultant=" + whose);
    }

    /** How many of the month's selling days have passed, or why nothing can be said of them. */
    public String time(Screen s) {
        SellingDays days = comparison.days();
        LocalDate begun = comparison.begun();
        LocalDate asOf = comparison.asOf();
        if (begun != null && comparison.isBefore()) {
            return s.t("comparison.before", begun);
        }
        String passed = asOf == null
                ? s.t("comparison.future", days.days())
                : days.days() == 0
                        ? s.t("comparison.noDays")
                        : s.t("comparison.time", days.elapsed(), days.days(), percent(timeProgress()), asOf);
        return begun == null ? passed : passed + " " + s.t("comparison.begun", begun);
    }

    /** Time progress is the same for every row of the month. */
    public @Nullable BigDecimal timeProgress() {
        return new Standing(null, 0, comparison.days()).timeProgress();
    }
}
