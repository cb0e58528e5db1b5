package io.genjin.subscription;

import io.genjin.coaching.Proposals;
import io.genjin.coaching.WeeklyTalks;
import io.genjin.dealership.Dealerships;
import io.genjin.funnel.FunnelCounts;
import io.genjin.funnel.FunnelQuestion;
import io.genjin.funnel.FunnelReport;
import io.genjin.funnel.FunnelStage;
import io.genjin.ratio.Calibration;
import io.genjin.ratio.Calibrations;
import io.genjin.ratio.Course;
import io.genjin.ratio.Days;
import io.genjin.ratio.History;
import io.genjin.ratio.Measure;
import io.genjin.ratio.Past;
import io.genjin.shared.Grade;
import io.genjin.subscription.Digest.Cell;
import io.genjin.subscription.Digest.Line;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What managers steer by, as letters: current versus history, the funnel, how far grades came true, whom to talk to. */
@Configuration(proxyBeanMethods = false)
class SteeringByMail {

    @Bean
    static Subscribable historyByMail(History history, Dealerships dealerships) {
        List<Measure> measures = Stream.concat(
                        Measure.of(null).stream(),
                        ReportsByMail.RATIOS.stream()
                                .filter(ratio -> !ratio.isOfTodayOnly())
                                .map(ratio -> new Measure(null, ratio)))
                .toList();
        return Subscribable.of("HISTORY", "ratio.read", 26, (due, reader) -> {
            Days days =
                    ReportsByMail.months(dealerships.get(reader.dealership()).dayOf(due));
            History.Report report = history.of(days.until(), null, measures, reader);
            List<Line> lines = new ArrayList<>();
            for (Course course : report.courses()) {
                Measure measure = course.measure();
                List<Cell> cells = new ArrayList<>();
                Course.Amount now = course.now();
                cells.add(cell(measure, now == null ? null : now.value()));
                course.beside().forEach(past -> cells.add(cell(measure, past == null ? null : past.value())));
                String label = (measure.ratio() == null ? "figure." : "ratio.") + measure.code();
                lines.add(Line.of(label, cells.toArray(Cell[]::new)).defined(measure.id()));
            }
            List<String> columns = new ArrayList<>(List.of("digest.now"));
            for (Past past : Past.values()) {
                columns.add("past." + past.name());
            }
            return new Digest(days.from(), days.until(), columns, lines, "/reports/history?date=" + days.until());
        });
    }

    private static Cell cell(Measure measure, @Nullable BigDecimal value) {
        if (value == null) {
            return Cell.NOTHING;
        }
        return measure.ratio() == null ? Cell.number(value.toPlainString()) : Cell.percent(value);
    }

    @Bean
    static Subscribable funnelByMail(FunnelReport funnels, Dealerships dealerships) {
        return Subscribable.of("FUNNEL", "funnel.read", 27, (due, reader) -> {
            LocalDate day = dealerships.get(reader.dealership()).dayOf(due);
            FunnelQuestion question =
                    funnels.question(new FunnelReport.Asked(null, null, day, null, Map.of(), List.of()), reader);
            FunnelCounts counts = funnels.read(question, reader).whole();
            List<Line> lines = new ArrayList<>();
            for (FunnelStage stage : FunnelStage.values()) {
                BigDecimal median = counts.of(stage).medianDays();
                lines.add(Line.of(
                                "funnelStage." + stage.name(),
                                Cell.of(counts.count(stage)),
                                Cell.percent(counts.stageConversion(stage)),
                                Cell.percent(counts.overall(stage)),
                                median == null
                                        ? Cell.NOTHING
                                        : Cell.number(
                                                median.stripTrailingZeros().toPlainString()))
                        .defined("4.6"));
            }
            return new Digest(
                    question.from(),
                    question.to(),
                    List.of(
                            "funnel.column.reached",
                            "funnel.column.conversion",
                            "funnel.column.overall",
                            "funnel.column.days"),
                    lines,
                    "/reports/funnel?from=" + question.from() + "&to=" + question.to());
        });
    }

    @Bean
    static Subscribable calibrationByMail(Calibrations calibrations, Dealerships dealerships) {
        return Subscribable.of("CALIBRATION", "ratio.read", 28, (due, reader) -> {
            LocalDate day = dealerships.get(reader.dealership()).dayOf(due);
            Calibrations.Report report = calibrations.of(null, YearMonth.from(day), null, reader);
            Map<Grade, Calibration> grades = report.rows().get(0).grades();
            List<Line> lines = new ArrayList<>();
            for (Grade grade : Grade.values()) {
                Calibration one = grades.get(grade);
                lines.add(Line.of(
                                "grade." + grade.name(),
                                one == null ? Cell.NOTHING : Cell.of(one.graded()),
                                one == null ? Cell.NOTHING : Cell.of(one.ordered()),
                                one == null
                                        ? Cell.NOTHING
                                        : Cell.percent(one.bought().ratio()))
                        .defined("R-210"));
            }
            return new Digest(
                    report.from().atDay(1),
                    day,
                    List.of("calibration.graded", "calibration.ordered", "calibration.share"),
                    lines,
                    "/reports/calibration?from=" + report.from() + "&until=" + report.until());
        });
    }

    @Bean
    static Subscribable talksByMail(Proposals proposals, WeeklyTalks talks) {
        return Subscribable.of("COACHING", "coaching.propose", 56, (due, reader) -> {
            Proposals.OfWeek week = proposals.of(reader);
            WeeklyTalks.Coverage coverage = talks.coverage(null, null, reader);
            return new Digest(
                    week.week().monday(),
                    week.week().sunday(),
                    List.of("digest.count"),
                    List.of(
                            Line.of("digest.talks", Cell.of(week.talked().size(), week.minimum()))
                                    .defined("R-114"),
                            Line.of("digest.proposed", Cell.of(week.proposals().size())),
                            Line.of(
                                            "digest.K29",
                                            Cell.of(
                                                    coverage.talks().part(),
                                                    coverage.talks().whole()))
                                    .defined("K29"),
                            Line.of(
                                    "digest.analyses",
                                    Cell.of(
                                            coverage.analyses().part(),
                                            coverage.analyses().whole()))),
                    "/one-to-ones?week=" + week.week().monday());
        });
    }
}
