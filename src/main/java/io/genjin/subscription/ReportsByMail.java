package io.genjin.subscription;

import io.genjin.dealership.ClosedDays;
import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.dealership.OpeningCalendar;
import io.genjin.ratio.Days;
import io.genjin.ratio.Fraction;
import io.genjin.ratio.Ratio;
import io.genjin.ratio.RatioReport;
import io.genjin.report.DailyReport;
import io.genjin.report.Figure;
import io.genjin.subscription.Digest.Cell;
import io.genjin.subscription.Digest.Line;
import io.genjin.target.ActualVersusTarget;
import io.genjin.target.Metric;
import io.genjin.target.Standing;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The daily report, actual versus target and the ratios as letters: the row of the reader's team, or their own. */
@Configuration(proxyBeanMethods = false)
class ReportsByMail {

    /** A letter before noon tells of the last open day before, a later one of its own day. */
    private static final LocalTime NOON = LocalTime.NOON;

    private static final int LONGEST_CLOSURE = 60;

    /** Until this day of a month its ratios tell of the month before. */
    private static final int LOOKING_BACK = 5;

    static final List<Ratio> RATIOS = List.of(
            Ratio.K01,
            Ratio.K02,
            Ratio.K03,
            Ratio.K03B,
            Ratio.K06,
            Ratio.K08,
            Ratio.K11,
            Ratio.K12,
            Ratio.K13,
            Ratio.K15,
            Ratio.K18,
            Ratio.K21,
            Ratio.K25_D3,
            Ratio.K27,
            Ratio.K28);

    private static final List<Figure> FIGURES = List.of(
            Figure.TOTAL_CONTACTS,
            Figure.FIRST_VISITS,
            Figure.RETURN_VISITS,
            Figure.TEST_DRIVES,
            Figure.NEW_PROSPECTS,
            Figure.HQ_LEADS_RECEIVED,
            Figure.K01,
            Figure.FOLLOW_UPS_DUE,
            Figure.K03,
            Figure.QUOTES,
            Figure.ORDERS,
            Figure.ORDERS_CANCELLED,
            Figure.DELIVERIES,
            Figure.DEFEATS_APPROVED);

    @Bean
    static Subscribable dailyByMail(DailyReport reports, Dealerships dealerships, ClosedDays closedDays) {
        return Subscribable.of("DAILY", "report.daily", 10, (due, reader) -> {
            Dealership dealership = dealerships.get(reader.dealership());
            LocalDate day = told(due, dealership, closedDays.calendar(dealership.id()));
            DailyReport.Row row = reports.of(day, null, reader).rows().get(0);
            List<Line> lines = new ArrayList<>();
            for (Figure figure : FIGURES) {
                DailyReport.Value value = row.of(figure);
                lines.add(Line.of("figure." + figure.name(), cell(figure, value.day()), cell(figure, value.month()))
                        .defined(figure.definitionId()));
            }
            return new Digest(day, day, List.of("digest.day", "digest.month"), lines, "/reports/daily?date=" + day);
        });
    }

    /** Which day a daily letter tells of. */
    static LocalDate told(Instant due, Dealership dealership, OpeningCalendar calendar) {
        LocalDate day = dealership.dayOf(due);
        if (!LocalTime.ofInstant(due, dealership.zone()).isBefore(NOON)) {
            return day;
        }
        for (int back = 1; back <= LONGEST_CLOSURE; back++) {
            if (calendar.isOpen(day.minusDays(back))) {
                return day.minusDays(back);
            }
        }
        return day.minusDays(1);
    }

    private static Cell cell(Figure figure, @Nullable BigDecimal value) {
        if (value == null) {
            return Cell.NOTHING;
        }
        return figure.isRatio() ? Cell.percent(value) : Cell.number(value.toPlainString());
    }

    @Bean
    static Subscribable targetsByMail(ActualVersusTarget comparisons, Dealerships dealerships) {
        return Subscribable.of("ACTUAL_VS_TARGET", "target.compare", 20, (due, reader) -> {
            LocalDate day = dealerships.get(reader.dealership()).dayOf(due);
            YearMonth month = YearMonth.from(day);
            ActualVersusTarget.Row row = comparisons.of(month, reader).rows().get(0);
            List<Line> lines = new ArrayList<>();
            for (Metric metric : Metric.values()) {
                Standing standing = row.of(metric);
                Standing.Light light = standing.light();
                lines.add(Line.of(
                                "metric." + metric.name(),
                                Cell.of(standing.actual()),
                                standing.target() == null ? Cell.NOTHING : Cell.of(standing.target()),
                                Cell.percent(standing.achievement()),
                                Cell.percent(standing.pace()),
                                light == null ? Cell.NOTHING : Cell.word("targetLight." + light.name()))
                        .defined("4.2"));
            }
            return new Digest(
                    month.atDay(1),
                    day,
                    List.of(
                            "comparison.actual",
                            "comparison.target",
                            "comparison.achievement",
                            "comparison.pace",
                            "comparison.light"),
                    lines,
                    "/reports/actual-vs-target?month=" + month);
        });
    }

    /** The days of the month that a monthly letter tells of. */
    static Days months(LocalDate day) {
        LocalDate until =
                day.getDayOfMonth() <= LOOKING_BACK ? day.withDayOfMonth(1).minusDays(1) : day;
        return new Days(until.withDayOfMonth(1), until);
    }

    @Bean
    static Subscribable ratiosByMail(RatioReport reports, Dealerships dealerships) {
        return Subscribable.of("RATIOS", "ratio.read", 25, (due, reader) -> {
            LocalDate day = dealerships.get(reader.dealership()).dayOf(due);
            LocalDate from = months(day).from();
            LocalDate until = months(day).until();
            RatioReport.Row row = reports.of(from, until, null, reader).rows().get(0);
            List<Line> lines = new ArrayList<>();
            for (Ratio ratio : RATIOS) {
                Fraction fraction = row.of(ratio);
                lines.add(Line.of(
                                "ratio." + ratio.name(),
                                fraction == null ? Cell.NOTHING : Cell.of(fraction.top(), fraction.bottom()),
                                fraction == null ? Cell.NOTHING : Cell.percent(fraction.ratio()))
                        .defined(ratio.id()));
            }
            return new Digest(
                    from,
                    until,
                    List.of("digest.fraction", "digest.ratio"),
                    lines,
                    "/reports/ratios?from=" + from + "&until=" + until);
        });
    }
}
