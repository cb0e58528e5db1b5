package io.genjin.ratio.web;

import io.genjin.ratio.Course;
import io.genjin.ratio.Course.Amount;
import io.genjin.ratio.Course.Compared;
import io.genjin.ratio.Days;
import io.genjin.ratio.Fraction;
import io.genjin.ratio.History;
import io.genjin.ratio.History.Report;
import io.genjin.ratio.Measure;
import io.genjin.ratio.Past;
import io.genjin.ratio.Ratio;
import io.genjin.ratio.Side;
import io.genjin.shared.web.Screen;
import io.genjin.shared.web.chart.LineChart;
import io.genjin.shared.web.chart.SmallMultiples;
import io.genjin.shared.web.chart.Tone;
import io.genjin.shared.web.chart.Value;
import io.genjin.staff.StaffMember;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Current versus history on screen.
 *
 * @param group the ratios shown; none shows the five targets
 * @param team the people to choose among; nobody when the reader sees only their own
 * @param known when it was frozen, so that its counts open the rows of then; nothing when it is told as of now
 */
public record HistoryPage(
        Report report,
        Ratio.@Nullable Group group,
        List<StaffMember> team,
        @Nullable Instant known) {

    HistoryPage(Report report, Ratio.@Nullable Group group, List<StaffMember> team) {
        this(report, group, team, null);
    }

    /** Sources nobody has anything of are left out. */
    public List<Course> courses() {
        return report.courses().stream()
                .filter(course -> !isEmptySource(course))
                .toList();
    }

    private static boolean isEmptySource(Course course) {
        return course.measure().id().equals("K26")
                && course.months().stream().allMatch(HistoryPage::isNothing)
                && isNothing(course.now());
    }

    private static boolean isNothing(@Nullable Amount amount) {
        return amount == null || amount.fraction() == null || amount.fraction().top() == 0;
    }

    public static String name(Measure measure, Screen s) {
        return measure.figure() == null ? s.code("ratio", measure.ratio()) : s.code("figure", measure.figure());
    }

    public static String definition(Measure measure, Screen s) {
        return measure.figure() == null
                ? s.code("ratioDefinition", measure.ratio())
                : s.code("figureDefinition", measure.figure());
    }

    /** A count, or a percentage; a dash where there is nothing. */
    public static String text(@Nullable Amount amount) {
        return amount == null ? Value.NOTHING : text(amount, amount.value());
    }

    public static String text(Amount amount, @Nullable BigDecimal value) {
        return value == null
                ? Value.NOTHING
                : amount.fraction() == null
                        ? Value.of(value).words()
                        : Value.percent(value).words();
    }

    /** Whether a count was brought down to the selling days elapsed; then its rows are those of the whole. */
    public static boolean isBroughtDown(@Nullable Amount amount, @Nullable BigDecimal value) {
        BigDecimal whole = amount == null ? null : amount.value();
        return whole != null && value != null && whole.compareTo(value) != 0;
    }

    /** Both sides of a ratio. */
    public static @Nullable Fraction sides(@Nullable Amount amount) {
        return amount == null ? null : amount.fraction();
    }

    /** The rows of a count of those days; nothing to open when it is none. */
    public @Nullable String rows(Measure measure, @Nullable Amount amount, Days days) {
        return amount == null || amount.count() == null || amount.count() == 0 || measure.figure() == null
                ? null
                : Paths.figure(measure.figure().name(), days, report.whose())
                        + (known == null ? "" : "&known=" + known);
    }

    /** The rows of one side of a ratio of those days. */
    public String rows(Measure measure, Side side, Days days) {
        return Paths.rows(Objects.requireNonNull(measure.ratio()), side, days, report.whose());
    }

    /** The same of a past: the mean of three months adds each month up, so each month's rows follow each other. */
    public String rows(Measure measure, Side side, @Nullable Past past, Days days) {
        return past == Past.THREE_MONTHS
                ? Paths.monthly(Objects.requireNonNull(measure.ratio()), side, days, report.whose())
                : rows(measure, side, days);
    }

    /** How far, with its sign: {@code +3 (+12.5 %)}, of a ratio in percentage points. */
    public static String change(Measure measure, @Nullable Compared one, Screen s) {
        BigDecimal absolute = one == null ? null : one.absolute();
        if (one == null || absolute == null) {
            return "";
        }
        BigDecimal shown = measure.ratio() == null ? absolute : absolute.movePointRight(2);
        BigDecimal rounded = shown.setScale(1, RoundingMode.HALF_UP).stripTrailingZeros();
        String by = signed(rounded.signum() == 0 ? BigDecimal.ZERO : rounded);
        BigDecimal relative = one.relative();
        return (measure.ratio() == null ? by : s.t("history.points", by))
                + (relative == null
                        ? ""
                        : " (" + signed(relative.movePointRight(2).setScale(1, RoundingMode.HALF_UP)) + "%)");
    }

    private static String signed(BigDecimal number) {
        return (number.signum() > 0 ? "+" : "") + number.toPlainString().replace('-', '−');
    }

    /** Good news, bad news, or neither. */
    public static Tone tone(Measure measure, @Nullable Compared one) {
        Boolean better = one == null ? null : History.isBetter(measure, one.absolute());
        return better == null ? Tone.PLAIN : better ? Tone.GOOD : Tone.WARN;
    }

    /** What a past is of, where it is not the same for all. */
    public static @Nullable String of(Compared one) {
        return one.past() == Past.BEST_MONTH ? YearMonth.from(one.days().from()).toString() : null;
    }

    /** The twelve months and these days, one small picture for each measure. */
    public SmallMultiples chart(Screen s) {
        List<LineChart.Point> points = new ArrayList<>();
        report.months().forEach(month -> points.add(point(month)));
        points.add(new LineChart.Point(
                s.t("history.now"), s.t("history.until", report.days().until())));
        return new SmallMultiples(
                s.t("history.chart", title(s)),
                s.t("history.chart.note"),
                s.t("history.measure"),
                points,
                s.t("past.THREE_MONTHS"),
                courses().stream().map(course -> panel(course, s)).toList());
    }

    private static LineChart.Point point(YearMonth month) {
        return new LineChart.Point(month.toString());
    }

    private SmallMultiples.Panel panel(Course course, Screen s) {
        Measure measure = course.measure();
        List<Value> values = new ArrayList<>();
        for (int place = 0; place < report.months().size(); place++) {
            values.add(value(
                    measure, course.months().get(place), Days.of(report.months().get(place))));
        }
        values.add(value(measure, course.now(), report.days()));
        Compared mean = course.beside(Past.THREE_MONTHS);
        List<SmallMultiples.Remark> remarks = new ArrayList<>();
        Compared year = course.beside(Past.YEAR_BEFORE);
        if (mean != null && mean.absolute() != null) {
            remarks.add(new SmallMultiples.Remark(change(measure, mean, s), tone(measure, mean)));
        }
        if (year != null && year.absolute() != null) {
            remarks.add(new SmallMultiples.Remark(
                    s.t("history.remark.year", change(measure, year, s)), tone(measure, year)));
        }
        return new SmallMultiples.Panel(
                name(measure, s),
                measure.id(),
                value(measure, course.now(), report.days()),
                remarks,
                values,
                mean == null || mean.value() == null
                        ? Value.missing()
                        : new Value(mean.value(), text(mean.amount(), mean.value()), null));
    }

    private Value value(Measure measure, @Nullable Amount amount, Days days) {
        BigDecimal value = amount == null ? null : amount.value();
        if (amount == null || value == null) {
            return Value.missing();
        }
        if (measure.ratio() == null) {
            return Value.of(value).opening(rows(measure, amount, days));
        }
        return Value.percent(value).opening(rows(measure, Side.bottom, days));
    }

    /** The selling days of a past differ from those of these days. */
    public boolean shifts() {
        return !Objects.equals(report.selling().get(Past.YEAR_BEFORE), report.elapsed())
                || !report.closed().isEmpty();
    }

    /** What is shown, in words. */
    public String title(Screen s) {
        return group == null ? s.t("history.five") : s.code("ratioGroup", group);
    }

    public String pathOf(LocalDate date) {
        return path(date, group);
    }

    /** The same days of another group. */
    public String pathOf(Ratio.@Nullable Group other) {
        return path(report.days().until(), other);
    }

    private String path(LocalDate date, Ratio.@Nullable Group shown) {
        UriComponentsBuilder path =
                UriComponentsBuilder.fromPath("/reports/history").queryParam("date", date);
        if (shown != null) {
            path.queryParam("group", shown.name());
        }
        return Paths.whose(path, report.whose());
    }

    /** The same days as a file, with every measure. */
    public String filePath() {
        return Paths.whose(
                UriComponentsBuilder.fromPath("/reports/history.xlsx")
                        .queryParam("date", report.days().until()),
                report.whose());
    }

    /** The last day of the month before. */
    public LocalDate lastMonth() {
        return report.days().from().minusDays(1);
    }
}
