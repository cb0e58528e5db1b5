package io.genjin.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.followup.Outcome;
import io.genjin.prospect.ProspectFact;
import io.genjin.prospect.ProspectId;
import io.genjin.prospect.Source;
import io.genjin.quality.DataQuality.Report;
import io.genjin.quality.DataQuality.Row;
import io.genjin.shared.Grade;
import io.genjin.shared.Refusal;
import io.genjin.staff.StaffMember;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Over random histories of a dealership with all the habits that are looked for: a number is how many rows it opens, the
 * dealership's is the sum of its people's, and a second, slow count from the raw rows says the same.
 */
class FindingsAndRowsTest extends QualityStage {

    private static final int STEPS = 130;
    private static final int MOST_PROSPECTS = 16;
    private static final List<String> TEXTS = List.of("未接通，稍后再打", "未接通 稍后再打！", "客户还在比较", "约了周末来店", "预算 12 万");
    private static final List<String> REASONS = List.of("客户出差", "客户 出差。", "没有时间", "客户要求");
    private static final List<List<String>> DEFEAT_REASONS =
            List.of(List.of("PRICE"), List.of("OTHER"), List.of("PRICE", "PRODUCT"), List.of("DISTANCE", "OTHER"));

    private static final class Customer {
        private final ProspectId id;
        private final String mobile;
        private StaffMember owner;
        private boolean closed;

        private Customer(ProspectId id, String mobile, StaffMember owner) {
            this.id = id;
            this.mobile = mobile;
            this.owner = owner;
        }
    }

    /** What a right product never does: a change without a reason, an incomplete case, an entry of an older version. */
    private static final Set<Finding> NEVER = EnumSet.of(
            Finding.DATES_WITHOUT_REASON, Finding.WITHOUT_NEXT_STEP, Finding.PROMISES_UNKNOWN, Finding.RHYTHM_UNKNOWN);

    private static final Map<Finding, Integer> SEEN = new EnumMap<>(Finding.class);

    private final List<Customer> customers = new ArrayList<>();

    @AfterAll
    static void everythingWasSeen() {
        for (Finding finding : Finding.values()) {
            if (finding.isCount()) {
                assertThat(SEEN.getOrDefault(finding, 0) > 0)
                        .as("%s was seen %s times", finding, SEEN.get(finding))
                        .isEqualTo(!NEVER.contains(finding));
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void everyNumberIsHowManyRowsItOpensAndASlowCountSaysTheSame(long seed) {
        live(new Random(seed));
        for (LocalDate[] period : List.of(
                new LocalDate[] {day("2026-02-01"), day("2026-02-28")},
                new LocalDate[] {day("2026-03-01"), today()},
                new LocalDate[] {day("2026-02-10"), day("2026-03-05")})) {
            check(period[0], period[1]);
        }
    }

    private void check(LocalDate from, LocalDate to) {
        Report report = report(gao, from.toString(), to.toString());
        Map<Finding, List<UUID>> naive = inTransaction(
                () -> new NaiveBook(jdbc, store.dealership().id().value(), clock.instant()).count(from, to));
        for (Finding finding : Finding.values()) {
            if (finding.isCount()) {
                BigDecimal people = report.rows().stream()
                        .skip(1)
                        .map(row -> Objects.requireNonNull(row.of(finding).number()))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                SEEN.merge(finding, people.intValueExact(), Integer::sum);
                assertThat(people).as("sum of %s", finding).isEqualByComparingTo(number(rowOf(report, null), finding));
                for (Row row : report.rows()) {
                    checkRows(from, to, finding, row, naive.getOrDefault(finding, List.of()));
                }
            }
        }
    }

    private void checkRows(LocalDate from, LocalDate to, Finding finding, Row row, List<UUID> naive) {
        int number = number(row, finding).intValueExact();
        String what =
                finding + " of " + (row.person() == null ? "all" : row.person().name()) + " " + from + " " + to;
        List<Mark> rows = members(from, to, finding, row.person(), gao);
        assertThat(rows).as(what).hasSize(number).doesNotHaveDuplicates();
        assertThat(rows.stream().map(Mark::id).distinct().count())
                .as("identities, %s", what)
                .isEqualTo(number);
        if (finding.section() != Finding.Section.NOW && finding != Finding.CASES_AT_BEGIN) {
            assertThat(rows).as(what).allSatisfy(one -> assertThat(one.day()).isBetween(from, to));
        }
        long expected = row.person() == null
                ? naive.size()
                : naive.stream().filter(row.person().id().value()::equals).count();
        assertThat(number).as("counted slowly: %s", what).isEqualTo((int) expected);
    }

    private static BigDecimal number(Row row, Finding finding) {
        return Objects.requireNonNull(row.of(finding).number());
    }

    private void live(Random chance) {
        clock.set("2026-02-08T09:00");
        String mobile = newMobile();
        Customer noLead = new Customer(hqLead(mobile), mobile, store.wu());
        customers.add(noLead);
        invalid(noLead);
        customers.add(new Customer(hqLead(mobile), mobile, store.wu()));
        for (int step = 0; step < STEPS; step++) {
            clock.set(clock.instant().plus(Duration.ofMinutes(15 + chance.nextInt(560))));
            if (customers.size() < MOST_PROSPECTS && chance.nextInt(3) == 0) {
                open(chance);
            } else if (!customers.isEmpty()) {
                attempt(() -> act(customers.get(chance.nextInt(customers.size())), chance));
            }
            if (chance.nextInt(16) == 0) {
                burst(chance);
            }
            if (step % 5 == 0) {
                sweep.settleFallen();
            }
        }
        sweep.settleFallen();
    }

    private static void attempt(Runnable act) {
        try {
            act.run();
        } catch (Refusal notNow) {
            // the dealership tried what its rules do not allow; nothing happened
        }
    }

    private void open(Random chance) {
        Grade grade = Grade.values()[chance.nextInt(5)];
        StaffMember owner = chance.nextBoolean() ? store.li() : store.wang();
        if (chance.nextInt(4) > 0) {
            customers.add(new Customer(opened(owner, grade, today().plusDays(chance.nextInt(2))), "", owner));
            return;
        }
        // sometimes a number that an invalid lead left behind
        String mobile = customers.stream()
                .filter(one -> one.closed && chance.nextBoolean())
                .map(one -> one.mobile)
                .findFirst()
                .filter(number -> customers.stream().noneMatch(one -> !one.closed && one.mobile.equals(number)))
                .orElseGet(QualityStage::newMobile);
        customers.add(new Customer(hqLead(mobile), mobile, store.wu()));
    }

    /** Somebody catches up with the month: many entries within minutes. */
    private void burst(Random chance) {
        StaffMember who = chance.nextBoolean() ? store.li() : store.wang();
        List<Customer> own = customers.stream()
                .filter(one -> one.owner.equals(who) && !one.closed)
                .toList();
        int entries = 12 + chance.nextInt(14);
        int seconds = 20 + chance.nextInt(160);
        for (int entry = 0; entry < entries && !own.isEmpty(); entry++) {
            clock.set(clock.instant().plusSeconds(seconds));
            attempt(() -> contact(own.get(chance.nextInt(own.size())), chance));
        }
    }

    private void act(Customer customer, Random chance) {
        StaffMember owner = customer.owner;
        boolean consultant = !owner.equals(store.wu());
        switch (chance.nextInt(17)) {
            case 0, 1, 2, 3 -> contact(customer, chance);
            case 4, 5, 6, 7 -> {
                if (consultant) {
                    String reason = REASONS.get(chance.nextInt(REASONS.size()));
                    moved(customer.id, owner, today().plusDays(chance.nextInt(7)), reason);
                }
            }
            case 8 -> {
                if (consultant) {
                    regraded(customer.id, owner, Grade.values()[chance.nextInt(5)]);
                }
            }
            case 9 -> {
                StaffMember to = owner.equals(store.li()) ? store.wang() : store.li();
                if (consultant) {
                    transferred(customer.id, to);
                } else {
                    allocated(customer.id, to);
                }
                customer.owner = to;
            }
            case 10 ->
                here(() -> {
                    prospects.repeated(
                            customer.id,
                            Source.HQ_ALLOCATED,
                            null,
                            clock.instant(),
                            store.wu().id(),
                            store.dealership().id());
                    return customer;
                });
            case 11 -> invalid(customer);
            default -> defeat(customer, chance);
        }
    }

    private void contact(Customer customer, Random chance) {
        if (customer.owner.equals(store.wu())) {
            return;
        }
        Instant happenedAt =
                chance.nextInt(3) == 0 ? clock.instant().minus(Duration.ofMinutes(chance.nextInt(60 * 70))) : null;
        contacted(
                customer.id,
                customer.owner,
                chance.nextInt(3) == 0 ? Outcome.NOT_REACHED : Outcome.REACHED,
                happenedAt,
                TEXTS.get(chance.nextInt(TEXTS.size())),
                today().plusDays(chance.nextInt(7)),
                chance.nextInt(6) == 0 ? Grade.values()[chance.nextInt(5)] : null);
    }

    private void invalid(Customer customer) {
        here(() -> {
            prospects.invalidate(
                    customer.id,
                    ProspectFact.Kind.LEAD_INVALID,
                    "空号",
                    store.chen().id(),
                    store.dealership().id());
            return customer;
        });
        customer.closed = true;
    }

    /** What the rooms of defeats and of the life-cycle tell the journal. */
    private void defeat(Customer customer, Random chance) {
        if (customer.owner.equals(store.wu()) || customer.closed) {
            return;
        }
        List<String> reasons = DEFEAT_REASONS.get(chance.nextInt(DEFEAT_REASONS.size()));
        switch (chance.nextInt(5)) {
            case 0, 1 ->
                publish(
                        "DEFEAT_APPLIED",
                        customer.id,
                        customer.owner,
                        customer.owner,
                        Map.of("outcome", "GAVE_UP", "reasons", reasons));
            case 2 -> {
                publish("DEFEATED", customer.id, store.chen(), customer.owner, Map.of());
                if (chance.nextBoolean()) {
                    clock.set(clock.instant().plus(Duration.ofHours(1)));
                    publish("REACTIVATED", customer.id, store.chen(), customer.owner, Map.of());
                }
            }
            case 3 ->
                publish(
                        "DEFEAT_REJECTED",
                        customer.id,
                        store.chen(),
                        customer.owner,
                        chance.nextBoolean() ? Map.of("result", "RESCUED") : Map.of());
            default -> publish("REACTIVATED", customer.id, store.chen(), customer.owner, Map.of());
        }
    }
}
