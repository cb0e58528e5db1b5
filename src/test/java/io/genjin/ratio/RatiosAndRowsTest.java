package io.genjin.ratio;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.prospect.ProspectDesk;
import io.genjin.prospect.CardContent;
import io.genjin.prospect.Source;
import io.genjin.ratio.NaiveRatios.Entry;
import io.genjin.report.DailyReport;
import io.genjin.report.Figure;
import io.genjin.shared.Grade;
import io.genjin.staff.StaffMember;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Over random histories of a dealership, wilder than any is: each number of each ratio, of everybody and of several stretches of
 * days, is what plain loops over the raw entries count, and how many rows it opens.
 */
class RatiosAndRowsTest extends RatioStage {

    private static final AtomicInteger NUMBERS = new AtomicInteger(81_000_000);
    private static final int CUSTOMERS = 12;
    private static final int STEPS = 110;
    private static final List<String> KINDS = List.of(
            "VISIT_RECORDED",
            "VISIT_RECORDED",
            "VISIT_RECORDED",
            "TEST_DRIVEN",
            "TEST_DRIVEN",
            "ORDERED",
            "ORDERED",
            "ORDER_CANCELLED",
            "DELIVERED",
            "DEFEAT_APPLIED",
            "DEFEATED",
            "REACTIVATED",
            "WOKEN",
            "TRANSFERRED",
            "APPOINTMENT_KEPT",
            "LEAD_REPEATED",
            "LEAD_INVALID",
            "CARD_SUBMITTED",
            "CARD_RETURNED",
            "DEFEAT_REJECTED");

    @Autowired
    private ProspectDesk prospects;

    @Autowired
    private DailyReport daily;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void everyNumberIsCountedTwiceAlike(long seed) {
        live(new Random(seed));
        List<StaffMember> people = new ArrayList<>();
        people.add(null);
        people.addAll(List.of(store.li(), store.wang(), store.wu()));
        for (Days days : List.of(
                new Days(today().withDayOfMonth(1), today()),
                new Days(day("2026-02-01"), day("2026-02-28")),
                new Days(today(), today()),
                new Days(day("2026-01-31"), day("2026-03-01")),
                new Days(day("2019-05-01"), day("2019-05-31")))) {
            NaiveRatios naive = new NaiveRatios(entries(), survivors(), SHANGHAI, days);
            List<Ratios.Line> lines =
                    here(() -> ratios.of(days.from(), days.until(), store.dealership().id()));
            for (StaffMember person : people) {
                for (Ratio ratio : Ratio.values()) {
                    check(ratio, person, days, lines, naive);
                }
            }
        }
        checkAgainstTheDailyReport();
    }

    private void check(Ratio ratio, StaffMember person, Days days, List<Ratios.Line> lines, NaiveRatios naive) {
        Fraction one = lines.stream()
                .filter(line -> person == null
                        ? line.person() == null
                        : person.id().equals(line.person()))
                .findFirst()
                .map(line -> line.values().get(ratio))
                .orElse(null);
        String as = "%s of %s, %s to %s"
                .formatted(ratio, person == null ? "all" : person.name(), days.from(), days.until());
        String expected = naive.of(ratio, person);
        if (expected != null) {
            assertThat(one == null ? "0 / 0" : one.top() + " / " + one.bottom())
                    .as(as)
                    .isEqualTo(expected);
        }
        if (one != null) {
            for (Side side : Side.values()) {
                List<RatioMembers.Member> rows = rows(ratio, side, days, person);
                assertThat(rows.stream().mapToLong(RatioMembers.Member::weight).sum())
                        .as("%s, %s", as, side)
                        .isEqualTo(one.of(side));
                assertThat(rows).as("%s, %s", as, side).doesNotHaveDuplicates();
            }
        }
    }

    /** The ratios that the daily report shows as well are the same there. */
    private void checkAgainstTheDailyReport() {
        Map<Ratio, Figure> same = Map.of(
                Ratio.K01, Figure.K01,
                Ratio.K02, Figure.K02,
                Ratio.K03, Figure.K03,
                Ratio.K03B, Figure.K03B,
                Ratio.K04, Figure.K04,
                Ratio.K06, Figure.K06,
                Ratio.K07, Figure.K07,
                Ratio.K20, Figure.K20);
        for (LocalDate date : List.of(today(), day("2026-02-28"))) {
            List<Ratios.Line> lines =
                    here(() -> ratios.of(date.withDayOfMonth(1), date, store.dealership().id()));
            for (DailyReport.Row row : here(() -> daily.of(date, null, gao)).rows()) {
                same.forEach((ratio, figure) -> {
                    BigDecimal told = row.of(figure).month();
                    Fraction one = lines.stream()
                            .filter(line -> row.consultant() == null
                                    ? line.person() == null
                                    : row.consultant().id().equals(line.person()))
                            .findFirst()
                            .map(line -> line.values().get(ratio))
                            .orElse(null);
                    BigDecimal ours = one == null ? null : one.ratio();
                    assertThat(ours == null ? "–" : ours.stripTrailingZeros().toPlainString())
                            .as("%s of %s on %s", ratio, row.consultant(), date)
                            .isEqualTo(told == null ? "–" : told.stripTrailingZeros().toPlainString());
                });
            }
        }
    }

    private List<Entry> entries() {
        return here(() -> jdbc.sql("""
                        select id, prospect_id, kind, owner_id, source, happened_at, happened_on, recorded_at,
                               details ->> 'into' as merged_into, details ->> 'for' as purpose, (details -> 'reasons')::text as reasons
                          from journal_entry
                         where dealership_id = :dealership
                           and prospect_id is not null
                        """)
                .param("dealership", store.dealership().id().value())
                .query((row, number) -> new Entry(
                        row.getObject("id", UUID.class),
                        row.getObject("prospect_id", UUID.class),
                        row.getString("kind"),
                        row.getObject("owner_id", UUID.class),
                        row.getString("source") == null ? "" : row.getString("source"),
                        row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                        row.getObject("happened_on", LocalDate.class),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                        row.getString("merged_into"),
                        row.getString("purpose") == null ? "" : row.getString("purpose"),
                        row.getString("reasons") == null ? "" : row.getString("reasons")))
                .list());
    }

    private Map<UUID, UUID> survivors() {
        Map<UUID, UUID> survivors = new HashMap<>();
        here(() -> {
            jdbc.sql("select id, merged_into from prospect where dealership_id = :dealership and merged_into is not null")
                    .param("dealership", store.dealership().id().value())
                    .query(row -> {
                        survivors.put(
                                row.getObject("id", UUID.class), row.getObject("merged_into", UUID.class));
                    });
            return 0;
        });
        return survivors;
    }

    private void live(Random chance) {
        clock.set("2026-01-20T09:00");
        List<UUID> customers = new ArrayList<>();
        Source[] sources = Source.values();
        for (int step = 0; step < STEPS; step++) {
            clock.set(clock.instant().plus(Duration.ofMinutes(60 + chance.nextInt(1400))));
            if (customers.size() < CUSTOMERS && (customers.isEmpty() || chance.nextInt(4) == 0)) {
                Source source = sources[chance.nextInt(sources.length)];
                customers.add(
                        chance.nextInt(3) == 0
                                ? lead(source)
                                : opened(
                                        chance.nextBoolean() ? store.li() : store.wang(),
                                        source == Source.HQ_ALLOCATED ? Source.WALK_IN : source,
                                        Grade.values()[chance.nextInt(5)]));
            } else {
                wild(customers.get(chance.nextInt(customers.size())), chance);
            }
            if (step == STEPS / 2 || step == STEPS - 3) {
                merged(customers.get(0), customers.get(step == STEPS / 2 ? 1 : 2));
            }
        }
    }

    private UUID lead(Source source) {
        String detail = source.needsDetail() ? "某某" : null;
        CardContent content =
                CardContent.of("李强", "139" + NUMBERS.incrementAndGet(), source, detail, List.of("途观"), null);
        return here(() -> prospects
                .receive(
                        new ProspectDesk.Received(
                                content, Grade.N, clock.instant(), store.wu().id(), false),
                        store.wu().id(),
                        store.dealership().id())
                .orElseThrow()
                .id()
                .value());
    }

    private void wild(UUID customer, Random chance) {
        String kind = KINDS.get(chance.nextInt(KINDS.size()));
        if (chance.nextInt(60) == 0) {
            kind = "IMPORT_TAKEN_BACK";
        }
        Map<String, Object> details = new HashMap<>();
        switch (kind) {
            case "DEFEAT_APPLIED" ->
                details.put("reasons", List.of(List.of("PRICE"), List.of("OTHER"), List.of("OTHER", "MODEL"), List.of())
                        .get(chance.nextInt(4)));
            case "APPOINTMENT_KEPT" ->
                details.put("for", List.of("SHOWROOM_VISIT", "TEST_DRIVE", "DELIVERY", "HOME_VISIT")
                        .get(chance.nextInt(4)));
            default -> {}
        }
        Instant at = chance.nextInt(5) == 0
                ? clock.instant().minus(Duration.ofHours(chance.nextInt(24 * 9)))
                : clock.instant();
        StaffMember owner = chance.nextInt(12) == 0 ? null : chance.nextBoolean() ? store.li() : store.wang();
        Source source = List.of(Source.WALK_IN, Source.REFERRAL, Source.OTHER).get(chance.nextInt(3));
        told(kind, customer, owner, "B", source, at, details);
    }
}
