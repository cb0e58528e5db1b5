package io.genjin.board;

import io.genjin.shared.Grade;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import io.genjin.target.Metric;
import io.genjin.target.Standing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The morning board (R-110, 5): what everybody owes today, what they expect of the day, and what the day before brought.
 *
 * @param before  the last day before today on which the dealership was open
 * @param lines   by person, in the order of sign-in names: consultants, and whoever else has something here
 * @param cameToday  what today brought the dealership until now, as the daily report says it
 * @param cameBefore what the day before brought it
 * @param leads   HQ leads whose 24 hours run, the nearest end first
 * @param waiting how many such leads there are in all
 * @param coming  today's appointments from now on
 * @param month   the dealership's standing with each of the five targets
 */
public record Morning(
        LocalDate day,
        Instant asOf,
        LocalDate before,
        List<Line> lines,
        Came cameToday,
        Came cameBefore,
        List<RunningLead> leads,
        int waiting,
        List<Coming> coming,
        Map<Metric, Standing> month,
        ShownNames names) {

    public Morning {
        lines = List.copyOf(lines);
        leads = List.copyOf(leads);
        coming = List.copyOf(coming);
    }

    /** What a day brought one person. */
    public record Came(long contacts, long visits, long drives, long orders, long deliveries) {

        static final Came NOTHING = new Came(0, 0, 0, 0, 0);
    }

    /**
     * Orders and deliveries expected and come.
     *
     * @param stated nothing when nobody said what to expect
     */
    public record Day(@Nullable Expectation stated, Came came) {

        public int orders() {
            return stated == null ? 0 : stated.orders();
        }

        public int deliveries() {
            return stated == null ? 0 : stated.deliveries();
        }
    }

    /**
     * One person's morning.
     *
     * @param away         not here today
     * @param states       whether the meeting asks them what they expect: consultants who are here for it
     * @param due          promises of today, by grade, the overdue ones left out
     * @param overdue      promises of earlier days
     * @param callbacks    owners to be called back, overdue ones among them
     * @param appointments customers who are expected today
     * @param handovers    of them, those who come for their car
     * @param today        expected of today, and what came until now
     * @param before       expected of the day before, and what came
     */
    public record Line(
            StaffMember person,
            boolean away,
            boolean states,
            Map<Grade, Integer> due,
            int overdue,
            int callbacks,
            int appointments,
            int handovers,
            Day today,
            Day before) {

        public Line {
            due = new EnumMap<>(due);
        }

        public int due(Grade grade) {
            return due.getOrDefault(grade, 0);
        }

        /** Everything on this person's morning list: what the list itself counts (scenario 20). */
        public int owed() {
            return due.values().stream().mapToInt(Integer::intValue).sum() + overdue + callbacks;
        }
    }

    /**
     * An HQ lead whose clock runs.
     *
     * @param with who has it; nothing while it waits for a consultant
     * @param name of the customer as far as the board may show it
     */
    public record RunningLead(
            Instant dueAt, @Nullable StaffId with, @Nullable String name) {}

    /** Somebody who is expected today. */
    public record Coming(
            Instant at, StaffId with, String kind, @Nullable String name) {}

    public int due(Grade grade) {
        return lines.stream().mapToInt(line -> line.due(grade)).sum();
    }

    public int overdue() {
        return lines.stream().mapToInt(Line::overdue).sum();
    }

    public int callbacks() {
        return lines.stream().mapToInt(Line::callbacks).sum();
    }

    public int appointments() {
        return lines.stream().mapToInt(Line::appointments).sum();
    }

    public int expectedOrders() {
        return lines.stream().mapToInt(line -> line.today().orders()).sum();
    }

    public int expectedDeliveries() {
        return lines.stream().mapToInt(line -> line.today().deliveries()).sum();
    }
}
