package io.genjin.board.web;

import io.genjin.board.Week;
import io.genjin.board.web.MeetingBoardApi.PaceView;
import io.genjin.board.web.MeetingBoardApi.Person;
import io.genjin.dealership.Dealership;
import io.genjin.hlist.Coverage;
import io.genjin.hlist.HitRate;
import io.genjin.report.Figure;
import io.genjin.staff.StaffDirectory;
import io.genjin.target.Metric;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The weekly board for other systems. */
record WeekView(
        LocalDate week,
        LocalDate until,
        boolean running,
        OffsetDateTime asOf,
        List<LineView> lines,
        int listsHeld,
        int listsExpected,
        Hits hits,
        Hits hitsBefore,
        long talks,
        long overdueActions,
        List<ActionView> actions,
        List<Compared> figures,
        List<PastView> past,
        Map<Metric, PaceView> month) {

    /** K27: of those listed, who ordered in the week. */
    record Hits(int ordered, int entries, @Nullable BigDecimal ratio) {

        static Hits of(HitRate rate) {
            return new Hits(rate.ordered(), rate.entries(), rate.ratio());
        }
    }

    /** One consultant's week; {@code talked} is whether a one-to-one was held. */
    record LineView(
            Person person,
            Coverage.@Nullable Standing list,
            Hits hits,
            Hits hitsBefore,
            boolean talked,
            boolean talkedBefore,
            Map<Metric, PaceView> month) {}

    /** An open improvement action. */
    record ActionView(String id, String defect, LocalDate deadline, Person responsible) {}

    /** A figure beside the same days of the week before. */
    record Compared(Figure figure, long now, long before) {}

    /** What a week came to. */
    record PastView(LocalDate week, Map<Figure, Long> counts) {}

    static WeekView of(Week board, StaffDirectory staff, Dealership dealership) {
        return new WeekView(
                board.week().monday(),
                board.until(),
                board.running(),
                board.asOf().atZone(dealership.zone()).toOffsetDateTime(),
                board.lines().stream()
                        .map(line -> new LineView(
                                MeetingBoardApi.person(line.person()),
                                line.list(),
                                Hits.of(line.hits()),
                                Hits.of(line.hitsBefore()),
                                line.talked(),
                                line.before(),
                                MeetingBoardApi.paces(line.month())))
                        .toList(),
                board.coverage().held(),
                board.coverage().expected(),
                Hits.of(board.hits()),
                Hits.of(board.hitsBefore()),
                board.talks(),
                board.overdueActions(),
                board.actions().stream()
                        .map(action -> new ActionView(
                                action.id().toString(),
                                action.plan().defect(),
                                action.plan().deadline(),
                                MeetingBoardApi.person(
                                        staff.get(dealership.id(), action.plan().responsible()))))
                        .toList(),
                board.figures().stream()
                        .map(one -> new Compared(one.figure(), one.now(), one.before()))
                        .toList(),
                board.past().stream()
                        .map(week -> new PastView(week.monday(), week.counts()))
                        .toList(),
                MeetingBoardApi.paces(board.month()));
    }
}
