package io.genjin.demo;

import io.genjin.coaching.OneToOne;
import io.genjin.coaching.OneToOneDesk;
import io.genjin.coaching.PlanDraft;
import io.genjin.coaching.PlanFigures;
import io.genjin.coaching.Proposal;
import io.genjin.coaching.Share;
import io.genjin.coaching.SuccessPlan;
import io.genjin.coaching.SuccessPlanDesk;
import io.genjin.coaching.Yardstick;
import io.genjin.improvement.ImprovementAction;
import io.genjin.review.AgendaPoint;
import io.genjin.review.Finding;
import io.genjin.review.Minutes;
import io.genjin.review.Person;
import io.genjin.review.ReviewWeek;
import io.genjin.review.Weakness;
import io.genjin.staff.StaffMember;
import io.genjin.target.Metric;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The weekly rhythm of the past: the managers' review on Mondays, a one-to-one on Thursdays. */
final class Meetings {

    /** So many weeks ago nobody had the time for a one-to-one: the next review shows it. */
    private static final int WITHOUT_TALK = 5;

    /** So many weeks ago the managers did not meet. */
    private static final int NOT_HELD = 7;

    /** What is found wrong by a rule, and what becomes of it. */
    private record Answer(String defect, String figure, String measure, String progress, String done, String seen) {}

    private static final Answer ON_TIME = new Answer(
            "%s没有按承诺的日期跟进客户",
            "%s跟进及时率 %s/%s",
            "每天 9:15 前先打完到期名单里的 H、A 级，展厅经理 11:00 看一遍名单",
            "前三天到期的 H、A 级都在上午打完了",
            "本周到期的客户全部联系过，名单清零",
            "抽看五位客户的跟进记录，内容具体，下次日期合理");

    private static final Map<Weakness.Rule, Answer> ANSWERS = Map.of(
            Weakness.Rule.PROMISES_LATE,
            ON_TIME,
            Weakness.Rule.RHYTHM_MISSED,
            new Answer(
                    "%s没有按级别频率跟进客户",
                    "%s频率达标率 %s/%s",
                    "B 级以上客户按频率排进本周日程，漏一次当天补，展厅经理周三周五各查一次",
                    "B 级以上都排进了日程",
                    "本周没有新的漏跟",
                    "看了本周的频率表，漏跟的两位已补"),
            Weakness.Rule.BEHIND_TARGET,
            new Answer(
                    "%s的目标进度落后",
                    "%s：实际 %s，目标 %s",
                    "每位首次来店客户离店当天发一条约再访的信息，写明时间和理由；周末前约满三组",
                    "本周首次来店的客户都发了邀约",
                    "约到三组周末再来，已写入预约",
                    "看了预约和到店记录，邀约有理由、有时间"),
            Weakness.Rule.ACTIONS_OVERDUE,
            new Answer(
                    "%s负责的改进措施过了期限还没有验证",
                    "%s逾期 %s 条，应为 %s", "周三前完成或说明困难，由展厅经理当面看结果", "已经和展厅经理约好周三看", "措施已落实", "当面看过，已落实"),
            Weakness.Rule.CARDS_RETURNED,
            new Answer("%s的客户信息卡被退回过多", "%s退回 %s/%s", "交卡前对照必填项自查一遍，购车预算和竞品写具体", "交卡前都自查了", "本周没有退回的卡", "抽看三张卡，内容完整"));

    private static final Map<Metric, String> TARGETS = Map.of(
            Metric.TOTAL_CONTACTS, "总计联系",
            Metric.MARKET_DEVELOPMENT, "市场开拓",
            Metric.RETURN_VISITS, "再回展厅",
            Metric.TEST_DRIVES, "试乘试驾",
            Metric.SOLD, "已售");

    private static final List<String> DECISIONS = List.of(
            "周四 17:00 全体演练六方位绕车，展厅经理点评",
            "周末两天前台加一人，来店登记不留空",
            "试驾车周一上午统一检查，油量不低于半箱",
            "H 级客户报价由展厅经理先看再发",
            "下周起晨会先过当天到期名单，再说别的");

    private static final List<String> TALKED = List.of(
            "一起看了上周到期的客户，三位没有打是因为怕打扰；约好以后换一个由头再打，先发一条有用的信息。",
            "看了再回展厅的数字，邀约都没有给出具体时间；现场练了两遍二选一的约法。",
            "两位 H 级一直没有结果，一起理了异议：差在旧车价格。下午请评估师再看一次，周六前给答复。",
            "手上的客户多、记得乱；把 C、N 级集中到周二周四下午联系，上午只做 H、A。");

    private final Past past;
    private final Desks desks;
    private final Team team;
    private final Hours hours;
    private final Dice random;
    private int held;

    Meetings(Past past, Desks desks, long seed) {
        this.past = past;
        this.desks = desks;
        this.team = past.team();
        this.hours = past.hours();
        this.random = new Dice(seed * 53 + 29);
    }

    void plan(LocalDate firstDay, LocalDate today) {
        ReviewWeek last = ReviewWeek.of(today);
        ReviewWeek notHeld = ReviewWeek.of(today.minusWeeks(NOT_HELD));
        ReviewWeek withoutTalk = ReviewWeek.of(today.minusWeeks(WITHOUT_TALK));
        for (ReviewWeek week = ReviewWeek.of(firstDay).next(); week.compareTo(last) <= 0; week = week.next()) {
            ReviewWeek of = week;
            if (!week.equals(notHeld)) {
                at(hours.at(week.monday(), 10, 20), () -> review(of, of.equals(last)));
            }
            if (!week.equals(withoutTalk)) {
                at(hours.at(week.monday().plusDays(3), 16, 30), this::talk);
            }
        }
    }

    private void at(Instant moment, Runnable act) {
        if (!moment.isAfter(past.agenda().until())) {
            past.agenda().plan(moment, act);
        }
    }

    // ---- the managers' review

    /** @param open whether it is left as it stands after the meeting, for those who watch */
    private void review(ReviewWeek week, boolean open) {
        StaffMember chair = team.signs();
        desks.weeklyReviews().open(week, chair);
        Minutes minutes = minutes(week);
        Map<AgendaPoint, String> notes = Map.of(
                AgendaPoint.DAILY_REPORT, "逐人看过上周每日报告的合计，到期没做的客户当场点名",
                AgendaPoint.ACTUAL_VS_TARGET, "五大目标逐项看过，红灯的人说明本周补什么、怎么补",
                AgendaPoint.CURRENT_VS_HISTORY, "和前四周平均比，变化大的数字点开看了明细",
                AgendaPoint.H_LISTS, "本周名单逐个过了一遍，每位客户都有下一步和负责人");
        notes.forEach((point, words) -> desks.weeklyReviews().note(week, point, words, 0, team.heads()));
        desks.weeklyReviews().decide(week, DECISIONS.get(held % DECISIONS.size()), chair);
        chosen(minutes).ifPresent(weakness -> find(week, weakness, open));
        held++;
        if (!open) {
            at(hours.at(week.monday(), 11, 40), () -> desks.weeklyReviews().archive(week, chair));
        }
    }

    private Minutes minutes(ReviewWeek week) {
        return desks.reviewBook().find(week, team.signs()).orElseThrow().minutes();
    }

    /** A weakness of one of the consultants that the managers take up, not the same kind each week. */
    private Optional<Weakness> chosen(Minutes minutes) {
        List<Weakness> personal = minutes.weaknesses().stream()
                .filter(weakness -> ANSWERS.containsKey(weakness.rule()))
                .filter(weakness -> team.consultants().stream()
                        .anyMatch(one -> one.username().equals(nameOf(weakness))))
                .toList();
        return personal.isEmpty() ? Optional.empty() : Optional.of(personal.get(held % personal.size()));
    }

    private void find(ReviewWeek week, Weakness weakness, boolean open) {
        Answer answer = ANSWERS.getOrDefault(weakness.rule(), ON_TIME);
        StaffMember responsible = team.named(nameOf(weakness));
        String whose = responsible.name() + subject(weakness);
        Finding finding = desks.weeklyReviews()
                .find(
                        week,
                        new Finding.Wish(
                                answer.defect().formatted(whose),
                                weakness.rule().report(),
                                answer.figure().formatted(whose, weakness.value(), weakness.base())),
                        weakness.key(),
                        team.heads());
        if (open) {
            return;
        }
        LocalDate deadline = week.monday().plusDays(4L + random.nextInt(6));
        ImprovementAction action = desks.weeklyReviews()
                .agree(week, finding.id(), answer.measure(), deadline, responsible.username(), team.heads());
        follow(action, answer, week.monday(), deadline, responsible);
    }

    private static String nameOf(Weakness weakness) {
        Person person = weakness.person();
        return person == null ? "" : person.username();
    }

    private static String subject(Weakness weakness) {
        return weakness.rule() == Weakness.Rule.BEHIND_TARGET
                ? TARGETS.getOrDefault(Metric.valueOf(weakness.subject()), "")
                : "";
    }

    /** Most are done and looked at in time, one in five too late, one in four is forgotten. */
    private void follow(
            ImprovementAction action, Answer answer, LocalDate monday, LocalDate deadline, StaffMember responsible) {
        int number = held;
        at(hours.at(monday.plusDays(2), 17, 40), () -> desks.actions()
                .progress(action.id(), answer.progress(), responsible));
        if (number % 4 != 2) {
            at(hours.at(deadline.minusDays(1), 18, 0), () -> desks.actions()
                    .done(action.id(), answer.done(), responsible));
            at(hours.at(deadline.plusDays(number % 5 == 4 ? 2 : 0), 11, 5), () -> desks.actions()
                    .verify(action.id(), answer.seen(), team.signs()));
        }
    }

    // ---- one to one

    /** With whom the figures say; on a good week with whoever has waited longest. */
    private void talk() {
        List<Proposal> all = desks.proposals().of(team.signs()).proposals();
        @Nullable
        Proposal first = all.stream().filter(Proposal::proposed).findFirst().orElse(null);
        StaffMember with =
                first == null ? team.consultants().get(held % team.consultants().size()) : first.consultant();
        OneToOne talk = desks.talks()
                .hold(
                        new OneToOneDesk.Draft(
                                with.username(),
                                null,
                                first == null ? "轮到了，聊聊近况和手上的重点客户" : null,
                                TALKED.get(held % TALKED.size())),
                        team.signs());
        if (held % 2 == 0) {
            planSuccess(talk, with);
        }
    }

    /** Both sign it; the last one still waits for the consultant. */
    private void planSuccess(OneToOne talk, StaffMember consultant) {
        PlanFigures figures = desks.successPlans().figures(talk, team.signs());
        Share onTime = figures.of(Yardstick.ON_TIME);
        boolean late = onTime.whole() > 0 && 100 * onTime.part() < 95 * onTime.whole();
        Yardstick aim = late ? Yardstick.ON_TIME : Yardstick.TOTAL_CONTACTS;
        int to = late ? 95 : (int) figures.of(Yardstick.TOTAL_CONTACTS).part() + 8;
        LocalDate day = talk.heldOn();
        SuccessPlan plan = desks.successPlans()
                .make(
                        talk.id(),
                        null,
                        new PlanDraft(
                                late ? "上周跟进及时率在全组靠后" : "上周联系量偏少，展厅再回不足",
                                "接待热情，产品讲解清楚，客户愿意留电话",
                                late ? "到期的客户排到了晚上，来不及打" : "下午没有固定的联系时间",
                                late ? "上午先做杂事，跟进没有排进日程" : "等客户上门的时间太长，没有主动联系的习惯",
                                List.of(new PlanDraft.GoalDraft(aim, to, day.plusDays(14))),
                                List.of(
                                        new PlanDraft.StepDraft("每天 9:15 至 10:30 只打跟进电话", day.plusDays(7), null),
                                        new PlanDraft.StepDraft(
                                                "一起听两通电话，练邀约的说法",
                                                day.plusDays(10),
                                                team.signs().username())),
                                day.plusDays(15)),
                        team.signs());
        SuccessPlanDesk.Written nothing = new SuccessPlanDesk.Written(null, null);
        at(hours.at(day, 17, 20), () -> desks.successPlans()
                .sign(
                        plan.id(),
                        new SuccessPlanDesk.Signing(
                                plan.version(),
                                nothing,
                                new SuccessPlanDesk.Written(null, team.signs().name())),
                        team.signs()));
        if (day.plusDays(15).isAfter(hours.dayOf(past.agenda().until()))) {
            return;
        }
        at(hours.at(day.plusDays(1), 9, 50), () -> desks.successPlans()
                .sign(
                        plan.id(),
                        new SuccessPlanDesk.Signing(
                                plan.version(), new SuccessPlanDesk.Written(null, consultant.name()), nothing),
                        consultant));
        at(hours.at(day.plusDays(15), 16, 50), () -> desks.successPlans()
                .followUp(plan.id(), "两周的数字一起看过，习惯已经养成，下一步盯再回展厅", team.signs()));
    }
}
