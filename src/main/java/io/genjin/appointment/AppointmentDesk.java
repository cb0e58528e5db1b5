package io.genjin.appointment;

import io.genjin.appointment.AppointmentFact.Kind;
import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.prospect.Merging;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectDesk;
import io.genjin.prospect.ProspectFact;
import io.genjin.prospect.ProspectId;
import io.genjin.shared.DealershipId;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.NothingHere;
import io.genjin.shared.PlainText;
import io.genjin.shared.Refusal.Field;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where appointments are made, moved, cancelled and found kept or missed. Who holds the prospect already, as other modules do,
 * has been asked for their rights; the rest are asked here.
 */
@Service
@Transactional
public class AppointmentDesk {

    /** So long after the time a customer who did not come is a no-show. */
    public static final Duration NO_SHOW_AFTER = Duration.ofMinutes(60);

    private static final String CHANGE = "appointment.change";
    private static final Duration LONGEST_AHEAD = Duration.ofDays(366);
    private static final int LONGEST = 200;
    /** With these the case is over or rests, and nobody is expected any more. */
    private static final Set<ProspectFact.Kind> ENDS = Set.of(
            ProspectFact.Kind.DEFEATED,
            ProspectFact.Kind.LEAD_INVALID,
            ProspectFact.Kind.IMPORT_TAKEN_BACK,
            ProspectFact.Kind.SET_DORMANT);

    private final Appointments appointments;
    private final ProspectDesk prospects;
    private final Merging merging;
    private final StaffDirectory staff;
    private final Dealerships dealerships;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AppointmentDesk(
            Appointments appointments,
            ProspectDesk prospects,
            Merging merging,
            StaffDirectory staff,
            Dealerships dealerships,
            ApplicationEventPublisher events,
            Clock clock) {
        this.appointments = appointments;
        this.prospects = prospects;
        this.merging = merging;
        this.staff = staff;
        this.dealerships = dealerships;
        this.events = events;
        this.clock = clock;
    }

    /** Makes an appointment with a customer of the reader's. */
    public Appointment make(ProspectId id, MakeAppointment wish, StaffMember by) {
        return make(prospects.hold(id, by, CHANGE), wish, by);
    }

    /**
     * Makes an appointment.
     *
     * @throws FieldsRefused naming {@code kind}, {@code appointmentAt}, {@code with} or {@code note}
     */
    public Appointment make(Prospect held, MakeAppointment wish, StaffMember by) {
        Instant now = clock.instant();
        List<Field> wrong = new ArrayList<>();
        if (wish.kind() == null) {
            wrong.add(Field.of("kind", "field.required"));
        }
        checkMoment(wish.at(), now, wrong);
        if (wish.with() != null
                && staff.find(by.dealership(), wish.with())
                        .filter(StaffMember::active)
                        .isEmpty()) {
            wrong.add(Field.of("with", "field.owner"));
        }
        String note = PlainText.line(wish.note(), LONGEST, "note", wrong);
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        if (!held.status().isOpen()) {
            throw new CustomerNotExpected();
        }
        Appointment made = new Appointment(new Appointment.State(
                AppointmentId.next(),
                held.dealership(),
                held.id(),
                Objects.requireNonNull(wish.kind()),
                Objects.requireNonNull(wish.at()),
                wish.with(),
                note,
                wish.invitedIn(),
                by.id(),
                now,
                0,
                AppointmentStatus.MADE,
                null,
                null));
        appointments.add(made);
        tell(Kind.APPOINTMENT_MADE, made, held, by.id(), now);
        return made;
    }

    /**
     * Follow-up's door: a contact ended with an appointment. One of the same kind that is still to come is moved, for the
     * customer comes once.
     */
    public Appointment invite(Prospect held, MakeAppointment wish, StaffMember by) {
        Optional<Appointment> open = appointments.of(held.dealership(), cases(held)).stream()
                .filter(one -> one.kind() == wish.kind() && one.status().isOpen())
                .findFirst();
        return open.isPresent() ? move(held, open.get().id(), wish.at(), null, by) : make(held, wish, by);
    }

    /** Moves an appointment with a customer of the reader's. */
    public Appointment move(AppointmentId id, @Nullable Instant to, @Nullable String reason, StaffMember by) {
        return move(holdProspect(id, by), id, to, reason, by);
    }

    /** Moves an appointment to another time; old time, new time and reason stay in the journal. */
    public Appointment move(
            Prospect held, AppointmentId id, @Nullable Instant to, @Nullable String reason, StaffMember by) {
        Instant now = clock.instant();
        List<Field> wrong = new ArrayList<>();
        checkMoment(to, now, wrong);
        String why = PlainText.line(reason, LONGEST, "reason", wrong);
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        Appointment one = hold(held, id);
        Instant before = one.at();
        Instant moment = Objects.requireNonNull(to);
        if (one.status().isOpen() && before.equals(moment)) {
            return one;
        }
        one.move(moment, why);
        appointments.store(one);
        events.publishEvent(AppointmentFact.of(
                        Kind.APPOINTMENT_MOVED, one, held, dealership(held).zone(), by.id(), now)
                .with("oldAt", before.toString())
                .with("oldDay", dealership(held).dayOf(before).toString()));
        return one;
    }

    /** Cancels an appointment with a customer of the reader's, with the reason. */
    public Appointment cancel(AppointmentId id, @Nullable String reason, StaffMember by) {
        return cancel(holdProspect(id, by), id, reason, by);
    }

    /** Cancels an appointment, with the reason. */
    public Appointment cancel(Prospect held, AppointmentId id, @Nullable String reason, StaffMember by) {
        List<Field> wrong = new ArrayList<>();
        String why = PlainText.line(reason, LONGEST, "reason", wrong);
        if (why == null) {
            wrong.add(Field.of("reason", "field.required"));
        }
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        Instant now = clock.instant();
        Appointment one = hold(held, id);
        one.cancel(why, now);
        appointments.store(one);
        tell(Kind.APPOINTMENT_CANCELLED, one, held, by.id(), now);
        return one;
    }

    /** The customer of the reader's came, or was visited. */
    public Appointment kept(AppointmentId id, StaffMember by) {
        return kept(holdProspect(id, by), id, clock.instant(), by);
    }

    /** The appointment was kept at {@code at}; saying so twice says it once. */
    public Appointment kept(Prospect held, AppointmentId id, Instant at, StaffMember by) {
        Appointment one = hold(held, id);
        if (one.status() == AppointmentStatus.KEPT) {
            return one;
        }
        one.kept(at);
        appointments.store(one);
        tell(Kind.APPOINTMENT_KEPT, one, held, by.id(), at);
        return one;
    }

    /**
     * Reception's door: the customer came in at {@code at}. The day's appointment whose time is nearest is kept.
     *
     * @return the appointment that brought the customer; nothing when nobody expected them that day
     */
    public Optional<Appointment> cameIn(Prospect held, Instant at, StaffMember by) {
        LocalDate day = dealership(held).dayOf(at);
        return appointments.of(held.dealership(), cases(held)).stream()
                .filter(one -> one.kind().isAtOurs()
                        && dealership(held).dayOf(one.at()).equals(day)
                        && (one.mayBeKept(at) || one.status() == AppointmentStatus.KEPT))
                .min(Comparator.comparing(one -> Duration.between(one.at(), at).abs()))
                .map(one -> kept(held, one.id(), at, by));
    }

    /** The clock's door: nobody came. */
    boolean missed(DealershipId in, AppointmentId id, Instant limit) {
        Optional<Appointment> seen = appointments.find(in, id);
        if (seen.isEmpty()) {
            return false;
        }
        Prospect prospect = prospects.hold(seen.get().prospect(), in);
        Appointment one = appointments.hold(in, id).orElseThrow();
        if (!one.status().isOpen() || !one.at().isBefore(limit)) {
            return false;
        }
        Instant now = clock.instant();
        one.missed(now);
        appointments.store(one);
        tell(Kind.NO_SHOW, one, prospect, null, now);
        return true;
    }

    /** A customer who was given up or rests is not expected any more. */
    @EventListener
    void ended(ProspectFact fact) {
        if (!ENDS.contains(fact.what())) {
            return;
        }
        Instant now = clock.instant();
        Prospect prospect = prospects.get(fact.dealership(), fact.id());
        appointments.of(fact.dealership(), List.of(fact.id())).stream()
                .filter(one -> one.status().isOpen())
                .forEach(one -> {
                    one.cancel(null, now);
                    appointments.store(one);
                    UUID actor = fact.actor();
                    tell(Kind.APPOINTMENT_CANCELLED, one, prospect, actor == null ? null : new StaffId(actor), now);
                });
    }

    private Prospect holdProspect(AppointmentId id, StaffMember by) {
        Appointment seen = appointments.find(by.dealership(), id).orElseThrow(() -> new NothingHere(id));
        ProspectId goesOn = merging.survivorOf(by.dealership(), seen.prospect()).orElse(seen.prospect());
        return prospects.hold(goesOn, by, CHANGE);
    }

    /** What was agreed with one case of a customer holds for the case that goes on. */
    private List<ProspectId> cases(Prospect held) {
        return merging.casesOf(held.dealership(), held.id());
    }

    private Appointment hold(Prospect held, AppointmentId id) {
        return appointments
                .hold(held.dealership(), id)
                .filter(one -> cases(held).contains(one.prospect()))
                .orElseThrow(() -> new NothingHere(id));
    }

    private static void checkMoment(@Nullable Instant at, Instant now, List<Field> wrong) {
        if (at == null) {
            wrong.add(Field.of("appointmentAt", "field.required"));
        } else if (!at.isAfter(now)) {
            wrong.add(Field.of("appointmentAt", "field.appointmentAt.past"));
        } else if (at.isAfter(now.plus(LONGEST_AHEAD))) {
            wrong.add(Field.of("appointmentAt", "field.appointmentAt.far"));
        }
    }

    private void tell(Kind what, Appointment one, Prospect prospect, @Nullable StaffId by, Instant at) {
        events.publishEvent(
                AppointmentFact.of(what, one, prospect, dealership(prospect).zone(), by, at));
    }

    private Dealership dealership(Prospect prospect) {
        return dealerships.get(prospect.dealership());
    }
}
