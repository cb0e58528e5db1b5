package io.genjin.ratio;

import io.genjin.dealership.ClosedDays;
import io.genjin.dealership.OpeningCalendar;
import io.genjin.ratio.Course.Amount;
import io.genjin.ratio.Course.Compared;
import io.genjin.report.Figure;
import io.genjin.report.FigureSums;
import io.genjin.report.FirstEntries;
import io.genjin.shared.DealershipId;
import io.genjin.shared.FieldsRefused;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Current versus history (当前与历史对比, 4.5): the five targets and the ratios of a month until a day, of one person or the dealership,
 * beside four pasts. What lies before the dealership began, or before a person did anything, is missing, never zero.
 */
@Component
public class History {

    /**
     * @param days    of the month until the day asked for
     * @param began   the day on which the dealership began to write its journal
     * @param whose   whose numbers; nobody's are the dealership's
     * @param months  the twelve months before, the oldest first
     * @param selling the selling days of these days and of each past
     * @param closed  why the dealership was closed in one of the two and not in the same measure in the other
     */
    public record Report(
            Days days,
            LocalDate today,
            @Nullable LocalDate began,
            @Nullable StaffMember whose,
            List<YearMonth> months,
            int elapsed,
            Map<Past, Integer> selling,
            Set<String> closed,
            List<Course> courses) {}

    /** The periods before the months: these days, those of the month before, those a year ago. */
    private static final int SINGLE = 3;

    private final Ratios ratios;
    private final FigureSums figures;
    private final RatioDoor door;
    private final ClosedDays closedDays;
    private final FirstEntries firstEntries;

    History(Ratios ratios, FigureSums figures, RatioDoor door, ClosedDays closedDays, FirstEntries firstEntries) {
        this.ratios = ratios;
        this.figures = figures;
        this.door = door;
        this.closedDays = closedDays;
        this.firstEntries = firstEntries;
    }

    /**
     * The comparison of the month of a day until that day, today's unless another is named.
     *
     * @throws FieldsRefused naming {@code date} or {@code consultant}
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Report of(@Nullable LocalDate date, @Nullable String consultant, StaffMember reader) {
        return of(date, consultant, Measure.all(), reader);
    }

    /** The same of some measures only. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Report of(
            @Nullable LocalDate date, @Nullable String consultant, List<Measure> measures, StaffMember reader) {
        Days now = door.monthUntil(date, reader);
        StaffMember whose = door.consultant(consultant, reader);
        DealershipId in = reader.dealership();
        YearMonth month = YearMonth.from(now.until());
        List<YearMonth> months = IntStream.rangeClosed(1, Past.MONTHS)
                .mapToObj(month::minusMonths)
                .sorted()
                .toList();
        List<Days> periods = new ArrayList<>();
        periods.add(now);
        periods.add(Past.beside(now.until(), month.minusMonths(1)));
        periods.add(Past.beside(now.until(), month.minusYears(1)));
        months.forEach(one -> periods.add(Days.of(one)));
        LocalDate began = firstEntries.of(in);
        List<Map<Measure, Amount>> amounts = amounts(periods, measures, whose, in);
        int anything = whose == null ? 0 : firstWithAnything(amounts.subList(SINGLE, amounts.size()));
        List<Boolean> told = new ArrayList<>();
        for (int place = 0; place < periods.size(); place++) {
            Days days = periods.get(place);
            boolean afterBegin = began != null && !days.until().isBefore(began);
            boolean afterFirst = place == 0 || !days.until().isBefore(firstDay(months, anything));
            told.add(afterBegin && afterFirst);
        }
        OpeningCalendar calendar = closedDays.calendar(in);
        int elapsed = calendar.openDays(now.from(), now.until());
        Calendar selling = new Calendar(calendar, elapsed, began, months);
        List<Course> courses = measures.stream()
                .map(measure -> course(measure, amounts, periods, told, selling))
                .toList();
        Map<Past, Integer> days = new EnumMap<>(Past.class);
        days.put(
                Past.SAME_DAYS,
                calendar.openDays(periods.get(1).from(), periods.get(1).until()));
        days.put(
                Past.YEAR_BEFORE,
                calendar.openDays(periods.get(2).from(), periods.get(2).until()));
        return new Report(
                now,
                door.today(reader),
                began,
                whose,
                months,
                elapsed,
                days,
                closedInOne(calendar, now, periods.get(2)),
                courses);
    }

    /** The opening calendar, the selling days measured, and which months count as whole. */
    private record Calendar(
            OpeningCalendar open, int elapsed, @Nullable LocalDate began, List<YearMonth> months) {

        /** Whether the dealership wrote its journal from the month's first day on. */
        boolean isWhole(YearMonth month) {
            return began != null && !month.atDay(1).isBefore(began);
        }

        int selling(YearMonth month) {
            return open.openDays(month.atDay(1), month.atEndOfMonth());
        }
    }

    private static LocalDate firstDay(List<YearMonth> months, int place) {
        return place < months.size()
                ? months.get(place).atDay(1)
                : months.get(months.size() - 1).plusMonths(1).atDay(1);
    }

    /** The place of the first month in which there is anything of a person; all of them when there is nothing. */
    private static int firstWithAnything(List<Map<Measure, Amount>> months) {
        for (int place = 0; place < months.size(); place++) {
            boolean something = months.get(place).values().stream()
                    .anyMatch(one -> one.count() != null && one.count() > 0
                            || one.fraction() != null
                                    && one.fraction().top() + one.fraction().bottom() > 0);
            if (something) {
                return place;
            }
        }
        return months.size();
    }

    private static Course course(
            Measure measure,
            List<Map<Measure, Amount>> amounts,
            List<Days> periods,
            List<Boolean> told,
            Calendar calendar) {
        List<@Nullable Amount> known = new ArrayList<>();
        for (int place = 0; place < periods.size(); place++) {
            known.add(told.get(place) ? amounts.get(place).get(measure) : null);
        }
        Amount now = known.get(0);
        List<@Nullable Compared> beside = new ArrayList<>();
        LocalDate began = calendar.began();
        for (int place = 1; place <= 2; place++) {
            boolean whole = began != null && !periods.get(place).from().isBefore(began);
            Past past = place == 1 ? Past.SAME_DAYS : Past.YEAR_BEFORE;
            beside.add(whole ? Course.asItIs(past, now, known.get(place), periods.get(place)) : null);
        }
        List<@Nullable Amount> months = known.subList(SINGLE, known.size());
        beside.add(1, mean(now, months, calendar));
        beside.add(best(measure, now, months, calendar));
        return new Course(measure, now, beside, new ArrayList<>(months));
    }

    private static @Nullable Compared mean(@Nullable Amount now, List<@Nullable Amount> months, Calendar calendar) {
        Amount sum = null;
        int selling = 0;
        LocalDate from = null;
        for (int place = months.size() - Past.MEAN_OF; place < months.size(); place++) {
            Amount one = months.get(place);
            YearMonth month = calendar.months().get(place);
            if (one != null && calendar.isWhole(month)) {
                sum = sum == null ? one : sum.and(one);
                selling += calendar.selling(month);
                from = from == null ? month.atDay(1) : from;
            }
        }
        LocalDate last = calendar.months().get(months.size() - 1).atEndOfMonth();
        return from == null
                ? null
                : Course.scaled(Past.THREE_MONTHS, now, sum, new Days(from, last), selling, calendar.elapsed());
    }

    /** The month with the most of it by selling day, or with the least where less is better; of equal ones the latest. */
    private static @Nullable Compared best(
            Measure measure, @Nullable Amount now, List<@Nullable Amount> months, Calendar calendar) {
        Comparator<Compared> better = Comparator.comparing((Compared one) -> Objects.requireNonNull(one.value()));
        Compared best = null;
        for (int place = 0; place < months.size(); place++) {
            YearMonth month = calendar.months().get(place);
            Compared one = calendar.isWhole(month)
                    ? Course.scaled(
                            Past.BEST_MONTH,
                            now,
                            months.get(place),
                            Days.of(month),
                            calendar.selling(month),
                            calendar.elapsed())
                    : null;
            if (one != null && one.value() != null) {
                int order = best == null ? 1 : better.compare(one, best);
                best = (measure.lessIsBetter() ? -order : order) >= 0 || best == null ? one : best;
            }
        }
        return best;
    }

    private List<Map<Measure, Amount>> amounts(
            List<Days> periods, List<Measure> measures, @Nullable StaffMember whose, DealershipId in) {
        List<Ratio> asked =
                measures.stream().map(Measure::ratio).filter(Objects::nonNull).toList();
        StaffId person = whose == null ? null : whose.id();
        List<List<Ratios.Line>> lines = ratios.of(periods, asked, in);
        List<Map<Figure, Long>> five = five(periods, person, in);
        List<Map<Measure, Amount>> amounts = new ArrayList<>();
        for (int place = 0; place < periods.size(); place++) {
            Map<Measure, Amount> ofDays = new HashMap<>();
            Ratios.Line line = lines.get(place).stream()
                    .filter(one -> Objects.equals(one.person(), person))
                    .findFirst()
                    .orElse(null);
            Map<Ratio, Fraction> known = lines.get(place).get(0).values();
            asked.forEach(ratio -> {
                Fraction one = line == null ? known.containsKey(ratio) ? Fraction.NOTHING : null : line.of(ratio);
                if (one != null) {
                    ofDays.put(new Measure(null, ratio), Amount.of(one));
                }
            });
            Map<Figure, Long> counts = five.get(place);
            Measure.FIVE.forEach(
                    figure -> ofDays.put(new Measure(figure, null), Amount.of(counts.getOrDefault(figure, 0L))));
            amounts.add(ofDays);
        }
        return amounts;
    }

    /** The five of each period; the twelve months are read at once. */
    private List<Map<Figure, Long>> five(List<Days> periods, @Nullable StaffId person, DealershipId in) {
        List<Map<Figure, Long>> counts = new ArrayList<>();
        Map<YearMonth, Map<Figure, Long>> ofMonths = new HashMap<>();
        Days first = periods.get(SINGLE);
        figures
                .months(
                        YearMonth.from(first.from()),
                        periods.get(periods.size() - 1).until(),
                        Measure.FIVE,
                        in)
                .stream()
                .filter(one -> person == null || person.equals(one.person()))
                .forEach(one -> ofMonths.computeIfAbsent(one.month(), none -> new EnumMap<>(Figure.class))
                        .merge(one.figure(), one.count(), Long::sum));
        for (int place = 0; place < periods.size(); place++) {
            Days days = periods.get(place);
            if (place >= SINGLE) {
                counts.add(ofMonths.getOrDefault(YearMonth.from(days.from()), Map.of()));
            } else {
                Map<Figure, Long> own = new EnumMap<>(Figure.class);
                figures.between(days.from(), days.until(), Measure.FIVE, in).stream()
                        .filter(one -> person == null || person.equals(one.person()))
                        .forEach(one -> own.merge(one.figure(), one.count(), Long::sum));
                counts.add(own);
            }
        }
        return counts;
    }

    /** A holiday that lies in one of the two periods only, by its reason. */
    private static Set<String> closedInOne(OpeningCalendar calendar, Days now, Days then) {
        Map<String, Integer> here = reasons(calendar, now);
        Map<String, Integer> there = reasons(calendar, then);
        Set<String> differing = new LinkedHashSet<>();
        here.forEach((reason, days) -> {
            if (!days.equals(there.get(reason))) {
                differing.add(reason);
            }
        });
        there.forEach((reason, days) -> {
            if (!days.equals(here.get(reason))) {
                differing.add(reason);
            }
        });
        return differing;
    }

    private static Map<String, Integer> reasons(OpeningCalendar calendar, Days days) {
        Map<String, Integer> reasons = new LinkedHashMap<>();
        for (LocalDate day = days.from(); !day.isAfter(days.until()); day = day.plusDays(1)) {
            calendar.closure(day).ifPresent(reason -> reasons.merge(reason, 1, Integer::sum));
        }
        return reasons;
    }

    /** Whether a change is good news; nothing when it is neither. */
    public static @Nullable Boolean isBetter(Measure measure, @Nullable BigDecimal change) {
        return measure.saysNothing() || change == null || change.signum() == 0
                ? null
                : (Boolean) ((change.signum() > 0) != measure.lessIsBetter());
    }
}
