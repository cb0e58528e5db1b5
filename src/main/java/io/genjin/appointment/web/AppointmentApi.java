package io.genjin.appointment.web;

import io.genjin.appointment.Appointment;
import io.genjin.appointment.AppointmentDesk;
import io.genjin.appointment.AppointmentId;
import io.genjin.appointment.AppointmentKind;
import io.genjin.appointment.AppointmentList;
import io.genjin.appointment.AppointmentStatus;
import io.genjin.appointment.MakeAppointment;
import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.prospect.ProspectId;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Refusal.Field;
import io.genjin.shared.web.Answers;
import io.genjin.shared.web.Once;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Appointments for other systems. */
@RestController
class AppointmentApi {

    private static final int MOST_DAYS = 31;

    private final AppointmentDesk desk;
    private final AppointmentList list;
    private final StaffDirectory staff;
    private final Dealerships dealerships;
    private final Once once;
    private final Clock clock;

    AppointmentApi(
            AppointmentDesk desk,
            AppointmentList list,
            StaffDirectory staff,
            Dealerships dealerships,
            Once once,
            Clock clock) {
        this.desk = desk;
        this.list = list;
        this.staff = staff;
        this.dealerships = dealerships;
        this.once = once;
        this.clock = clock;
    }

    /**
     * The wish to make an appointment.
     *
     * @param with sign-in name of who expects the customer; the customer's consultant unless given
     */
    record AppointmentBody(
            @Nullable AppointmentKind kind,
            @Nullable OffsetDateTime at,
            @Nullable String with,
            @Nullable String note) {}

    /** Another time, and why. */
    record MoveBody(@Nullable OffsetDateTime at, @Nullable String reason) {}

    /** Why it was cancelled. */
    record CancellationBody(@Nullable String reason) {}

    /** A person of the dealership by sign-in name and name. */
    record Person(String username, String name) {}

    /**
     * An appointment.
     *
     * @param with         who expects the customer; in a customer's own list only if it is not simply their consultant
     * @param customerName nothing for those who may not know, as at the door
     */
    record AppointmentView(
            String id,
            @Nullable String prospectId,
            AppointmentKind kind,
            OffsetDateTime at,
            @Nullable Person with,
            AppointmentStatus status,
            int moves,
            @Nullable String note,
            @Nullable String invitedIn,
            @Nullable String reason,
            @Nullable String customerName,
            @Nullable String maskedMobile) {}

    /** What was asked of which prospect or appointment, by which a repeated key is recognised. */
    record Asked(String whose, Record body) {}

    @GetMapping("/api/v1/appointments")
    @Operation(summary = "who is expected on these days, today unless given, in the order of the time")
    List<AppointmentView> days(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            StaffMember me) {
        LocalDate first = from == null ? dealerships.get(me.dealership()).today(clock) : from;
        LocalDate last = to == null ? first : to;
        if (last.isBefore(first) || last.isAfter(first.plusDays(MOST_DAYS))) {
            throw new FieldsRefused(Field.of("to", "field.appointments.span", MOST_DAYS));
        }
        return list.between(first, last, me).stream()
                .map(row -> new AppointmentView(
                        row.appointment().id().toString(),
                        row.label() == null ? null : row.label().id().toString(),
                        row.appointment().kind(),
                        at(row.appointment(), me),
                        person(row.with(), me),
                        row.appointment().status(),
                        row.appointment().moves(),
                        row.label() == null ? null : row.appointment().note(),
                        null,
                        row.label() == null ? null : row.appointment().reason(),
                        row.label() == null ? null : row.label().customerName(),
                        row.label() == null ? null : row.label().maskedMobile()))
                .toList();
    }

    @GetMapping("/api/v1/prospects/{id}/appointments")
    @Operation(summary = "a customer's appointments, the newest time first")
    List<AppointmentView> ofProspect(@PathVariable ProspectId id, StaffMember me) {
        return list.of(id, me).stream().map(one -> view(one, me)).toList();
    }

    @PostMapping("/api/v1/prospects/{id}/appointments")
    @Operation(summary = "makes an appointment")
    @Answers(value = AppointmentView.class, status = 201)
    ResponseEntity<?> make(
            @PathVariable ProspectId id,
            @RequestBody AppointmentBody body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            StaffMember me) {
        return once.answer(key, new Asked(id.toString(), body), me.dealership(), me.id(), () -> {
            MakeAppointment wish = new MakeAppointment(
                    body.kind(),
                    body.at() == null ? null : body.at().toInstant(),
                    with(body.with(), me),
                    body.note(),
                    null);
            Appointment made = desk.make(id, wish, me);
            return ResponseEntity.created(URI.create("/api/v1/prospects/" + id + "/appointments"))
                    .body(view(made, me));
        });
    }

    @PostMapping("/api/v1/appointments/{id}/moves")
    @Operation(summary = "moves an appointment to another time")
    @Answers(value = AppointmentView.class, status = 200)
    ResponseEntity<?> move(
            @PathVariable AppointmentId id,
            @RequestBody MoveBody body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            StaffMember me) {
        return once.answer(
                key,
                new Asked(id.toString(), body),
                me.dealership(),
                me.id(),
                () -> ResponseEntity.ok(
                        view(desk.move(id, body.at() == null ? null : body.at().toInstant(), body.reason(), me), me)));
    }

    @PostMapping("/api/v1/appointments/{id}/cancellation")
    @Operation(summary = "cancels an appointment, with the reason")
    AppointmentView cancel(@PathVariable AppointmentId id, @RequestBody CancellationBody body, StaffMember me) {
        return view(desk.cancel(id, body.reason(), me), me);
    }

    @PostMapping("/api/v1/appointments/{id}/arrival")
    @Operation(summary = "the customer came; also when they came late and were given up already")
    AppointmentView arrival(@PathVariable AppointmentId id, StaffMember me) {
        return view(desk.kept(id, me), me);
    }

    private @Nullable StaffId with(@Nullable String username, StaffMember me) {
        if (username == null || username.isBlank()) {
            return null;
        }
        return staff.byUsername(me.dealership(), username.strip())
                .map(StaffMember::id)
                .orElseThrow(() -> new FieldsRefused(Field.of("with", "field.owner")));
    }

    private AppointmentView view(Appointment one, StaffMember me) {
        return new AppointmentView(
                one.id().toString(),
                one.prospect().toString(),
                one.kind(),
                at(one, me),
                person(one.with(), me),
                one.status(),
                one.moves(),
                one.note(),
                one.invitedIn() == null ? null : one.invitedIn().toString(),
                one.reason(),
                null,
                null);
    }

    private @Nullable Person person(@Nullable StaffId id, StaffMember me) {
        if (id == null) {
            return null;
        }
        StaffMember member = staff.get(me.dealership(), id);
        return new Person(member.username(), member.name());
    }

    private OffsetDateTime at(Appointment one, StaffMember me) {
        Dealership dealership = dealerships.get(me.dealership());
        return one.at().atZone(dealership.zone()).toOffsetDateTime();
    }
}
