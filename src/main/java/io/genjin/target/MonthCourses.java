package io.genjin.target;

import io.genjin.dealership.ClosedDays;
import io.genjin.dealership.Dealerships;
import io.genjin.dealership.OpeningCalendar;
import io.genjin.ratio.Days;
import io.genjin.ratio.Fraction;
import io.genjin.ratio.Ratio;
import io.genjin.ratio.Ratios;
import io.genjin.report.Figure;
import io.genjin.report.FigureMembers;
import io.genjin.report.FigureSums;
import io.genjin.report.FigureSums.DayCount;
import io.genjin.report.FirstEntries;
import io.genjin.shared.DealershipId;
import io.genjin.shared.FieldsRefused;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import io.genjin.target.Effort.Rate;
import io.genjin.target.Effort.Step;
import io.genjin.target.Effort.Whose;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How a month goes for one person or the dealership, day by day and week by week, and what is still to be done (4.4, R-118). */
@Component
public class MonthCourses {

    /** The ratio of 4.7 that says how often a step succeeds. */
    private static final Map<Step, Ratio> RATIOS = new EnumMap<>(Map.of(
            Step.CONTACT_TO_VISIT, Ratio.CONTACT_TO_VISIT,
            Step.VISIT_TO_DRIVE, Ratio.VISIT_TO_DRIVE,
            Step.DRIVE_TO_SOLD, Ratio.DRIVE_TO_SOLD));

    private final Targets targets;
    private final FigureSums figures;
    private final Ratios ratios;
    private final FigureMembers members;
    private final FirstEntries firstEntries;
    private final Dealerships dealerships;
    private final ClosedDays closedDays;
    private final Clock clock;

    MonthCourses(
            Targets targets,
            FigureSums figures,
            Ratios ratios,
            FigureMembers members,
            FirstEntries firstEntries,
            Dealerships dealerships,
            ClosedDays closedDays,
            Clock clock) {
        this.targets = targets;
        this.figures = figures;
        this.ratios = ratios;
        this.members = members;
        this.firstEntries = firstEntries;
        this.dealerships = dealerships;
        this.closedDays = closedDays;
        this.clock = clock;
    }

    /**
     * The course of a month, this month's unless another is named.
     *
     * @param consultant sign-in name; nobody's asks for the dealership, or for their own when the reader sees only that
     * @throws FieldsRefused naming {@code month} or {@code consultant}
     */
    @Transactional(readOnly = true)
    public MonthCourse of(@Nullable YearMonth asked, @Nullable String consultant, StaffMember reader) {
        LocalDate today = dealerships.get(reader.dealership()).today(clock);
        YearMonth month = TargetDesk.known(asked, today);
        StaffMember person = members.consultant(consultant, reader);
        DealershipId dealership = reader.dealership();
        LocalDate end = month.atEndOfMonth();
        LocalDate asOf = today.isBefore(month.atDay(1)) ? null : end.isAfter(today) ? today : end;
        LocalDate first = firstEntries.of(dealership);
        OpeningCalendar calendar =
                closedDays.calendar(dealership).since(first != null && first.isAfter(month.atDay(1)) ? first : null);
        SellingDays days = SellingDays.of(calendar, month.atDay(1), end, today);
        Map<Metric, Integer> set = set(targets.of(dealership, month), person);
        Map<Figure, Map<LocalDate, Long>> counts = counts(month, asOf, person, dealership);
        Map<Metric, Standing> standings = new EnumMap<>(Metric.class);
        Map<Metric, Long> second = new EnumMap<>(Metric.class);
        Map<Metric, RunRate> runs = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.values()) {
            Map<LocalDate, Long> ofDay = counts.getOrDefault(metric.figure(), Map.of());
            standings.put(metric, new Standing(set.get(metric), sum(ofDay), days));
            runs.put(metric, RunRate.of(month, calendar, ofDay, set.get(metric), asOf));
            Figure beside = metric.second();
            if (beside != null) {
                second.put(metric, sum(counts.getOrDefault(beside, Map.of())));
            }
        }
        YearMonth base = YearMonth.from(today).isBefore(month) ? YearMonth.from(today) : month;
        Days past = new Days(
                base.minusMonths(Suggestion.MONTHS_OF_HISTORY).atDay(1),
                base.minusMonths(1).atEndOfMonth());
        Map<Step, Rate> rates = rates(past, person, dealership);
        return new MonthCourse(
                month,
                person,
                asOf,
                days,
                standings,
                second,
                runs,
                weeks(MonthWeek.of(month, calendar, today), set, counts),
                efforts(standings, rates, days),
                rates,
                past.from(),
                past.until());
    }

    private static Map<Metric, Integer> set(Map<StaffId, Map<Metric, Integer>> all, @Nullable StaffMember person) {
        if (person != null) {
            return all.getOrDefault(person.id(), Map.of());
        }
        Map<Metric, Integer> sums = new EnumMap<>(Metric.class);
        all.values().forEach(ofOne -> ofOne.forEach((metric, target) -> sums.merge(metric, target, Integer::sum)));
        return sums;
    }

    private Map<Figure, Map<LocalDate, Long>> counts(
            YearMonth month, @Nullable LocalDate asOf, @Nullable StaffMember person, DealershipId dealership) {
        Map<Figure, Map<LocalDate, Long>> counts = new EnumMap<>(Figure.class);
        if (asOf != null) {
            for (DayCount one : figures.days(month.atDay(1), asOf, Metric.allFigures(), dealership)) {
                if (person == null || person.id().equals(one.person())) {
                    counts.computeIfAbsent(one.figure(), none -> new HashMap<>())
                            .merge(one.day(), one.count(), Long::sum);
                }
            }
        }
        return counts;
    }

    private static long sum(Map<LocalDate, Long> ofDay) {
        return ofDay.values().stream().mapToLong(Long::longValue).sum();
    }

    private static List<MonthCourse.Week> weeks(
            List<MonthWeek> weeks, Map<Metric, Integer> set, Map<Figure, Map<LocalDate, Long>> counts) {
        Map<Metric, List<@Nullable Integer>> shares = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.values()) {
            shares.put(metric, MonthWeek.shares(set.get(metric), weeks));
        }
        return IntStream.range(0, weeks.size())
                .mapToObj(place -> {
                    MonthWeek week = weeks.get(place);
                    Map<Metric, Standing> standings = new EnumMap<>(Metric.class);
                    shares.forEach((metric, ofMonth) -> standings.put(
                            metric,
                            new Standing(
                                    ofMonth.get(place),
                                    counts.getOrDefault(metric.figure(), Map.of()).entrySet().stream()
                                            .filter(one -> week.contains(one.getKey()))
                                            .mapToLong(Map.Entry::getValue)
                                            .sum(),
                                    week.days())));
                    return new MonthCourse.Week(week, standings);
                })
                .toList();
    }

    private static List<Effort> efforts(Map<Metric, Standing> standings, Map<Step, Rate> rates, SellingDays days) {
        return days.left() == 0
                ? List.of()
                : Arrays.stream(Metric.values())
                        .map(metric -> Effort.of(
                                metric,
                                Objects.requireNonNull(standings.get(metric)).needed(),
                                rates))
                        .filter(Objects::nonNull)
                        .toList();
    }

    /** The person's own ratios of these days, or the team's where their history is too short. */
    private Map<Step, Rate> rates(Days past, @Nullable StaffMember person, DealershipId dealership) {
        List<Ratios.Line> lines =
                ratios.of(List.of(past), RATIOS.values(), dealership).get(0);
        Map<Step, Rate> rates = new EnumMap<>(Step.class);
        RATIOS.forEach((step, ratio) -> rates.put(
                step,
                Rate.choose(
                        person == null ? null : rate(lines, person.id(), ratio, Whose.OWN),
                        Objects.requireNonNullElse(rate(lines, null, ratio, Whose.TEAM), Rate.NONE))));
        return rates;
    }

    private static @Nullable Rate rate(List<Ratios.Line> lines, @Nullable StaffId person, Ratio ratio, Whose whose) {
        return lines.stream()
                .filter(line -> Objects.equals(line.person(), person))
                .map(line -> line.of(ratio))
                .filter(Objects::nonNull)
                .findFirst()
                .map((Fraction fraction) -> new Rate(fraction.top(), fraction.bottom(), whose))
                .orElse(null);
    }
}
