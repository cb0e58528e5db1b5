package io.genjin.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.database.Tenancy;
import io.genjin.prospect.ProspectFact;
import io.genjin.prospect.ProspectId;
import io.genjin.prospect.Source;
import io.genjin.report.FigureMembers.Member;
import io.genjin.shared.Grade;
import io.genjin.shared.Refusal;
import io.genjin.staff.StaffMember;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What stood at closing time opens later to the very customers that stood there, whatever became of them. */
class FrozenStocksTest extends ReportStage {

    private static final List<Figure> STANDING = Arrays.stream(Figure.values())
            .filter(one -> one.standsNow() && !one.isRatio())
            .toList();

    @Autowired
    private DailyFreezing freezing;

    @Autowired
    private FrozenMembers frozen;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    private final List<ProspectId> customers = new ArrayList<>();

    /** A number of an evening. */
    private record Number(LocalDate day, Figure figure, StaffMember person, Span span) {}

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {31, 32})
    @DisplayName(
            "4.3, 40: each stock and open promise of a frozen day or month opens exactly the rows it counted at closing time")
    void stood(long seed) {
        Random chance = new Random(seed);
        clock.set("2026-02-25T09:00");
        Map<Number, Set<String>> evenings = new LinkedHashMap<>();
        for (int day = 0; day < 8; day++) {
            for (int step = 0; step < 12; step++) {
                clock.set(clock.instant().plus(Duration.ofMinutes(60)));
                try {
                    act(chance);
                } catch (Refusal notNow) {
                    // the dealership tried what its rules do not allow; nothing happened
                }
            }
            clock.set(today().atTime(22, 0).atZone(SHANGHAI).toInstant());
            sweep.settleFallen();
            evenings.putAll(evening());
            clock.set(today().atTime(22, 1).atZone(SHANGHAI).toInstant());
            freezing.freezeClosed(store.dealership().id());
            clock.set(today().plusDays(1).atTime(9, 0).atZone(SHANGHAI).toInstant());
        }
        assertThat(evenings.values().stream().filter(rows -> !rows.isEmpty()).count())
                .as("numbers that are not 0")
                .isGreaterThan(150);
        evenings.forEach((number, rows) ->
                assertThat(then(number)).as("%s", number).isEqualTo(rows).hasSize(counted(number)));
        assertThat(keptRows()).as("rows kept for days that change little").isLessThan(standing(evenings));
    }

    private Map<Number, Set<String>> evening() {
        Map<Number, Set<String>> all = new LinkedHashMap<>();
        for (Figure figure : STANDING) {
            for (StaffMember person : people()) {
                for (Span span : figure.isStock() ? List.of(Span.day) : List.of(Span.values())) {
                    all.put(
                            new Number(today(), figure, person, span),
                            told(members(today(), figure, person, span, gao), figure));
                }
            }
        }
        return all;
    }

    private List<StaffMember> people() {
        return Arrays.asList(null, store.li(), store.wang());
    }

    /** A row in words; of the base not its promise, for a frozen row says since when it has stood there. */
    private static Set<String> told(List<Member> rows, Figure figure) {
        Set<String> told = new TreeSet<>();
        rows.forEach(one -> told.add(one.id() + " " + one.prospect() + " " + one.person() + " " + one.day() + " "
                + (figure.name().startsWith("BASE") ? "" : one.at())));
        assertThat(told).hasSameSizeAs(rows);
        return told;
    }

    private Set<String> then(Number number) {
        String whose = number.person() == null ? null : number.person().username();
        return told(
                here(() -> frozen.of(
                                frozen.question(
                                        number.day(),
                                        number.span(),
                                        number.figure(),
                                        whose,
                                        FrozenMembers.View.FROZEN,
                                        gao),
                                1000,
                                null,
                                gao))
                        .items(),
                number.figure());
    }

    private final Map<LocalDate, DailyReport.Report> reports = new LinkedHashMap<>();

    private int counted(Number number) {
        DailyReport.Value value = rowOf(reports.computeIfAbsent(number.day(), day -> report(gao, day)), number.person())
                .of(number.figure());
        BigDecimal counted = number.span() == Span.day ? value.day() : value.month();
        return counted.intValueExact();
    }

    private long standing(Map<Number, Set<String>> evenings) {
        return evenings.entrySet().stream()
                .filter(one -> one.getKey().person() == null && one.getKey().figure() == Figure.BASE)
                .mapToLong(one -> one.getValue().size())
                .sum();
    }

    private long keptRows() {
        return Tenancy.within(
                store.dealership().id(), () -> new TransactionTemplate(transactions).execute(status -> jdbc.sql("""
                                select count(*)
                                  from daily_frozen_standing
                                 where dealership_id = :dealership
                                   and part like 'BASE%'
                                """)
                        .param("dealership", store.dealership().id().value())
                        .query(Long.class)
                        .single()));
    }

    private void act(Random chance) {
        StaffMember by = chance.nextBoolean() ? store.li() : store.wang();
        if (customers.size() < 6 || chance.nextInt(5) == 0) {
            customers.add(opened(
                    by,
                    Source.WALK_IN,
                    Grade.values()[chance.nextInt(5)],
                    today().plusDays(chance.nextInt(2)).toString()));
            return;
        }
        ProspectId one = customers.get(chance.nextInt(customers.size()));
        switch (chance.nextInt(9)) {
            case 0, 1, 2 ->
                contacted(one, by, today().plusDays(chance.nextInt(3)).toString());
            case 3 -> moved(one, by, today().plusDays(chance.nextInt(3)));
            case 4 -> transferred(one, chance.nextBoolean() ? store.li() : store.wang());
            case 5, 6 -> here(() -> cards.submit(one, by));
            case 7 -> here(() -> cards.sign(one, null, store.chen()));
            default ->
                here(() -> {
                    prospects.invalidate(
                            one,
                            ProspectFact.Kind.LEAD_INVALID,
                            "空号",
                            store.chen().id(),
                            store.dealership().id());
                    return one;
                });
        }
    }
}
