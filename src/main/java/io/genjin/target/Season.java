package io.genjin.target;

import io.genjin.dealership.OpeningCalendar;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a year is spread over its months (4.2): the weight of each month in tenths of a percent, together 1000; all 0 in a year without a
 * selling day.
 *
 * @param years the dealership's own years it was learnt from; none unless it is its own
 * @param sold  how many cars these years sold
 */
public record Season(Source source, List<Integer> weights, List<Integer> years, long sold) {

    /** Where the weights come from. */
    public enum Source {
        /** The sales manager set them. */
        SET,
        /** The dealership's own complete years. */
        OWN,
        /** What is usual in the trade, because there is too little of its own. */
        USUAL
    }

    public static final int WHOLE = 1_000;

    /** A season is learnt from at least so many cars: five a month, so that chance does not make one. */
    public static final int LEAST_SOLD = 60;

    /** And from at most so many of the last complete years. */
    public static final int MOST_YEARS = 3;

    public static final int MONTHS = 12;

    private static final int DIGITS = 20;

    public Season {
        weights = List.copyOf(weights);
        years = List.copyOf(years);
        int sum = weights.stream().mapToInt(Integer::intValue).sum();
        if (weights.size() != MONTHS || weights.stream().anyMatch(weight -> weight < 0) || sum != WHOLE && sum != 0) {
            throw new IllegalArgumentException("twelve weights that make 100 %: " + weights);
        }
    }

    static Season set(List<Integer> weights) {
        return new Season(Source.SET, weights, List.of(), 0);
    }

    /**
     * The dealership's own season, or the usual one when its past is too short.
     *
     * @param open  on which days of {@code year} it sells
     * @param past  on which days it sold
     * @param years its complete years that are looked at
     * @param sold  the cars of each day of these years
     */
    static Season learnt(
            int year, OpeningCalendar open, OpeningCalendar past, List<Integer> years, Map<LocalDate, Long> sold) {
        Map<Stretch, BigDecimal> strengths = strengths(past, years, sold);
        long cars = sold.values().stream().mapToLong(Long::longValue).sum();
        return cars < LEAST_SOLD || strengths == null
                ? usual(year, open)
                : new Season(Source.OWN, spread(strengths, year, open), years, cars);
    }

    static Season usual(int year, OpeningCalendar open) {
        Map<Stretch, BigDecimal> strengths = new EnumMap<>(Stretch.class);
        for (Stretch stretch : Stretch.values()) {
            strengths.put(stretch, BigDecimal.valueOf(stretch.usual()));
        }
        return new Season(Source.USUAL, spread(strengths, year, open), List.of(), 0);
    }

    /** How many cars a selling day of each stretch brought; of a stretch that never had one, as many as any. */
    private static @Nullable Map<Stretch, BigDecimal> strengths(
            OpeningCalendar past, List<Integer> years, Map<LocalDate, Long> sold) {
        Map<Stretch, Long> cars = new EnumMap<>(Stretch.class);
        Map<Stretch, Integer> days = new EnumMap<>(Stretch.class);
        for (int year : years) {
            for (LocalDate day = LocalDate.of(year, 1, 1); day.getYear() == year; day = day.plusDays(1)) {
                Stretch stretch = Stretch.of(day);
                cars.merge(stretch, sold.getOrDefault(day, 0L), Long::sum);
                days.merge(stretch, past.isOpen(day) ? 1 : 0, Integer::sum);
            }
        }
        int allDays = days.values().stream().mapToInt(Integer::intValue).sum();
        if (allDays == 0) {
            return null;
        }
        long allCars = cars.values().stream().mapToLong(Long::longValue).sum();
        Map<Stretch, BigDecimal> strengths = new EnumMap<>(Stretch.class);
        for (Stretch stretch : Stretch.values()) {
            int selling = days.getOrDefault(stretch, 0);
            strengths.put(
                    stretch, selling == 0 ? rate(allCars, allDays) : rate(cars.getOrDefault(stretch, 0L), selling));
        }
        return strengths;
    }

    private static BigDecimal rate(long cars, int days) {
        return BigDecimal.valueOf(cars).divide(BigDecimal.valueOf(days), DIGITS, RoundingMode.HALF_UP);
    }

    /** The strength of a month is that of its selling days. */
    private static List<Integer> spread(Map<Stretch, BigDecimal> strengths, int year, OpeningCalendar open) {
        List<BigDecimal> months = new ArrayList<>();
        for (int month = 1; month <= MONTHS; month++) {
            YearMonth of = YearMonth.of(year, month);
            BigDecimal strength = BigDecimal.ZERO;
            for (LocalDate day = of.atDay(1); !day.isAfter(of.atEndOfMonth()); day = day.plusDays(1)) {
                if (open.isOpen(day)) {
                    strength = strength.add(strengths.getOrDefault(Stretch.of(day), BigDecimal.ZERO));
                }
            }
            months.add(strength);
        }
        List<Integer> weights = Shares.of(WHOLE, months);
        return weights.isEmpty() ? Collections.nCopies(MONTHS, 0) : weights;
    }

    /** A year's target by month, adding up to it exactly; nothing in a year without a selling day. */
    public List<Integer> months(int annual) {
        return Shares.of(
                annual,
                weights.stream().map(weight -> BigDecimal.valueOf(weight)).toList());
    }

    /** The weight of a month from 1 to 12, in percent. */
    public BigDecimal percent(int month) {
        return BigDecimal.valueOf(weights.get(month - 1), 1);
    }
}
