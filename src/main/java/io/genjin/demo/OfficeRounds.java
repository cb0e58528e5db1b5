package io.genjin.demo;

import io.genjin.catalog.Focus;
import io.genjin.catalog.SellingPointDesk.Draft;
import io.genjin.defeat.CaseFile;
import io.genjin.defeat.Defeat;
import io.genjin.erasure.Erasure;
import io.genjin.hqlead.HqStatus;
import io.genjin.staff.StaffMember;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens in the offices of the past: the day's status of each HQ lead, courtesy calls, the arguments for the cars. */
final class OfficeRounds {

    /** So many courtesy calls are left for those who watch. */
    private static final int LEFT_TO_CALL = 2;

    private static final List<Draft> POINTS = List.of(
            new Draft(
                    "朗逸",
                    Focus.FUEL,
                    "1.5L 发动机配爱信 6AT，百公里综合油耗 5.5 升",
                    "每天通勤四十公里，一箱油可以跑近两周",
                    "一年油费比同级少花一千多元",
                    "请客户看试驾车的平均油耗表"),
            new Draft(
                    "朗逸",
                    Focus.AFTER_SALES,
                    "全国一千三百多家特约站，保养五千公里一次起",
                    "配件通用，出门在外也有地方修",
                    "养车省心，三年后卖车也好估价",
                    "给客户看附近服务站地图和保养价目表"),
            new Draft("帕萨特", Focus.SPACE, "2871 毫米轴距，后排腿部空间超过一米", "三个大人并排坐，长途也不顶膝盖", "接待客户、带父母出门都有面子", "请客户坐后排跷腿试一试"),
            new Draft(
                    "帕萨特",
                    Focus.COMFORT,
                    "双层隔音玻璃和多连杆独立后悬架",
                    "高速一百二十公里车内说话不用提高声音",
                    "开车回家不累，家人在车上能睡着",
                    "试驾走外环高速段，关掉音响感受"),
            new Draft(
                    "途观L",
                    Focus.POWER,
                    "第五代 EA888 2.0T，4MOTION 四驱",
                    "满载上坡和雨雪路面动力随叫随到",
                    "周末带全家自驾，什么路都敢走",
                    "试驾时在坡道起步、湿滑路面各走一次"),
            new Draft(
                    "途观L",
                    Focus.SAFETY,
                    "前后防撞横梁用热成型钢，七个气囊",
                    "碰撞时座舱保持完整，自动紧急刹车先一步介入",
                    "家里有孩子，坐着放心",
                    "给客户看碰撞试验报告，演示 Front Assist"),
            new Draft(
                    "威然",
                    Focus.SPACE,
                    "3180 毫米轴距，二排独立座椅可前后滑动",
                    "七个人坐满，行李厢还能放三个大箱",
                    "商务接待和二胎家庭一车两用",
                    "请客户坐第三排，再打开电动尾门装箱子"),
            new Draft("威然", Focus.PRICE, "同级唯一官方延保五年，三年保值率前列", "五年总用车成本比合资同级低近两万", "公司采购报表好看，换车不亏", "和客户一起算五年用车成本表"));

    private final Past past;
    private final Desks desks;
    private final Team team;
    private final Hours hours;
    private final Dice random;

    OfficeRounds(Past past, Desks desks, long seed) {
        this.past = past;
        this.desks = desks;
        this.team = past.team();
        this.hours = past.hours();
        this.random = new Dice(seed * 41 + 13);
    }

    void plan(LocalDate firstDay, LocalDate today) {
        past.agenda().plan(hours.at(firstDay, 8, 5), () -> desks.range().startWithExample(team.signs(), firstDay));
        int minute = 0;
        for (Draft point : POINTS) {
            past.agenda().plan(hours.at(firstDay.plusDays(6), 14, minute), () -> desks.sellingPoints()
                    .add(point, team.signs()));
            minute += 5;
        }
        past.agenda().plan(hours.at(today.minusDays(1), 16, 25), this::askToBeErased);
        past.agenda().plan(hours.at(today.minusDays(1), 17, 55), this::readNotices);
        for (LocalDate day = firstDay; !day.isAfter(today); day = day.plusDays(1)) {
            past.agenda().plan(hours.at(day, 17, 40), () -> desks.hqStatuses().confirmSuggested(team.allots()));
            LocalDate before = day.minusDays(1);
            if (!day.equals(firstDay) && !day.equals(today)) {
                past.agenda()
                        .plan(hours.at(day, 9, 5), () -> desks.sentFeedback().mark(before, team.allots()));
            }
            StaffMember relations = team.relations();
            boolean callsToday = day.getDayOfWeek() == DayOfWeek.TUESDAY || day.getDayOfWeek() == DayOfWeek.FRIDAY;
            if (relations != null && callsToday && !day.equals(today)) {
                past.agenda().plan(hours.at(day, 10, 30), () -> call(relations));
            }
        }
    }

    /** Somebody who bought nothing wants to be forgotten; who confirms it is for today (S-R69). */
    private void askToBeErased() {
        past.restingLongest().stream()
                .filter(client -> desks.erasures()
                        .look(client.id, team.enters())
                        .obstacles()
                        .isEmpty())
                .findFirst()
                .ifPresent(client -> desks.erasures().ask(client.id, Erasure.Reason.CUSTOMER_ASKED, team.enters()));
    }

    /** Yesterday evening everybody had read what there was; what is unread is news. */
    private void readNotices() {
        for (StaffMember one : team.everyone().values()) {
            desks.notices().readAll(one, null, past.agenda().now());
        }
    }

    /** Tells HQ of one lead what the facts do not know. */
    void tellHq(Client client, HqStatus status, String remark) {
        desks.hqStatuses().record(client.id, status, remark, team.allots());
    }

    /** Which defeats are drawn depends on their ids, which no random number of ours makes; so nothing else depends on it. */
    private void call(StaffMember relations) {
        List<CaseFile.CallRow> open = desks.cases().calls(true, relations);
        open.stream().limit(Math.max(0, open.size() - LEFT_TO_CALL)).forEach(row -> {
            Defeat.Finding finding = finding();
            desks.courtesy().called(row.call().id(), finding, said(finding), relations);
        });
    }

    private Defeat.Finding finding() {
        int roll = random.nextInt(100);
        return roll < 55
                ? Defeat.Finding.CONFIRMED
                : roll < 80 ? Defeat.Finding.OTHER_REASON : Defeat.Finding.NOT_REACHED;
    }

    private static @Nullable String said(Defeat.Finding finding) {
        return switch (finding) {
            case CONFIRMED -> "客户确认原因属实，对接待满意";
            case OTHER_REASON -> "客户说主要是顾问回复慢，价格不是关键";
            case STILL_INTERESTED -> "客户还想买，请顾问再联系";
            case NOT_REACHED -> "无人接听，改天再拨";
        };
    }
}
