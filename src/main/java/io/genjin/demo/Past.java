package io.genjin.demo;

import io.genjin.demo.Customers.Customer;
import io.genjin.followup.ContactWay;
import io.genjin.followup.Outcome;
import io.genjin.followup.RecordFollowUp;
import io.genjin.prospect.CardContent;
import io.genjin.prospect.CardStatus;
import io.genjin.prospect.GradeChoice;
import io.genjin.prospect.NextDateTooLate;
import io.genjin.prospect.NextStepReason;
import io.genjin.prospect.OpenProspect;
import io.genjin.prospect.Opening;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectStatus;
import io.genjin.prospect.PurchaseBand;
import io.genjin.prospect.Source;
import io.genjin.prospect.TransferReason;
import io.genjin.shared.Grade;
import io.genjin.staff.AbsencePlan;
import io.genjin.staff.StaffMember;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Three months of a dealership, lived through its desks: customers come, cards are filled, signed and entered, contacts are
 * made, forgotten and moved, each at its own instant. The same random numbers make it the same past each time, seen from now.
 */
final class Past {

    private static final Logger LOG = LoggerFactory.getLogger(Past.class);

    static final int DAYS = 91;

    /** On the last day this much is left on everybody's list, for those who watch to work on. */
    private static final int LEFT_FOR_TODAY = 11;

    private static final int MOST_LEFT = 14;

    /** Even who forgets things does not lose sight of more than this in a day. */
    private static final int MOST_FORGOTTEN = 3;

    private record Away(StaffMember who, LocalDate from, LocalDate to, StaffMember deputy) {}

    private final Desks desks;
    private final Team team;
    private final Agenda agenda;
    private final Dice random;
    private final Customers customers;
    private final Talk talk;
    private final CardRounds cards;
    private final Hours hours;
    private final Grades grades;
    private final LocalDate firstDay;
    private final LocalDate today;
    private final Endings endings;
    private final OfficeRounds office;
    private final WeeklyLists lists;
    private final Sales sales;
    private final OwnersCare ownersCare;
    private final LeadRounds leads;
    private final Showroom showroom;
    private final Market market;
    private final Steering steering;
    private final Meetings meetings;
    private final List<Client> clients = new ArrayList<>();
    private final List<Away> absences = new ArrayList<>();
    private final Promises promises = new Promises();
    private int turn;
    private int contacts;

    Past(Desks desks, Team team, Agenda agenda, long seed) {
        this.desks = desks;
        this.team = team;
        this.agenda = agenda;
        this.random = new Dice(seed);
        this.customers = new Customers(random, "199000" + team.dealership().id().value());
        this.talk = new Talk(random);
        this.hours = new Hours(team.dealership().zone());
        this.today = hours.dayOf(agenda.until());
        this.firstDay = today.minusDays(DAYS);
        this.grades = new Grades(random);
        this.cards = new CardRounds(desks, team, agenda, random);
        this.endings = new Endings(this, desks, seed);
        this.office = new OfficeRounds(this, desks, seed);
        this.lists = new WeeklyLists(this, desks, seed);
        this.sales = new Sales(this, desks, seed);
        this.leads = new LeadRounds(this, desks, clients, promises, random);
        this.ownersCare = new OwnersCare(this, desks, seed);
        this.showroom = new Showroom(this, desks, seed);
        this.market = new Market(this, desks, seed);
        this.steering = new Steering(this, desks, firstDay);
        this.meetings = new Meetings(this, desks, seed);
    }

    /** Lives through all of it; each day begins with what fell due the day before. */
    void live(int arrivals, int leadsFromHq) {
        for (LocalDate day = firstDay; !day.isAfter(today); day = day.plusDays(1)) {
            LocalDate thisDay = day;
            agenda.plan(hours.at(day, 0, 1), () -> beginDay(thisDay));
            cards.plan(day);
        }
        for (int number = 0; number < arrivals; number++) {
            planArrival();
        }
        for (int number = 0; number < leadsFromHq; number++) {
            leads.planLead();
        }
        cards.planLast();
        office.plan(firstDay, today);
        sales.plan(firstDay);
        ownersCare.plan(firstDay, today);
        showroom.plan(firstDay, today);
        market.plan(firstDay, today);
        steering.plan(today);
        meetings.plan(firstDay, today);
        lists.plan(firstDay, today, team.consultants().get(team.consultants().size() - 1));
        agenda.live();
        LOG.info("{}: {} customers, {} contacts until {}", team.dealership().code(), clients.size(), contacts, today);
    }

    // ---- days

    private void beginDay(LocalDate day) {
        desks.nights().begin(team.dealership().id());
        if (day.equals(today)) {
            desks.nights().audit().run(team.dealership().id());
        }
        clients.stream()
                .filter(client -> client.wakesOn != null && !client.wakesOn.isAfter(day))
                .toList()
                .forEach(this::wake);
        if (day.getDayOfMonth() == 1) {
            LOG.info("{}: {} customers, {} contacts until {}", team.dealership().code(), clients.size(), contacts, day);
        }
        for (StaffMember owner : owners()) {
            planContacts(owner, day);
        }
    }

    private List<StaffMember> owners() {
        List<StaffMember> owners = new ArrayList<>(team.consultants());
        owners.add(team.heads());
        return owners;
    }

    private void planContacts(StaffMember owner, LocalDate day) {
        StaffMember by = present(owner, day);
        Habits habits = Habits.of(by.username());
        List<Client> due = clients.stream()
                .filter(client -> client.owner.equals(owner) && client.isFollowed())
                .filter(client -> !client.next.isAfter(day))
                .sorted(Comparator.comparing((Client client) -> client.next).thenComparing(client -> client.grade))
                .toList();
        int most = day.equals(today) ? todaysShare(due.size()) : due.size();
        int made = 0;
        int forgotten = 0;
        for (Client client : due) {
            if (client.isNeglected(day) || made >= most) {
                continue;
            }
            if (!client.told && forgotten < MOST_FORGOTTEN && random.chance(habits.forgets())) {
                forgotten++;
                continue;
            }
            made++;
            boolean moves = !client.told
                    && client.comesAt == null
                    && client.next.equals(day)
                    && client.grade.compareTo(Grade.A) > 0
                    && random.chance(habits.reschedules());
            boolean early = !client.firstDone && (client.told || habits.equals(Habits.DILIGENT));
            Instant at = early ? hours.at(day, 9, 5).plusSeconds(random.nextInt(2400)) : moment(day);
            if (client.comesAt != null && hours.dayOf(client.comesAt).equals(day)) {
                at = client.comesAt.plus(Duration.ofMinutes(random.nextInt(16) - 6L));
            }
            agenda.plan(at, moves ? () -> reschedule(client) : () -> contact(client, true));
        }
    }

    /** A few contacts are made early today; the rest waits for those who watch. */
    private int todaysShare(int due) {
        return due > MOST_LEFT ? due - MOST_LEFT + 1 : Math.min(2, Math.max(0, due - LEFT_FOR_TODAY));
    }

    /** Who answers for {@code owner}'s customers that day. */
    StaffMember present(StaffMember owner, LocalDate day) {
        return absences.stream()
                .filter(away -> away.who().equals(owner) && !day.isBefore(away.from()) && !day.isAfter(away.to()))
                .map(Away::deputy)
                .findFirst()
                .orElse(owner);
    }

    private Instant moment(LocalDate day) {
        int minutes = day.equals(today) ? random.nextInt(40) : random.nextInt(500);
        return hours.at(day, 9, 10).plus(Duration.ofMinutes(minutes));
    }

    // ---- arrivals

    private void planArrival() {
        LocalDate day = firstDay.plusDays(random.nextInt(DAYS));
        if (day.getDayOfWeek().getValue() < 6 && random.chance(35)) {
            day = day.plusDays(6L - day.getDayOfWeek().getValue());
        }
        Instant at = hours.at(day, 9, 15).plus(Duration.ofMinutes(random.nextInt(540)));
        if (at.isAfter(hours.before(agenda.until(), 240))) {
            at = hours.at(firstDay.plusDays(random.nextInt(DAYS - 2)), 14, 0).plusSeconds(random.nextInt(9000));
        }
        Source source = source();
        Grade grade = grades.first(source);
        boolean greeted = source == Source.WALK_IN || source == Source.INBOUND_CALL;
        agenda.plan(at, () -> {
            if (greeted) {
                showroom.comes(customers.next(), source, grade);
            } else {
                arrive(customers.next(), source, grade, inTurn(hours.dayOf(agenda.now())), null);
            }
        });
    }

    private Source source() {
        int roll = random.nextInt(100);
        if (roll < 46) {
            return Source.WALK_IN;
        } else if (roll < 68) {
            return Source.INBOUND_CALL;
        } else if (roll < 76) {
            return Source.FIELD_SALES;
        } else if (roll < 86) {
            return Source.PROMOTION_EVENT;
        } else if (roll < 93) {
            return Source.REFERRAL;
        } else if (roll < 96) {
            return Source.HOTLINE_800;
        } else if (roll < 98) {
            return Source.CO_SELLING;
        }
        return Source.OTHER;
    }

    /** Whose turn it is, where nobody stands at the door to say. */
    StaffMember inTurn(LocalDate day) {
        StaffMember next = team.consultants().get(turn++ % team.consultants().size());
        return present(next, day);
    }

    /** A consultant fills a card after the first talk and hands it in within the hour. */
    Client arrive(Customer customer, Source source, Grade grade, StaffMember by, @Nullable CardContent given) {
        LocalDate day = hours.dayOf(agenda.now());
        showroom.received(customer, source, by);
        boolean withoutMeans = given == null && grade == Grade.A && random.chance(25);
        CardContent card = given == null ? customers.card(customer, source, Grades.band(grade)) : given;
        LocalDate next = promises.quietest(by, day, day.plusDays(Grades.firstCall(grade)), Grades.firstCall(grade) / 2);
        GradeChoice choice = new GradeChoice(
                grade,
                withoutMeans ? Grades.WARM : Grades.evidence(grade),
                withoutMeans ? "车已看好，等贷款审批" : null,
                "gradeReason");
        OpenProspect wish = new OpenProspect(
                card,
                choice,
                next,
                source == Source.WALK_IN ? NextStepReason.LEFT_SHOWROOM_CALLBACK : NextStepReason.FIRST_CONTACT,
                null,
                null,
                given != null,
                null,
                null);
        Opening.Opened opened = (Opening.Opened) desks.openings().open(wish, by);
        Client client = new Client(customer, opened.prospect().id(), card, by, grade, day, next);
        client.untidy = random.chance(Habits.of(by.username()).untidy());
        clients.add(client);
        promises.made(client);
        agenda.plan(hours.after(agenda.now(), 5 + random.nextInt(50)), () -> cards.submit(client));
        showroom.filed(client);
        return client;
    }

    // ---- contacts

    private void reschedule(Client client) {
        Prospect prospect = desks.prospects().get(team.dealership().id(), client.id);
        LocalDate day = hours.dayOf(agenda.now());
        LocalDate latest = prospect.deadline().latest();
        LocalDate next = day.plusDays(1 + random.nextInt(2));
        String late = next.isAfter(latest) ? talk.lateReason() : null;
        move(client, next, talk.rescheduled(), late);
    }

    void move(Client client, LocalDate next, String reason, @Nullable String lateReason) {
        StaffMember by = present(client.owner, hours.dayOf(agenda.now()));
        desks.followUps().reschedule(client.id, next, null, reason, lateReason, by);
        promises.move(client, next);
    }

    /** One contact as a consultant makes it: they reach the customer or not, learn something, and promise the next. */
    void contact(Client client, boolean triesAgain) {
        LocalDate day = hours.dayOf(agenda.now());
        StaffMember by = present(client.owner, day);
        if (!client.isFollowed() || client.next.isAfter(day) && client.firstDone) {
            return;
        }
        ContactWay wished = client.coming && random.chance(75) ? ContactWay.SHOWROOM : way(client);
        ContactWay way = wished == ContactWay.SHOWROOM && !showroom.isPossible(client) ? ContactWay.PHONE : wished;
        int reaches = client.silent ? 0 : Habits.of(by.username()).reaches() + (client.told ? 15 : 0);
        client.coming = false;
        contacts++;
        client.visited |= way == ContactWay.SHOWROOM;
        if (way == ContactWay.SHOWROOM) {
            showroom.comesAgain(client, by, () -> reached(client, way, day, present(client.owner, day)));
        } else if (random.chance(reaches)) {
            reached(client, way, day, by);
        } else {
            notReached(client, way == ContactWay.VISIT_OUT ? ContactWay.PHONE : way, day, by, triesAgain);
        }
    }

    private ContactWay way(Client client) {
        int roll = random.nextInt(100);
        if (!client.firstDone || roll < 62) {
            return ContactWay.PHONE;
        } else if (roll < 90) {
            return ContactWay.WECHAT;
        } else if (roll < 93) {
            return ContactWay.SMS;
        } else if (roll < 95) {
            return ContactWay.VISIT_OUT;
        }
        return client.grade == Grade.N ? ContactWay.WECHAT : ContactWay.SHOWROOM;
    }

    private void reached(Client client, ContactWay way, LocalDate day, StaffMember by) {
        Endings.Ending ending = endings.of(client, way, day);
        if (ending != Endings.Ending.GOES_ON) {
            last(client, ending, way, day, by);
            return;
        }
        Grade before = client.grade;
        boolean keeps =
                client.told && (client.firstDone || !client.card.source().isFromHq());
        Grade after = keeps ? before : grades.after(client, way, day);
        boolean lowered = after.compareTo(before) > 0;
        boolean visits = after != Grade.N && way != ContactWay.SHOWROOM && !lowered && random.chance(24);
        Outcome outcome = lowered ? Outcome.POSTPONED : visits ? Outcome.APPOINTMENT : Outcome.REACHED;
        boolean late = !client.told
                && after.compareTo(Grade.A) > 0
                && !visits
                && random.chance(Habits.of(by.username()).late());
        int rhythm = Grades.rhythm(after);
        LocalDate next = late
                ? day.plusDays(rhythm + 2L + random.nextInt(4))
                : way == ContactWay.SHOWROOM || visits && rhythm <= 4
                        ? day.plusDays(1)
                        : promises.quietest(client.owner, day, day.plusDays(rhythm), rhythm == 15 ? 5 : rhythm / 3);
        NextStepReason reason = grades.next(after, way, visits);
        String said = talk.said(outcome, way, !client.firstDone, client);
        boolean changes = after != before;
        String why = !changes ? null : lowered ? talk.lowered() : talk.raised();
        RecordFollowUp report = new RecordFollowUp(
                way,
                null,
                outcome,
                said,
                changes ? after : null,
                changes ? Grades.evidence(after) : null,
                why,
                next,
                reason,
                null,
                late ? talk.lateReason() : null,
                visits ? showroom.timeOn(next) : null);
        record(client, report, day, by);
        if (changes) {
            client.grade = after;
            client.gradedOn = day;
        }
        client.coming = visits;
        if (way == ContactWay.SHOWROOM && after.compareTo(Grade.A) <= 0 && !client.quoted && random.chance(60)) {
            agenda.plan(hours.after(agenda.now(), 10 + random.nextInt(20)), () -> sales.quote(client));
        }
        boolean first = !client.firstDone;
        client.firstDone = true;
        if (first && client.cardStatus == CardStatus.DRAFT && client.lead) {
            client.untidy = random.chance(Habits.of(by.username()).untidy());
            agenda.plan(hours.after(agenda.now(), 10 + random.nextInt(40)), () -> cards.submit(client));
        }
    }

    /** The contact with which a customer buys or is lost. */
    private void last(Client client, Endings.Ending ending, ContactWay way, LocalDate day, StaffMember by) {
        boolean buys = ending == Endings.Ending.BUYS;
        Losses.Story story = endings.losses().one();
        String said = buys ? "C同意签约，M车价和装潢谈定，约好交定金" : story.said();
        ContactWay through = buys ? ContactWay.SHOWROOM : way == ContactWay.SHOWROOM ? ContactWay.PHONE : way;
        client.visited |= buys;
        RecordFollowUp report = new RecordFollowUp(
                through,
                null,
                buys ? Outcome.ORDERED : story.contact(),
                said.replace("C", client.title()).replace("M", client.model()),
                null,
                null,
                null,
                day.plusDays(Grades.rhythm(client.grade)),
                buys ? NextStepReason.FINANCE_FOLLOW_UP : NextStepReason.ROUTINE,
                null,
                null);
        record(client, report, day, by);
        if (buys) {
            sales.buy(client, day.plusDays(6L + random.nextInt(13)));
        } else {
            endings.lose(client, story);
        }
    }

    /** Nobody owes contacts any more, for a while or for good. */
    void rest(Client client) {
        client.resting = true;
        promises.over(client);
    }

    /** The case goes on as the product has it now. */
    void resume(Client client) {
        Prospect now = desks.prospects().get(team.dealership().id(), client.id);
        client.owner = team.withId(now.owner());
        client.grade = now.grade();
        client.next = now.nextStep().date();
        client.wakesOn = null;
        client.resting = false;
        promises.made(client);
    }

    private void wake(Client client) {
        client.wakesOn = null;
        Prospect now = desks.prospects().get(team.dealership().id(), client.id);
        if (client.resting && now.status() == ProspectStatus.FOLLOWING) {
            resume(client);
        }
    }

    private void notReached(Client client, ContactWay way, LocalDate day, StaffMember by, boolean triesAgain) {
        Prospect prospect = desks.prospects().get(team.dealership().id(), client.id);
        boolean first = prospect.deadline().firstPending();
        boolean canWait = first || prospect.deadline().latest().isAfter(day);
        boolean givesUp =
                !triesAgain && random.chance(100 - Habits.of(by.username()).forgets());
        int days = !first && prospect.deadline().latest().isAfter(day.plusDays(1)) && random.chance(60) ? 2 : 1;
        LocalDate next = canWait || givesUp ? day.plusDays(days) : day;
        RecordFollowUp report = new RecordFollowUp(
                way,
                null,
                Outcome.NOT_REACHED,
                talk.said(Outcome.NOT_REACHED, way, false, client),
                null,
                null,
                null,
                next,
                first ? NextStepReason.FIRST_CONTACT : prospect.nextStep().reason(),
                null,
                canWait || !givesUp ? null : "当天两次未接通，明天上午再联系");
        record(client, report, day, by);
        Instant evening = agenda.now().plus(Duration.ofMinutes(150 + random.nextInt(60)));
        boolean sameDay = hours.dayOf(evening).equals(day) && evening.isBefore(hours.at(day, 20, 0));
        if (next.equals(day) && triesAgain && sameDay) {
            agenda.plan(evening, () -> contact(client, false));
        }
    }

    /** Records the contact; when the day is refused as too late, takes the latest one that the answer names. */
    void record(Client client, RecordFollowUp report, LocalDate day, StaffMember by) {
        if (report.way() == ContactWay.SHOWROOM) {
            showroom.cameIn(client, by);
        }
        LocalDate next;
        Instant comesAt = report.appointmentAt();
        try {
            next = agenda.trial(() -> made(client, report, by));
        } catch (NextDateTooLate tooLate) {
            LocalDate latest = LocalDate.parse(tooLate.args().get(1).toString());
            boolean today = !latest.isAfter(day);
            RecordFollowUp nearer = new RecordFollowUp(
                    report.way(),
                    report.happenedAt(),
                    report.outcome(),
                    report.content(),
                    report.gradeAfter(),
                    report.evidence(),
                    report.gradeReason(),
                    today ? day.plusDays(1) : latest,
                    report.nextReason(),
                    null,
                    today ? "今天已联系，约好明天再谈" : null,
                    comesAt == null ? null : showroom.timeOn(today ? day.plusDays(1) : latest));
            next = made(client, nearer, by);
            comesAt = nearer.appointmentAt();
        }
        showroom.agreed(client, comesAt, report.nextReason() == NextStepReason.INVITE_TEST_DRIVE, by);
        client.lastContact = day;
        promises.move(client, next);
    }

    /** A contact; of somebody who is here it is the closing of the visit. */
    private LocalDate made(Client client, RecordFollowUp report, StaffMember by) {
        return showroom.isHere(client)
                ? showroom.close(client, report, by)
                : desks.followUps().record(client.id, report, by).nextDate();
    }

    /** The promise as it stands after something else than a contact moved it. */
    void look(Client client) {
        Prospect now = desks.prospects().get(team.dealership().id(), client.id);
        if (client.isFollowed() && now.status() == ProspectStatus.FOLLOWING) {
            promises.move(client, now.nextStep().date());
        }
    }

    // ---- managers

    void transfer(Client client, StaffMember to, TransferReason reason, String note) {
        desks.prospects().transfer(client.id, to.username(), reason, note, team.signs());
        promises.over(client);
        client.owner = to;
        promises.made(client);
    }

    void regrade(Client client, Grade grade, String reason) {
        Prospect prospect = desks.followUps().regrade(client.id, grade, Grades.evidence(grade), reason, team.signs());
        client.grade = grade;
        client.gradedOn = hours.dayOf(agenda.now());
        promises.move(client, prospect.nextStep().date());
    }

    /** Somebody else's customer walks in: no second card, a courtesy reception, and the owner is told (scenario 21). */
    void courtesy(Client client, StaffMember by) {
        showroom.courtesy(client, by);
    }

    /** Somebody who was given up walks in: the same case goes on (scenario 36). */
    void comesBack(Client client, StaffMember by) {
        showroom.received(client.customer, Source.WALK_IN, by);
        walksIn(client, by);
        resume(client);
        showroom.filed(client);
    }

    private void walksIn(Client client, StaffMember by) {
        CardContent walkIn = customers.card(client.customer, Source.WALK_IN, PurchaseBand.DAYS_16_30);
        desks.openings()
                .open(
                        new OpenProspect(
                                walkIn,
                                new GradeChoice(Grade.B, Grades.WARM, null, "gradeReason"),
                                hours.dayOf(agenda.now()).plusDays(2),
                                NextStepReason.LEFT_SHOWROOM_CALLBACK,
                                null,
                                null,
                                false,
                                null,
                                null),
                        by);
    }

    void away(StaffMember who, LocalDate from, LocalDate to, StaffMember deputy, String reason, StaffMember by) {
        desks.staff().recordAbsence(who.id(), new AbsencePlan(from, to, deputy.username(), reason), by);
        absences.add(new Away(who, from, to, deputy));
    }

    // ---- what stories ask

    Agenda agenda() {
        return agenda;
    }

    Customers customers() {
        return customers;
    }

    Hours hours() {
        return hours;
    }

    Team team() {
        return team;
    }

    /** The past day {@code days} ago. */
    LocalDate ago(int days) {
        return today.minusDays(days);
    }

    /** The customer of a story. */
    Optional<Client> named(String name) {
        return clients.stream()
                .filter(client -> client.customer.name().equals(name))
                .findFirst();
    }

    /** The followed customers of {@code owner}, those who wait longest first. */
    List<Client> waitingLongest(StaffMember owner) {
        return clients.stream()
                .filter(client -> client.owner.equals(owner) && client.isFollowed() && !client.told)
                .sorted(Comparator.comparing(client -> client.next))
                .toList();
    }

    /** All whom {@code owner} owes contacts, as they came. */
    List<Client> followedBy(StaffMember owner) {
        return clients.stream()
                .filter(client -> client.owner.equals(owner) && client.isFollowed())
                .toList();
    }

    /** Whose case is with the managers, rests, or has ended; the oldest first. */
    List<Client> restingLongest() {
        return clients.stream().filter(client -> client.resting).toList();
    }

    Endings endings() {
        return endings;
    }

    LeadRounds leads() {
        return leads;
    }

    Sales sales() {
        return sales;
    }

    OfficeRounds office() {
        return office;
    }

    Desks desks() {
        return desks;
    }
}
