package io.genjin.demo;

import io.genjin.demo.Customers.Customer;
import io.genjin.owner.CallReport;
import io.genjin.owner.CallbackDesk;
import io.genjin.owner.CallbackType;
import io.genjin.owner.Complaint;
import io.genjin.owner.ComplaintDesk;
import io.genjin.owner.NewFriend;
import io.genjin.owner.OwnerBook.CallRow;
import io.genjin.owner.Referral;
import io.genjin.staff.StaffMember;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How owners of the past were looked after: called on the third, the seventh and the thirtieth day, asked for a friend, and listened
 * to when something was wrong. The friends are called as all who may buy.
 */
final class OwnersCare {

    private static final NewFriend NOBODY = new NewFriend(null, null, null, null);

    private final Past past;
    private final Desks desks;
    private final Team team;
    private final Agenda agenda;
    private final Hours hours;
    private final Dice random;

    OwnersCare(Past past, Desks desks, long seed) {
        this.past = past;
        this.desks = desks;
        this.team = past.team();
        this.agenda = past.agenda();
        this.hours = past.hours();
        this.random = new Dice(seed * 41 + 11);
    }

    /** Who calls owners does so in the late morning; today is left to those who watch. */
    void plan(LocalDate firstDay, LocalDate today) {
        for (LocalDate day = firstDay; day.isBefore(today); day = day.plusDays(1)) {
            LocalDate thisDay = day;
            int place = 0;
            for (StaffMember caller : callers()) {
                agenda.plan(hours.at(day, 11, 5 + 7 * place++ % 50), () -> call(caller, thisDay));
            }
        }
    }

    private List<StaffMember> callers() {
        List<StaffMember> callers = new ArrayList<>(team.consultants());
        callers.add(team.heads());
        StaffMember relations = team.relations();
        if (relations != null) {
            callers.add(relations);
        }
        return callers;
    }

    private void call(StaffMember caller, LocalDate day) {
        StaffMember by = past.present(caller, day);
        int forgets = Habits.of(by.username()).forgets();
        for (CallRow row : desks.callbacks().mine(day, by)) {
            if (!random.chance(forgets)) {
                agenda.trial(() -> {
                    report(row, by);
                    return true;
                });
            }
        }
    }

    private void report(CallRow row, StaffMember by) {
        if (random.chance(12)) {
            desks.calls().record(row.call().id(), notReached(), by);
            return;
        }
        boolean survey = row.call().type().isSurvey();
        if (survey && !CallbackDesk.maySurvey(row.file(), by)) {
            return;
        }
        boolean unhappy = survey && random.chance(9);
        boolean names = row.call().type() == CallbackType.D3
                && by.id().equals(row.file().consultant())
                && random.chance(34);
        Customer friend = names ? past.customers().next() : null;
        CallReport report = new CallReport(
                true,
                said(row.call().type(), unhappy),
                survey ? (Integer) (unhappy ? 5 : 8 + random.nextInt(3)) : null,
                survey ? answers(unhappy) : Map.of(),
                null,
                friend == null ? NOBODY : named(friend));
        CallbackDesk.Recorded recorded = desks.calls().record(row.call().id(), report, by);
        Referral referral = recorded.referral();
        if (referral != null && friend != null) {
            past.leads().referred(referral, friend);
        }
        Complaint complaint = recorded.complaint();
        if (complaint != null) {
            settle(complaint);
        }
    }

    private NewFriend named(Customer friend) {
        return new NewFriend(friend.name(), friend.mobile(), past.customers().model(), "车主推荐，近期想看车");
    }

    private static CallReport notReached() {
        return new CallReport(false, null, null, Map.of(), null, NOBODY);
    }

    private String said(CallbackType type, boolean unhappy) {
        return unhappy
                ? "客户对交车时的讲解不满意，很多功能不会用"
                : switch (type) {
                    case D3 -> "感谢选购，车况正常，提醒首保时间";
                    case D7 -> "客户对接待和交车都满意";
                    case D30 -> "用车一个月，没有问题，提醒首保";
                    case BIRTHDAY -> "祝客户生日快乐";
                    default -> "客户知道了，会按时来店";
                };
    }

    private Map<String, String> answers(boolean unhappy) {
        Map<String, String> answers = new HashMap<>();
        answers.put("DELIVERY_TIME", random.chance(94) ? "YES" : "NO");
        answers.put("CONSULTANT", "" + (8 + random.nextInt(3)));
        answers.put("TEST_DRIVE", random.chance(80) ? "YES" : "NO");
        answers.put("PRICE_CLEAR", "YES");
        answers.put("EXPLAINED", unhappy ? "4" : "" + (8 + random.nextInt(3)));
        answers.put("FACILITIES", "" + (8 + random.nextInt(3)));
        answers.put("CALLED_BACK", "YES");
        return answers;
    }

    /** The responsible puts it right the next day; customer relations asks the owner again the day after. */
    private void settle(Complaint complaint) {
        StaffMember responsible = team.withId(complaint.responsible());
        StaffMember asks = asks(responsible);
        agenda.plan(later(1, 14), () -> {
            desks.complaints().answer(complaint.id(), "请客户来店重新讲解车机和辅助驾驶，并送一次洗车", responsible);
            if (asks != null) {
                agenda.plan(later(1, 15), () -> desks.complaints()
                        .asked(complaint.id(), ComplaintDesk.Asked.SATISFIED, "已讲解清楚，客户满意", asks));
            }
        });
    }

    private @Nullable StaffMember asks(StaffMember responsible) {
        StaffMember relations = team.relations();
        return relations != null ? relations : team.heads().equals(responsible) ? null : team.heads();
    }

    private Instant later(int days, int hour) {
        return hours.at(hours.dayOf(agenda.now()).plusDays(days), hour, random.nextInt(55));
    }
}
