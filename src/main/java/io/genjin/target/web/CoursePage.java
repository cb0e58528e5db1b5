package io.genjin.target.web;

import io.genjin.report.Figure;
import io.genjin.shared.web.Screen;
import io.genjin.shared.web.chart.Gauge;
import io.genjin.shared.web.chart.Ink;
import io.genjin.shared.web.chart.LineChart;
import io.genjin.shared.web.chart.LineChart.Point;
import io.genjin.shared.web.chart.LineChart.Series;
import io.genjin.shared.web.chart.Tone;
import io.genjin.shared.web.chart.Unit;
import io.genjin.shared.web.chart.Value;
import io.genjin.target.Effort;
import io.genjin.target.Metric;
import io.genjin.target.MonthCourse;
import io.genjin.target.MonthCourse.Week;
import io.genjin.target.RunRate;
import io.genjin.target.Standing;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One person's month, or the dealership's, in pictures: dials, lines, weeks, and what is still to be done. */
public record CoursePage(MonthCourse course) {

    public String whose(Screen s) {
        return course.consultant() == null
                ? s.t("comparison.dealership")
                : course.consultant().name();
    }

    /** The rows of a figure in some days of the month; nothing for a number without rows. */
    private @Nullable String rows(Figure figure, LocalDate from, LocalDate until, long count) {
        return count == 0
                ? null
                : RowsPath.of(
                        figure,
                        from,
                        until,
                        course.consultant() == null ? null : course.consultant().username());
    }

    private @Nullable String rows(Figure figure, long count) {
        LocalDate asOf = course.asOf();
        return asOf == null ? null : rows(figure, course.month().atDay(1), asOf, count);
    }

    public Gauge dial(Metric metric, Screen s) {
        Standing one = course.of(metric);
        return new Gauge(
                s.code("metric", metric),
                null,
                Value.of(one.actual()).opening(rows(metric.figure(), one.actual())),
                one.target() == null ? Value.missing() : Value.of(one.target()),
                one.timeProgress(),
                one.light() == null ? null : s.code("targetLight", one.light()),
                tone(one));
    }

    private static Tone tone(Standing one) {
        Standing.Light light = one.light();
        return light == null
                ? Tone.PLAIN
                : switch (light) {
                    case GREEN -> Tone.GOOD;
                    case AMBER -> Tone.WARN;
                    case RED -> Tone.BAD;
                };
    }

    /** What stands beside an actual without being the target (4.2); nothing where nothing does. */
    public @Nullable Value second(Metric metric) {
        Figure figure = metric.second();
        Long count = course.second().get(metric);
        return figure == null || count == null ? null : Value.of(count).opening(rows(figure, count));
    }

    /** The metrics there is a line of: with a target, or with anything reached. */
    public List<Metric> drawn() {
        return Arrays.stream(Metric.values())
                .filter(metric ->
                        course.of(metric).target() != null || course.of(metric).actual() > 0)
                .toList();
    }

    /** The days of a week, one of them when it has but one. */
    public static String days(Week week, Screen s) {
        String first = s.date(week.week().first());
        return week.week().first().equals(week.week().last())
                ? first
                : first + " – " + s.date(week.week().last());
    }

    /** What has come together day by day, where one should be, and where it leads. */
    public LineChart line(Metric metric, Screen s) {
        List<RunRate.Day> days = course.run(metric).days();
        List<Point> points = days.stream()
                .map(day -> new Point(String.valueOf(day.day().getDayOfMonth()), s.date(day.day())))
                .toList();
        List<Series> series = new ArrayList<>();
        series.add(new Series(
                s.t("comparison.actual"),
                Ink.FIRST,
                days.stream()
                        .map(day -> day.actual() == null
                                ? Value.missing()
                                : Value.of(day.actual())
                                        .opening(rows(
                                                metric.figure(), course.month().atDay(1), day.day(), day.actual())))
                        .toList()));
        add(series, s.t("comparison.target"), Ink.TARGET, days, RunRate.Day::target);
        add(series, s.t("comparison.forecast"), Ink.FORECAST, days, RunRate.Day::forecast);
        return new LineChart(s.code("metric", metric), null, s.t("course.day"), Unit.NUMBER, points, series);
    }

    private static void add(
            List<Series> series,
            String name,
            Ink ink,
            List<RunRate.Day> days,
            Function<RunRate.Day, @Nullable BigDecimal> number) {
        if (days.stream().anyMatch(day -> number.apply(day) != null)) {
            series.add(new Series(
                    name,
                    ink,
                    days.stream().map(day -> Value.of(number.apply(day))).toList()));
        }
    }

    public boolean isThisWeek(Week week) {
        LocalDate asOf = course.asOf();
        return asOf != null && week.week().contains(asOf) && course.days().left() > 0;
    }

    /** What a week brought of a metric, opening its rows; nothing of weeks to come. */
    public Value reached(Week week, Metric metric) {
        LocalDate asOf = course.asOf();
        if (asOf == null || week.week().first().isAfter(asOf)) {
            return Value.missing();
        }
        LocalDate last = week.week().last().isAfter(asOf) ? asOf : week.week().last();
        long actual = week.of(metric).actual();
        return Value.of(actual).opening(rows(metric.figure(), week.week().first(), last, actual));
    }

    public static String share(Week week, Metric metric) {
        Integer target = week.of(metric).target();
        return target == null ? Value.NOTHING : target.toString();
    }

    /** The metrics of which something is missing while there is time. */
    public List<Metric> missing() {
        return course.days().left() == 0
                ? List.of()
                : Arrays.stream(Metric.values())
                        .filter(metric -> {
                            Long needed = course.of(metric).needed();
                            return needed != null && needed > 0;
                        })
                        .toList();
    }

    /** Whether every target that was set is reached. */
    public boolean isDone() {
        return missing().isEmpty()
                && Arrays.stream(Metric.values())
                        .anyMatch(metric -> course.of(metric).target() != null);
    }

    public boolean isOver() {
        return course.days().left() == 0;
    }

    public @Nullable Effort effort(Metric metric) {
        return course.efforts().stream()
                .filter(effort -> effort.metric() == metric)
                .findFirst()
                .orElse(null);
    }

    /** {@code 67 (3.6 a day)}, or a dash where no ratio is known. */
    public String work(@Nullable Long times, Screen s) {
        BigDecimal perDay = Effort.perDay(times, course.days());
        return times == null || perDay == null
                ? Value.NOTHING
                : s.t("course.work", times, Value.of(perDay).words());
    }

    public static List<Effort.Step> steps() {
        return List.of(Effort.Step.values());
    }

    public Effort.Rate rate(Effort.Step step) {
        return course.rates().getOrDefault(step, Effort.Rate.NONE);
    }

    /** {@code 25.0% (25/100)}, or a dash. */
    public static String rate(Effort.Rate rate, Screen s) {
        return rate.tries() == 0
                ? Value.NOTHING
                : s.t(
                        "course.rate",
                        Value.percent(BigDecimal.valueOf(rate.successes())
                                        .divide(BigDecimal.valueOf(rate.tries()), 4, java.math.RoundingMode.HALF_UP))
                                .words(),
                        rate.successes() + "/" + rate.tries());
    }

    public boolean isTeamsRatio() {
        return course.consultant() != null
                && course.efforts().stream().anyMatch(effort -> effort.whose() != Effort.Whose.OWN)
                && course.rates().values().stream().anyMatch(rate -> rate.whose() == Effort.Whose.TEAM);
    }
}
