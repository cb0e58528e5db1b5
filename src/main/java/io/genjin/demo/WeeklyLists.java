package io.genjin.demo;

import io.genjin.hlist.EntryWish;
import io.genjin.hlist.ListWeek;
import io.genjin.shared.Grade;
import io.genjin.staff.StaffMember;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** The Monday meetings of the past: manager and consultant list who is most likely to buy this week. */
final class WeeklyLists {

    private static final List<String> LIKELY =
            List.of("试驾满意，只差价格，旧车已谈好", "额度已中标，家人都看过车", "贷款预审通过，颜色已定", "二次到店，配置已选定，等发薪", "急用车，现车有库存");
    private static final List<String> OBSTACLES = List.of("与竞品差价约三千元", "旧车估价客户不满意", "太太还没有试驾", "月供希望再低三百元", "要的颜色需调车");
    private static final List<String> ACTIONS =
            List.of("周三前报置换补贴后的落地价", "邀请夫妻周末到店，经理出面谈价", "请金融专员重算月供", "安排深度试驾并对比竞品", "确认调车日期并锁定车源");

    private final Past past;
    private final Desks desks;
    private final Team team;
    private final Hours hours;
    private final Dice random;

    WeeklyLists(Past past, Desks desks, long seed) {
        this.past = past;
        this.desks = desks;
        this.team = past.team();
        this.hours = past.hours();
        this.random = new Dice(seed * 37 + 11);
    }

    /** @param skips whose meeting three weeks ago did not take place */
    void plan(LocalDate firstDay, LocalDate today, StaffMember skips) {
        ListWeek last = ListWeek.of(today);
        ListWeek missed = ListWeek.of(today.minusDays(21));
        for (ListWeek week = ListWeek.of(firstDay); week.compareTo(last) <= 0; week = week.next()) {
            ListWeek of = week;
            int minutes = 45;
            for (StaffMember consultant : team.consultants()) {
                if (!(week.equals(missed) && consultant.equals(skips))) {
                    past.agenda().plan(meeting(week, minutes, firstDay), () -> hold(of, consultant));
                }
                minutes += 4;
            }
        }
    }

    /** Monday morning; who looks on a Monday before it finds the list that was held on Saturday. */
    private Instant meeting(ListWeek week, int minutes, LocalDate firstDay) {
        if (week.monday().isBefore(firstDay)) {
            return hours.at(firstDay, 17, minutes);
        }
        Instant monday = hours.at(week.monday(), 9, minutes);
        return monday.isAfter(past.agenda().until()) ? hours.at(week.monday().minusDays(2), 16, minutes) : monday;
    }

    private void hold(ListWeek week, StaffMember consultant) {
        List<Client> likely = past.followedBy(consultant).stream()
                .filter(client -> client.mayEnd() && client.grade.compareTo(Grade.A) <= 0)
                .sorted(Comparator.comparing((Client client) -> client.grade).thenComparing(client -> client.next))
                .limit(3L + random.nextInt(3))
                .toList();
        if (likely.isEmpty()) {
            desks.hLists().nobody(week, consultant.username(), "本周没有条件成熟的客户，先抓邀约到店", team.signs());
        }
        LocalDate day = hours.dayOf(past.agenda().now());
        for (Client client : likely) {
            LocalDate from = day.isBefore(week.monday()) ? week.monday() : day;
            EntryWish wish = new EntryWish(
                    client.id,
                    random.one(LIKELY),
                    random.nextInt(100) < 70 ? random.one(OBSTACLES) : null,
                    random.one(ACTIONS),
                    random.nextInt(100) < 80
                            ? consultant.username()
                            : team.signs().username(),
                    from.plusDays(1 + random.nextInt(6)));
            desks.hLists().add(week, consultant.username(), wish, team.signs());
            client.listedUntil = week.sunday();
        }
    }
}
