package io.genjin.demo;

import io.genjin.prospect.CardContent;
import io.genjin.prospect.CardStatus;
import io.genjin.prospect.Prospect;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The way of the cards through the dealership: handed in, signed or given back, completed, and entered. */
final class CardRounds {

    private final Desks desks;
    private final Team team;
    private final Agenda agenda;
    private final Dice random;
    private final Talk talk;
    private final Hours hours;
    private final Instant lastSigning;
    private final Instant lastEntering;
    private final List<Client> toSign = new ArrayList<>();
    private final List<Client> toEnter = new ArrayList<>();

    CardRounds(Desks desks, Team team, Agenda agenda, Dice random) {
        this.desks = desks;
        this.team = team;
        this.agenda = agenda;
        this.random = random;
        this.talk = new Talk(random);
        this.hours = new Hours(team.dealership().zone());
        this.lastSigning = hours.before(agenda.until(), 150);
        this.lastEntering = hours.before(agenda.until(), 215);
    }

    /** The rounds of {@code day}; on some days the last entering is missed. */
    void plan(LocalDate day) {
        boolean busy = random.chance(12);
        for (Instant at :
                List.of(hours.at(day, 9, 10), hours.at(day, 11, 30), hours.at(day, 15, 0), hours.at(day, 18, 10))) {
            if (at.isBefore(hours.before(agenda.until(), 225))) {
                agenda.plan(at, this::sign);
            }
        }
        for (Instant at :
                List.of(hours.at(day, 9, 40), hours.at(day, 12, 0), hours.at(day, 16, 0), hours.at(day, 18, 25))) {
            boolean missed = busy && at.equals(hours.at(day, 18, 25));
            if (at.isBefore(lastEntering) && !missed) {
                agenda.plan(at, this::enter);
            }
        }
    }

    /** The last signing before those who watch arrive. */
    void planLast() {
        agenda.plan(lastSigning, this::sign);
    }

    /** The consultant hands the card in for the manager's signature. */
    void submit(Client client) {
        desks.cards().submit(client.id, client.owner);
        client.cardStatus = CardStatus.SUBMITTED;
        toSign.add(client);
    }

    private void sign() {
        for (Client client : List.copyOf(toSign)) {
            if (client.owner.equals(team.signs())) {
                continue;
            }
            toSign.remove(client);
            if (client.untidy) {
                client.untidy = false;
                desks.cards().giveBack(client.id, talk.returned(), team.signs());
                client.cardStatus = CardStatus.RETURNED;
                boolean remains = agenda.now().equals(lastSigning);
                if (!remains) {
                    agenda.plan(hours.after(agenda.now(), 30 + random.nextInt(120)), () -> complete(client));
                }
            } else {
                desks.cards().sign(client.id, random.chance(60) ? talk.signed() : null, team.signs());
                client.cardStatus = CardStatus.SIGNED;
                toEnter.add(client);
            }
        }
    }

    /** A returned card gets what was missing and goes back to the manager. */
    private void complete(Client client) {
        Prospect prospect = desks.prospects().get(team.dealership().id(), client.id);
        CardContent card = prospect.content();
        CardContent fuller = new Completed(card).content();
        desks.prospects().rewrite(client.id, fuller, prospect.isImportantCustomer(), prospect.version(), client.owner);
        client.card = fuller;
        submit(client);
    }

    private void enter() {
        for (Client client : List.copyOf(toEnter)) {
            if (random.chance(97)) {
                desks.cards().enter(client.id, team.enters());
                client.cardStatus = CardStatus.ENTERED;
                toEnter.remove(client);
            }
        }
    }
}
