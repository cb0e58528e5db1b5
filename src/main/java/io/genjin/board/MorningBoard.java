package io.genjin.board;

import io.genjin.appointment.AppointmentKind;
import io.genjin.appointment.AppointmentList;
import io.genjin.board.Morning.Came;
import io.genjin.board.Morning.Coming;
import io.genjin.board.Morning.Day;
import io.genjin.board.Morning.Line;
import io.genjin.board.Morning.RunningLead;
import io.genjin.dealership.ClosedDays;
import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.dealership.OpeningCalendar;
import io.genjin.followup.Worklist;
import io.genjin.hqlead.HqBoard;
import io.genjin.report.DailyReport;
import io.genjin.report.Figure;
import io.genjin.shared.Grade;
import io.genjin.staff.Role;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import io.genjin.target.ActualVersusTarget;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads the morning board from the very lists and reports that people open: nothing is counted a second way. Who may see the
 * board sees all of them.
 */
@Component
public class MorningBoard {

    private static final int LEADS = 100;

    /** A dealership that was closed longer than this has no day before. */
    private static final int LONGEST_CLOSURE = 60;

    private final Worklist worklist;
    private final AppointmentList appointments;
    private final HqBoard leads;
    private final DailyReport reports;
    private final ActualVersusTarget targets;
    private final Expectations expectations;
    private final BoardDesk desk;
    private final StaffDirectory staff;
    private final Dealerships dealerships;
    private final ClosedDays closedDays;
    private final Clock clock;

    MorningBoard(
            Worklist worklist,
            AppointmentList appointments,
            HqBoard leads,
            DailyReport reports,
            ActualVersusTarget targets,
            Expectations expectations,
            BoardDesk desk,
            StaffDirectory staff,
            Dealerships dealerships,
            ClosedDays closedDays,
            Clock clock) {
        this.worklist = worklist;
        this.appointments = appointments;
        this.leads = leads;
        this.reports = reports;
        this.targets = targets;
        this.expectations = expectations;
        this.desk = desk;
        this.staff = staff;
        this.dealerships = dealerships;
        this.closedDays = closedDays;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Morning read(StaffMember reader) {
        Dealership dealership = dealerships.get(reader.dealership());
        Instant now = clock.instant();
        LocalDate today = dealership.dayOf(now);
        LocalDate before = before(today, closedDays.calendar(dealership.id()));
        ShownNames names = desk.names(dealership.id());
        Counts cameToday = came(today, reader);
        Counts cameBefore = came(before, reader);
        List<AppointmentList.Row> expected = appointments.between(today, today, reader);
        List<HqBoard.Row> running = leads.find(HqBoard.Show.unfollowed, LEADS, null, reader).items().stream()
                .filter(HqBoard.Row::isRunning)
                .toList();
        return new Morning(
                today,
                now,
                before,
                lines(today, before, cameToday, cameBefore, expected, reader),
                cameToday.all(),
                cameBefore.all(),
                running.stream()
                        .sorted(Comparator.comparing(HqBoard.Row::dueAt))
                        .map(row -> new RunningLead(
                                row.dueAt(),
                                row.told().allocatedTo(),
                                names.of(row.prospect().content().customerName())))
                        .toList(),
                running.size(),
                expected.stream()
                        .filter(row -> row.appointment().status().isOpen()
                                && !row.appointment().at().isBefore(now))
                        .map(row -> new Coming(
                                row.appointment().at(),
                                row.with(),
                                row.appointment().kind().name(),
                                names.of(
                                        row.label() == null ? null : row.label().customerName())))
                        .toList(),
                targets.of(null, reader).rows().get(0).standings(),
                names);
    }

    /** The dealership's day, which the board tells of. */
    public LocalDate today(StaffMember reader) {
        return dealerships.get(reader.dealership()).today(clock);
    }

    /** The last open day before today; yesterday when there is none near. */
    static LocalDate before(LocalDate today, OpeningCalendar calendar) {
        for (int days = 1; days <= LONGEST_CLOSURE; days++) {
            if (calendar.isOpen(today.minusDays(days))) {
                return today.minusDays(days);
            }
        }
        return today.minusDays(1);
    }

    private List<Line> lines(
            LocalDate today,
            LocalDate before,
            Counts cameToday,
            Counts cameBefore,
            List<AppointmentList.Row> expected,
            StaffMember reader) {
        Map<StaffId, List<Worklist.Item>> owed =
                worklist.of(today, null, reader).stream().collect(Collectors.groupingBy(Worklist.Item::owner));
        Map<StaffId, List<AppointmentList.Row>> coming =
                expected.stream().collect(Collectors.groupingBy(AppointmentList.Row::with));
        Map<StaffId, Expectation> ofToday = expectations.of(reader.dealership(), today);
        Map<StaffId, Expectation> ofBefore = expectations.of(reader.dealership(), before);
        List<Line> lines = new ArrayList<>();
        for (StaffMember member : staff.all(reader.dealership())) {
            StaffId id = member.id();
            boolean consultant = member.active() && member.is(Role.SALES_CONSULTANT);
            boolean something = owed.containsKey(id)
                    || coming.containsKey(id)
                    || !cameToday.of(id).equals(Came.NOTHING)
                    || !cameBefore.of(id).equals(Came.NOTHING);
            if (consultant || something) {
                lines.add(line(
                        member,
                        staff.isAway(reader.dealership(), id, today),
                        consultant,
                        owed.getOrDefault(id, List.of()),
                        coming.getOrDefault(id, List.of()),
                        new Day(ofToday.get(id), cameToday.of(id)),
                        new Day(ofBefore.get(id), cameBefore.of(id))));
            }
        }
        return lines;
    }

    private static Line line(
            StaffMember member,
            boolean away,
            boolean states,
            List<Worklist.Item> owed,
            List<AppointmentList.Row> coming,
            Day today,
            Day before) {
        Map<Grade, Integer> due = new EnumMap<>(Grade.class);
        int overdue = 0;
        int callbacks = 0;
        for (Worklist.Item item : owed) {
            if (item.kind() == Worklist.ItemKind.CALLBACK) {
                callbacks++;
            } else if (item.overdue()) {
                overdue++;
            } else {
                due.merge(item.grade(), 1, Integer::sum);
            }
        }
        int handovers = (int) coming.stream()
                .filter(row -> row.appointment().kind() == AppointmentKind.DELIVERY)
                .count();
        return new Line(member, away, states, due, overdue, callbacks, coming.size(), handovers, today, before);
    }

    /** What a day brought: each person, and all together as the daily report says it. */
    private record Counts(Map<StaffId, Came> byPerson, Came all) {

        Came of(StaffId person) {
            return byPerson.getOrDefault(person, Came.NOTHING);
        }
    }

    private Counts came(LocalDate day, StaffMember reader) {
        Map<StaffId, Came> byPerson = new HashMap<>();
        Came all = Came.NOTHING;
        for (DailyReport.Row row : reports.of(day, null, reader).rows()) {
            Came came = new Came(
                    of(row, Figure.TOTAL_CONTACTS),
                    of(row, Figure.VISITS),
                    of(row, Figure.TEST_DRIVES),
                    of(row, Figure.ORDERS),
                    of(row, Figure.DELIVERIES));
            StaffMember person = row.consultant();
            if (person == null) {
                all = came;
            } else {
                byPerson.put(person.id(), came);
            }
        }
        return new Counts(byPerson, all);
    }

    private static long of(DailyReport.Row row, Figure figure) {
        return Objects.requireNonNullElse(row.of(figure).day(), BigDecimal.ZERO).longValueExact();
    }
}
