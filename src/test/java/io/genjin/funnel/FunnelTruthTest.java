package io.genjin.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.database.Tenancy;
import io.genjin.funnel.FunnelCounts.Reached;
import io.genjin.funnel.FunnelReport.Asked;
import io.genjin.funnel.FunnelReport.Reading;
import io.genjin.funnel.FunnelReport.Row;
import io.genjin.funnel.FunnelReport.Slice;
import io.genjin.journal.Frozen;
import io.genjin.journal.JournalFact;
import io.genjin.prospect.CardContent;
import io.genjin.prospect.Evidence;
import io.genjin.prospect.GradeChoice;
import io.genjin.prospect.Merging;
import io.genjin.prospect.NextStepReason;
import io.genjin.prospect.OpenProspect;
import io.genjin.prospect.Opening;
import io.genjin.prospect.OpeningDesk;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectDesk;
import io.genjin.prospect.ProspectId;
import io.genjin.prospect.Source;
import io.genjin.shared.DealershipId;
import io.genjin.shared.Grade;
import io.genjin.shared.Page;
import io.genjin.staff.Role;
import io.genjin.staff.StaffMember;
import io.genjin.testing.GenjinTest;
import io.genjin.testing.MutableClock;
import io.genjin.testing.TestStores;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Over random histories the funnel says what a naive count of the journal says, slices add up, and numbers are their rows. */
@GenjinTest
class FunnelTruthTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 5);
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 20);
    private static final int PROSPECTS = 36;
    private static final List<String> MODELS = List.of("朗逸 1.6 手动", "途观 1.8T", "A+B & C=D");
    private static final List<String> KINDS = List.of(
            "CARD_ENTERED",
            "VISIT_RECORDED",
            "VISIT_RECORDED",
            "VISIT_RECORDED",
            "TEST_DRIVEN",
            "QUOTED",
            "QUOTED",
            "ORDERED",
            "DELIVERED",
            "DEFEATED",
            "SET_DORMANT",
            "WOKEN",
            "REACTIVATED",
            "LEAD_ALLOCATED",
            "LEAD_INVALID",
            "ORDER_CANCELLED",
            "FOLLOW_UP_RECORDED");

    @Autowired
    MutableClock clock;

    @Autowired
    TestStores stores;

    @Autowired
    OpeningDesk openings;

    @Autowired
    ProspectDesk prospects;

    @Autowired
    Merging merging;

    @Autowired
    FunnelReport funnel;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private TestStores.Store store;
    private StaffMember gao;

    /** A fact as the modules publish it. */
    private record Told(
            DealershipId dealership, String kind, UUID prospect, UUID actor, Instant happenedAt, Frozen frozen)
            implements JournalFact {

        @Override
        public Map<String, Object> details() {
            return Map.of();
        }
    }

    /** A row of the journal. */
    private record Raw(
            UUID prospect, String kind, LocalDate on, Instant at, UUID id, String owner, String grade, String source) {}

    /** One arrival, counted by hand. */
    private record Arrival(
            UUID survivor, FunnelStage stage, Raw raw, boolean straight, Long days, List<String> values) {}

    private <T> T here(Supplier<T> work) {
        return Tenancy.within(store.dealership().id(), () -> transaction.execute(status -> work.get()));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {2, 3})
    @DisplayName("every stage, exit, conversion and median of every slice equals the naive count, and is its rows")
    void truth(long seed) {
        clock.set("2026-01-05T09:00");
        store = stores.found();
        gao = stores.member(store.dealership(), "gao", "高峰", Role.GENERAL_MANAGER);
        Random chance = new Random(seed);
        live(chance);
        clock.set(TODAY + "T20:00");
        List<Raw> raws = raws();
        Map<UUID, UUID> survivors = survivors();
        Map<UUID, String> models = models();
        assertThat(survivors.entrySet().stream().filter(one -> !one.getKey().equals(one.getValue())))
                .as("some are merged")
                .isNotEmpty();
        List<List<Dimension>> cuts = List.of(
                List.of(),
                List.of(Dimension.SOURCE),
                List.of(Dimension.CONSULTANT),
                List.of(Dimension.MODEL),
                List.of(Dimension.GRADE),
                List.of(Dimension.WEEK),
                List.of(Dimension.GRADE, Dimension.SOURCE),
                List.of(Dimension.WEEK, Dimension.CONSULTANT));
        long compared = 0;
        for (Basis basis : Basis.values()) {
            for (LocalDate[] time : new LocalDate[][] {
                {FIRST, TODAY, TODAY},
                {LocalDate.of(2026, 1, 20), LocalDate.of(2026, 2, 14), LocalDate.of(2026, 3, 1)},
                {LocalDate.of(2025, 1, 1), LocalDate.of(2025, 6, 1), TODAY}
            }) {
                for (List<Dimension> by : cuts) {
                    Reading reading = read(new Asked(basis, time[0], time[1], time[2], Map.of(), by));
                    List<Arrival> naive = naive(reading.question(), raws, survivors, models);
                    compare(reading, naive);
                    compared += naive.size();
                }
            }
        }
        assertThat(compared).isGreaterThan(500);
        narrowed(raws, survivors, models);
    }

    private Reading read(Asked asked) {
        return here(() -> funnel.read(funnel.question(asked, gao), gao));
    }

    private void compare(Reading reading, List<Arrival> naive) {
        FunnelQuestion question = reading.question();
        same(question, reading.whole(), naive);
        Map<List<String>, List<Arrival>> bySlice = new HashMap<>();
        naive.forEach(one ->
                bySlice.computeIfAbsent(one.values(), none -> new ArrayList<>()).add(one));
        if (question.by().isEmpty()) {
            assertThat(reading.slices()).isEmpty();
            rowsAreNumbers(question, reading.whole(), naive);
            return;
        }
        assertThat(reading.slices()).extracting(Slice::values).containsExactlyInAnyOrderElementsOf(bySlice.keySet());
        for (Slice slice : reading.slices()) {
            same(question.within(slice), slice.counts(), bySlice.get(slice.values()));
        }
        for (FunnelStage stage : FunnelStage.values()) {
            assertThat(reading.slices().stream()
                            .mapToLong(slice -> slice.counts().count(stage))
                            .sum())
                    .as("sum of %s by %s", stage, question.by())
                    .isEqualTo(reading.whole().count(stage));
        }
        if (!reading.slices().isEmpty()) {
            Slice one = reading.slices().get(reading.slices().size() / 2);
            rowsAreNumbers(question.within(one), one.counts(), bySlice.get(one.values()));
        }
    }

    private static void same(FunnelQuestion question, FunnelCounts counts, List<Arrival> naive) {
        for (FunnelStage stage : FunnelStage.values()) {
            List<Arrival> here =
                    naive.stream().filter(one -> one.stage() == stage).toList();
            Reached reached = counts.of(stage);
            assertThat(reached.count()).as("%s of %s", stage, question).isEqualTo(here.size());
            assertThat(reached.straight())
                    .as("straight to %s of %s", stage, question)
                    .isEqualTo(here.stream().filter(Arrival::straight).count());
            List<Long> days = here.stream()
                    .map(Arrival::days)
                    .filter(Objects::nonNull)
                    .sorted()
                    .toList();
            assertThat(reached.timed()).isEqualTo(days.size());
            assertThat(reached.medianDays())
                    .as("days to %s of %s", stage, question)
                    .isEqualTo(median(days));
            FunnelStage before = stage.before();
            long base = before == null
                    ? 0
                    : naive.stream().filter(one -> one.stage() == before).count();
            if (base == 0) {
                assertThat(counts.stageConversion(stage)).isNull();
            } else {
                assertThat(counts.stageConversion(stage))
                        .isEqualByComparingTo(BigDecimal.valueOf(here.size())
                                .divide(BigDecimal.valueOf(base), 4, RoundingMode.HALF_UP));
            }
        }
    }

    private static BigDecimal median(List<Long> days) {
        if (days.isEmpty()) {
            return null;
        }
        int half = days.size() / 2;
        long twice = days.size() % 2 == 1 ? 2 * days.get(half) : days.get(half - 1) + days.get(half);
        return BigDecimal.valueOf(twice * 5, 1);
    }

    private void rowsAreNumbers(FunnelQuestion question, FunnelCounts counts, List<Arrival> naive) {
        for (FunnelStage stage : FunnelStage.values()) {
            List<Row> rows = new ArrayList<>();
            String cursor = null;
            do {
                String from = cursor;
                Page<Row> page = here(() -> funnel.rows(question, stage, 7, from, gao));
                rows.addAll(page.items());
                cursor = page.next();
            } while (cursor != null);
            assertThat(rows).as("rows of %s", stage).hasSize((int) counts.count(stage));
            assertThat(rows)
                    .extracting(row -> row.prospect().value() + " " + row.at() + " " + row.days())
                    .containsExactlyInAnyOrderElementsOf(naive.stream()
                            .filter(one -> one.stage() == stage)
                            .map(one -> one.survivor() + " " + one.raw().at() + " " + one.days())
                            .toList());
        }
    }

    /** One value fixed and another one cut. */
    private void narrowed(List<Raw> raws, Map<UUID, UUID> survivors, Map<UUID, String> models) {
        Map<Dimension, String> only = new EnumMap<>(Dimension.class);
        only.put(Dimension.MODEL, MODELS.get(2));
        only.put(Dimension.CONSULTANT, store.li().username());
        for (Basis basis : Basis.values()) {
            Reading reading = read(new Asked(basis, FIRST, TODAY, TODAY, only, List.of(Dimension.GRADE)));
            FunnelQuestion wide = new FunnelQuestion(
                    basis,
                    FIRST,
                    TODAY,
                    TODAY,
                    Map.of(),
                    List.of(Dimension.MODEL, Dimension.CONSULTANT, Dimension.GRADE));
            List<Arrival> naive = naive(wide, raws, survivors, models).stream()
                    .filter(one -> one.values().get(0).equals(MODELS.get(2))
                            && one.values()
                                    .get(1)
                                    .equals(store.li().id().value().toString()))
                    .map(one -> new Arrival(
                            one.survivor(),
                            one.stage(),
                            one.raw(),
                            one.straight(),
                            one.days(),
                            List.of(one.values().get(2))))
                    .toList();
            assertThat(naive).isNotEmpty();
            compare(reading, naive);
        }
    }

    private List<Arrival> naive(
            FunnelQuestion question, List<Raw> raws, Map<UUID, UUID> survivors, Map<UUID, String> models) {
        boolean cohort = question.basis() == Basis.COHORT;
        Set<UUID> takenBack = Set.copyOf(raws.stream()
                .filter(raw -> raw.kind().equals("IMPORT_TAKEN_BACK"))
                .map(Raw::prospect)
                .toList());
        Map<UUID, List<Raw>> histories = new HashMap<>();
        raws.stream()
                .filter(raw -> !takenBack.contains(raw.prospect()) && !raw.on().isAfter(question.until()))
                .sorted(Comparator.comparing(Raw::at)
                        .thenComparing(raw -> raw.id().toString()))
                .forEach(raw -> histories
                        .computeIfAbsent(survivors.get(raw.prospect()), none -> new ArrayList<>())
                        .add(raw));
        List<Arrival> arrivals = new ArrayList<>();
        histories.forEach((survivor, history) -> {
            Raw lead = history.stream()
                    .filter(raw -> Set.of("PROSPECT_OPENED", "LEAD_RECEIVED").contains(raw.kind()))
                    .findFirst()
                    .orElseThrow();
            String consultant = history.stream()
                    .filter(raw -> raw.kind().equals("LEAD_ALLOCATED")
                            && raw.prospect().equals(lead.prospect()))
                    .findFirst()
                    .orElse(lead)
                    .owner();
            Map<FunnelStage, Raw> first = new EnumMap<>(FunnelStage.class);
            first.put(FunnelStage.LEAD, lead);
            for (Raw raw : history) {
                switch (raw.kind()) {
                    case "CARD_ENTERED" -> first.putIfAbsent(FunnelStage.FILED, raw);
                    case "VISIT_RECORDED" -> {
                        Raw earlier = first.putIfAbsent(FunnelStage.VISITED, raw);
                        if (earlier != null && raw.on().isAfter(earlier.on())) {
                            first.putIfAbsent(FunnelStage.RETURNED, raw);
                        }
                    }
                    case "TEST_DRIVEN", "QUOTED", "ORDERED", "DELIVERED" ->
                        first.putIfAbsent(FunnelStage.valueOf(raw.kind()), raw);
                    default -> {}
                }
            }
            Map<FunnelStage, Raw> out = new EnumMap<>(FunnelStage.class);
            Raw standing = null;
            for (Raw raw : history) {
                FunnelStage exit = exit(raw.kind());
                boolean back = Set.of("WOKEN", "REACTIVATED").contains(raw.kind());
                if (cohort && raw.prospect().equals(survivor) && (exit != null || back)) {
                    standing = exit == null ? null : raw;
                } else if (!cohort && exit != null && inside(raw.on(), question)) {
                    out.putIfAbsent(exit, raw);
                }
            }
            if (standing != null) {
                out.put(Objects.requireNonNull(exit(standing.kind())), standing);
            }
            Map<FunnelStage, Raw> all = new EnumMap<>(FunnelStage.class);
            all.putAll(first);
            all.putAll(out);
            all.forEach((stage, raw) -> {
                if (inside(cohort ? lead.on() : raw.on(), question)) {
                    Raw before = stage.before() == null ? null : first.get(stage.before());
                    List<String> values = question.by().stream()
                            .map(dimension -> switch (dimension) {
                                case SOURCE -> lead.source();
                                case GRADE -> lead.grade();
                                case CONSULTANT -> Objects.requireNonNullElse(cohort ? consultant : raw.owner(), "");
                                case MODEL -> Objects.requireNonNullElse(models.get(survivor), "");
                                case WEEK ->
                                    (cohort ? lead : raw)
                                            .on()
                                            .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                                            .toString();
                            })
                            .toList();
                    arrivals.add(new Arrival(
                            survivor,
                            stage,
                            raw,
                            before != null,
                            before == null || before.on().isAfter(raw.on())
                                    ? null
                                    : raw.on().toEpochDay() - before.on().toEpochDay(),
                            values));
                }
            });
        });
        return arrivals;
    }

    private static boolean inside(LocalDate day, FunnelQuestion question) {
        return !day.isBefore(question.from()) && !day.isAfter(question.to());
    }

    private static FunnelStage exit(String kind) {
        return switch (kind) {
            case "DEFEATED" -> FunnelStage.DEFEATED;
            case "SET_DORMANT" -> FunnelStage.DORMANT;
            case "LEAD_INVALID" -> FunnelStage.INVALID;
            default -> null;
        };
    }

    private void live(Random chance) {
        List<ProspectId> all = new ArrayList<>();
        for (int number = 0; number < PROSPECTS; number++) {
            Instant now = FIRST.plusDays(chance.nextInt(60))
                    .atTime(9 + chance.nextInt(9), chance.nextInt(60), chance.nextInt(60))
                    .atZone(SHANGHAI)
                    .toInstant();
            clock.set(now);
            ProspectId id = chance.nextInt(4) == 0 ? lead(chance) : opened(chance);
            all.add(id);
            Instant at = now;
            for (int fact = chance.nextInt(9); fact > 0; fact--) {
                at = at.plus(Duration.ofSeconds(chance.nextInt(6 * 24 * 3_600)));
                tell(id, KINDS.get(chance.nextInt(KINDS.size())), at, chance);
            }
            if (chance.nextInt(12) == 0) {
                tell(id, "IMPORT_TAKEN_BACK", at, chance);
            }
        }
        clock.set(TODAY + "T19:00");
        for (int merge = 0; merge < 4; merge++) {
            ProspectId survivor = all.get(merge);
            ProspectId absorbed = all.get(PROSPECTS - 1 - merge);
            here(() -> merging.absorb(
                    merging.hold(survivor, absorbed, store.zhou(), "prospect.transfer"),
                    UUID.randomUUID(),
                    store.zhou()));
        }
    }

    private ProspectId opened(Random chance) {
        Source source = Source.values()[chance.nextInt(Source.values().length)];
        if (source.isFromHq()) {
            source = Source.WALK_IN;
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), SHANGHAI);
        GradeChoice choice = new GradeChoice(
                Grade.values()[chance.nextInt(5)], Set.of(Evidence.values()), "到店详谈", "gradeOverrideReason");
        OpenProspect opening = new OpenProspect(
                content(source, chance), choice, today, NextStepReason.ROUTINE, null, null, false, null, null);
        StaffMember by = chance.nextBoolean() ? store.li() : store.wang();
        return ((Opening.Opened) here(() -> openings.open(opening, by)))
                .prospect()
                .id();
    }

    private ProspectId lead(Random chance) {
        return here(() -> prospects
                .receive(
                        new ProspectDesk.Received(
                                content(Source.HQ_ALLOCATED, chance),
                                Grade.N,
                                clock.instant(),
                                store.wu().id(),
                                false),
                        store.wu().id(),
                        store.dealership().id())
                .map(Prospect::id)
                .orElseThrow());
    }

    private static CardContent content(Source source, Random chance) {
        int model = chance.nextInt(MODELS.size() + 1);
        return CardContent.of(
                "张伟",
                "136" + (10_000_000 + chance.nextInt(80_000_000)),
                source,
                source.needsDetail() ? "老客户周先生" : null,
                model == MODELS.size() ? List.of() : List.of(MODELS.get(model)),
                null);
    }

    private void tell(ProspectId id, String kind, Instant at, Random chance) {
        StaffMember owner = chance.nextBoolean() ? store.li() : store.wang();
        Frozen frozen = new Frozen(
                !kind.equals("LEAD_ALLOCATED") && chance.nextInt(10) == 0
                        ? null
                        : owner.id().value(),
                Grade.values()[chance.nextInt(5)].name(),
                Source.values()[chance.nextInt(5)].name());
        here(() -> {
            events.publishEvent(new Told(
                    store.dealership().id(), kind, id.value(), owner.id().value(), at, frozen));
            return id;
        });
    }

    private List<Raw> raws() {
        return here(() -> jdbc.sql(
                        "select * from journal_entry where dealership_id = :dealership and prospect_id is not null")
                .param("dealership", store.dealership().id().value())
                .query((row, number) -> new Raw(
                        row.getObject("prospect_id", UUID.class),
                        row.getString("kind"),
                        row.getObject("happened_on", LocalDate.class),
                        row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                        row.getObject("id", UUID.class),
                        row.getString("owner_id"),
                        row.getString("grade"),
                        row.getString("source")))
                .list());
    }

    private Map<UUID, UUID> survivors() {
        Map<UUID, UUID> survivors = new HashMap<>();
        here(() -> {
            jdbc.sql("select id, coalesce(merged_into, id) as survivor from prospect where dealership_id = :dealership")
                    .param("dealership", store.dealership().id().value())
                    .query(row -> {
                        survivors.put(row.getObject("id", UUID.class), row.getObject("survivor", UUID.class));
                    });
            return survivors;
        });
        return survivors;
    }

    private Map<UUID, String> models() {
        Map<UUID, String> models = new HashMap<>();
        here(() -> {
            jdbc.sql("select id, main_model from prospect where dealership_id = :dealership")
                    .param("dealership", store.dealership().id().value())
                    .query(row -> {
                        models.put(row.getObject("id", UUID.class), row.getString("main_model"));
                    });
            return models;
        });
        return models;
    }
}
