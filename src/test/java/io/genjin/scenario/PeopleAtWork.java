package io.genjin.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.database.Tenancy;
import io.genjin.dealership.Frequency;
import io.genjin.defeat.CaseFile;
import io.genjin.defeat.CauseDecision;
import io.genjin.defeat.CauseDesk;
import io.genjin.defeat.CourtesySample;
import io.genjin.defeat.Defeat;
import io.genjin.defeat.DefeatDesk;
import io.genjin.defeat.DefeatOutcome;
import io.genjin.defeat.DefeatReason;
import io.genjin.defeat.DefeatStatus;
import io.genjin.defeat.Loss;
import io.genjin.defeat.ReviewDesk;
import io.genjin.defeat.StageReached;
import io.genjin.followup.ContactWay;
import io.genjin.followup.FollowUpDesk;
import io.genjin.followup.Outcome;
import io.genjin.followup.RecordFollowUp;
import io.genjin.hlist.EntryWish;
import io.genjin.hlist.HListDesk;
import io.genjin.hlist.ListWeek;
import io.genjin.intake.AllocationDesk;
import io.genjin.intake.LeadDesk;
import io.genjin.intake.LeadId;
import io.genjin.intake.NewLead;
import io.genjin.ownership.CollisionDesk;
import io.genjin.ownership.CollisionFile;
import io.genjin.ownership.PoolDesk;
import io.genjin.ownership.Verdict;
import io.genjin.prospect.CardContent;
import io.genjin.prospect.CardDesk;
import io.genjin.prospect.Evidence;
import io.genjin.prospect.GradeChoice;
import io.genjin.prospect.LifeCycle;
import io.genjin.prospect.NextStep;
import io.genjin.prospect.NextStepReason;
import io.genjin.prospect.OpenProspect;
import io.genjin.prospect.Opening;
import io.genjin.prospect.OpeningDesk;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectDesk;
import io.genjin.prospect.ProspectId;
import io.genjin.prospect.Source;
import io.genjin.prospect.TransferReason;
import io.genjin.shared.Grade;
import io.genjin.staff.StaffMember;
import io.genjin.testing.GenjinTest;
import io.genjin.testing.MutableClock;
import io.genjin.testing.TestStores;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** A dealership whose people act through the desks, each act put into a diary under its moment; customers go by their names. */
@GenjinTest
abstract class PeopleAtWork {

    private static final AtomicInteger NUMBERS = new AtomicInteger(60_000_000);

    final Diary diary = new Diary(2026);
    private final Map<String, String> mobiles = new HashMap<>();
    private final Map<String, ProspectId> customers = new HashMap<>();
    private final Map<String, LeadId> leadsOf = new HashMap<>();

    @Autowired
    MutableClock clock;

    @Autowired
    TestStores stores;

    @Autowired
    OpeningDesk openings;

    @Autowired
    ProspectDesk prospects;

    @Autowired
    LifeCycle lifeCycle;

    @Autowired
    CardDesk cards;

    @Autowired
    FollowUpDesk followUps;

    @Autowired
    LeadDesk leads;

    @Autowired
    AllocationDesk allocations;

    @Autowired
    ReviewDesk reviews;

    @Autowired
    CauseDesk causes;

    @Autowired
    DefeatDesk defeats;

    @Autowired
    CaseFile cases;

    @Autowired
    PoolDesk pool;

    @Autowired
    CollisionDesk collisions;

    @Autowired
    CollisionFile disputes;

    @Autowired
    HListDesk lists;

    @Autowired
    TransactionTemplate transaction;

    TestStores.Store store;

    StaffMember li;
    StaffMember wang;
    StaffMember chen;
    StaffMember zhou;
    StaffMember sun;
    StaffMember wu;

    void enter() {
        clock.set("2026-03-02T00:00");
        store = stores.found();
        li = store.li();
        wang = store.wang();
        chen = store.chen();
        zhou = store.zhou();
        sun = store.sun();
        wu = store.wu();
    }

    static LocalDate day(String day) {
        return LocalDate.parse("2026-" + day);
    }

    private void at(String when, Runnable act) {
        diary.at(when, () -> Tenancy.within(store.dealership().id(), act));
    }

    ProspectId id(String customer) {
        return customers.get(customer);
    }

    String nameOf(ProspectId id) {
        return customers.entrySet().stream()
                .filter(known -> known.getValue().equals(id))
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    private String mobile(String customer) {
        return mobiles.computeIfAbsent(customer, name -> "135" + NUMBERS.incrementAndGet());
    }

    private static GradeChoice grade(Grade grade) {
        return new GradeChoice(grade, Set.of(Evidence.values()), null, "gradeOverrideReason");
    }

    void opens(String when, StaffMember by, String customer, Grade grade, Source source, String next) {
        at(when, () -> {
            Opening opening = openings.open(
                    new OpenProspect(
                            CardContent.of(customer, mobile(customer), source, null, List.of("朗逸"), null),
                            grade(grade),
                            day(next),
                            NextStepReason.ROUTINE,
                            null,
                            null,
                            false,
                            null,
                            null),
                    by);
            if (opening instanceof Opening.Opened opened) {
                customers.put(customer, opened.prospect().id());
            }
        });
    }

    void opens(String when, StaffMember by, String customer, Grade grade, String next) {
        opens(when, by, customer, grade, Source.INBOUND_CALL, next);
    }

    void receives(String when, String customer) {
        at(when, () -> {
            var lead = leads.receive(
                            new NewLead(
                                    Source.HQ_ALLOCATED, null, null, null, customer, mobile(customer), List.of(), null),
                            store.dealership().id(),
                            wu)
                    .lead();
            leadsOf.put(customer, lead.id());
            customers.put(customer, lead.prospect());
        });
    }

    void allocates(String when, String customer, StaffMember to) {
        at(when, () -> allocations.allocate(leadsOf.get(customer), to.username(), wu));
    }

    void takesBack(String when, StaffMember by, String customer) {
        at(when, () -> allocations.takeBack(leadsOf.get(customer), "没人跟进", by));
    }

    /** A contact and what was promised after it; everything that is not given stays as it is. */
    record Contact(
            Outcome outcome,
            ContactWay way,
            @Nullable String happenedAt,
            @Nullable Grade grade,
            @Nullable String lateReason) {

        static final Contact REACHED = new Contact(Outcome.REACHED, ContactWay.PHONE, null, null, null);
        static final Contact NO_ANSWER = new Contact(Outcome.NOT_REACHED, ContactWay.PHONE, null, null, null);
        static final Contact APPOINTMENT = new Contact(Outcome.APPOINTMENT, ContactWay.PHONE, null, null, null);
        static final Contact VISIT = new Contact(Outcome.REACHED, ContactWay.SHOWROOM, null, null, null);

        static Contact andNow(Grade grade) {
            return new Contact(Outcome.REACHED, ContactWay.PHONE, null, grade, null);
        }

        static Contact made(String happenedAt) {
            return new Contact(Outcome.REACHED, ContactWay.PHONE, happenedAt, null, null);
        }

        static Contact untilLate(String reason) {
            return new Contact(Outcome.REACHED, ContactWay.PHONE, null, null, reason);
        }
    }

    void contacts(String when, StaffMember by, String customer, Contact contact, String next) {
        at(when, () -> {
            Instant happened = contact.happenedAt() == null
                    ? null
                    : LocalDateTime.parse("2026-" + contact.happenedAt().replace(' ', 'T'))
                            .atZone(ZoneId.of("Asia/Shanghai"))
                            .toInstant();
            followUps.record(
                    id(customer),
                    new RecordFollowUp(
                            contact.way(),
                            happened,
                            contact.outcome(),
                            "谈了购车时间",
                            contact.grade(),
                            Set.of(Evidence.values()),
                            null,
                            day(next),
                            NextStepReason.ROUTINE,
                            null,
                            contact.lateReason()),
                    by);
        });
    }

    void contacts(String when, StaffMember by, String customer, String next) {
        contacts(when, by, customer, Contact.REACHED, next);
    }

    void reschedules(String when, StaffMember by, String customer, String next) {
        at(when, () -> followUps.reschedule(id(customer), day(next), null, "客户改期", null, by));
    }

    void regrades(String when, StaffMember by, String customer, Grade grade) {
        at(when, () -> followUps.regrade(id(customer), grade, Set.of(Evidence.values()), null, by));
    }

    void transfers(String when, StaffMember by, String customer, StaffMember to) {
        at(when, () -> prospects.transfer(id(customer), to.username(), TransferReason.WORKLOAD, null, by));
    }

    void marksImportant(String when, StaffMember by, String customer) {
        at(when, () -> {
            Prospect card = prospects.get(store.dealership().id(), id(customer));
            prospects.rewrite(card.id(), card.content(), true, card.version(), by);
        });
    }

    void confirms(String when, String customer, Consumer<ProspectId> step) {
        at(when, () -> step.accept(id(customer)));
    }

    /** No deal: the customer is visited again on {@code next}, or not at all, or given up as {@code lost}. */
    void reviews(String when, StaffMember by, String customer, @Nullable String next, @Nullable DefeatOutcome lost) {
        Loss loss = lost == null
                ? null
                : new Loss(lost, Set.of(DefeatReason.PRICE), "丰田", null, null, null, StageReached.VISITED, false, null);
        at(
                when,
                () -> reviews.review(
                        id(customer),
                        new ReviewDesk.NotClosed(
                                "价格谈不拢",
                                Set.of(DefeatReason.PRICE),
                                next != null,
                                next == null ? null : day(next),
                                next == null ? null : NextStepReason.ROUTINE,
                                null,
                                null,
                                loss),
                        by));
    }

    void givesOwnRhythm(String when, StaffMember by, String customer, int days, String next) {
        decides(when, by, customer, CauseDecision.Way.FOLLOW, new Frequency(1, days), next, null);
    }

    void letsRest(String when, StaffMember by, String customer, String wakeUp) {
        decides(when, by, customer, CauseDecision.Way.DORMANT, null, null, wakeUp);
    }

    private void decides(
            String when,
            StaffMember by,
            String customer,
            CauseDecision.Way way,
            @Nullable Frequency rhythm,
            @Nullable String next,
            @Nullable String wakeUp) {
        at(
                when,
                () -> causes.decide(
                        id(customer),
                        new CauseDecision(
                                way,
                                "分析过了",
                                null,
                                rhythm,
                                null,
                                Set.of(),
                                null,
                                next == null ? null : day(next),
                                NextStepReason.ROUTINE,
                                null,
                                null,
                                wakeUp == null ? null : day(wakeUp),
                                null),
                        by));
    }

    void comesBack(String when, StaffMember by, String customer, String next) {
        at(when, () -> reviews.cameBack(id(customer), day(next), NextStepReason.ROUTINE, "客户来电", by));
    }

    private Defeat defeatOf(String customer) {
        return cases.list(Set.of(DefeatStatus.PENDING, DefeatStatus.TO_VERIFY), 50, null, zhou).items().stream()
                .map(CaseFile.Row::defeat)
                .filter(defeat -> defeat.prospect().equals(id(customer)))
                .findFirst()
                .orElseThrow();
    }

    void sendsToVerify(String when, StaffMember by, String customer, StaffMember verifier) {
        at(when, () -> defeats.sendToVerify(defeatOf(customer).id(), verifier.username(), by));
    }

    void verifies(String when, StaffMember by, String customer) {
        at(when, () -> defeats.verified(defeatOf(customer).id(), Defeat.Finding.CONFIRMED, "属实", by));
    }

    /** Gives up; chance, which everybody can draw again, says whether a courtesy call is expected. */
    void approves(String when, StaffMember by, String customer, @Nullable String wakeUp, String drawn) {
        at(when, () -> {
            Defeat defeat = defeatOf(customer);
            String seed = store.dealership().code() + " 2026-" + when.substring(0, 2);
            if (CourtesySample.draws(seed, defeat.id(), 20)) {
                diary.expect(customer, drawn);
            }
            defeats.approve(defeat.id(), "同意", wakeUp == null ? null : day(wakeUp), by);
        });
    }

    void rejects(String when, StaffMember by, String customer, StaffMember to, String next) {
        at(
                when,
                () -> defeats.reject(
                        defeatOf(customer).id(),
                        new DefeatDesk.Rejection(
                                "再跟一跟", false, to.username(), day(next), NextStepReason.ROUTINE, null, null),
                        by));
    }

    /** Ends the only dispute that is open. */
    void decidesFor(String when, StaffMember by, String customer, StaffMember to) {
        at(when, () -> {
            var open = disputes.find(CollisionFile.Which.waiting, 10, null, by).items();
            assertThat(open).as("disputes that are open: %s's", customer).hasSize(1);
            collisions.decide(
                    open.get(0).id(),
                    new CollisionDesk.Decision(to.username(), Verdict.Reason.CUSTOMER_WISH, "客户要王磊", null, null),
                    by);
        });
    }

    /** A step of the sale, as the modules of the deal take it. */
    private void sells(String when, String customer, Consumer<Prospect> step) {
        at(
                when,
                () -> transaction.executeWithoutResult(status -> step.accept(
                        prospects.hold(id(customer), store.dealership().id()))));
    }

    void orders(String when, StaffMember by, String customer) {
        sells(when, customer, held -> lifeCycle.order(held, Map.of(), by));
    }

    void cancels(String when, StaffMember by, String customer, String next) {
        sells(
                when,
                customer,
                held -> lifeCycle.cancelOrder(held, NextStep.on(day(next), NextStepReason.ROUTINE), Map.of(), by));
    }

    void delivers(String when, StaffMember by, String customer) {
        sells(when, customer, held -> lifeCycle.deliver(held, Map.of(), by));
    }

    void lists(String when, StaffMember consultant, String customer, String expected) {
        at(
                when,
                () -> lists.add(
                        ListWeek.of(day(when.substring(0, 5))),
                        consultant.username(),
                        new EntryWish(id(customer), "价格谈妥", "等家人确认", "约到店", consultant.username(), day(expected)),
                        chen));
    }
}
