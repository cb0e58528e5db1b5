package io.genjin.target.web;

import io.genjin.shared.web.IfMatch;
import io.genjin.shared.web.Screens;
import io.genjin.staff.StaffMember;
import io.genjin.target.ActualVersusTarget;
import io.genjin.target.ActualVersusTarget.Comparison;
import io.genjin.target.Effort;
import io.genjin.target.Metric;
import io.genjin.target.MonthCourse;
import io.genjin.target.MonthCourses;
import io.genjin.target.RunRate;
import io.genjin.target.Season;
import io.genjin.target.SellingDays;
import io.genjin.target.Spread;
import io.genjin.target.SpreadDesk;
import io.genjin.target.Standing;
import io.genjin.target.TargetDesk;
import io.genjin.target.TargetSheet;
import io.genjin.target.TargetVersionMissing;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The five targets for other systems: set against the version seen, compared with what the journal counts. */
@RestController
@RequestMapping("/api/v1")
class TargetApi {

    /** A person by sign-in name and name. */
    record Consultant(String username, String name) {}

    /** The targets of a consultant and what their own history suggests: of three months, and of the same month last year. */
    record LineView(
            Consultant consultant,
            Map<Metric, Integer> targets,
            Map<Metric, Integer> suggested,
            Map<Metric, Integer> lastYear) {}

    /** A month of the year: its weight in percent, its selling days, and its part of each target. */
    record SpreadMonthView(YearMonth month, BigDecimal weight, int sellingDays, Map<Metric, Integer> parts) {}

    /**
     * How the year is spread over its months: each target's twelve parts add up to it exactly.
     *
     * @param begins    the first day that counts
     * @param beginsSet what was said of it; null when it is the dealership's own first day, or New Year
     * @param source    where the weights come from: SET by the sales manager, the dealership's OWN past, or USUAL in the trade
     * @param years     the complete years the weights were learnt from
     * @param sold      how many cars these sold
     */
    record SpreadView(
            LocalDate begins,
            @Nullable LocalDate beginsSet,
            Season.Source source,
            List<Integer> years,
            long sold,
            List<SpreadMonthView> months) {}

    /** The dealership's year; {@code share} is what falls on the month. */
    record AnnualView(
            int year, int version, Map<Metric, Integer> targets, Map<Metric, Integer> share, SpreadView spread) {}

    /**
     * The spread of a year as a whole.
     *
     * @param begins  null leaves it to the dealership's own first day
     * @param weights of the twelve months in percent, together 100; null has them computed
     */
    record SpreadBody(
            @Nullable LocalDate begins,
            @Nullable List<@Nullable BigDecimal> weights,
            @Nullable String reason) {}

    /** The targets of a month; {@code version} is also the ETag. */
    record TargetsView(YearMonth month, int version, List<LineView> lines, AnnualView annual) {}

    /** Targets of consultants by sign-in name; those not named stay. */
    record TargetsBody(
            @Nullable Map<String, Map<Metric, @Nullable Integer>> targets,
            @Nullable String reason) {}

    /** Targets of the dealership's year; those not named stay. */
    record AnnualBody(
            @Nullable Map<Metric, @Nullable Integer> targets,
            @Nullable String reason) {}

    /** How far somebody is; what there is nothing to divide by for is null. */
    record StandingView(
            @Nullable Integer target,
            long actual,
            @Nullable Long gap,
            @Nullable BigDecimal achievement,
            @Nullable BigDecimal timeProgress,
            @Nullable BigDecimal pace,
            @Nullable BigDecimal forecast,
            Standing.@Nullable Light light,
            @Nullable BigDecimal neededPerDay) {}

    /** One person, or the dealership when there is no person. */
    record ComparedRow(@Nullable Consultant consultant, Map<Metric, StandingView> standings) {}

    /**
     * The comparison of a month.
     *
     * @param begun      the dealership's first day when it lies in or after the month: selling days count from it
     * @param year       the dealership against its annual targets
     * @param yearBegins the day from which these count
     */
    record ComparisonView(
            YearMonth month,
            @Nullable LocalDate asOf,
            SellingDays sellingDays,
            @Nullable LocalDate begun,
            List<ComparedRow> rows,
            @Nullable ComparedRow year,
            @Nullable LocalDate yearBegins) {}

    /**
     * A week of the month, cut at its ends, with its part of each target.
     *
     * @param sellingDays of the week; those of a week to come have none elapsed
     */
    record WeekView(LocalDate from, LocalDate until, SellingDays sellingDays, Map<Metric, StandingView> standings) {}

    /** What is missing of a target in drives, visits and contacts; null where no ratio is known. */
    record EffortView(
            Metric metric,
            long needed,
            @Nullable Long drives,
            @Nullable Long visits,
            @Nullable Long contacts,
            Effort.Whose whose) {}

    /** The ratios by which efforts are computed, and of which days they are. */
    record RatesView(LocalDate from, LocalDate until, Map<Effort.Step, Effort.Rate> steps) {}

    /**
     * One person's month, or the dealership's.
     *
     * @param second what stands beside an actual without being the target: orders beside SOLD, actions outside beside MARKET_DEVELOPMENT
     * @param days   each of the five day by day
     */
    record CourseView(
            YearMonth month,
            @Nullable LocalDate asOf,
            @Nullable Consultant consultant,
            SellingDays sellingDays,
            Map<Metric, StandingView> standings,
            Map<Metric, Long> second,
            List<WeekView> weeks,
            Map<Metric, List<RunRate.Day>> days,
            List<EffortView> efforts,
            RatesView rates) {}

    private final TargetDesk desk;
    private final SpreadDesk spreads;
    private final ActualVersusTarget comparisons;
    private final MonthCourses courses;
    private final Screens screens;
    private final TargetWorkbook workbook;

    TargetApi(
            TargetDesk desk,
            SpreadDesk spreads,
            ActualVersusTarget comparisons,
            MonthCourses courses,
            Screens screens,
            TargetWorkbook workbook) {
        this.desk = desk;
        this.spreads = spreads;
        this.comparisons = comparisons;
        this.courses = courses;
        this.screens = screens;
        this.workbook = workbook;
    }

    @GetMapping("/targets")
    ResponseEntity<TargetsView> read(@RequestParam(required = false) @Nullable YearMonth month, StaffMember me) {
        return answer(month, me);
    }

    /** Sets targets of a month against the version in If-Match; another one is refused with 412. */
    @PutMapping("/targets")
    ResponseEntity<TargetsView> set(
            @RequestParam YearMonth month,
            @RequestBody TargetsBody body,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            StaffMember me) {
        int seen = IfMatch.version(ifMatch).orElseThrow(TargetVersionMissing::new);
        desk.set(month, body.targets() == null ? Map.of() : body.targets(), body.reason(), seen, me);
        return answer(month, me);
    }

    /** Sets the year's targets against the version in If-Match, which is {@code annual.version}. */
    @PutMapping("/targets/annual")
    AnnualView setAnnual(
            @RequestParam int year,
            @RequestBody AnnualBody body,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            StaffMember me) {
        int seen = IfMatch.version(ifMatch).orElseThrow(TargetVersionMissing::new);
        desk.setAnnual(year, body.targets() == null ? Map.of() : body.targets(), body.reason(), seen, me);
        return view(desk.sheet(YearMonth.of(year, 1), me).annual());
    }

    /**
     * Sets how the year is spread over its months and from which day it counts, against the version in If-Match, which is
     * {@code annual.version}.
     */
    @PutMapping("/targets/annual/spread")
    AnnualView setSpread(
            @RequestParam int year,
            @RequestBody SpreadBody body,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            StaffMember me) {
        int seen = IfMatch.version(ifMatch).orElseThrow(TargetVersionMissing::new);
        spreads.set(year, body.begins(), body.weights(), body.reason(), seen, me);
        return view(desk.sheet(YearMonth.of(year, 1), me).annual());
    }

    private ResponseEntity<TargetsView> answer(@Nullable YearMonth month, StaffMember me) {
        TargetSheet sheet = desk.sheet(month, me);
        return ResponseEntity.ok()
                .eTag("\"" + sheet.version() + "\"")
                .body(new TargetsView(
                        sheet.month(),
                        sheet.version(),
                        sheet.lines().stream()
                                .map(line -> new LineView(
                                        new Consultant(
                                                line.consultant().username(),
                                                line.consultant().name()),
                                        line.targets(),
                                        line.suggested(),
                                        line.lastYear()))
                                .toList(),
                        view(sheet.annual())));
    }

    private static AnnualView view(TargetSheet.Annual annual) {
        Spread spread = annual.spread();
        return new AnnualView(
                annual.year(),
                annual.version(),
                annual.targets(),
                annual.share(),
                new SpreadView(
                        spread.begins(),
                        spread.beginsSet(),
                        spread.season().source(),
                        spread.season().years(),
                        spread.season().sold(),
                        IntStream.rangeClosed(1, Season.MONTHS)
                                .mapToObj(month -> month(annual.year(), month, spread))
                                .toList()));
    }

    private static SpreadMonthView month(int year, int month, Spread spread) {
        Map<Metric, Integer> parts = new EnumMap<>(Metric.class);
        spread.months().keySet().forEach(metric -> {
            Integer part = spread.part(metric, month);
            if (part != null) {
                parts.put(metric, part);
            }
        });
        return new SpreadMonthView(
                YearMonth.of(year, month),
                spread.season().percent(month),
                spread.sellingDays().get(month - 1),
                parts);
    }

    @GetMapping("/reports/actual-vs-target")
    ComparisonView compare(@RequestParam(required = false) @Nullable YearMonth month, StaffMember me) {
        Comparison comparison = comparisons.of(month, me);
        return new ComparisonView(
                comparison.month(),
                comparison.asOf(),
                comparison.days(),
                comparison.begun(),
                comparison.rows().stream().map(TargetApi::view).toList(),
                comparison.year() == null ? null : view(comparison.year()),
                comparison.year() == null ? null : comparison.yearBegins());
    }

    /** How a month goes, day by day and week by week; nobody named is the dealership, or the reader who sees only their own. */
    @GetMapping("/reports/actual-vs-target/course")
    CourseView course(
            @RequestParam(required = false) @Nullable YearMonth month,
            @RequestParam(required = false) @Nullable String consultant,
            StaffMember me) {
        MonthCourse course = courses.of(month, consultant, me);
        Map<Metric, List<RunRate.Day>> days = new EnumMap<>(Metric.class);
        course.runs().forEach((metric, run) -> days.put(metric, run.days()));
        StaffMember person = course.consultant();
        return new CourseView(
                course.month(),
                course.asOf(),
                person == null ? null : new Consultant(person.username(), person.name()),
                course.days(),
                view(course.standings()),
                course.second(),
                course.weeks().stream()
                        .map(one -> new WeekView(
                                one.week().first(),
                                one.week().last(),
                                one.week().days(),
                                view(one.standings())))
                        .toList(),
                days,
                course.efforts().stream()
                        .map(one -> new EffortView(
                                one.metric(), one.needed(), one.drives(), one.visits(), one.contacts(), one.whose()))
                        .toList(),
                new RatesView(course.ratesFrom(), course.ratesUntil(), course.rates()));
    }

    @GetMapping(value = "/reports/actual-vs-target.xlsx", produces = TargetWorkbook.TYPE)
    ResponseEntity<byte[]> file(
            @RequestParam(required = false) @Nullable YearMonth month,
            @RequestParam(required = false) @Nullable String consultant,
            StaffMember me,
            HttpServletRequest request) {
        return workbook.answer(month, consultant, me, screens.of(request));
    }

    private static ComparedRow view(ActualVersusTarget.Row row) {
        StaffMember person = row.consultant();
        return new ComparedRow(
                person == null ? null : new Consultant(person.username(), person.name()), view(row.standings()));
    }

    private static Map<Metric, StandingView> view(Map<Metric, Standing> all) {
        Map<Metric, StandingView> standings = new EnumMap<>(Metric.class);
        all.forEach((metric, one) -> standings.put(
                metric,
                new StandingView(
                        one.target(),
                        one.actual(),
                        one.gap(),
                        one.achievement(),
                        one.timeProgress(),
                        one.pace(),
                        one.forecast(),
                        one.light(),
                        one.neededPerDay())));
        return standings;
    }
}
