package io.genjin.demo;

import io.genjin.demo.Customers.Customer;
import io.genjin.intake.Lead;
import io.genjin.intake.NewLead;
import io.genjin.owner.Referral;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectId;
import io.genjin.prospect.Source;
import io.genjin.shared.Grade;
import io.genjin.staff.StaffMember;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** Customers of the past who came as leads: from HQ, given away within hours, or named by an owner. */
final class LeadRounds {

    /** Hours after which an HQ lead that nobody has called may be warned of (2.1). */
    private static final List<Integer> WARNED_AFTER = List.of(4, 12, 20);

    private final Past past;
    private final Desks desks;
    private final Team team;
    private final Agenda agenda;
    private final Hours hours;
    private final Customers customers;
    private final List<Client> clients;
    private final Promises promises;
    private final Dice random;
    private int numbers;

    LeadRounds(Past past, Desks desks, List<Client> clients, Promises promises, Dice random) {
        this.past = past;
        this.desks = desks;
        this.team = past.team();
        this.agenda = past.agenda();
        this.hours = past.hours();
        this.customers = past.customers();
        this.clients = clients;
        this.promises = promises;
        this.random = random;
    }

    private Instant time() {
        LocalDate day = past.ago(Past.DAYS).plusDays(random.nextInt(Past.DAYS - 2));
        return hours.at(day, 7, 30).plus(Duration.ofMinutes(random.nextInt(15 * 60)));
    }

    /** HQ sends somebody; the designated person gives them to a consultant, who calls within hours. */
    void planLead() {
        Instant at = time();
        int minutesWaiting = 20 + random.nextInt(160);
        boolean wrong = random.chance(8);
        agenda.plan(at, () -> {
            Lead lead = receive(customers.next());
            Instant then = hours.after(agenda.now(), minutesWaiting);
            agenda.plan(then, () -> {
                if (wrong) {
                    desks.leads().invalidate(lead.id(), "空号，多次核实无法接通", team.allots());
                    clientOf(lead).gone = true;
                    promises.over(clientOf(lead));
                } else {
                    allocate(lead, past.inTurn(hours.dayOf(agenda.now())));
                }
            });
        });
    }

    /** A lead arrives and waits for its allocation. */
    Lead receive(Customer customer) {
        numbers++;
        NewLead wish = new NewLead(
                Source.HQ_ALLOCATED,
                null,
                "SVW-%s-%05d".formatted(team.dealership().code(), numbers),
                null,
                customer.name(),
                customer.mobile(),
                List.of(customers.model()),
                random.chance(50) ? "官网预约试驾" : "官网询价");
        Lead lead = desks.leads()
                .receive(wish, team.dealership().id(), team.brand())
                .lead();
        ProspectId id = Objects.requireNonNull(lead.prospect());
        Prospect prospect = desks.prospects().get(team.dealership().id(), id);
        LocalDate day = hours.dayOf(agenda.now());
        Client client = new Client(
                customer,
                id,
                prospect.content(),
                team.allots(),
                Grade.N,
                day,
                prospect.nextStep().date());
        client.waiting = true;
        client.lead = true;
        clients.add(client);
        promises.made(client);
        for (int hoursWaiting : WARNED_AFTER) {
            agenda.plan(agenda.now().plus(Duration.ofHours(hoursWaiting)).plusSeconds(30), () -> {
                if (!client.firstDone && !client.gone) {
                    desks.nights().hqWarnings().warn(team.dealership().id());
                }
            });
        }
        return lead;
    }

    /** Whom an owner named: a lead in the hands of the owner's consultant (scenario 39). */
    void referred(Referral referral, Customer friend) {
        Prospect prospect = desks.prospects().get(team.dealership().id(), referral.friend());
        StaffMember owner = team.withId(prospect.owner());
        Client client = new Client(
                friend,
                prospect.id(),
                prospect.content(),
                owner,
                Grade.N,
                hours.dayOf(agenda.now()),
                prospect.nextStep().date());
        client.lead = true;
        clients.add(client);
        promises.made(client);
    }

    Client clientOf(Lead lead) {
        return clients.stream()
                .filter(client -> client.id.equals(lead.prospect()))
                .findFirst()
                .orElseThrow();
    }

    /** The consultant who gets a lead calls as soon as they can; a forgetful one may find it the next day. */
    void allocate(Lead lead, StaffMember to) {
        desks.allocations().allocate(lead.id(), to.username(), team.allots());
        Client client = clientOf(lead);
        promises.over(client);
        client.waiting = false;
        client.owner = to;
        promises.made(client);
        boolean forgotten = random.chance(Habits.of(to.username()).forgets());
        if (!forgotten && !client.told) {
            agenda.plan(hours.after(agenda.now(), 15 + random.nextInt(200)), () -> past.contact(client, true));
        }
    }

    void takeBack(Lead lead, String reason) {
        desks.allocations().takeBack(lead.id(), reason, team.allots());
        Client client = clientOf(lead);
        promises.over(client);
        client.waiting = true;
        client.owner = team.allots();
        promises.made(client);
    }
}
