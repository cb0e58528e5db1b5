package io.genjin.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.database.Tenancy;
import io.genjin.dealership.Frequency;
import io.genjin.defeat.CaseFile;
import io.genjin.defeat.CauseDecision;
import io.genjin.defeat.CauseDesk;
import io.genjin.defeat.Defeat;
import io.genjin.defeat.DefeatDesk;
import io.genjin.defeat.DefeatOutcome;
import io.genjin.defeat.DefeatReason;
import io.genjin.defeat.DefeatStatus;
import io.genjin.defeat.Loss;
import io.genjin.defeat.ReviewDesk;
import io.genjin.defeat.StageReached;
import io.genjin.defeat.WakeUps;
import io.genjin.duplicate.Merge;
import io.genjin.duplicate.MergeDesk;
import io.genjin.duplicate.MergeWish;
import io.genjin.duplicate.UndoWish;
import io.genjin.followup.ContactWay;
import io.genjin.followup.FollowUpDesk;
import io.genjin.followup.NextStepAudit;
import io.genjin.followup.Outcome;
import io.genjin.followup.RecordFollowUp;
import io.genjin.followup.Sweep;
import io.genjin.intake.AllocationDesk;
import io.genjin.intake.LeadDesk;
import io.genjin.intake.LeadId;
import io.genjin.intake.NewLead;
import io.genjin.ownership.GroupDesk;
import io.genjin.ownership.ImportantDesk;
import io.genjin.ownership.PoolDesk;
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
import io.genjin.shared.DealershipId;
import io.genjin.shared.Grade;
import io.genjin.shared.Refusal;
import io.genjin.staff.StaffMember;
import io.genjin.testing.GenjinTest;
import io.genjin.testing.MutableClock;
import io.genjin.testing.TestStores;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whatever people and machines do, in any order and at once: each open prospect has exactly one owner, one grade and one next
 * step, and the journal tells the same as the tables. A case is named by its seed and replays exactly while one person acts at
 * a time.
 */
@GenjinTest
class NobodyIsDroppedTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final AtomicInteger NUMBERS = new AtomicInteger(70_000_000);
    private static final int COMMANDS_ALONE = 500;
    private static final int ROUNDS_AT_ONCE = 25;
    private static final int PEOPLE_AT_ONCE = 4;
    private static final int COMMANDS_A_ROUND = 6;

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
    ImportantDesk importants;

    @Autowired
    GroupDesk groups;

    @Autowired
    MergeDesk merges;

    @Autowired
    WakeUps wakeUps;

    @Autowired
    Sweep sweep;

    @Autowired
    NextStepAudit audit;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    /** One dealership's random life. */
    private final class Life {

        private final TestStores.Store store = stores.found();
        private final DealershipId in = store.dealership().id();
        private final List<ProspectId> known = new CopyOnWriteArrayList<>();
        private final List<LeadId> arrived = new CopyOnWriteArrayList<>();
        private final List<String> numbers = new CopyOnWriteArrayList<>();
        private final AtomicInteger done = new AtomicInteger();
        private final AtomicInteger refused = new AtomicInteger();

        private LocalDate today() {
            return LocalDate.ofInstant(clock.instant(), SHANGHAI);
        }

        private void act(Random chance) {
            Consumer<Random> command = commands().get(chance.nextInt(commands().size()));
            try {
                Tenancy.within(in, () -> command.accept(chance));
                done.incrementAndGet();
            } catch (Refusal saidNo) {
                refused.incrementAndGet();
            } catch (ConcurrencyFailureException bothAtOnce) {
                // one of two who met in the database goes first, the other is asked to try again
                refused.incrementAndGet();
            }
        }

        private List<Consumer<Random>> commands() {
            return List.of(
                    this::open,
                    this::open,
                    this::receive,
                    this::allocate,
                    this::takeBack,
                    this::record,
                    this::record,
                    this::record,
                    this::reschedule,
                    this::regrade,
                    this::transfer,
                    this::review,
                    this::review,
                    this::decide,
                    this::decide,
                    this::approve,
                    this::reject,
                    this::verify,
                    this::comeBack,
                    this::confirm,
                    this::order,
                    this::cancel,
                    this::invalidate,
                    this::release,
                    this::claim,
                    this::important,
                    this::link,
                    this::merge,
                    this::undo);
        }

        private String number(Random chance) {
            if (!numbers.isEmpty() && chance.nextInt(4) == 0) {
                return any(numbers, chance);
            }
            String fresh = "137" + NUMBERS.incrementAndGet();
            numbers.add(fresh);
            return fresh;
        }

        private ProspectId customer(Random chance) {
            return known.isEmpty() ? ProspectId.next() : any(known, chance);
        }

        private StaffMember consultant(Random chance) {
            return any(List.of(store.li(), store.wang(), store.zhou()), chance);
        }

        private StaffMember manager(Random chance) {
            return any(List.of(store.chen(), store.zhou()), chance);
        }

        private StaffMember ownerOf(ProspectId id, Random chance) {
            Prospect prospect = prospects.get(in, id);
            return List.of(store.li(), store.wang(), store.zhou(), store.wu(), store.chen()).stream()
                    .filter(prospect::isOwnedBy)
                    .findFirst()
                    .orElseGet(() -> manager(chance));
        }

        private void open(Random chance) {
            Grade grade = any(List.of(Grade.values()), chance);
            Opening opening = openings.open(
                    new OpenProspect(
                            CardContent.of(
                                    "张伟",
                                    number(chance),
                                    any(List.of(Source.WALK_IN, Source.INBOUND_CALL), chance),
                                    null,
                                    List.of("朗逸"),
                                    null),
                            new GradeChoice(grade, Set.of(Evidence.values()), "看情况", "gradeReason"),
                            today().plusDays(chance.nextInt(4)),
                            NextStepReason.ROUTINE,
                            null,
                            null,
                            false,
                            "客户要求",
                            null),
                    any(List.of(store.li(), store.wang()), chance));
            if (opening instanceof Opening.Opened opened) {
                known.add(opened.prospect().id());
            }
        }

        private void receive(Random chance) {
            var arrival = leads.receive(
                    new NewLead(
                            chance.nextBoolean() ? Source.HQ_ALLOCATED : Source.HOTLINE_800,
                            null,
                            null,
                            null,
                            "陈静",
                            number(chance),
                            List.of(),
                            null),
                    in,
                    store.wu());
            arrived.add(arrival.lead().id());
            if (arrival.lead().prospect() != null) {
                known.add(arrival.lead().prospect());
            }
        }

        private void allocate(Random chance) {
            if (!arrived.isEmpty()) {
                allocations.allocate(any(arrived, chance), consultant(chance).username(), store.wu());
            }
        }

        private void takeBack(Random chance) {
            if (!arrived.isEmpty()) {
                allocations.takeBack(any(arrived, chance), "没人跟进", store.zhou());
            }
        }

        private void invalidate(Random chance) {
            if (!arrived.isEmpty() && chance.nextInt(4) == 0) {
                leads.invalidate(any(arrived, chance), "空号", store.wu());
            }
        }

        private void record(Random chance) {
            ProspectId id = customer(chance);
            Prospect prospect = prospects.get(in, id);
            Instant happened = chance.nextInt(3) > 0
                    ? null
                    : later(prospect.receivedAt(), clock.instant().minus(Duration.ofMinutes(chance.nextInt(6_000))));
            Grade after = chance.nextInt(4) == 0 ? any(List.of(Grade.values()), chance) : null;
            followUps.record(
                    id,
                    new RecordFollowUp(
                            any(List.of(ContactWay.values()), chance),
                            happened,
                            any(List.of(Outcome.values()), chance),
                            "谈了价格",
                            after,
                            Set.of(Evidence.values()),
                            "看情况",
                            today().plusDays(chance.nextInt(12)),
                            any(List.of(NextStepReason.ROUTINE, NextStepReason.INVITE_TO_SHOWROOM), chance),
                            null,
                            chance.nextInt(3) == 0 ? "客户出差" : null),
                    chance.nextInt(5) == 0 ? store.chen() : ownerOf(id, chance));
        }

        private void reschedule(Random chance) {
            ProspectId id = customer(chance);
            followUps.reschedule(
                    id,
                    today().plusDays(chance.nextInt(12)),
                    any(List.of(NextStepReason.ROUTINE, NextStepReason.STOCK_ARRIVED), chance),
                    "客户改期",
                    chance.nextBoolean() ? "客户出差" : null,
                    ownerOf(id, chance));
        }

        private void regrade(Random chance) {
            ProspectId id = customer(chance);
            followUps.regrade(
                    id, any(List.of(Grade.values()), chance), Set.of(Evidence.values()), "看情况", ownerOf(id, chance));
        }

        private void transfer(Random chance) {
            prospects.transfer(
                    customer(chance), consultant(chance).username(), TransferReason.WORKLOAD, null, manager(chance));
        }

        private static Loss loss(Random chance) {
            DefeatOutcome outcome = any(List.of(DefeatOutcome.values()), chance);
            return new Loss(
                    outcome, Set.of(DefeatReason.PRICE), "丰田", null, null, null, StageReached.VISITED, false, null);
        }

        private void review(Random chance) {
            ProspectId id = customer(chance);
            Boolean revisit = any(java.util.Arrays.asList(true, false, false, null), chance);
            reviews.review(
                    id,
                    new ReviewDesk.NotClosed(
                            "价格谈不拢",
                            Set.of(DefeatReason.PRICE),
                            revisit,
                            today().plusDays(chance.nextInt(9)),
                            NextStepReason.ROUTINE,
                            null,
                            chance.nextBoolean() ? "客户出差" : null,
                            Boolean.FALSE.equals(revisit) && chance.nextBoolean() ? loss(chance) : null),
                    ownerOf(id, chance));
        }

        private void decide(Random chance) {
            CauseDecision.Way way = any(List.of(CauseDecision.Way.values()), chance);
            boolean follow = way == CauseDecision.Way.FOLLOW;
            causes.decide(
                    customer(chance),
                    new CauseDecision(
                            way,
                            "分析过了",
                            follow && chance.nextBoolean() ? consultant(chance).username() : null,
                            follow && chance.nextBoolean()
                                    ? new Frequency(1 + chance.nextInt(2), 2 + chance.nextInt(5))
                                    : null,
                            follow && chance.nextBoolean() ? any(List.of(Grade.values()), chance) : null,
                            Set.of(Evidence.values()),
                            "看情况",
                            today().plusDays(chance.nextInt(5)),
                            NextStepReason.ROUTINE,
                            null,
                            chance.nextBoolean() ? "客户出差" : null,
                            today().plusDays(1 + chance.nextInt(20)),
                            loss(chance)),
                    manager(chance));
        }

        private Defeat openDefeat(Random chance) {
            List<CaseFile.Row> rows = cases.list(
                            Set.of(DefeatStatus.PENDING, DefeatStatus.TO_VERIFY), 50, null, store.zhou())
                    .items();
            return rows.isEmpty() ? null : any(rows, chance).defeat();
        }

        private void approve(Random chance) {
            Defeat defeat = openDefeat(chance);
            if (defeat != null) {
                LocalDate wakeUp = chance.nextBoolean() ? today().plusDays(1 + chance.nextInt(15)) : null;
                defeats.approve(defeat.id(), "同意", wakeUp, manager(chance));
            }
        }

        private void reject(Random chance) {
            Defeat defeat = openDefeat(chance);
            if (defeat != null) {
                defeats.reject(
                        defeat.id(),
                        new DefeatDesk.Rejection(
                                "再跟一跟",
                                chance.nextBoolean(),
                                chance.nextBoolean() ? consultant(chance).username() : null,
                                today().plusDays(chance.nextInt(4)),
                                NextStepReason.ROUTINE,
                                null,
                                "客户出差"),
                        manager(chance));
            }
        }

        private void verify(Random chance) {
            Defeat defeat = openDefeat(chance);
            if (defeat != null && defeat.status() == DefeatStatus.PENDING) {
                defeats.sendToVerify(defeat.id(), store.chen().username(), store.zhou());
            } else if (defeat != null) {
                defeats.verified(defeat.id(), Defeat.Finding.CONFIRMED, "属实", store.chen());
            }
        }

        private void comeBack(Random chance) {
            ProspectId id = customer(chance);
            reviews.cameBack(
                    id, today().plusDays(chance.nextInt(3)), NextStepReason.ROUTINE, "客户来电", ownerOf(id, chance));
        }

        private void confirm(Random chance) {
            ProspectId id = customer(chance);
            Prospect prospect = prospects.get(in, id);
            switch (prospect.approval().status()) {
                case DRAFT, RETURNED -> cards.submit(id, ownerOf(id, chance));
                case SUBMITTED -> {
                    if (chance.nextInt(4) == 0) {
                        cards.giveBack(id, "请补预算", store.chen());
                    } else {
                        cards.sign(id, null, store.chen());
                    }
                }
                case SIGNED -> cards.enter(id, store.sun());
                case ENTERED -> {
                    // confirmed for good
                }
            }
        }

        private void order(Random chance) {
            ProspectId id = customer(chance);
            transaction.executeWithoutResult(status -> lifeCycle.order(prospects.hold(id, in), Map.of(), store.zhou()));
        }

        private void cancel(Random chance) {
            ProspectId id = customer(chance);
            transaction.executeWithoutResult(status -> lifeCycle.cancelOrder(
                    prospects.hold(id, in),
                    NextStep.on(today().plusDays(chance.nextInt(3)), NextStepReason.ROUTINE),
                    Map.of("reason", "贷款未批"),
                    store.zhou()));
        }

        private void release(Random chance) {
            pool.release(customer(chance), "顾问太忙", manager(chance));
        }

        private void claim(Random chance) {
            pool.claim(customer(chance), any(List.of(store.li(), store.wang()), chance));
        }

        private void important(Random chance) {
            ProspectId id = customer(chance);
            if (chance.nextInt(3) == 0) {
                importants.unmark(id, "不再是大客户", store.zhou());
            } else if (chance.nextInt(4) == 0) {
                importants.mark(id, null, chance.nextBoolean(), "采购六台", store.chen());
            }
        }

        private void link(Random chance) {
            ProspectId id = customer(chance);
            if (chance.nextInt(3) == 0) {
                groups.unlink(id, "不是一家", store.chen());
            } else if (chance.nextInt(3) == 0 && !numbers.isEmpty()) {
                groups.link(id, any(numbers, chance), null, "夫妻", store.chen());
            }
        }

        private void merge(Random chance) {
            Prospect survivor = prospects.get(in, customer(chance));
            Prospect absorbed = prospects.get(in, customer(chance));
            merges.merge(
                    new MergeWish(
                            survivor.id(),
                            absorbed.id(),
                            survivor.version(),
                            absorbed.version(),
                            Map.of(),
                            null,
                            null,
                            "看情况",
                            null,
                            null,
                            null),
                    store.zhou());
        }

        private void undo(Random chance) {
            List<Merge> of = merges.of(customer(chance), store.zhou());
            if (!of.isEmpty()) {
                merges.undo(any(of, chance).id(), new UndoWish(Set.of(), Set.of()), store.zhou());
            }
        }

        /** Time passes, and the jobs do what has fallen due. */
        private void pass(Random chance) {
            clock.set(clock.instant().plusSeconds(1 + chance.nextInt(chance.nextInt(5) == 0 ? 200_000 : 20_000)));
            Tenancy.within(in, () -> sweep.settleFallen(in));
            wakeUps.wakeDue();
        }

        private void holds(String when) {
            Tenancy.within(
                    in,
                    () -> transaction.executeWithoutResult(status -> {
                        assertThat(wrongPeople())
                                .as("%s: open prospects without one active owner, grade and next step", when)
                                .isZero();
                        assertThat(numbersTwice())
                                .as("%s: numbers with two open prospects", when)
                                .isZero();
                        assertThat(sleepersWithoutEnd())
                                .as("%s: dormant without a wake-up date", when)
                                .isZero();
                        assertThat(openDefeatsElsewhere())
                                .as("%s: applications and prospects that disagree", when)
                                .isEmpty();
                    }));
        }

        private int count(String sql) {
            return jdbc.sql(sql)
                    .param("dealership", in.value())
                    .query(Integer.class)
                    .single();
        }

        private int wrongPeople() {
            return count("""
                    select count(*)
                      from prospect p
                     where p.dealership_id = :dealership
                       and p.status not in ('DEFEATED', 'INVALID', 'DUPLICATE', 'DELIVERED')
                       and (p.owner_id is null or p.grade is null or p.next_date is null or p.next_reason is null
                            or not exists (select 1
                                             from staff_member s
                                            where s.dealership_id = p.dealership_id
                                              and s.id = p.owner_id
                                              and s.active))
                    """);
        }

        private int numbersTwice() {
            return count("""
                    select count(*)
                      from (select mobile_hash
                              from prospect
                             where dealership_id = :dealership
                               and status not in ('DEFEATED', 'INVALID', 'DUPLICATE', 'DELIVERED')
                             group by mobile_hash
                            having count(*) > 1) twice
                    """);
        }

        private int sleepersWithoutEnd() {
            return count("""
                    select count(*)
                      from prospect
                     where dealership_id = :dealership
                       and status = 'DORMANT'
                       and (wake_up_date is null or wake_up_date <> next_date)
                    """);
        }

        /** An application is open as long as its prospect waits for the word, and not otherwise. */
        private List<String> openDefeatsElsewhere() {
            return jdbc.sql("""
                            select p.status || ' with ' || count(d.id) || ' open'
                              from prospect p
                              left join defeat d
                                on d.dealership_id = p.dealership_id
                               and d.prospect_id = p.id
                               and d.status in ('PENDING', 'TO_VERIFY')
                             where p.dealership_id = :dealership
                             group by p.id, p.status
                            having count(d.id) <> case p.status when 'DEFEAT_PENDING' then 1 else 0 end
                            """)
                    .param("dealership", in.value())
                    .query(String.class)
                    .list();
        }

        private void journalTellsTheSame() {
            Tenancy.within(in, () -> sweep.settleFallen(in));
            assertThat(audit.run(in).differences())
                    .as("the journal against the tables")
                    .isEmpty();
            int differing = Tenancy.within(in, () -> sweep.recompute(in));
            assertThat(differing)
                    .as("stored due moments that differ from their history")
                    .isZero();
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    @DisplayName(
            "one command after the other, whatever it is: the invariant holds after each, and the journal tells the same")
    void alone(long seed) {
        clock.set("2026-03-02T09:00");
        Life life = new Life();
        Random chance = new Random(seed);
        for (int number = 0; number < COMMANDS_ALONE; number++) {
            life.act(chance);
            if (chance.nextInt(6) == 0) {
                life.pass(chance);
            }
            life.holds("seed " + seed + ", command " + number);
        }
        life.journalTellsTheSame();
        assertThat(life.done.get()).as("most commands did something").isGreaterThan(COMMANDS_ALONE / 4);
        assertThat(life.refused.get()).as("and some were refused").isPositive();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13})
    @DisplayName("four people at once on the same few customers: the invariant holds after each round")
    void atOnce(long seed) throws InterruptedException, ExecutionException {
        clock.set("2026-03-02T09:00");
        Life life = new Life();
        Random chance = new Random(seed);
        for (int number = 0; number < 8; number++) {
            life.act(new Random(seed * 100 + number));
        }
        ExecutorService people = Executors.newFixedThreadPool(PEOPLE_AT_ONCE);
        try {
            for (int round = 0; round < ROUNDS_AT_ONCE; round++) {
                List<Callable<Void>> all = new ArrayList<>();
                for (int person = 0; person < PEOPLE_AT_ONCE; person++) {
                    Random own = new Random(chance.nextLong());
                    all.add(() -> {
                        for (int number = 0; number < COMMANDS_A_ROUND; number++) {
                            life.act(own);
                        }
                        return null;
                    });
                }
                for (Future<Void> one : people.invokeAll(all)) {
                    one.get();
                }
                life.holds("seed " + seed + ", round " + round);
                life.pass(chance);
                life.holds("seed " + seed + ", after round " + round);
            }
        } finally {
            people.shutdownNow();
        }
        life.journalTellsTheSame();
    }

    private static <T> T any(List<T> all, Random chance) {
        return all.get(chance.nextInt(all.size()));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
