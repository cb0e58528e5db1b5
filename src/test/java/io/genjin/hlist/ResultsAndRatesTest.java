package io.genjin.hlist;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.followup.ContactWay;
import io.genjin.followup.Outcome;
import io.genjin.prospect.Evidence;
import io.genjin.prospect.NextStep;
import io.genjin.prospect.NextStepReason;
import io.genjin.prospect.ProspectFact;
import io.genjin.prospect.ProspectId;
import io.genjin.shared.Grade;
import io.genjin.shared.Page;
import io.genjin.shared.Refusal;
import io.genjin.staff.StaffMember;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Over random weeks of a dealership: results, hit rates and the rows behind them are what a plain diary says. */
class ResultsAndRatesTest extends HListStage {

    private static final int STEPS = 110;

    private enum What {
        ORDER,
        CANCEL,
        DEFEAT,
        BACK,
        STEP
    }

    private record Noted(Instant happened, Instant written, What what) {}

    private record Regraded(Instant at, Grade before, Grade after) {}

    private static final class Diary {
        private final ProspectId id;
        private final StaffMember owner;
        private final List<Noted> noted = new ArrayList<>();
        private final List<Regraded> regraded = new ArrayList<>();
        private Grade grade;

        private Diary(ProspectId id, StaffMember owner, Grade grade) {
            this.id = id;
            this.owner = owner;
            this.grade = grade;
        }

        /** Counted backwards and by sets, unlike the product. */
        private WeekResult resultOf(ListWeek week, Instant since) {
            Instant monday = week.monday().atStartOfDay(SHANGHAI).toInstant();
            Instant begin = since.isAfter(monday) ? since : monday;
            Instant end = week.next().monday().atStartOfDay(SHANGHAI).toInstant();
            List<What> happened = noted.stream()
                    .filter(one ->
                            !one.happened().isBefore(begin) && one.happened().isBefore(end))
                    .filter(one -> one.written().isBefore(end))
                    .sorted(Comparator.comparing(Noted::happened))
                    .map(Noted::what)
                    .toList();
            if (happened.lastIndexOf(What.ORDER) > happened.lastIndexOf(What.CANCEL)) {
                return WeekResult.ORDERED;
            }
            if (happened.lastIndexOf(What.DEFEAT) > happened.lastIndexOf(What.BACK)) {
                return WeekResult.DEFEATED;
            }
            List<Regraded> changes = regraded.stream()
                    .filter(one -> !one.at().isBefore(begin) && one.at().isBefore(end))
                    .toList();
            boolean hotter = !changes.isEmpty()
                    && changes.get(changes.size() - 1)
                            .after()
                            .isAbove(changes.get(0).before());
            return happened.contains(What.STEP) || hotter ? WeekResult.MOVED_ON : WeekResult.SLIPPED;
        }
    }

    private record Listed(ListWeek week, Diary diary, Instant since) {

        private WeekResult result() {
            return diary.resultOf(week, since);
        }
    }

    private final List<Diary> diaries = new ArrayList<>();
    private final List<Listed> listed = new ArrayList<>();

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void everyResultIsWhatTheDiarySays(long seed) {
        live(new Random(seed));
        clock.set(clock.instant().plus(Duration.ofDays(14)));
        close();
        Map<ListWeek, List<Listed>> byWeek = new HashMap<>();
        listed.forEach(one ->
                byWeek.computeIfAbsent(one.week(), week -> new ArrayList<>()).add(one));
        assertThat(byWeek.size()).as("weeks with lists").isGreaterThan(1);
        assertThat(listed)
                .as("a life in which things happen")
                .extracting(one -> one.result())
                .contains(WeekResult.ORDERED, WeekResult.MOVED_ON);
        byWeek.forEach((week, all) -> {
            HListBook.Week read = read(week, store.zhou());
            assertThat(read.closed()).isTrue();
            for (Listed one : all) {
                HListEntry entry = read.listOf(one.diary().owner.id()).orElseThrow().entries().stream()
                        .filter(kept -> kept.prospect().equals(one.diary().id))
                        .findFirst()
                        .orElseThrow();
                assertThat(read.verdicts().get(entry.id()).result())
                        .as("%s in the week of %s", one.diary().noted, week)
                        .isEqualTo(one.result());
            }
            check(week, all);
        });
    }

    private void check(ListWeek week, List<Listed> all) {
        HListArchive.ClosedWeek closed = here(() -> archive.weeks(50, null, store.zhou())).items().stream()
                .filter(one -> one.week().equals(week))
                .findFirst()
                .orElseThrow();
        for (StaffMember consultant : List.of(store.li(), store.wang())) {
            List<Listed> theirs = all.stream()
                    .filter(one -> one.diary().owner.equals(consultant))
                    .toList();
            long ordered = theirs.stream()
                    .filter(one -> one.result() == WeekResult.ORDERED)
                    .count();
            HitRate rate = closed.lines().stream()
                    .filter(line -> line.consultant().equals(consultant.id()))
                    .findFirst()
                    .orElseThrow()
                    .rate();
            assertThat(rate).isEqualTo(new HitRate((int) ordered, theirs.size()));
            if (theirs.isEmpty()) {
                assertThat(rate.ratio()).isNull();
            } else {
                assertThat(rate.ratio())
                        .isEqualByComparingTo(
                                new BigDecimal(ordered).divide(new BigDecimal(theirs.size()), 4, RoundingMode.HALF_UP));
            }
            assertThat(rows(new HListArchive.Filter(week, consultant.id(), WeekResult.ORDERED)))
                    .hasSize((int) ordered);
            assertThat(rows(new HListArchive.Filter(week, consultant.id(), null)))
                    .hasSize(theirs.size())
                    .doesNotHaveDuplicates();
        }
        assertThat(closed.rate().entries()).isEqualTo(all.size());
        assertThat(closed.coverage().held()).isEqualTo((int)
                all.stream().map(one -> one.diary().owner.id()).distinct().count());
    }

    private List<HListEntryId> rows(HListArchive.Filter filter) {
        List<HListEntryId> all = new ArrayList<>();
        String cursor = null;
        do {
            String from = cursor;
            Page<HListArchive.Row> page = here(() -> archive.entries(filter, 2, from, store.zhou()));
            page.items().forEach(row -> all.add(row.entry().id()));
            cursor = page.next();
        } while (cursor != null);
        return all;
    }

    private void live(Random chance) {
        for (int step = 0; step < STEPS; step++) {
            clock.set(clock.instant().plus(Duration.ofMinutes(30 + chance.nextInt(270))));
            if (step % 7 == 0) {
                close();
            }
            try {
                if (diaries.size() < 12 && chance.nextInt(3) == 0) {
                    StaffMember owner = chance.nextBoolean() ? store.li() : store.wang();
                    Grade grade = Grade.values()[chance.nextInt(5)];
                    diaries.add(new Diary(opened(owner, grade), owner, grade));
                } else if (!diaries.isEmpty()) {
                    act(diaries.get(chance.nextInt(diaries.size())), chance);
                }
            } catch (Refusal notNow) {
                // the dealership tried what its rules do not allow; nothing happened
            }
        }
    }

    private void act(Diary diary, Random chance) {
        Instant now = clock.instant();
        NextStep next = NextStep.on(today().plusDays(1), NextStepReason.ROUTINE);
        switch (chance.nextInt(8)) {
            case 0, 1 -> list(diary, chance);
            case 2 ->
                contact(diary, ContactWay.PHONE, chance.nextBoolean() ? Outcome.APPOINTMENT : Outcome.REACHED, now);
            case 3 -> contact(diary, ContactWay.SHOWROOM, Outcome.REACHED, now);
            case 4 ->
                contact(diary, ContactWay.PHONE, Outcome.APPOINTMENT, now.minus(Duration.ofHours(chance.nextInt(96))));
            case 5 -> {
                Grade after = Grade.values()[chance.nextInt(5)];
                Grade before = diary.grade;
                here(() -> followUps.regrade(diary.id, after, Set.of(Evidence.values()), "详谈", diary.owner));
                diary.regraded.add(new Regraded(now, before, after));
                diary.grade = after;
            }
            case 6 -> {
                boolean cancels = chance.nextBoolean();
                moved(diary.id, held -> {
                    if (cancels) {
                        lifeCycle.cancelOrder(held, next, Map.of(), diary.owner);
                    } else {
                        lifeCycle.order(held, Map.of(), diary.owner);
                    }
                });
                diary.noted.add(new Noted(now, now, cancels ? What.CANCEL : What.ORDER));
            }
            default -> {
                boolean comesBack = chance.nextBoolean();
                moved(diary.id, held -> {
                    if (comesBack) {
                        lifeCycle.takeUp(held, ProspectFact.Kind.REACTIVATED, next, Map.of(), diary.owner.id());
                    } else {
                        lifeCycle.review(held, Map.of(), diary.owner);
                        lifeCycle.analyseCause(held, Map.of(), diary.owner);
                        lifeCycle.applyDefeat(held, Map.of(), diary.owner);
                        lifeCycle.defeat(held, null, Map.of(), store.chen());
                    }
                });
                diary.noted.add(new Noted(now, now, comesBack ? What.BACK : What.DEFEAT));
            }
        }
    }

    private void contact(Diary diary, ContactWay way, Outcome outcome, Instant at) {
        contacted(diary.id, diary.owner, way, outcome, at);
        if (way == ContactWay.SHOWROOM || outcome == Outcome.APPOINTMENT) {
            diary.noted.add(new Noted(at, clock.instant(), What.STEP));
        }
    }

    private void list(Diary diary, Random chance) {
        ListWeek running = ListWeek.of(today());
        ListWeek week = chance.nextInt(3) == 0 ? running.next() : running;
        listed(week, diary.owner, diary.id);
        listed.add(new Listed(week, diary, clock.instant()));
    }
}
