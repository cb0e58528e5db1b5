package io.genjin.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.database.Tenancy;
import io.genjin.dealership.Dealership;
import io.genjin.journal.Frozen;
import io.genjin.journal.Journal;
import io.genjin.journal.JournalFact;
import io.genjin.prospect.Source;
import io.genjin.report.DayFigures.Count;
import io.genjin.report.DayFigures.Period;
import io.genjin.report.DayFigures.Stretch;
import io.genjin.shared.DealershipId;
import io.genjin.shared.TypedId;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Kept figures are exactly what the journal tells, whatever is written and whenever: any kind of entry, dated back, correcting,
 * promising, taken back. Journals wilder than any dealership's are written and the figures compared after every few entries.
 */
class KeptFiguresTest extends ReportStage {

    private static final int STEPS = 240;
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 20);
    private static final List<String> KINDS = FigureRows.KINDS.stream().sorted().toList();

    @Autowired
    private Journal journal;

    @Autowired
    private DayFigures figures;

    @Autowired
    private DailyFreezing freezing;

    @Autowired
    private FrozenMembers frozenMembers;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    /** An entry as anybody could write it. */
    private record Written(
            DealershipId dealership,
            UUID entryId,
            String kind,
            UUID prospect,
            UUID actor,
            Instant happenedAt,
            Frozen frozen,
            UUID corrects,
            Map<String, Object> details)
            implements JournalFact {}

    private final List<UUID> prospects = new ArrayList<>();
    private final List<UUID> people = new ArrayList<>();
    private final Map<UUID, UUID> misses = new LinkedHashMap<>();

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13, 14})
    void keptIsWhatTheJournalTells(long seed) {
        Random chance = new Random(seed);
        clock.set("2026-02-20T09:00");
        IntStream.range(0, 7).forEach(one -> prospects.add(TypedId.newValue()));
        IntStream.range(0, 3).forEach(one -> people.add(TypedId.newValue()));
        for (int step = 0; step < STEPS; step++) {
            clock.set(clock.instant().plus(Duration.ofMinutes(chance.nextInt(200))));
            List<Written> facts = Stream.generate(() -> fact(chance))
                    .limit(1 + chance.nextInt(3))
                    .toList();
            write(facts);
            if (chance.nextInt(5) == 0) {
                keeping.keep(store.dealership().id());
            }
            if (step % 12 == 0) {
                compare("after step " + step);
            }
        }
        keeping.keep(store.dealership().id());
        compare("kept");
        assertThat(keeping.compare(store.dealership().id()))
                .as("days that differ")
                .isZero();
        keeping.rebuild(store.dealership().id());
        compare("rebuilt");
    }

    /** Each evening is compared with what the report said at that moment, counted the plain way. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {21, 22})
    void frozenIsWhatTheReportSaidAtClosingTime(long seed) {
        Random chance = new Random(seed);
        clock.set("2026-02-26T09:00");
        IntStream.range(0, 6).forEach(one -> prospects.add(TypedId.newValue()));
        people.add(store.li().id().value());
        people.add(store.wang().id().value());
        Map<LocalDate, DailyReport.Report> evenings = new TreeMap<>();
        for (int day = 0; day < 7; day++) {
            for (int step = 0; step < 12; step++) {
                clock.set(clock.instant().plus(Duration.ofMinutes(60)));
                write(List.of(fact(chance), fact(chance)));
            }
            clock.set(today().atTime(22, 0).atZone(SHANGHAI).toInstant());
            evenings.put(today(), report(gao, today()));
            if (day > 0) {
                // the first day ever is frozen only while nobody has written since
                clock.set(today().atTime(22, 0, 30).atZone(SHANGHAI).toInstant());
                write(List.of(fact(chance)));
            }
            clock.set(today().atTime(22, 1).atZone(SHANGHAI).toInstant());
            freezing.freezeClosed(store.dealership().id());
            clock.set(today().plusDays(1).atTime(9, 0).atZone(SHANGHAI).toInstant());
            keeping.keep(store.dealership().id());
        }
        evenings.forEach((day, evening) -> {
            DailyReport.Report later = report(gao, day);
            assertThat(later.frozen()).isNotNull();
            for (DailyReport.Row row : evening.rows()) {
                for (Figure figure : Figure.values()) {
                    if (!figure.standsNow()) {
                        checkFrozen(
                                day, figure, row, rowOf(later, row.consultant()).of(figure));
                    }
                }
            }
        });
    }

    private void checkFrozen(LocalDate day, Figure figure, DailyReport.Row evening, DailyReport.Value later) {
        String what = figure + " of " + evening.consultant() + " on " + day;
        assertThat(later.day()).as(what).isEqualTo(evening.of(figure).day());
        assertThat(later.month()).as(what).isEqualTo(evening.of(figure).month());
        if (!figure.isRatio() && (evening.consultant() != null || figure == Figure.NEW_PROSPECTS)) {
            for (Span span : Span.values()) {
                int frozen = opened(day, span, figure, evening, FrozenMembers.View.FROZEN);
                int by = opened(day, span, figure, evening, FrozenMembers.View.ADDED)
                        - opened(day, span, figure, evening, FrozenMembers.View.GONE);
                assertThat(BigDecimal.valueOf(frozen))
                        .as(what)
                        .isEqualByComparingTo(span == Span.day ? later.day() : later.month());
                assertThat(BigDecimal.valueOf(by))
                        .as(what)
                        .isEqualByComparingTo(span == Span.day ? later.dayCorrection() : later.monthCorrection());
            }
        }
    }

    private int opened(LocalDate day, Span span, Figure figure, DailyReport.Row row, FrozenMembers.View view) {
        String whose = row.consultant() == null ? null : row.consultant().username();
        return here(() ->
                        frozenMembers.of(frozenMembers.question(day, span, figure, whose, view, gao), 1000, null, gao))
                .items()
                .size();
    }

    @Test
    @DisplayName("a kept day that somebody spoilt is found by the nightly comparison and mended")
    void mended() {
        Random chance = new Random(5);
        prospects.add(TypedId.newValue());
        people.add(TypedId.newValue());
        write(List.of(fact("DELIVERED", prospects.get(0), clock.instant(), Map.of(), null, chance)));
        clock.set("2026-03-05T09:00");
        keeping.keep(store.dealership().id());
        inside(() -> jdbc.sql("delete from figure_day where dealership_id = :dealership and part = 'DELIVERED'")
                .param("dealership", store.dealership().id().value())
                .update());
        assertThat(read(Figure.DELIVERIES, null, "2026-03-02")).isEqualTo("0 / 0");
        assertThat(keeping.compare(store.dealership().id())).isEqualTo(1);
        assertThat(read(Figure.DELIVERIES, null, "2026-03-02")).isEqualTo("1 / 1");
        assertThat(keeping.compare(store.dealership().id())).isZero();
    }

    @Test
    @DisplayName("what was counted by another definition is not believed, and counted anew")
    void otherDefinition() {
        Random chance = new Random(6);
        prospects.add(TypedId.newValue());
        people.add(TypedId.newValue());
        write(List.of(fact("DELIVERED", prospects.get(0), clock.instant(), Map.of(), null, chance)));
        clock.set("2026-03-05T09:00");
        keeping.keep(store.dealership().id());
        inside(() -> jdbc.sql("update figure_keeper set definition = 1 where dealership_id = :dealership")
                .param("dealership", store.dealership().id().value())
                .update());
        inside(() -> jdbc.sql("delete from figure_day where dealership_id = :dealership")
                .param("dealership", store.dealership().id().value())
                .update());
        assertThat(read(Figure.DELIVERIES, null, "2026-03-02")).isEqualTo("1 / 1");
        keeping.keep(store.dealership().id());
        compare("counted anew");
        assertThat(read(Figure.DELIVERIES, null, "2026-03-02")).isEqualTo("1 / 1");
    }

    /** A new kind in a figure must be known to whoever marks stale days. */
    @Test
    @DisplayName("every kind of entry that kept rows are read from is known to the marks")
    void kinds() throws IOException {
        String sql = FigureRows.sql(java.util.EnumSet.of(FigureRows.Lasting.KEPT), List.of());
        List<String> known = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/messages"))) {
            for (Path file : files.toList()) {
                Pattern.compile("(?m)^journal\\.([A-Z0-9_]+)=")
                        .matcher(Files.readString(file))
                        .results()
                        .forEach(match -> known.add(match.group(1)));
            }
        }
        assertThat(known).hasSizeGreaterThan(100);
        assertThat(known.stream().distinct().filter(kind -> sql.contains("'" + kind + "'")))
                .isNotEmpty()
                .allSatisfy(kind -> assertThat(FigureRows.KINDS).contains(kind));
        assertThat(FigureRows.KINDS).allSatisfy(kind -> assertThat(sql).contains("'" + kind + "'"));
        for (Figure figure : Figure.values()) {
            for (String part : figure.parts()) {
                assertThat(Stream.of(FigureRows.Lasting.values())
                                .anyMatch(lasting -> FigureRows.hasPart(lasting, part)))
                        .as("%s of %s", part, figure)
                        .isTrue();
            }
        }
    }

    private Written fact(Random chance) {
        String kind = KINDS.get(chance.nextInt(KINDS.size()));
        if (chance.nextInt(3) == 0) {
            kind = chance.nextBoolean() ? "FOLLOW_UP_RECORDED" : "RESCHEDULED";
        }
        if (kind.equals("IMPORT_TAKEN_BACK") && chance.nextInt(3) != 0) {
            kind = "VISIT_RECORDED";
        }
        UUID prospect = prospects.get(chance.nextInt(prospects.size()));
        Instant at = clock.instant();
        if (chance.nextInt(3) == 0) {
            at = at.minus(Duration.ofHours(chance.nextInt(24 * 14)));
        }
        Map<String, Object> details = new HashMap<>();
        UUID corrects = null;
        switch (kind) {
            case "FOLLOW_UP_RECORDED" -> {
                details.put("way", chance.nextInt(4) == 0 ? "SHOWROOM" : "PHONE");
                details.put("outcome", chance.nextInt(5) == 0 ? "NOT_REACHED" : "REACHED");
                details.put("plannedDate", near(chance).toString());
                details.put("promiseKept", Boolean.toString(chance.nextBoolean()));
                details.put("counts", "true");
                if (chance.nextInt(4) != 0) {
                    details.put("latest", near(chance).toString());
                }
                if (chance.nextInt(3) == 0) {
                    details.put("first", true);
                    details.put("firstOnTime", chance.nextBoolean());
                }
                List<String> met = past(chance);
                details.put("met", met);
                details.put(
                        "unmet",
                        past(chance).stream().filter(day -> !met.contains(day)).toList());
            }
            case "RESCHEDULED" -> details.put("oldDate", near(chance).toString());
            case "CARD_ENTERED" -> details.put("sameDay", Boolean.toString(chance.nextBoolean()));
            case "TRANSFERRED" ->
                details.put("from", people.get(chance.nextInt(people.size())).toString());
            case "FIRST_FOLLOW_UP_MISSED" -> {
                if (chance.nextBoolean()) {
                    details.put("responsible", people.get(0).toString());
                }
            }
            case "RHYTHM_MISSED" -> details.put("excused", Boolean.toString(chance.nextBoolean()));
            case "MISS_WITHDRAWN" -> {
                if (!misses.isEmpty()) {
                    List<UUID> all = List.copyOf(misses.keySet());
                    corrects = all.get(chance.nextInt(all.size()));
                    prospect = misses.remove(corrects);
                }
            }
            default -> {}
        }
        return fact(kind, prospect, at, details, corrects, chance);
    }

    private Written fact(
            String kind, UUID prospect, Instant at, Map<String, Object> details, UUID corrects, Random chance) {
        UUID id = TypedId.newValue();
        if (kind.endsWith("_MISSED")) {
            misses.put(id, prospect);
        }
        Source[] sources = Source.values();
        Frozen frozen = new Frozen(
                chance.nextInt(9) == 0 ? null : people.get(chance.nextInt(people.size())),
                "H",
                sources[chance.nextInt(sources.length)].name());
        return new Written(
                store.dealership().id(),
                id,
                kind,
                prospect,
                people.get(chance.nextInt(people.size())),
                at,
                frozen,
                corrects,
                details);
    }

    private LocalDate near(Random chance) {
        return today().plusDays(chance.nextInt(16) - 12L);
    }

    private List<String> past(Random chance) {
        return IntStream.range(0, Math.max(0, chance.nextInt(4) - 1))
                .mapToObj(one -> today().minusDays(chance.nextInt(9)).toString())
                .distinct()
                .toList();
    }

    private void write(List<Written> facts) {
        inside(() -> {
            journal.writeAll(facts);
            return 0;
        });
    }

    private <T> T inside(java.util.function.Supplier<T> work) {
        return Tenancy.within(
                store.dealership().id(), () -> new TransactionTemplate(transactions).execute(status -> work.get()));
    }

    private void compare(String when) {
        Dealership dealership = store.dealership();
        inside(() -> {
            Map<String, Long> reported = byDay(sums.parts(FIRST, today(), FigureRows.PARTS, dealership, Period.DAY));
            Map<String, Long> told = byDay(figures.counted(new Stretch(FIRST, today()), List.of(), dealership));
            assertThat(reported.entrySet().stream()
                            .filter(one -> !told.entrySet().contains(one)))
                    .as("reported and not told " + when)
                    .isEmpty();
            assertThat(told.entrySet().stream()
                            .filter(one -> !reported.entrySet().contains(one)))
                    .as("told and not reported " + when)
                    .isEmpty();
            return 0;
        });
    }

    private static Map<String, Long> byDay(List<Count> counts) {
        Map<String, Long> sorted = new TreeMap<>();
        counts.forEach(count ->
                sorted.merge(count.day() + " " + count.part() + " " + count.person(), count.rows(), Long::sum));
        return sorted;
    }
}
