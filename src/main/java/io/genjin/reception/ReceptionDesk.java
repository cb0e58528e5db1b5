package io.genjin.reception;

import io.genjin.appointment.Appointment;
import io.genjin.appointment.AppointmentDesk;
import io.genjin.appointment.AppointmentList;
import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.ownership.DoorCheck;
import io.genjin.prospect.OpeningDesk;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectDesk;
import io.genjin.prospect.ProspectId;
import io.genjin.reception.VisitFact.Kind;
import io.genjin.shared.DealershipId;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.PhoneNumber;
import io.genjin.shared.PlainText;
import io.genjin.shared.Refusal.Field;
import io.genjin.staff.Role;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import io.genjin.vault.Vault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door: registers parties in seconds, says who receives them, and sees them off (2.3). Who typed a number learns from the
 * {@link DoorCheck} whose customer it is, and nothing else of the file.
 */
@Service
@Transactional
public class ReceptionDesk {

    static final String REGISTER = "visit.register";

    private static final int MOST_PEOPLE = 99;
    private static final int LONGEST_NAME = 60;
    /** A clock at the door may go a little ahead. */
    private static final Duration AHEAD = Duration.ofMinutes(2);

    private final Visits visits;
    private final VisitAccess access;
    private final FloorTeam floor;
    private final DailySheets sheets;
    private final DoorCheck doorCheck;
    private final ProspectDesk prospects;
    private final OpeningDesk openings;
    private final AppointmentDesk appointments;
    private final AppointmentList appointmentList;
    private final StaffDirectory staff;
    private final Vault vault;
    private final Dealerships dealerships;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReceptionDesk(
            Visits visits,
            VisitAccess access,
            FloorTeam floor,
            DailySheets sheets,
            DoorCheck doorCheck,
            ProspectDesk prospects,
            OpeningDesk openings,
            AppointmentDesk appointments,
            AppointmentList appointmentList,
            StaffDirectory staff,
            Vault vault,
            Dealerships dealerships,
            ApplicationEventPublisher events,
            Clock clock) {
        this.visits = visits;
        this.access = access;
        this.floor = floor;
        this.sheets = sheets;
        this.doorCheck = doorCheck;
        this.prospects = prospects;
        this.openings = openings;
        this.appointments = appointments;
        this.appointmentList = appointmentList;
        this.staff = staff;
        this.vault = vault;
        this.dealerships = dealerships;
        this.events = events;
        this.clock = clock;
    }

    /** The parts of an arrival after they were checked. */
    private record Party(
            VisitKind kind,
            int people,
            VisitPurpose purpose,
            @Nullable String name,
            @Nullable PhoneNumber number,
            Instant arrivedAt) {}

    /** Who receives the party, and why they. */
    private record Receiver(@Nullable StaffId who, @Nullable Given given) {}

    /**
     * Registers a party. Whoever the number or the appointment says is on file is linked at once; a colleague who receives them
     * does so as a courtesy, and the owner is told (scenario 21).
     *
     * @throws FieldsRefused               naming what is wrong; {@code requested} when nobody is on the floor
     * @throws io.genjin.ownership.TooManyDoorChecks after too many numbers within ten minutes
     * @throws SheetSealed                 when the day is signed
     */
    public Visit register(Arrival arrival, StaffMember by) {
        Instant now = clock.instant();
        Dealership dealership = dealerships.get(by.dealership());
        Party party = checked(arrival, dealership, now);
        LocalDate day = dealership.dayOf(party.arrivedAt());
        floor.hold(dealership.id(), day);
        if (sheets.isSealed(dealership.id(), day)) {
            throw new SheetSealed();
        }
        Optional<Appointment> expected = Optional.ofNullable(arrival.appointment())
                .flatMap(id -> appointmentList.find(dealership.id(), id))
                .filter(one -> dealership.dayOf(one.at()).equals(day));
        Optional<Prospect> customer = customer(party, expected, by);
        Receiver receiver = receiver(arrival, party, customer, expected, day, by);
        VisitNature nature = nature(arrival, party, customer);
        VisitId id = VisitId.next();
        PhoneNumber waiting = customer.isPresent() ? null : party.number();
        Visit visit = new Visit(new Visit.State(
                id,
                dealership.id(),
                day,
                party.kind(),
                party.arrivedAt(),
                null,
                party.people(),
                arrival.transport(),
                party.purpose(),
                nature,
                customer.isPresent() ? null : party.name(),
                waiting == null ? null : vault.seal(waiting.normalised(), context(dealership.id(), id)),
                receiver.given() == Given.REQUESTED ? receiver.who() : null,
                receiver.who(),
                receiver.given(),
                null,
                false,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                by.id()));
        visits.add(visit, waiting == null ? null : vault.fingerprint(waiting, dealership.id()));
        tell(VisitFact.of(Kind.VISIT_ARRIVED, visit, customer.orElse(null), by.id(), party.arrivedAt())
                .with("kind", visit.kind())
                .with("nature", nature)
                .with("purpose", visit.purpose())
                .with("people", visit.people())
                .with("transport", visit.transport())
                .with("given", visit.given())
                .with(
                        "requested",
                        visit.requested() == null ? null : visit.requested().toString()));
        if (customer.isPresent()) {
            link(visit, customer.get(), by);
        }
        return visit;
    }

    private Party checked(Arrival arrival, Dealership dealership, Instant now) {
        List<Field> wrong = new ArrayList<>();
        int people = arrival.people() == null ? 1 : arrival.people();
        if (people < 1 || people > MOST_PEOPLE) {
            wrong.add(Field.of("people", "field.people", MOST_PEOPLE));
        }
        String name = PlainText.line(arrival.customerName(), LONGEST_NAME, "customerName", wrong);
        PhoneNumber number = null;
        if (arrival.mobile() != null && !arrival.mobile().isBlank()) {
            number = PhoneNumber.parse(arrival.mobile()).orElse(null);
            if (number == null) {
                wrong.add(Field.of("mobile", "field.mobile"));
            }
        }
        Instant at = arrival.arrivedAt() == null ? now : arrival.arrivedAt();
        if (at.isAfter(now.plus(AHEAD))) {
            wrong.add(Field.of("arrivedAt", "field.future"));
        } else if (!dealership.dayOf(at).equals(dealership.dayOf(now))) {
            wrong.add(Field.of("arrivedAt", "field.arrivedAt.today"));
        }
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        return new Party(
                arrival.kind() == null ? VisitKind.VISIT : arrival.kind(),
                people,
                arrival.purpose() == null ? VisitPurpose.NEW_CAR : arrival.purpose(),
                name,
                number,
                at);
    }

    /** The open case of who is at the door; the look is logged and counted as any look at the door (S-R27). */
    private Optional<Prospect> customer(Party party, Optional<Appointment> expected, StaffMember by) {
        PhoneNumber number = party.number();
        Optional<ProspectId> known = Optional.empty();
        if (number != null) {
            doorCheck.check(number.normalised(), by);
            known = prospects.openWith(by.dealership(), number);
        } else if (expected.isPresent()) {
            known = expected.map(Appointment::prospect);
        }
        return known.map(id -> prospects.hold(id, by.dealership()))
                .filter(held -> held.status().isOpen());
    }

    private Receiver receiver(
            Arrival arrival,
            Party party,
            Optional<Prospect> customer,
            Optional<Appointment> expected,
            LocalDate day,
            StaffMember by) {
        DealershipId in = by.dealership();
        String asked = arrival.requested() == null ? "" : arrival.requested().strip();
        if (!asked.isEmpty()) {
            StaffMember wanted = staff.byUsername(in, asked)
                    .filter(member -> member.active() && member.isAnyOf(Role.SALES_CONSULTANT, Role.SALES_MANAGER))
                    .orElseThrow(() -> new FieldsRefused(Field.of("requested", "field.owner")));
            return new Receiver(wanted.id(), Given.REQUESTED);
        }
        if (!access.seesAll(by, REGISTER)) {
            return new Receiver(by.id(), Given.NAMED);
        }
        Optional<StaffId> theirs =
                expected.flatMap(one -> Optional.ofNullable(one.with())).or(() -> customer.map(Prospect::owner));
        if (theirs.isPresent() && floor.isOnFloor(in, theirs.get(), day)) {
            return new Receiver(theirs.get(), Given.OWNER);
        }
        if (!party.purpose().isSales()) {
            return new Receiver(null, null);
        }
        StaffId next = floor.queue(in, day)
                .next(floor.busy(in))
                .orElseThrow(() -> new FieldsRefused(Field.of("requested", "field.requested.nobody")));
        return new Receiver(next, Given.ROTATION);
    }

    private static VisitNature nature(Arrival arrival, Party party, Optional<Prospect> customer) {
        if (!party.purpose().isSales()) {
            return VisitNature.NON_SALES;
        }
        if (customer.isPresent()) {
            return natureOf(customer.get());
        }
        VisitNature said = arrival.nature();
        return said == null || said == VisitNature.NON_SALES ? VisitNature.FIRST : said;
    }

    static VisitNature natureOf(Prospect customer) {
        return customer.visits().count() == 0 ? VisitNature.FILED_FIRST : VisitNature.RETURN;
    }

    /** The party is this customer: same case, attributed to the appointment that invited them. */
    private void link(Visit visit, Prospect customer, StaffMember by) {
        visit.belongsTo(customer.id(), visit.nature(), false);
        StaffId consultant = visit.consultant();
        if (consultant != null && visit.purpose().isSales()) {
            StaffMember receiver = staff.get(visit.dealership(), consultant);
            if (!access.isOwner(customer, receiver)) {
                openings.courtesy(customer.id(), visit.kind().source(), receiver);
            }
        }
        if (visit.kind().isAtTheDoor()) {
            Prospect now = prospects.hold(customer.id(), visit.dealership());
            appointments.cameIn(now, visit.arrivedAt(), by).ifPresent(one -> visit.invitedBy(one.id()));
        }
        visits.store(visit);
        tell(VisitFact.of(Kind.VISIT_FILED, visit, customer, by.id(), visit.arrivedAt())
                .with("kind", visit.kind())
                .with("nature", visit.nature())
                .with(
                        "appointment",
                        visit.appointment() == null ? null : visit.appointment().toString()));
    }

    /** The party leaves, seen off at the car; who came for something else than a car is closed with it. */
    public Visit leave(VisitId id, StaffMember by) {
        Visit visit = access.hold(id, by, REGISTER);
        Instant now = clock.instant();
        if (visit.leave(now)) {
            Prospect customer = customerOf(visit);
            tell(VisitFact.of(Kind.VISIT_LEFT, visit, customer, by.id(), now)
                    .with("stayMinutes", visit.stay(now).toMinutes()));
            if (!visit.purpose().isSales() && visit.isOpen()) {
                visit.close(Follows.NON_SALES, by.id(), now);
                tell(VisitFact.of(Kind.VISIT_CLOSED, visit, customer, by.id(), now)
                        .with("follows", Follows.NON_SALES));
            }
            visits.store(visit);
        }
        return visit;
    }

    /** A manager joins the talk, which sells (the board's fifth step). */
    public Visit join(VisitId id, StaffMember by) {
        Visit visit = access.hold(id, by, "floor.manage");
        Instant now = clock.instant();
        if (visit.joined(now)) {
            visits.store(visit);
            tell(VisitFact.of(Kind.MANAGER_JOINED, visit, customerOf(visit), by.id(), now));
        }
        return visit;
    }

    private @Nullable Prospect customerOf(Visit visit) {
        ProspectId customer = visit.prospect();
        return customer == null ? null : prospects.get(visit.dealership(), customer);
    }

    static String context(DealershipId dealership, VisitId id) {
        return "visit.mobile|" + dealership.value() + "|" + id.value();
    }

    private void tell(VisitFact fact) {
        events.publishEvent(fact);
    }
}
