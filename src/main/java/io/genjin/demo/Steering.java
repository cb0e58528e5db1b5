package io.genjin.demo;

import io.genjin.improvement.ActionPlan;
import io.genjin.improvement.EvidenceReport;
import io.genjin.improvement.ImprovementAction;
import io.genjin.report.Figure;
import io.genjin.report.FigureSums.PersonCount;
import io.genjin.staff.StaffMember;
import io.genjin.target.Metric;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the managers of the past steer by figures: targets of each month, and what is done about the weakest figure of a week. */
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

    /**
     * A weakness that a meeting may find.
     *
     * @param top    what should be as much of the base as possible
     * @param base   what it is measured by
     * @param defect with the consultant's name
     */
    private record Weakness(
            String id,
            String name,
            List<Figure> top,
            List<Figure> base,
            String defect,
            String measure,
            String progress,
            String done,
            String seen) {}

    private static final List<Weakness> WEAKNESSES = List.of(
            new Weakness(
                    "K03",
                    "跟进及时率",
                    List.of(Figure.FOLLOW_UPS_ON_TIME),
                    List.of(Figure.FOLLOW_UPS_ON_TIME, Figure.FOLLOW_UPS_LATE, Figure.FOLLOW_UPS_NOT_DONE),
                    "%s 上周到期的跟进没有按时做完",
                    "每天 9:15 前先打完到期名单里的 H、A 级，展厅经理 11:00 看一遍名单",
                    "前三天到期的 H、A 级都在上午打完了",
                    "本周到期的客户全部联系过，名单清零",
                    "抽看五位客户的跟进记录，内容具体，下次日期合理"),
            new Weakness(
                    "K06",
                    "当天录入率",
                    List.of(Figure.CARDS_ENTERED_SAME_DAY),
                    List.of(Figure.CARDS_SIGNED),
                    "上周有签字的信息卡没有当天录入（%s 的客户）",
                    "17:30 前交齐当天的信息卡，晚到的电话告知客户管理员",
                    "已与客户管理员约好每天 17:30 交接",
                    "本周交卡都在 17:30 前",
                    "看了本周录入时间，没有隔夜的卡"),
            new Weakness(
                    "R-118",
                    "再回展厅",
                    List.of(Figure.RETURN_VISITS),
                    List.of(Figure.FIRST_VISITS),
                    "%s 的首次来店客户很少再回展厅",
                    "每位首次来店客户离店当天发一条约再访的信息，写明时间和理由",
                    "本周首次来店的客户都发了邀约",
                    "约到两组周末再来，已写入预约",
                    "看了预约和到店记录，邀约有理由、有时间"));

    private final Past past;
    private final Desks desks;
    private final Team team;
    private final Hours hours;
    private final Dice random;
    private final LocalDate firstDay;
    private int meeting;

    Steering(Past past, Desks desks, LocalDate firstDay, long seed) {
        this.past = past;
        this.desks = desks;
        this.team = past.team();
        this.hours = past.hours();
        this.firstDay = firstDay;
        this.random = new Dice(seed * 53 + 29);
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
        LocalDate monday = firstDay.plusDays(7).with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
        for (; !monday.isAfter(today); monday = monday.plusWeeks(1)) {
            LocalDate day = monday;
            past.agenda().plan(hours.at(day, 11, 20), () -> improve(day));
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

    /** The weakest consultant by one of the figures of the week before; what is agreed is done, verified, or left lying. */
    private void improve(LocalDate monday) {
        int number = meeting++;
        Weakness weakness = WEAKNESSES.get(number % WEAKNESSES.size());
        LocalDate from = monday.minusWeeks(1);
        Standing weakest = weakest(weakness, from, monday.minusDays(1));
        if (weakest == null) {
            return;
        }
        LocalDate deadline = monday.plusDays(4L + random.nextInt(6));
        ImprovementAction action = desks.actions()
                .open(
                        new ActionPlan.Draft(
                                weakness.defect().formatted(weakest.who().name()),
                                EvidenceReport.DAILY,
                                "%s %s %s（%s 至 %s）"
                                        .formatted(weakness.id(), weakness.name(), weakest, from, monday.minusDays(1)),
                                weakness.measure(),
                                deadline,
                                weakest.who().username()),
                        team.signs());
        boolean forgotten = number % 4 == 2;
        at(hours.at(monday.plusDays(2), 17, 40), () -> desks.actions()
                .progress(action.id(), weakness.progress(), weakest.who()));
        if (!forgotten) {
            at(hours.at(deadline.minusDays(1), 18, 0), () -> desks.actions()
                    .done(action.id(), weakness.done(), weakest.who()));
            at(hours.at(deadline.plusDays(number % 5 == 4 ? 2 : 0), 11, 5), () -> desks.actions()
                    .verify(action.id(), weakness.seen(), team.signs()));
        }
    }

    private void at(Instant moment, Runnable act) {
        if (!moment.isAfter(past.agenda().until())) {
            past.agenda().plan(moment, act);
        }
    }

    /** How a consultant stands by a figure. */
    private record Standing(StaffMember who, long top, long base) {

        boolean isWeakerThan(@Nullable Standing other) {
            return other == null || top * other.base < other.top * base;
        }

        @Override
        public String toString() {
            return "%.1f %%（%d/%d）".formatted(100.0 * top / base, top, base);
        }
    }

    private @Nullable Standing weakest(Weakness weakness, LocalDate from, LocalDate until) {
        List<PersonCount> top = desks.sums()
                .between(from, until, weakness.top(), team.dealership().id());
        List<PersonCount> base = desks.sums()
                .between(from, until, weakness.base(), team.dealership().id());
        Standing weakest = null;
        for (StaffMember one : team.consultants()) {
            Standing standing = new Standing(one, of(one, top), of(one, base));
            if (standing.base() > 0 && standing.isWeakerThan(weakest)) {
                weakest = standing;
            }
        }
        return weakest;
    }

    private static long of(StaffMember one, List<PersonCount> counts) {
        return counts.stream()
                .filter(count -> one.id().equals(count.person()))
                .mapToLong(PersonCount::count)
                .sum();
    }
}
