package io.genjin.board;

import io.genjin.board.Week.Compared;
import io.genjin.board.Week.Line;
import io.genjin.board.Week.Sums;
import io.genjin.coaching.OneToOnes;
import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.hlist.Coverage;
import io.genjin.hlist.HListBook;
import io.genjin.hlist.HitRate;
import io.genjin.hlist.ListWeek;
import io.genjin.improvement.ActionList;
import io.genjin.improvement.ImprovementAction;
import io.genjin.report.Figure;
import io.genjin.report.FigureSums;
import io.genjin.shared.DealershipId;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Page;
import io.genjin.shared.Refusal.Field;
import io.genjin.staff.Role;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import io.genjin.target.ActualVersusTarget;
import io.genjin.target.Metric;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the weekly board from the very lists and figures that people open. */
@Component
public class WeekBoard {

    /** What is set beside the week before. */
    public static final List<Figure> FIGURES = List.of(
            Figure.TOTAL_CONTACTS,
            Figure.NEW_PROSPECTS,
            Figure.FIRST_VISITS,
            Figure.RETURN_VISITS,
            Figure.TEST_DRIVES,
            Figure.ORDERS,
            Figure.DELIVERIES,
            Figure.DEFEATS_APPROVED);

    static final int PAST_WEEKS = 8;
    private static final int FIRST_YEAR = 2000;

    private final HListBook lists;
    private final ActionList actions;
    private final OneToOnes talks;
    private final FigureSums figures;
    private final ActualVersusTarget targets;
    private final StaffDirectory staff;
    private final Dealerships dealerships;
    private final Clock clock;

    WeekBoard(
            HListBook lists,
            ActionList actions,
            OneToOnes talks,
            FigureSums figures,
            ActualVersusTarget targets,
            StaffDirectory staff,
            Dealerships dealerships,
            Clock clock) {
        this.lists = lists;
        this.actions = actions;
        this.talks = talks;
        this.figures = figures;
        this.targets = targets;
        this.staff = staff;
        this.dealerships = dealerships;
        this.clock = clock;
    }

    /**
     * The week that a day lies in. Without one it is the running week; on its Monday, when the meeting looks back, the one before.
     *
     * @throws FieldsRefused naming {@code week} when it has not begun
     */
    @Transactional(readOnly = true)
    public Week read(@Nullable LocalDate day, StaffMember reader) {
        Dealership dealership = dealerships.get(reader.dealership());
        Instant now = clock.instant();
        LocalDate today = dealership.dayOf(now);
        ListWeek week = week(day, today);
        boolean running = week.contains(today);
        LocalDate until = running ? today : week.sunday();
        HListBook.Week kept = lists.read(week, null, reader);
        HListBook.Week before = lists.read(week.previous(), null, reader);
        List<ImprovementAction> open = open(reader);
        ActualVersusTarget.Comparison month = targets.of(YearMonth.from(until), reader);
        return new Week(
                week,
                until,
                running,
                now,
                lines(week, kept, before, month, reader),
                kept.coverage(),
                kept.rate(),
                before.rate(),
                open,
                open.stream().filter(action -> action.isOverdue(today)).count(),
                compared(week.monday(), until, dealership.id()),
                past(week, until, dealership.id()),
                month.rows().get(0).standings());
    }

    private static ListWeek week(@Nullable LocalDate day, LocalDate today) {
        if (day == null) {
            ListWeek running = ListWeek.of(today);
            return today.getDayOfWeek() == DayOfWeek.MONDAY ? running.previous() : running;
        }
        if (day.getYear() < FIRST_YEAR || ListWeek.of(day).monday().isAfter(today)) {
            throw new FieldsRefused(Field.of("week", "board.week.wrong"));
        }
        return ListWeek.of(day);
    }

    private List<Line> lines(
            ListWeek week,
            HListBook.Week kept,
            HListBook.Week before,
            ActualVersusTarget.Comparison month,
            StaffMember reader) {
        Map<StaffId, Coverage.Standing> standings = kept.coverage().rows().stream()
                .collect(Collectors.toMap(Coverage.Row::consultant, Coverage.Row::standing));
        Map<StaffId, ActualVersusTarget.Row> rows = new HashMap<>();
        for (ActualVersusTarget.Row row : month.rows()) {
            StaffMember person = row.consultant();
            if (person != null) {
                rows.put(person.id(), row);
            }
        }
        Set<StaffId> talked = talks.heldIn(week.monday(), reader.dealership());
        Set<StaffId> earlier = talks.heldIn(week.previous().monday(), reader.dealership());
        List<Line> lines = new ArrayList<>();
        for (StaffMember member : staff.with(reader.dealership(), Role.SALES_CONSULTANT)) {
            ActualVersusTarget.Row row = rows.get(member.id());
            lines.add(new Line(
                    member,
                    standings.get(member.id()),
                    hits(kept, member.id()),
                    hits(before, member.id()),
                    talked.contains(member.id()),
                    earlier.contains(member.id()),
                    row == null ? new EnumMap<>(Metric.class) : row.standings()));
        }
        return lines;
    }

    private static HitRate hits(HListBook.Week week, StaffId consultant) {
        return week.listOf(consultant).map(week::rate).orElseGet(() -> new HitRate(0, 0));
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

    private List<Compared> compared(LocalDate from, LocalDate until, DealershipId dealership) {
        Map<Figure, Long> now = sums(figures.between(from, until, FIGURES, dealership));
        Map<Figure, Long> before = sums(figures.between(from.minusWeeks(1), until.minusWeeks(1), FIGURES, dealership));
        return FIGURES.stream()
                .map(figure -> new Compared(figure, now.getOrDefault(figure, 0L), before.getOrDefault(figure, 0L)))
                .toList();
    }

    private static Map<Figure, Long> sums(List<FigureSums.PersonCount> counts) {
        return counts.stream()
                .collect(Collectors.groupingBy(
                        FigureSums.PersonCount::figure,
                        () -> new EnumMap<>(Figure.class),
                        Collectors.summingLong(FigureSums.PersonCount::count)));
    }

    private List<Sums> past(ListWeek week, LocalDate until, DealershipId dealership) {
        LocalDate first = week.monday().minusWeeks(PAST_WEEKS - 1L);
        Map<LocalDate, List<FigureSums.DayCount>> byWeek = figures.days(first, until, FIGURES, dealership).stream()
                .collect(Collectors.groupingBy(count -> ListWeek.of(count.day()).monday()));
        Function<LocalDate, Map<Figure, Long>> counts = monday -> byWeek.getOrDefault(monday, List.of()).stream()
                .collect(Collectors.groupingBy(
                        FigureSums.DayCount::figure,
                        () -> new EnumMap<>(Figure.class),
                        Collectors.summingLong(FigureSums.DayCount::count)));
        List<Sums> past = new ArrayList<>();
        for (LocalDate monday = first; !monday.isAfter(week.monday()); monday = monday.plusWeeks(1)) {
            past.add(new Sums(monday, counts.apply(monday)));
        }
        return past;
    }
}
