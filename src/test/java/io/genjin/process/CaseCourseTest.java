package io.genjin.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.journal.JournalEntry;
import io.genjin.process.CaseCourse.State;
import io.genjin.process.CaseCourse.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** the ten stages of a case, read from its journal. */
class CaseCourseTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T02:00:00Z");
    private static final UUID LI = UUID.fromString("00000000-0000-7000-8000-000000000001");

    private static JournalEntry entry(String kind, int day, Map<String, Object> details) {
        Instant at = MONDAY.plus(Duration.ofDays(day));
        return new JournalEntry(
                UUID.randomUUID(), UUID.randomUUID(), kind, at, at, LI, LI, "B", "WALK_IN", null, details);
    }

    private static JournalEntry entry(String kind, int day) {
        return entry(kind, day, Map.of());
    }

    private static Step step(CaseCourse course, Stage stage) {
        return course.steps().get(stage.ordinal());
    }

    @Test
    @DisplayName("nothing happened: ten stages ahead, the first is the present one")
    void nothing() {
        CaseCourse course = CaseCourse.read(List.of());
        assertThat(course.steps()).hasSize(10).allSatisfy(step -> {
            assertThat(step.state()).isEqualTo(State.AHEAD);
            assertThat(step.place()).isZero();
        });
        assertThat(step(course, Stage.PROSPECT_MANAGEMENT).current()).isTrue();
        assertThat(course.done()).isZero();
    }

    @Test
    @DisplayName("done with day and person, in the order in which it really was, with the days between")
    void order() {
        CaseCourse course = CaseCourse.read(List.of(
                entry("TEST_DRIVEN", 5),
                entry("PROSPECT_OPENED", 0),
                entry("CARD_ENTERED", 1),
                entry("FOLLOW_UP_RECORDED", 8),
                entry("FOLLOW_UP_RECORDED", 2)));
        assertThat(step(course, Stage.PROSPECT_MANAGEMENT).state()).isEqualTo(State.DONE);
        assertThat(step(course, Stage.PROSPECT_MANAGEMENT).sinceDays()).isNull();
        assertThat(step(course, Stage.PROSPECT_FOLLOW_UP).at()).isEqualTo(MONDAY.plus(Duration.ofDays(2)));
        assertThat(step(course, Stage.PROSPECT_FOLLOW_UP).place()).isEqualTo(2);
        assertThat(step(course, Stage.TEST_DRIVE).place()).isEqualTo(3);
        assertThat(step(course, Stage.TEST_DRIVE).sinceDays()).isEqualTo(3);
        assertThat(step(course, Stage.TEST_DRIVE).by()).isEqualTo(LI);
        assertThat(step(course, Stage.RECEPTION).state()).as("passed over").isEqualTo(State.PASSED);
        assertThat(step(course, Stage.OBJECTION_HANDLING).current()).isTrue();
        assertThat(course.done()).isEqualTo(3);
    }

    @Test
    @DisplayName("left out with its reason, until it is done after all")
    void skipped() {
        List<JournalEntry> entries = new ArrayList<>(List.of(
                entry("PROSPECT_OPENED", 0),
                entry("DRIVE_REFUSED", 1, Map.of("reason", "NO_LICENCE")),
                entry("STAGE_SKIPPED", 1, Map.of("stage", "NEEDS_ANALYSIS", "reason", "NO_TIME")),
                entry("QUOTED", 2)));
        CaseCourse course = CaseCourse.read(entries);
        assertThat(step(course, Stage.TEST_DRIVE).state()).isEqualTo(State.SKIPPED);
        assertThat(step(course, Stage.TEST_DRIVE).reason()).isEqualTo("NO_LICENCE");
        assertThat(step(course, Stage.NEEDS_ANALYSIS).reason()).isEqualTo("NO_TIME");
        assertThat(step(course, Stage.DEAL).state()).isEqualTo(State.UNDER_WAY);
        assertThat(step(course, Stage.DEAL).current()).isTrue();
        entries.add(entry("TEST_DRIVEN", 3));
        assertThat(step(CaseCourse.read(entries), Stage.TEST_DRIVE).state()).isEqualTo(State.DONE);
        assertThat(step(CaseCourse.read(entries), Stage.TEST_DRIVE).reason()).isNull();
    }

    @Test
    @DisplayName("an answer that leaves the objection open completes nothing; a cancelled order opens the deal again")
    void undone() {
        List<JournalEntry> entries = new ArrayList<>(List.of(
                entry("PROSPECT_OPENED", 0),
                entry("OBJECTION_RAISED", 1),
                entry("OBJECTION_ANSWERED", 1, Map.of("result", "OPEN")),
                entry("QUOTED", 2),
                entry("ORDERED", 3)));
        assertThat(step(CaseCourse.read(entries), Stage.OBJECTION_HANDLING).state())
                .isEqualTo(State.UNDER_WAY);
        assertThat(step(CaseCourse.read(entries), Stage.DEAL).state()).isEqualTo(State.DONE);
        assertThat(step(CaseCourse.read(entries), Stage.DELIVERY).current()).isTrue();
        entries.add(entry("ORDER_CANCELLED", 4));
        assertThat(step(CaseCourse.read(entries), Stage.DEAL).state()).isEqualTo(State.AHEAD);
        entries.add(entry("ORDERED", 9));
        assertThat(step(CaseCourse.read(entries), Stage.DEAL).at()).isEqualTo(MONDAY.plus(Duration.ofDays(9)));
    }

    @Test
    @DisplayName("each kind of entry belongs to one stage at most, and reaches it from the same entry everywhere")
    void kinds() {
        Set<String> seen = new HashSet<>();
        for (String kind : Stage.reaching()) {
            assertThat(seen.add(kind)).as(kind).isTrue();
            Stage stage = Stage.of(kind).orElseThrow();
            assertThat(stage.reachedBy()).contains(kind);
        }
        assertThat(Stage.of("DEFEATED")).isEmpty();
    }

    @Test
    @DisplayName(
            "for any history: the order of entries does not matter, places count up in time, at most one stage is present")
    void anyHistory() {
        List<String> kinds = new ArrayList<>(Stage.reaching());
        kinds.addAll(List.of("ORDER_CANCELLED", "DRIVE_REFUSED", "STAGE_SKIPPED", "CARD_CHANGED", "DEFEATED"));
        for (int seed = 0; seed < 2_000; seed++) {
            Random chance = new Random(seed);
            List<JournalEntry> entries = new ArrayList<>();
            for (int number = chance.nextInt(15); number > 0; number--) {
                String kind = kinds.get(chance.nextInt(kinds.size()));
                Stage any = Stage.values()[chance.nextInt(Stage.values().length)];
                entries.add(entry(
                        kind,
                        chance.nextInt(30),
                        kind.equals("STAGE_SKIPPED") ? Map.of("stage", any.name(), "reason", "NO_TIME") : Map.of()));
            }
            CaseCourse course = CaseCourse.read(entries);
            List<JournalEntry> shuffled = new ArrayList<>(entries);
            Collections.shuffle(shuffled, chance);
            assertThat(CaseCourse.read(shuffled)).as("seed %s", seed).isEqualTo(course);
            List<Step> reached = course.steps().stream()
                    .filter(Step::isReached)
                    .sorted(java.util.Comparator.comparingInt(Step::place))
                    .toList();
            for (int place = 0; place < reached.size(); place++) {
                assertThat(reached.get(place).place()).as("seed %s", seed).isEqualTo(place + 1);
                if (place > 0) {
                    assertThat(reached.get(place).at())
                            .as("seed %s", seed)
                            .isAfterOrEqualTo(reached.get(place - 1).at());
                    assertThat(reached.get(place).sinceDays())
                            .as("seed %s", seed)
                            .isNotNegative();
                }
            }
            assertThat(course.steps().stream().filter(Step::current).count())
                    .as("seed %s", seed)
                    .isLessThanOrEqualTo(1);
        }
    }
}
