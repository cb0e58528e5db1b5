package io.genjin.board.web;

import io.genjin.board.BoardDesk;
import io.genjin.board.Expectation;
import io.genjin.board.Morning;
import io.genjin.board.MorningBoard;
import io.genjin.board.ShownNames;
import io.genjin.board.WeekBoard;
import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.shared.Grade;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import io.genjin.target.Metric;
import io.genjin.target.Standing;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The boards for other screens and systems. */
@RestController
@RequestMapping("/api/v1/boards")
class MeetingBoardApi {

    /** A person by sign-in name and name. */
    record Person(String username, String name) {}

    /** Orders or deliveries: expected in the morning, nothing when nobody said, and come. */
    record Kept(@Nullable Integer expected, long came) {}

    /** What a day brought. */
    record CameView(long contacts, long visits, long drives, long orders, long deliveries) {}

    /**
     * One person's morning; {@code owed} is everything on their morning list.
     *
     * @param due by grade, the overdue ones left out
     */
    record LineView(
            Person person,
            boolean away,
            Map<Grade, Integer> due,
            int overdue,
            int callbacks,
            int owed,
            int appointments,
            int handovers,
            Kept orders,
            Kept deliveries,
            CameView before) {}

    /** An HQ lead whose clock runs; {@code with} is nobody while it waits for a consultant. */
    record LeadView(
            OffsetDateTime dueAt,
            @Nullable Person with,
            @Nullable String name) {}

    /** Somebody who is expected today. */
    record ComingView(
            OffsetDateTime at,
            Person with,
            String kind,
            @Nullable String name) {}

    /** How far the dealership is with one target in this month. */
    record PaceView(
            @Nullable Integer target,
            long actual,
            @Nullable BigDecimal achievement,
            @Nullable BigDecimal pace,
            Standing.@Nullable Light light) {}

    /** The morning board. */
    record MorningView(
            LocalDate date,
            OffsetDateTime asOf,
            LocalDate before,
            List<LineView> lines,
            CameView cameToday,
            CameView cameBefore,
            List<LeadView> leads,
            List<ComingView> coming,
            Map<Metric, PaceView> month,
            ShownNames names) {}

    /** What a consultant expects of the day; a number left out stays as it was. */
    record ExpectationBody(
            @Nullable LocalDate date,
            @Nullable String consultant,
            @Nullable Integer orders,
            @Nullable Integer deliveries) {}

    private final MorningBoard mornings;
    private final WeekBoard weeks;
    private final BoardDesk desk;
    private final StaffDirectory staff;
    private final Dealerships dealerships;

    MeetingBoardApi(
            MorningBoard mornings, WeekBoard weeks, BoardDesk desk, StaffDirectory staff, Dealerships dealerships) {
        this.mornings = mornings;
        this.weeks = weeks;
        this.desk = desk;
        this.staff = staff;
        this.dealerships = dealerships;
    }

    @GetMapping("/morning")
    MorningView morning(StaffMember me) {
        Morning board = mornings.read(me);
        return new MorningView(
                board.day(),
                at(board.asOf(), me),
                board.before(),
                board.lines().stream().map(MeetingBoardApi::view).toList(),
                view(board.cameToday()),
                view(board.cameBefore()),
                board.leads().stream()
                        .map(lead -> new LeadView(at(lead.dueAt(), me), person(lead.with(), me), lead.name()))
                        .toList(),
                board.coming().stream()
                        .map(one -> new ComingView(
                                at(one.at(), me),
                                person(staff.get(me.dealership(), one.with())),
                                one.kind(),
                                one.name()))
                        .toList(),
                paces(board.month()),
                board.names());
    }

    private static LineView view(Morning.Line line) {
        Expectation stated = line.today().stated();
        return new LineView(
                person(line.person()),
                line.away(),
                new EnumMap<>(line.due()),
                line.overdue(),
                line.callbacks(),
                line.owed(),
                line.appointments(),
                line.handovers(),
                new Kept(
                        stated == null ? null : (Integer) stated.orders(),
                        line.today().came().orders()),
                new Kept(
                        stated == null ? null : (Integer) stated.deliveries(),
                        line.today().came().deliveries()),
                view(line.before().came()));
    }

    private static CameView view(Morning.Came came) {
        return new CameView(came.contacts(), came.visits(), came.drives(), came.orders(), came.deliveries());
    }

    static Map<Metric, PaceView> paces(Map<Metric, Standing> standings) {
        Map<Metric, PaceView> paces = new EnumMap<>(Metric.class);
        standings.forEach((metric, one) -> paces.put(
                metric, new PaceView(one.target(), one.actual(), one.achievement(), one.pace(), one.light())));
        return paces;
    }

    /** Writes down what a consultant expects of today; answers with the board. */
    @PutMapping("/morning/expectations")
    MorningView state(@RequestBody ExpectationBody body, StaffMember me) {
        LocalDate day = body.date() == null ? mornings.today(me) : body.date();
        desk.state(day, body.consultant(), body.orders(), body.deliveries(), me);
        return morning(me);
    }

    /** The weekly board of the week that a day lies in; without one the running week, on its Monday the one before. */
    @GetMapping("/week")
    WeekView week(@RequestParam(required = false) @Nullable LocalDate week, StaffMember me) {
        return WeekView.of(weeks.read(week, me), staff, dealerships.get(me.dealership()));
    }

    @GetMapping("/names")
    ShownNames names(StaffMember me) {
        return desk.names(me.dealership());
    }

    /** Decides what the boards show of customers' names: nothing, or the first letter. */
    @PutMapping("/names")
    ShownNames show(@RequestParam ShownNames names, StaffMember me) {
        desk.show(names, me);
        return names;
    }

    private OffsetDateTime at(Instant moment, StaffMember me) {
        Dealership dealership = dealerships.get(me.dealership());
        return moment.atZone(dealership.zone()).toOffsetDateTime();
    }

    private @Nullable Person person(@Nullable StaffId id, StaffMember me) {
        return id == null ? null : person(staff.get(me.dealership(), id));
    }

    static Person person(StaffMember member) {
        return new Person(member.username(), member.name());
    }
}
