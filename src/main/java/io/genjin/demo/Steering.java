package io.genjin.demo;

import io.genjin.staff.StaffMember;
import io.genjin.target.Metric;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The targets of the past: of each month, once more in the middle of one, and of the year. */
final class Steering {

    /** What a consultant of the large house is asked for in a month when everything runs. */
    private static final Map<Metric, Integer> FULL = Map.of(
            Metric.TOTAL_CONTACTS, 350,
            Metric.MARKET_DEVELOPMENT, 8,
            Metric.RETURN_VISITS, 29,
            Metric.TEST_DRIVES, 17,
            Metric.SOLD, 3);

    /** New customers come from the first day on; all else needs customers to be there first. */
    private static final Metric FROM_THE_FIRST_DAY = Metric.MARKET_DEVELOPMENT;

    private static final int SMALL_HOUSE = 55;
    private static final double AT_FIRST = 0.15;
    private static final double MORE_EACH_DAY = 0.016;

    private static final int PLANNED_ON = 26;

    private final Past past;
    private final Desks desks;
    private final Team team;
    private final Hours hours;
    private final LocalDate firstDay;

    Steering(Past past, Desks desks, LocalDate firstDay) {
        this.past = past;
        this.desks = desks;
        this.team = past.team();
        this.hours = past.hours();
        this.firstDay = firstDay;
    }

    void plan(LocalDate today) {
        for (YearMonth month = YearMonth.from(firstDay);
                !month.isAfter(YearMonth.from(today));
                month = month.plusMonths(1)) {
            LocalDate planned = month.atDay(1).minusMonths(1).withDayOfMonth(PLANNED_ON);
            YearMonth of = month;
            past.agenda().plan(hours.at(planned.isBefore(firstDay) ? firstDay : planned, 18, 5), () -> setTargets(of));
        }
        for (int year = firstDay.getYear(); year <= today.getYear(); year++) {
            int of = year;
            past.agenda().plan(hours.at(firstDay, 18, 10), () -> setAnnual(of));
        }
        YearMonth lastMonth = YearMonth.from(today).minusMonths(1);
        if (lastMonth.atDay(10).isAfter(firstDay)) {
            past.agenda().plan(hours.at(lastMonth.atDay(10), 9, 55), () -> raise(lastMonth));
        }
    }

    private void setTargets(YearMonth month) {
        Map<String, Map<Metric, @Nullable Integer>> wanted = new HashMap<>();
        for (StaffMember consultant : team.consultants()) {
            Map<Metric, @Nullable Integer> ofOne = new EnumMap<>(Metric.class);
            FULL.forEach((metric, full) -> ofOne.put(metric, asked(metric, full, month, consultant)));
            wanted.put(consultant.username(), ofOne);
        }
        desks.targets().set(month, wanted, null, 0, team.heads());
    }

    /** As much of a full month as the house is ready for, and of the diligent a little more. */
    private int asked(Metric metric, int full, YearMonth month, StaffMember consultant) {
        double months = 0;
        for (LocalDate day = month.atDay(1); !day.isAfter(month.atEndOfMonth()); day = day.plusDays(1)) {
            long age = firstDay.until(day, ChronoUnit.DAYS);
            double ready = metric == FROM_THE_FIRST_DAY ? 1 : Math.min(1, AT_FIRST + MORE_EACH_DAY * age);
            months += age < 0 ? 0 : ready / month.lengthOfMonth();
        }
        int ofHouse = team.isLarge() ? 100 : SMALL_HOUSE;
        int ofPerson = Habits.of(consultant.username()).equals(Habits.DILIGENT) ? 106 : 97;
        return (int) Math.max(1, Math.round(full * months * ofHouse * ofPerson / 10_000));
    }

    /** What the months of the year ask for together; the house was not there before its first day. */
    private void setAnnual(int year) {
        Map<Metric, @Nullable Integer> wanted = new EnumMap<>(Metric.class);
        FULL.forEach((metric, full) -> {
            int sum = 0;
            for (int month = 1; month <= 12; month++) {
                YearMonth of = YearMonth.of(year, month);
                if (!of.atEndOfMonth().isBefore(firstDay)) {
                    sum += team.consultants().stream()
                            .mapToInt(consultant -> asked(metric, full, of, consultant))
                            .sum();
                }
            }
            wanted.put(metric, sum);
        });
        desks.targets().setAnnual(year, wanted, null, 0, team.heads());
    }

    /** The brand asks for more in the middle of the month. */
    private void raise(YearMonth month) {
        StaffMember best = team.consultants().get(0);
        var sheet = desks.targets().sheet(month, team.heads());
        int sold = sheet.lines().stream()
                .filter(line -> line.consultant().equals(best))
                .mapToInt(line -> line.targets().getOrDefault(Metric.SOLD, 0))
                .findFirst()
                .orElse(0);
        Map<Metric, @Nullable Integer> wanted = new EnumMap<>(Metric.class);
        wanted.put(Metric.SOLD, sold + 1);
        desks.targets().set(month, Map.of(best.username(), wanted), "厂家月中追加任务一台", sheet.version(), team.heads());
    }
}
