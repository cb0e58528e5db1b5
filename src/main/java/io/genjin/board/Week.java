package io.genjin.board;

import io.genjin.hlist.Coverage;
import io.genjin.hlist.HitRate;
import io.genjin.hlist.ListWeek;
import io.genjin.improvement.ImprovementAction;
import io.genjin.report.Figure;
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
 * The weekly board: lists and hits, open improvement actions, one-to-ones, the targets' pace, and the week beside the
 * one before.
 *
 * @param until   the last day told of: today, or the week's Sunday when it is over
 * @param running whether the week goes on
 * @param lines   by consultant, in the order of sign-in names
 * @param actions open ones, the earliest deadline first, so the overdue ones lead
 * @param figures each beside the same days of the week before
 * @param past    the last weeks, this one last
 * @param month   the dealership's standing with each of the five targets, in the month of {@code until}
 */
public record Week(
        ListWeek week,
        LocalDate until,
        boolean running,
        Instant asOf,
        List<Line> lines,
        Coverage coverage,
        HitRate hits,
        HitRate hitsBefore,
        List<ImprovementAction> actions,
        long overdueActions,
        List<Compared> figures,
        List<Sums> past,
        Map<Metric, Standing> month) {

    public Week {
        lines = List.copyOf(lines);
        actions = List.copyOf(actions);
        figures = List.copyOf(figures);
        past = List.copyOf(past);
    }

    /**
     * One consultant's week.
     *
     * @param list   how they stand with their list; nothing when none is expected of them
     * @param talked whether somebody held a one-to-one with them in this week
     * @param before the same of the week before
     */
    public record Line(
            StaffMember person,
            Coverage.@Nullable Standing list,
            HitRate hits,
            HitRate hitsBefore,
            boolean talked,
            boolean before,
            Map<Metric, Standing> month) {

        public Line {
            month = new EnumMap<>(month);
        }
    }

    /** A figure of the week and of the same days of the week before. */
    public record Compared(Figure figure, long now, long before) {

        public long change() {
            return now - before;
        }
    }

    /** What a week came to. */
    public record Sums(LocalDate monday, Map<Figure, Long> counts) {

        public Sums {
            counts = new EnumMap<>(counts);
        }

        public long of(Figure figure) {
            return counts.getOrDefault(figure, 0L);
        }
    }

    /** With how many consultants a one-to-one was held; one at least is owed each week. */
    public long talks() {
        return lines.stream().filter(Line::talked).count();
    }

    public LocalDate from() {
        return week.monday();
    }
}
