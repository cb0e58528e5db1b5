package io.genjin.review;

import io.genjin.coaching.OneToOnes;
import io.genjin.coaching.Share;
import io.genjin.coaching.TalkWeek;
import io.genjin.coaching.WeeklyTalks;
import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.hlist.Coverage;
import io.genjin.hlist.HList;
import io.genjin.hlist.HListBook;
import io.genjin.hlist.HitRate;
import io.genjin.hlist.ListWeek;
import io.genjin.improvement.ActionId;
import io.genjin.improvement.ActionList;
import io.genjin.improvement.ImprovementAction;
import io.genjin.shared.DealershipId;
import io.genjin.shared.Page;
import io.genjin.staff.Role;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The points of the agenda that fill themselves, as they stand now: lists, improvement actions, one-to-ones. */
@Component
class ReviewAgenda {

    /** How far back the share of weeks with a one-to-one looks. */
    private static final int WEEKS = 4;

    private final HListBook lists;
    private final ActionList actions;
    private final OneToOnes oneToOnes;
    private final WeeklyTalks talks;
    private final MinuteParts parts;
    private final StaffDirectory staff;
    private final Dealerships dealerships;
    private final Clock clock;

    ReviewAgenda(
            HListBook lists,
            ActionList actions,
            OneToOnes oneToOnes,
            WeeklyTalks talks,
            MinuteParts parts,
            StaffDirectory staff,
            Dealerships dealerships,
            Clock clock) {
        this.lists = lists;
        this.actions = actions;
        this.oneToOnes = oneToOnes;
        this.talks = talks;
        this.parts = parts;
        this.staff = staff;
        this.dealerships = dealerships;
        this.clock = clock;
    }

    ListsOfTheWeek lists(ReviewWeek week, StaffMember reader) {
        HListBook.Week running = lists.read(new ListWeek(week.monday()), null, reader);
        HListBook.Week last = lists.read(new ListWeek(week.before().monday()), null, reader);
        Map<StaffId, Coverage.Standing> now = standings(running.coverage());
        Map<StaffId, Coverage.Standing> then = last.closed() ? standings(last.coverage()) : Map.of();
        List<ListsOfTheWeek.Row> rows = staff.all(reader.dealership()).stream()
                .filter(member -> now.containsKey(member.id()) || then.containsKey(member.id()))
                .map(member -> new ListsOfTheWeek.Row(
                        Person.of(member), now.get(member.id()), then.get(member.id()), hits(last, member.id())))
                .toList();
        return new ListsOfTheWeek(
                week, rows, running.coverage().held(), running.coverage().expected(), last.closed(), last.rate());
    }

    private static Map<StaffId, Coverage.Standing> standings(Coverage coverage) {
        Map<StaffId, Coverage.Standing> standings = new HashMap<>();
        coverage.rows().forEach(row -> standings.put(row.consultant(), row.standing()));
        return standings;
    }

    private static HitRate hits(HListBook.Week week, StaffId consultant) {
        HList list = week.listOf(consultant).orElse(null);
        return list == null ? new HitRate(0, 0) : week.rate(list);
    }

    /** All that are not closed, in the order of the meeting. */
    List<ActionLine> actions(WeeklyReview review, StaffMember reader) {
        Dealership dealership = dealerships.get(reader.dealership());
        LocalDate today = dealership.today(clock);
        Map<ActionId, ReviewWeek> from = parts.weeksOfActions(reader.dealership());
        return open(reader).stream()
                .map(action -> line(action, review, from.get(action.id()), today, dealership))
                .sorted(ActionLine.ORDER)
                .toList();
    }

    private List<ImprovementAction> open(StaffMember reader) {
        List<ImprovementAction> open = new ArrayList<>();
        String cursor = null;
        do {
            Page<ImprovementAction> page =
                    actions.of(new ActionList.Question(ActionList.Filter.OPEN, false, null, cursor), reader);
            open.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);
        return open;
    }

    private ActionLine line(
            ImprovementAction action,
            WeeklyReview review,
            @Nullable ReviewWeek from,
            LocalDate today,
            Dealership dealership) {
        return new ActionLine(
                action.id(),
                action.plan().defect(),
                action.plan().measure(),
                action.plan().deadline(),
                person(action.plan().responsible(), dealership.id()),
                action.status(),
                action.isOverdue(today),
                ActionLine.standing(action, today, review.openedAt()),
                dealership.dayOf(action.openedAt()),
                from);
    }

    /** K28 of the month until now. */
    ActionList.InTime inTime(StaffMember reader) {
        return actions.inTime(null, reader);
    }

    /** What became of the actions that answer the findings. */
    List<Minutes.Agreed> agreed(List<Finding> findings, StaffMember reader) {
        LocalDate today = dealerships.get(reader.dealership()).today(clock);
        List<Minutes.Agreed> agreed = new ArrayList<>();
        for (Finding finding : findings) {
            ActionId id = finding.action();
            if (id != null) {
                ImprovementAction action = actions.story(id, reader).action();
                agreed.add(new Minutes.Agreed(
                        id,
                        action.plan().measure(),
                        action.plan().deadline(),
                        person(action.plan().responsible(), reader.dealership()),
                        action.status(),
                        action.isOverdue(today)));
            }
        }
        return agreed;
    }

    Talks talks(ReviewWeek week, StaffMember reader) {
        DealershipId in = reader.dealership();
        TalkWeek looked = new TalkWeek(week.before().monday());
        WeeklyTalks.Standing standing = talks.of(looked, in);
        Share weeks = talks.coverage(week.before(WEEKS).monday(), looked.sunday(), reader)
                .talks();
        List<Person> without = staff.with(in, Role.SALES_CONSULTANT).stream()
                .filter(member -> !standing.talked().contains(member.id()))
                .map(Person::of)
                .toList();
        return new Talks(
                week.before(),
                standing.minimum(),
                standing.isDefect(),
                people(standing.talked(), in),
                without,
                people(oneToOnes.heldIn(week.monday(), in), in),
                weeks.part(),
                weeks.whole());
    }

    private List<Person> people(Collection<StaffId> ids, DealershipId in) {
        return staff.all(in).stream()
                .filter(member -> ids.contains(member.id()))
                .map(Person::of)
                .toList();
    }

    private Person person(StaffId id, DealershipId in) {
        return Person.of(staff.get(in, id));
    }
}
