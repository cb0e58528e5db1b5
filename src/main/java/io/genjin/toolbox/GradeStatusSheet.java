package io.genjin.toolbox;

import io.genjin.prospect.ProspectId;
import io.genjin.prospect.Source;
import io.genjin.shared.Grade;
import io.genjin.staff.StaffId;
import io.genjin.toolbox.Course.Contact;
import io.genjin.toolbox.Course.End;
import io.genjin.toolbox.Course.Promise;
import io.genjin.toolbox.Course.Standing;
import io.genjin.toolbox.SheetFact.What;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The sheet of customers and their grades (意向客户级别状况表, 3.16): one line for every prospect that was open at any moment of a month,
 * one cell for each of its days. A day shows what was planned, and once contact was made the grade after it. Who is not closed at
 * the end is carried over to the next month (结转).
 *
 * <p>It is computed from the journal and shows each day as it stood then; a contact recorded later stands on the day it was made.
 *
 * @param asOf the last day that has come: of a month that is over its last day
 */
public record GradeStatusSheet(YearMonth month, LocalDate asOf, List<Line> lines) {

    /** What became of the plan for a day; of two on one day the later in this order is shown. */
    public enum Plan {
        /** It was moved to another day before it was due. */
        MOVED,
        PLANNED,
        /** A day on which an earlier plan was still not made good. */
        OVERDUE,
        MISSED,
        KEPT
    }

    /** What else happened on a day. */
    public enum Event {
        ARRIVED,
        HANDED_IN,
        HANDED_OUT,
        BACK,
        DORMANT,
        ORDERED,
        ORDER_CANCELLED,
        DELIVERED,
        DEFEATED,
        INVALID
    }

    /**
     * One day of one prospect.
     *
     * @param grade    the grade after the day's last contact; nothing when there was none
     * @param answered whether the customer was reached that day
     */
    public record Cell(
            int day, @Nullable Plan plan, @Nullable Grade grade, boolean answered, Set<Event> events) {

        public boolean isEmpty() {
            return plan == null && grade == null && events.isEmpty();
        }
    }

    /** How it stood at the end: followed with a grade, resting, ordered, or closed; or with another consultant. */
    public enum Ending {
        FOLLOWED,
        DORMANT,
        ORDERED,
        DELIVERED,
        DEFEATED,
        INVALID,
        HANDED_OUT;

        /** Whether the line goes on in the next month's sheet. */
        public boolean isCarriedOver() {
            return this == FOLLOWED || this == DORMANT || this == ORDERED;
        }
    }

    /**
     * One prospect's month.
     *
     * @param owner        who owned it at the end, or last within the month
     * @param gradeAtBegin nothing when it arrived or was handed in during the month
     * @param gradeAtEnd   nothing when it was closed or handed out
     */
    public record Line(
            ProspectId prospect,
            StaffId owner,
            Source source,
            Instant arrivedAt,
            @Nullable Grade gradeAtBegin,
            @Nullable Grade gradeAtEnd,
            Ending ending,
            List<Cell> cells) {

        public Line {
            cells = List.copyOf(cells);
        }
    }

    public GradeStatusSheet {
        lines = List.copyOf(lines);
    }

    /** The hottest first by the grade at the beginning, those who came during the month after them as they came. */
    private static final Comparator<Line> AS_ON_PAPER = Comparator.comparing(
                    Line::gradeAtBegin, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Line::arrivedAt)
            .thenComparing(line -> line.prospect().value());

    /**
     * The sheet of a month as it stands now.
     *
     * @param consultant whose; nobody's asks for all
     */
    static GradeStatusSheet of(
            YearMonth month, @Nullable StaffId consultant, Collection<Course> courses, ZoneId zone, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        Instant from = month.atDay(1).atStartOfDay(zone).toInstant();
        Instant over =
                month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant().minusNanos(1);
        Instant until = now.isBefore(over) ? now : over;
        LocalDate asOf = today.isAfter(month.atEndOfMonth()) ? month.atEndOfMonth() : today;
        if (until.isBefore(from)) {
            return new GradeStatusSheet(month, asOf, List.of());
        }
        List<Line> lines = courses.stream()
                .filter(course -> !course.neverWas() && course.isOpenWith(consultant, from, until))
                .map(course -> new LineOfMonth(course, consultant, month, zone, now, from, until).line())
                .sorted(AS_ON_PAPER)
                .toList();
        return new GradeStatusSheet(month, asOf, lines);
    }

    /** How many lines have which grade at the beginning, the hottest first. */
    public Map<Grade, Long> atBegin() {
        return count(
                lines.stream().map(Line::gradeAtBegin).filter(Objects::nonNull).toList());
    }

    /** How many are carried over with which grade, the hottest first. */
    public Map<Grade, Long> carriedOver() {
        return count(
                lines.stream().map(Line::gradeAtEnd).filter(Objects::nonNull).toList());
    }

    private static Map<Grade, Long> count(List<Grade> grades) {
        Map<Grade, Long> counts = new TreeMap<>();
        grades.forEach(grade -> counts.merge(grade, 1L, Long::sum));
        return counts;
    }

    public long endedAs(Ending ending) {
        return lines.stream().filter(line -> line.ending() == ending).count();
    }

    public long with(Event event) {
        return lines.stream()
                .filter(line ->
                        line.cells().stream().anyMatch(cell -> cell.events().contains(event)))
                .count();
    }

    public long days(Plan plan) {
        return lines.stream()
                .flatMap(line -> line.cells().stream())
                .filter(cell -> cell.plan() == plan)
                .count();
    }

    /** On how many days of how many lines the customer was reached. */
    public long reached() {
        return lines.stream()
                .flatMap(line -> line.cells().stream())
                .filter(Cell::answered)
                .count();
    }

    /** Fills in one line. */
    private static final class LineOfMonth {

        private final Course course;
        private final @Nullable StaffId consultant;
        private final YearMonth month;
        private final ZoneId zone;
        private final LocalDate today;
        private final Instant from;
        private final Instant until;
        private final @Nullable Plan[] plans;
        private final List<EnumSet<Event>> events = new ArrayList<>();

        private LineOfMonth(
                Course course,
                @Nullable StaffId consultant,
                YearMonth month,
                ZoneId zone,
                Instant now,
                Instant from,
                Instant until) {
            this.course = course;
            this.consultant = consultant;
            this.month = month;
            this.zone = zone;
            this.today = LocalDate.ofInstant(now, zone);
            this.from = from;
            this.until = until;
            this.plans = new Plan[month.lengthOfMonth()];
            for (int day = 0; day < month.lengthOfMonth(); day++) {
                events.add(EnumSet.noneOf(Event.class));
            }
        }

        private Line line() {
            course.promises().forEach(this::mark);
            course.facts().forEach(this::note);
            handOvers();
            List<Cell> cells = new ArrayList<>();
            for (int day = 1; day <= month.lengthOfMonth(); day++) {
                cells.add(cell(month.atDay(day)));
            }
            boolean hadAtBegin = isTheirs(from.minusNanos(1));
            boolean hasAtEnd = isTheirs(until);
            return new Line(
                    course.prospect(),
                    lastOwner(),
                    course.source(),
                    course.arrivedAt(),
                    hadAtBegin ? course.gradeAt(from.minusNanos(1)) : null,
                    hasAtEnd ? course.gradeAt(until) : null,
                    ending(),
                    cells);
        }

        private boolean isTheirs(Instant moment) {
            return course.isOpenAt(moment) && (consultant == null || consultant.equals(course.ownerAt(moment)));
        }

        private StaffId lastOwner() {
            return consultant == null ? Objects.requireNonNull(course.ownerAt(until)) : consultant;
        }

        private Ending ending() {
            if (consultant != null && !consultant.equals(course.ownerAt(until))) {
                return Ending.HANDED_OUT;
            }
            Standing standing = Objects.requireNonNull(course.standingAt(until));
            return switch (standing) {
                case FOLLOWED -> Ending.FOLLOWED;
                case DORMANT -> Ending.DORMANT;
                case ORDERED -> Ending.ORDERED;
                case CLOSED -> closing();
            };
        }

        private Ending closing() {
            What last = course.facts().stream()
                    .filter(fact -> fact.isEnd() && !fact.happenedAt().isAfter(until))
                    .reduce((one, later) -> later)
                    .orElseThrow()
                    .what();
            return last == What.DELIVERED ? Ending.DELIVERED : last == What.DEFEATED ? Ending.DEFEATED : Ending.INVALID;
        }

        private void mark(Promise promise) {
            LocalDate day = promise.day();
            LocalDate ended = promise.ended();
            if (ended != null && !ended.isAfter(day)) {
                if (promise.by() == End.CONTACT && ended.equals(day)) {
                    put(day, Plan.KEPT);
                } else if (promise.by() == End.MOVED) {
                    put(day, Plan.MOVED);
                }
                return;
            }
            if (!day.isBefore(today)) {
                put(day, Plan.PLANNED);
                return;
            }
            put(day, Plan.MISSED);
            LocalDate end = ended == null ? today.plusDays(1) : ended;
            for (LocalDate later = day.plusDays(1); later.isBefore(end); later = later.plusDays(1)) {
                put(later, Plan.OVERDUE);
            }
        }

        private void put(LocalDate day, Plan plan) {
            if (!YearMonth.from(day).equals(month) || !isPlannedByThem(day)) {
                return;
            }
            Plan there = plans[day.getDayOfMonth() - 1];
            if (there == null || there.compareTo(plan) < 0) {
                plans[day.getDayOfMonth() - 1] = plan;
            }
        }

        /** A plan is shown to who owned the prospect at the end of its day, or owns it now. */
        private boolean isPlannedByThem(LocalDate day) {
            if (consultant == null) {
                return true;
            }
            Instant end = day.plusDays(1).atStartOfDay(zone).toInstant().minusNanos(1);
            return consultant.equals(course.ownerAt(end.isBefore(until) ? end : until));
        }

        private void note(SheetFact fact) {
            Event event =
                    switch (fact.what()) {
                        case ARRIVED -> Event.ARRIVED;
                        case DEFEATED -> Event.DEFEATED;
                        case ORDERED -> Event.ORDERED;
                        case ORDER_CANCELLED -> Event.ORDER_CANCELLED;
                        case DELIVERED -> Event.DELIVERED;
                        case DORMANT -> Event.DORMANT;
                        case BACK -> Event.BACK;
                        case INVALID -> Event.INVALID;
                        case CONTACTED, CHANGED, NEVER_WAS -> null;
                    };
            boolean theirs = consultant == null || consultant.equals(course.ownerAt(fact.happenedAt()));
            if (event != null && theirs) {
                add(fact.happenedAt(), event);
            }
        }

        private void handOvers() {
            List<Course.Since<StaffId>> owners = course.owners();
            for (int place = 1; place < owners.size(); place++) {
                Instant at = owners.get(place).at();
                if (consultant == null || consultant.equals(owners.get(place).value())) {
                    add(at, Event.HANDED_IN);
                } else if (consultant.equals(owners.get(place - 1).value())) {
                    add(at, Event.HANDED_OUT);
                }
            }
        }

        private void add(Instant at, Event event) {
            if (!at.isBefore(from) && !at.isAfter(until)) {
                events.get(LocalDate.ofInstant(at, zone).getDayOfMonth() - 1).add(event);
            }
        }

        private Cell cell(LocalDate day) {
            int place = day.getDayOfMonth() - 1;
            Contact last = null;
            boolean answered = false;
            for (Contact contact : course.contacts()) {
                boolean theirs = consultant == null || consultant.equals(course.ownerAt(contact.at()));
                if (!contact.day().equals(day) || !theirs) {
                    continue;
                }
                answered |= contact.answered();
                if (last == null || !contact.at().isBefore(last.at())) {
                    last = contact;
                }
            }
            return new Cell(
                    day.getDayOfMonth(),
                    plans[place],
                    last == null ? null : last.gradeAfter(),
                    answered,
                    Collections.unmodifiableSet(events.get(place)));
        }
    }
}
