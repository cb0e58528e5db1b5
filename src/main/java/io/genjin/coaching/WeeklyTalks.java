package io.genjin.coaching;

import io.genjin.dealership.ClosedDays;
import io.genjin.dealership.Dealerships;
import io.genjin.dealership.OpeningCalendar;
import io.genjin.dealership.Policies;
import io.genjin.hlist.HListArchive;
import io.genjin.report.FirstEntries;
import io.genjin.shared.DealershipId;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.PeriodDay;
import io.genjin.shared.Refusal.Field;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * K29 周沟通覆盖: of the weeks, those with a one-to-one; of the consultants, those with their weekly analysis. Only weeks that are
 * over and in which the dealership was open are counted, from its first week on.
 */
@Component
@Transactional(readOnly = true)
public class WeeklyTalks {

    static final int WEEKS_SHOWN = 13;
    static final int MOST_WEEKS = 106;

    /**
     * One week.
     *
     * @param talked   with whom there was a one-to-one
     * @param analysed how many consultants had their weekly analysis; of how many
     */
    public record Week(TalkWeek week, Set<StaffId> talked, Share analysed) {

        public Week {
            talked = Set.copyOf(talked);
        }

        public boolean isCovered() {
            return !talked.isEmpty();
        }
    }

    /** The weeks of a period, the latest first. */
    public record Coverage(LocalDate from, LocalDate until, List<Week> weeks) {

        public Coverage {
            weeks = List.copyOf(weeks);
        }

        /** Weeks with at least one one-to-one / weeks. */
        public Share talks() {
            return new Share(weeks.stream().filter(Week::isCovered).count(), weeks.size());
        }

        /** Consultants with their weekly analysis / consultants, each week added up. */
        public Share analyses() {
            return weeks.stream().map(Week::analysed).reduce(Share.NOTHING, Share::and);
        }
    }

    /** How a week stands: nobody's talk in a week that is over is a defect (scenario 30). */
    public record Standing(TalkWeek week, int minimum, Set<StaffId> talked, boolean over, boolean counted) {

        public Standing {
            talked = Set.copyOf(talked);
        }

        /** Fewer talks than the policy wants, when nothing can be done about it any more. */
        public boolean isDefect() {
            return over && counted && talked.size() < minimum;
        }
    }

    private final OneToOnes talks;
    private final HListArchive lists;
    private final Policies policies;
    private final Dealerships dealerships;
    private final FirstEntries firstEntries;
    private final ClosedDays closedDays;
    private final JdbcClient jdbc;
    private final Clock clock;

    WeeklyTalks(
            OneToOnes talks,
            HListArchive lists,
            Policies policies,
            Dealerships dealerships,
            FirstEntries firstEntries,
            ClosedDays closedDays,
            JdbcClient jdbc,
            Clock clock) {
        this.talks = talks;
        this.lists = lists;
        this.policies = policies;
        this.dealerships = dealerships;
        this.firstEntries = firstEntries;
        this.closedDays = closedDays;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whether a week had the one-to-ones that the policy of its end wanted. */
    public Standing of(TalkWeek week, DealershipId dealership) {
        var house = dealerships.get(dealership);
        LocalDate today = house.today(clock);
        var end = house.endOf(week.sunday());
        var now = clock.instant();
        return new Standing(
                week,
                policies.current(dealership, end.isAfter(now) ? now : end).weeklyOneToOnes(),
                talks.heldIn(week.monday(), dealership),
                week.isOverOn(today),
                counts(week, firstEntries.of(dealership), closedDays.calendar(dealership)));
    }

    /**
     * K29 of the weeks whose Monday lies in a period, the last quarter unless another is named.
     *
     * @param reader somebody who sees everybody's analyses
     */
    public Coverage coverage(@Nullable LocalDate from, @Nullable LocalDate until, StaffMember reader) {
        DealershipId dealership = reader.dealership();
        LocalDate today = dealerships.get(dealership).today(clock);
        TalkWeek running = TalkWeek.of(today);
        LocalDate last = PeriodDay.of("until", until == null ? today : until);
        LocalDate first = PeriodDay.of("from", from == null ? running.monday().minusWeeks(WEEKS_SHOWN) : from);
        if (last.isBefore(first)) {
            throw new FieldsRefused(Field.of("until", "coaching.period.order"));
        }
        if (first.plusWeeks(MOST_WEEKS).isBefore(last)) {
            throw new FieldsRefused(Field.of("until", "coaching.period.longest", MOST_WEEKS));
        }
        TalkWeek begin = TalkWeek.of(first).monday().equals(first)
                ? TalkWeek.of(first)
                : TalkWeek.of(first).next();
        Map<TalkWeek, Share> analysed = analyses(begin, reader);
        List<Week> weeks = new ArrayList<>();
        over(begin, TalkWeek.of(last), dealership)
                .forEach((week, talked) ->
                        weeks.add(new Week(week, talked, analysed.getOrDefault(week, Share.NOTHING))));
        return new Coverage(first, last, weeks);
    }

    /** With whom there was a talk in each week that is over and counts, the latest first. */
    Map<TalkWeek, Set<StaffId>> over(TalkWeek first, TalkWeek last, DealershipId dealership) {
        LocalDate today = dealerships.get(dealership).today(clock);
        Map<TalkWeek, Set<StaffId>> held = talks.heldBetween(first.monday(), last.sunday(), dealership);
        LocalDate opened = firstEntries.of(dealership);
        OpeningCalendar calendar = closedDays.calendar(dealership);
        TalkWeek running = TalkWeek.of(today);
        Map<TalkWeek, Set<StaffId>> weeks = new LinkedHashMap<>();
        for (TalkWeek week = last.compareTo(running) < 0 ? last : running.previous();
                week.compareTo(first) >= 0;
                week = week.previous()) {
            if (counts(week, opened, calendar)) {
                weeks.put(week, held.getOrDefault(week, Set.of()));
            }
        }
        return weeks;
    }

    private Map<TalkWeek, Share> analyses(TalkWeek begin, StaffMember reader) {
        Map<TalkWeek, Share> analysed = new HashMap<>();
        for (HListArchive.ClosedWeek week :
                lists.weeks(MOST_WEEKS + 1, null, reader).items()) {
            if (!week.week().monday().isBefore(begin.monday())) {
                analysed.put(
                        new TalkWeek(week.week().monday()),
                        new Share(week.coverage().held(), week.coverage().expected()));
            }
        }
        return analysed;
    }

    /** A week in which the house was never open, or did not exist, wants no talk. */
    private static boolean counts(TalkWeek week, @Nullable LocalDate opened, OpeningCalendar calendar) {
        return opened != null && !week.sunday().isBefore(opened) && calendar.openDays(week.monday(), week.sunday()) > 0;
    }
}
