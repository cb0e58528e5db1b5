package io.genjin.reception.web;

import io.genjin.appointment.AppointmentId;
import io.genjin.dealership.Dealerships;
import io.genjin.prospect.Evidence;
import io.genjin.prospect.NextStepReason;
import io.genjin.prospect.Opening;
import io.genjin.reception.Arrival;
import io.genjin.reception.Closing;
import io.genjin.reception.ClosingDesk;
import io.genjin.reception.Filing;
import io.genjin.reception.FloorBoard;
import io.genjin.reception.FloorTeam;
import io.genjin.reception.Follows;
import io.genjin.reception.Given;
import io.genjin.reception.NotFiledReason;
import io.genjin.reception.ReceptionDesk;
import io.genjin.reception.Step;
import io.genjin.reception.Transport;
import io.genjin.reception.Visit;
import io.genjin.reception.VisitId;
import io.genjin.reception.VisitKind;
import io.genjin.reception.VisitNature;
import io.genjin.reception.VisitPurpose;
import io.genjin.shared.Grade;
import io.genjin.shared.web.Answers;
import io.genjin.shared.web.Once;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Parties at the door and on the telephone for other systems: a telephone exchange, a counter, a queue display. */
@RestController
class ReceptionApi {

    private final ReceptionDesk desk;
    private final ClosingDesk closings;
    private final FloorBoard board;
    private final FloorTeam team;
    private final StaffDirectory staff;
    private final Dealerships dealerships;
    private final Once once;
    private final Clock clock;

    ReceptionApi(
            ReceptionDesk desk,
            ClosingDesk closings,
            FloorBoard board,
            FloorTeam team,
            StaffDirectory staff,
            Dealerships dealerships,
            Once once,
            Clock clock) {
        this.desk = desk;
        this.closings = closings;
        this.board = board;
        this.team = team;
        this.staff = staff;
        this.dealerships = dealerships;
        this.once = once;
        this.clock = clock;
    }

    /**
     * A party as it is told at the door; all may stay empty.
     *
     * @param requested   sign-in name of the consultant whom the party asked for
     * @param appointment the day's appointment that the party came for
     */
    record ArrivalBody(
            @Nullable VisitKind kind,
            @Nullable Integer people,
            @Nullable Transport transport,
            @Nullable VisitPurpose purpose,
            @Nullable VisitNature nature,
            @Nullable String customerName,
            @Nullable String mobile,
            @Nullable String requested,
            @Nullable String appointment,
            @Nullable OffsetDateTime arrivedAt) {

        Arrival said() {
            return new Arrival(
                    kind,
                    people,
                    transport,
                    purpose,
                    nature,
                    customerName,
                    mobile,
                    requested,
                    appointment == null || appointment.isBlank() ? null : AppointmentId.of(appointment),
                    arrivedAt == null ? null : arrivedAt.toInstant());
        }
    }

    /** What a party left; the number left at the door is taken when none is given. */
    record FilingBody(
            @Nullable String customerName,
            @Nullable String mobile,
            @Nullable List<String> intentModels,
            @Nullable Grade grade,
            @Nullable Set<Evidence> gradeEvidence,
            @Nullable String gradeReason,
            @Nullable LocalDate nextFollowUpDate,
            @Nullable NextStepReason nextFollowUpReason,
            @Nullable String nextFollowUpNote,
            @Nullable String lateReason) {

        Filing said() {
            return new Filing(
                    customerName,
                    mobile,
                    intentModels,
                    grade,
                    gradeEvidence,
                    gradeReason,
                    nextFollowUpDate,
                    nextFollowUpReason,
                    nextFollowUpNote,
                    lateReason);
        }
    }

    /** Why a party left no number. */
    record NoFilingBody(
            @Nullable NotFiledReason notFiledReason,
            @Nullable String course) {}

    /** What follows a visit. */
    record ClosingBody(
            @Nullable Follows follows,
            @Nullable String course,
            @Nullable String model,
            @Nullable String colour,
            @Nullable String competitor,
            @Nullable Grade gradeAfter,
            @Nullable Set<Evidence> gradeEvidence,
            @Nullable String gradeReason,
            @Nullable LocalDate nextDate,
            @Nullable NextStepReason nextReason,
            @Nullable String nextNote,
            @Nullable String lateReason,
            @Nullable OffsetDateTime appointmentAt) {

        Closing said() {
            return new Closing(
                    follows,
                    course,
                    model,
                    colour,
                    competitor,
                    gradeAfter,
                    gradeEvidence,
                    gradeReason,
                    nextDate,
                    nextReason,
                    nextNote,
                    lateReason,
                    appointmentAt == null ? null : appointmentAt.toInstant());
        }
    }

    /** Whether a consultant is on the floor today. */
    record FloorBody(@Nullable String consultant, @Nullable Boolean onFloor) {}

    /** A person of the dealership by sign-in name and name. */
    record Person(String username, String name) {}

    /**
     * A party.
     *
     * @param prospectId nothing for those who may not know, as at the door
     * @param filed      whether a valid number was left
     */
    record VisitView(
            String id,
            LocalDate day,
            VisitKind kind,
            OffsetDateTime arrivedAt,
            @Nullable OffsetDateTime leftAt,
            long stayMinutes,
            int people,
            @Nullable Transport transport,
            VisitPurpose purpose,
            VisitNature nature,
            boolean filed,
            @Nullable NotFiledReason notFiledReason,
            @Nullable Person requested,
            @Nullable Person consultant,
            @Nullable Given given,
            @Nullable String prospectId,
            @Nullable String customerName,
            @Nullable String appointment,
            Set<Step> steps,
            @Nullable Follows follows,
            @Nullable OffsetDateTime closedAt,
            boolean late) {}

    /** A filed party, and how it was filed. */
    record FiledView(String result, VisitView visit) {}

    /** One consultant's place in the queue; 1 is next, 0 is not in it. */
    record PlaceView(Person consultant, int turn, boolean away, boolean off, boolean busy) {}

    /** What was asked of which visit, by which a repeated key is recognised. */
    record Asked(String visit, Record body) {}

    @PostMapping("/api/v1/visits")
    @Operation(summary = "registers a party that came or called, and says who receives it")
    @Answers(value = VisitView.class, status = 201)
    ResponseEntity<?> register(
            @RequestBody ArrivalBody body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            StaffMember me) {
        return once.answer(key, body, me.dealership(), me.id(), () -> {
            Visit visit = desk.register(body.said(), me);
            return ResponseEntity.created(URI.create("/api/v1/visits/" + visit.id()))
                    .body(view(visit.id(), me));
        });
    }

    @GetMapping("/api/v1/visits")
    @Operation(summary = "the parties of a day, today unless given, in the order of their arrival")
    List<VisitView> day(@RequestParam(required = false) @Nullable LocalDate date, StaffMember me) {
        LocalDate day = date == null ? dealerships.get(me.dealership()).today(clock) : date;
        return board.of(day, me).stream().map(row -> view(row, me)).toList();
    }

    @GetMapping("/api/v1/visits/{id}")
    @Operation(summary = "one party")
    VisitView one(@PathVariable VisitId id, StaffMember me) {
        return view(id, me);
    }

    @GetMapping("/api/v1/floor")
    @Operation(summary = "parties of whom nobody said yet what follows, those of earlier days first")
    List<VisitView> floor(StaffMember me) {
        return board.open(me).stream().map(row -> view(row, me)).toList();
    }

    @GetMapping("/api/v1/floor/people")
    @Operation(summary = "whose turn it is: the consultants in the order of the queue")
    List<PlaceView> people(StaffMember me) {
        return team.places(me).stream()
                .map(place -> new PlaceView(
                        new Person(place.member().username(), place.member().name()),
                        place.turn(),
                        place.away(),
                        place.off(),
                        place.busy()))
                .toList();
    }

    @PostMapping("/api/v1/floor/people")
    @Operation(summary = "puts a consultant on the floor or takes them off it, for today")
    List<PlaceView> put(@RequestBody FloorBody body, StaffMember me) {
        team.put(body.consultant(), Boolean.TRUE.equals(body.onFloor()), me);
        return people(me);
    }

    @PostMapping("/api/v1/visits/{id}/filing")
    @Operation(summary = "files a party: opens a card, or finds the customer on file")
    @Answers(value = FiledView.class, status = 200)
    ResponseEntity<?> file(
            @PathVariable VisitId id,
            @RequestBody FilingBody body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            StaffMember me) {
        return once.answer(key, new Asked(id.toString(), body), me.dealership(), me.id(), () -> {
            Opening opening = closings.file(id, body.said(), me);
            return ResponseEntity.ok(new FiledView(result(opening), view(id, me)));
        });
    }

    private static String result(Opening opening) {
        if (opening instanceof Opening.Opened) {
            return "OPENED";
        }
        if (opening instanceof Opening.Returned) {
            return "RETURNED";
        }
        return opening instanceof Opening.OwnAlready ? "OWN_ALREADY" : "ON_FILE";
    }

    @PostMapping("/api/v1/visits/{id}/no-filing")
    @Operation(summary = "the party left no number, with the reason; the visit is closed")
    VisitView notFiled(@PathVariable VisitId id, @RequestBody NoFilingBody body, StaffMember me) {
        closings.notFiled(id, body.notFiledReason(), body.course(), me);
        return view(id, me);
    }

    @PostMapping("/api/v1/visits/{id}/departure")
    @Operation(summary = "the party leaves")
    VisitView leave(@PathVariable VisitId id, StaffMember me) {
        desk.leave(id, me);
        return view(id, me);
    }

    @PostMapping("/api/v1/visits/{id}/manager")
    @Operation(summary = "a manager joins")
    VisitView join(@PathVariable VisitId id, StaffMember me) {
        desk.join(id, me);
        return view(id, me);
    }

    @PostMapping("/api/v1/visits/{id}/closing")
    @Operation(summary = "says what follows; of a followed customer it records the contact with its next promise")
    @Answers(value = VisitView.class, status = 200)
    ResponseEntity<?> close(
            @PathVariable VisitId id,
            @RequestBody ClosingBody body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            StaffMember me) {
        return once.answer(key, new Asked(id.toString(), body), me.dealership(), me.id(), () -> {
            closings.close(id, body.said(), me);
            return ResponseEntity.ok(view(id, me));
        });
    }

    private VisitView view(VisitId id, StaffMember me) {
        return view(board.open(id, me).row(), me);
    }

    private VisitView view(FloorBoard.Row row, StaffMember me) {
        Visit visit = row.visit();
        return new VisitView(
                visit.id().toString(),
                visit.day(),
                visit.kind(),
                at(visit.arrivedAt(), me),
                visit.leftAt() == null ? null : at(visit.leftAt(), me),
                row.minutes(),
                visit.people(),
                visit.transport(),
                visit.purpose(),
                visit.nature(),
                visit.isFiled(),
                visit.notFiledReason(),
                person(visit.requested(), me),
                person(visit.consultant(), me),
                visit.given(),
                row.label() == null ? null : row.label().id().toString(),
                row.label() == null ? null : row.label().customerName(),
                visit.appointment() == null ? null : visit.appointment().toString(),
                row.steps(),
                visit.follows(),
                visit.closedAt() == null ? null : at(visit.closedAt(), me),
                row.late());
    }

    private @Nullable Person person(@Nullable StaffId id, StaffMember me) {
        if (id == null) {
            return null;
        }
        StaffMember member = staff.get(me.dealership(), id);
        return new Person(member.username(), member.name());
    }

    private OffsetDateTime at(Instant moment, StaffMember me) {
        return moment.atZone(dealerships.get(me.dealership()).zone()).toOffsetDateTime();
    }
}
