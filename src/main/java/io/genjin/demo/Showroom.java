package io.genjin.demo;

import io.genjin.demo.Customers.Customer;
import io.genjin.followup.RecordFollowUp;
import io.genjin.prospect.CardContent;
import io.genjin.prospect.ProspectId;
import io.genjin.prospect.Source;
import io.genjin.reception.Arrival;
import io.genjin.reception.Closing;
import io.genjin.reception.Follows;
import io.genjin.reception.NotFiledReason;
import io.genjin.reception.Transport;
import io.genjin.reception.Visit;
import io.genjin.reception.VisitId;
import io.genjin.reception.VisitKind;
import io.genjin.reception.VisitPurpose;
import io.genjin.shared.Grade;
import io.genjin.staff.StaffMember;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The door and the telephone in the past: reception registers who comes or calls, the consultant whose turn it is files them, and
 * every visit is closed the same day with what follows. {@link Tours} tells what happens in between, {@link DaySheets} what is
 * signed in the evening.
 */
final class Showroom {

    private static final List<String> GLANCED = List.of("随便看看，留了价目表", "替朋友来问价格，不愿留电话", "赶时间，说下次再来", "看了展车就走，没有多谈");
    private static final List<Transport> TRANSPORTS =
            List.of(Transport.CAR, Transport.CAR, Transport.TAXI, Transport.PUBLIC_TRANSPORT, Transport.ON_FOOT);
    private static final int LAST_HOUR = 18;

    private final Past past;
    private final Desks desks;
    private final Team team;
    private final Agenda agenda;
    private final Hours hours;
    private final Dice random;
    private final TestCars cars;
    private final Tours tours;
    private final DaySheets sheets;
    private final MorningRound mornings;
    private final Map<String, VisitId> unfiled = new HashMap<>();
    private final Map<ProspectId, VisitId> here = new HashMap<>();
    private @Nullable Customer stays;

    Showroom(Past past, Desks desks, long seed) {
        this.past = past;
        this.desks = desks;
        this.team = past.team();
        this.agenda = past.agenda();
        this.hours = past.hours();
        this.random = new Dice(seed * 43 + 17);
        this.cars = new TestCars(past, desks, random);
        this.tours = new Tours(past, desks, cars, random);
        this.sheets = new DaySheets(past, desks, random);
        this.mornings = new MorningRound(past, desks, random);
    }

    void plan(LocalDate firstDay, LocalDate today) {
        cars.plan(firstDay, today);
        mornings.plan(firstDay, today);
        for (LocalDate day = firstDay; day.isBefore(today); day = day.plusDays(1)) {
            for (int party = 0; party < (team.isLarge() ? 2 : 1); party++) {
                if (random.chance(45)) {
                    agenda.plan(moment(day), this::passBy);
                }
            }
            if (random.chance(team.isLarge() ? 70 : 35)) {
                agenda.plan(moment(day), this::comeForSomethingElse);
            }
            sheets.plan(day);
        }
        agenda.plan(hours.at(today.minusDays(3), 16, 20), tours::owe);
        floorOfToday(today);
    }

    /** Two parties are with consultants when those who watch arrive; a manager has joined one of them. */
    private void floorOfToday(LocalDate today) {
        Customer filed = past.customers().named("卫景明", false);
        Customer fresh = past.customers().named("柳依然", true);
        stays = filed;
        agenda.plan(lately(today, 38), () -> comes(filed, Source.WALK_IN, Grade.B));
        agenda.plan(
                lately(today, 12), () -> register(VisitKind.VISIT, VisitPurpose.NEW_CAR, fresh, null, agenda.now()));
    }

    private Instant lately(LocalDate today, int minutes) {
        Instant at = agenda.until().minus(Duration.ofMinutes(minutes));
        Instant midnight = hours.at(today, 0, 2);
        return at.isBefore(midnight) ? midnight : at;
    }

    private Instant moment(LocalDate day) {
        return hours.at(day, 9, 20).plus(Duration.ofMinutes(random.nextInt(440)));
    }

    // ---- who comes

    private Visit register(
            VisitKind kind, VisitPurpose purpose, @Nullable Customer who, @Nullable StaffMember asked, Instant at) {
        int people = kind == VisitKind.CALL ? 1 : 1 + random.nextInt(3);
        Transport transport = kind == VisitKind.CALL ? null : random.one(TRANSPORTS);
        Visit visit = desks.reception()
                .register(
                        new Arrival(
                                kind,
                                people,
                                transport,
                                purpose,
                                null,
                                who == null ? null : who.name(),
                                who == null ? null : who.mobile(),
                                asked == null ? null : asked.username(),
                                null,
                                at),
                        team.greets());
        sheets.came(visit);
        return visit;
    }

    /** Somebody new, whose number reception writes down; who has the turn fills the card a little later. */
    void comes(Customer customer, Source source, Grade grade) {
        boolean call = source == Source.INBOUND_CALL;
        Visit visit =
                register(call ? VisitKind.CALL : VisitKind.VISIT, VisitPurpose.NEW_CAR, customer, null, agenda.now());
        unfiled.put(customer.mobile(), visit.id());
        StaffMember by = team.withId(Objects.requireNonNull(visit.consultant()));
        boolean stay = customer.equals(stays);
        plan(call ? 3 + random.nextInt(6) : 7 + random.nextInt(stay ? 3 : 14), () -> {
            Client client = past.arrive(customer, source, grade, by, null);
            client.told |= stay;
        });
    }

    /** Somebody new asks for {@code by}, who files them at once; who came another way was not at the door. */
    void received(Customer customer, Source source, StaffMember by) {
        boolean call = source == Source.INBOUND_CALL;
        if ((call || source == Source.WALK_IN) && !unfiled.containsKey(customer.mobile())) {
            Visit visit = register(
                    call ? VisitKind.CALL : VisitKind.VISIT,
                    VisitPurpose.NEW_CAR,
                    customer,
                    by,
                    earlier(call ? 4 : 12 + random.nextInt(10)));
            unfiled.put(customer.mobile(), visit.id());
        }
    }

    /** The card is there; what remains of the visit follows, until it is closed. */
    void filed(Client client) {
        VisitId visit = unfiled.remove(client.customer.mobile());
        if (visit == null) {
            return;
        }
        if (client.customer.equals(stays)) {
            plan(12, () -> desks.reception().join(visit, team.signs()));
            tours.begin(client);
            return;
        }
        boolean call = client.card.source() == Source.INBOUND_CALL;
        Instant end = call ? agenda.now().plus(Duration.ofMinutes(4)) : tours.first(client);
        agenda.plan(end, () -> end(visit, client, Follows.NEXT_CONTACT, "首次接待M，介绍了配置和价格，约好回访"));
    }

    /** A customer on file comes again; {@code talk} is how it ends, with the contact and its next promise. */
    void comesAgain(Client client, StaffMember by, Runnable talk) {
        Instant comesAt = client.comesAt;
        boolean expected = comesAt != null && hours.dayOf(comesAt).equals(hours.dayOf(agenda.now()));
        Visit visit = enter(client, by, expected ? VisitKind.INVITED : VisitKind.VISIT, agenda.now());
        agenda.plan(tours.again(client), () -> {
            if (client.isFollowed()) {
                talk.run();
            } else {
                here.remove(client.id);
                end(visit.id(), client, Follows.NEXT_CONTACT, "到店看了M，没有新的约定");
            }
        });
    }

    /** A colleague's customer asks for {@code by}: received as a courtesy, and the owner is told (scenario 21). */
    void courtesy(Client client, StaffMember by) {
        Visit visit = register(VisitKind.VISIT, VisitPurpose.NEW_CAR, client.customer, by, agenda.now());
        plan(25, () -> close(visit.id(), client, Follows.OWNER_GOES_ON, "代为接待，介绍了M，已转告负责顾问", by));
    }

    private Visit enter(Client client, StaffMember by, VisitKind kind, Instant at) {
        Visit visit = register(kind, VisitPurpose.NEW_CAR, client.customer, by.equals(client.owner) ? null : by, at);
        here.put(client.id, visit.id());
        return visit;
    }

    private void passBy() {
        Visit visit = register(VisitKind.VISIT, VisitPurpose.NEW_CAR, null, null, agenda.now());
        StaffMember by = team.withId(Objects.requireNonNull(visit.consultant()));
        NotFiledReason why = random.one(List.of(
                NotFiledReason.REFUSED, NotFiledReason.REFUSED, NotFiledReason.HURRY, NotFiledReason.COMPANION));
        plan(6 + random.nextInt(20), () -> {
            desks.closings().notFiled(visit.id(), why, random.one(GLANCED), by);
            sheets.closed(visit.id());
        });
    }

    private void comeForSomethingElse() {
        VisitPurpose purpose = random.one(
                List.of(VisitPurpose.SERVICE, VisitPurpose.SERVICE, VisitPurpose.PICK_UP, VisitPurpose.PAPERWORK));
        Visit visit = register(VisitKind.VISIT, purpose, null, null, agenda.now());
        plan(10 + random.nextInt(50), () -> {
            desks.reception().leave(visit.id(), team.greets());
            sheets.closed(visit.id());
        });
    }

    // ---- how visits end

    /** Whether a contact made in this way can be made now: who never answers does not come, and the house closes. */
    boolean isPossible(Client client) {
        return !client.silent && agenda.now().isBefore(hours.at(hours.dayOf(agenda.now()), LAST_HOUR, 0));
    }

    /** Whether the contact that is about to be recorded is a visit, which closing it records. */
    boolean isHere(Client client) {
        return here.containsKey(client.id);
    }

    /** Somebody came of whom nobody had spoken, just now. */
    void cameIn(Client client, StaffMember by) {
        if (!isHere(client)) {
            enter(client, by, VisitKind.VISIT, earlier(35));
        }
    }

    /** The contact is the closing of the visit, so that it counts once; the next promise comes back. */
    LocalDate close(Client client, RecordFollowUp report, StaffMember by) {
        VisitId visit = Objects.requireNonNull(here.get(client.id));
        Follows follows =
                switch (Objects.requireNonNull(report.outcome())) {
                    case ORDERED -> Follows.ORDER;
                    case REACHED, APPOINTMENT, POSTPONED -> Follows.NEXT_CONTACT;
                    default -> Follows.REVIEW;
                };
        desks.closings()
                .close(
                        visit,
                        new Closing(
                                follows,
                                report.content(),
                                client.model(),
                                null,
                                rival(client.card),
                                report.gradeAfter(),
                                report.evidence(),
                                report.gradeReason(),
                                report.nextDate(),
                                report.nextReason(),
                                null,
                                report.lateReason(),
                                report.appointmentAt()),
                        by);
        here.remove(client.id);
        sheets.closed(visit);
        return Objects.requireNonNull(report.nextDate());
    }

    private void end(VisitId visit, Client client, Follows follows, String course) {
        if (random.chance(60)) {
            desks.reception().leave(visit, team.greets());
        }
        close(visit, client, follows, course, past.present(client.owner, hours.dayOf(agenda.now())));
    }

    private void close(VisitId visit, Client client, Follows follows, String course, StaffMember by) {
        desks.closings()
                .close(
                        visit,
                        new Closing(
                                follows,
                                course.replace("M", client.model()),
                                client.model(),
                                null,
                                rival(client.card),
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null),
                        by);
        sheets.closed(visit);
    }

    private static @Nullable String rival(CardContent card) {
        return card.competitors().isEmpty() ? null : card.competitors().get(0);
    }

    // ---- appointments

    /** A time on the day that was agreed on. */
    Instant timeOn(LocalDate day) {
        return hours.at(day, 10 + random.nextInt(6), random.chance(50) ? 0 : 30);
    }

    /** Remembers what was agreed on; an hour after it those who did not come are found. */
    void agreed(Client client, @Nullable Instant comesAt, boolean drives, StaffMember by) {
        client.comesAt = comesAt;
        if (comesAt == null) {
            return;
        }
        agenda.plan(
                comesAt.plus(Duration.ofMinutes(61)),
                () -> desks.nights().noShows().find(team.dealership().id()));
        if (drives && random.chance(45)) {
            cars.book(client, comesAt.plus(Duration.ofMinutes(30)), by);
        }
    }

    private Instant earlier(int minutes) {
        Instant morning = hours.at(hours.dayOf(agenda.now()), 0, 1);
        Instant at = agenda.now().minus(Duration.ofMinutes(minutes));
        return at.isBefore(morning) ? agenda.now() : at;
    }

    private void plan(int minutes, Runnable work) {
        agenda.plan(agenda.now().plus(Duration.ofMinutes(minutes)), work);
    }
}
