package io.genjin.process;

import io.genjin.journal.JournalEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How one case went through the ten stages, computed from its journal entries alone: nothing of it is stored.
 *
 * <p>A stage is done by the first entry that completes it; a cancelled order opens the deal again. A stage is left out when somebody said
 * why, or when the customer refused the drive, as long as it was not done afterwards. What lies before a stage that was reached, and was
 * neither done nor given a reason, was passed over. The first stage not done after the furthest one, or the latest that was begun, is the
 * present one.
 *
 * @param steps all ten, in the manual's order
 */
public record CaseCourse(List<Step> steps) {

    static final String SKIPPED = "STAGE_SKIPPED";
    private static final String REFUSED = "DRIVE_REFUSED";

    /** How a stage stands. */
    public enum State {
        DONE,
        UNDER_WAY,
        SKIPPED,
        PASSED,
        AHEAD
    }

    /**
     * One stage of the case.
     *
     * @param at       when it was done, else begun, else left out; nothing while it lies ahead or was passed over
     * @param by       by whom
     * @param reason   why it was left out, as a code
     * @param place    the how-manieth stage reached, by time; 0 when it was not
     * @param sinceDays full days since the stage reached before it; nothing for the first
     */
    public record Step(
            Stage stage,
            State state,
            boolean current,
            @Nullable Instant at,
            @Nullable UUID by,
            @Nullable String reason,
            int place,
            @Nullable Long sinceDays) {

        public boolean isReached() {
            return state == State.DONE || state == State.UNDER_WAY;
        }

        /** Whether it came before a stage that stands earlier in the manual. */
        public boolean mayBeSkipped() {
            return state == State.PASSED || state == State.AHEAD || state == State.SKIPPED;
        }
    }

    public CaseCourse {
        steps = List.copyOf(steps);
    }

    private record Mark(
            State state,
            Instant at,
            @Nullable UUID by,
            @Nullable String reason) {}

    /** Reads the course from entries in any order. */
    public static CaseCourse read(List<JournalEntry> entries) {
        Map<Stage, Mark> begun = new EnumMap<>(Stage.class);
        Map<Stage, Mark> done = new EnumMap<>(Stage.class);
        Map<Stage, Mark> skipped = new EnumMap<>(Stage.class);
        entries.stream()
                .sorted(Comparator.comparing(JournalEntry::happenedAt)
                        .thenComparing(JournalEntry::recordedAt)
                        .thenComparing(JournalEntry::id))
                .forEach(entry -> note(entry, begun, done, skipped));
        Map<Stage, Mark> marks = new EnumMap<>(Stage.class);
        skipped.forEach(marks::put);
        begun.forEach(marks::put);
        done.forEach(marks::put);
        return new CaseCourse(steps(marks));
    }

    private static void note(
            JournalEntry entry, Map<Stage, Mark> begun, Map<Stage, Mark> done, Map<Stage, Mark> skipped) {
        String kind = entry.kind();
        if (kind.equals(SKIPPED)) {
            skipped.put(
                    Stage.valueOf(entry.detail("stage")),
                    new Mark(State.SKIPPED, entry.happenedAt(), entry.actor(), entry.detail("reason")));
            return;
        }
        if (kind.equals(REFUSED)) {
            skipped.put(
                    Stage.TEST_DRIVE,
                    new Mark(State.SKIPPED, entry.happenedAt(), entry.actor(), entry.detail("reason")));
            return;
        }
        if (kind.equals("ORDER_CANCELLED")) {
            done.remove(Stage.DEAL);
            begun.remove(Stage.DEAL);
            return;
        }
        for (Stage stage : Stage.values()) {
            if (stage.isBegunBy(kind)) {
                begun.putIfAbsent(stage, new Mark(State.UNDER_WAY, entry.happenedAt(), entry.actor(), null));
            }
            if (stage.isDoneBy(kind) && settles(entry)) {
                done.putIfAbsent(stage, new Mark(State.DONE, entry.happenedAt(), entry.actor(), null));
            }
        }
    }

    /** An answer after which the objection still stands open completes nothing. */
    private static boolean settles(JournalEntry entry) {
        return !entry.detail("result").equals("OPEN");
    }

    private static List<Step> steps(Map<Stage, Mark> marks) {
        List<Stage> order = marks.entrySet().stream()
                .filter(mark -> mark.getValue().state() != State.SKIPPED)
                .sorted(Comparator.<Map.Entry<Stage, Mark>, Instant>comparing(
                                mark -> mark.getValue().at())
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .toList();
        int furthest = order.stream().mapToInt(Stage::ordinal).max().orElse(-1);
        Stage current = current(marks, furthest);
        List<Step> steps = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            Mark mark = marks.get(stage);
            int place = order.indexOf(stage) + 1;
            State state = mark != null ? mark.state() : stage.ordinal() < furthest ? State.PASSED : State.AHEAD;
            Long since = mark == null || place < 2
                    ? null
                    : Duration.between(at(marks, order.get(place - 2)), mark.at())
                            .toDays();
            steps.add(new Step(
                    stage,
                    state,
                    stage == current,
                    mark == null ? null : mark.at(),
                    mark == null ? null : mark.by(),
                    mark == null ? null : mark.reason(),
                    place,
                    since));
        }
        return steps;
    }

    private static Instant at(Map<Stage, Mark> marks, Stage stage) {
        return java.util.Objects.requireNonNull(marks.get(stage)).at();
    }

    private static @Nullable Stage current(Map<Stage, Mark> marks, int furthest) {
        Stage latest = null;
        for (Map.Entry<Stage, Mark> mark : marks.entrySet()) {
            boolean later = latest == null || !mark.getValue().at().isBefore(at(marks, latest));
            if (mark.getValue().state() == State.UNDER_WAY && mark.getKey().ordinal() >= furthest && later) {
                latest = mark.getKey();
            }
        }
        if (latest != null) {
            return latest;
        }
        for (Stage stage : Stage.values()) {
            if (stage.ordinal() > furthest && !marks.containsKey(stage)) {
                return stage;
            }
        }
        return null;
    }

    /** How many stages were done. */
    public long done() {
        return steps.stream().filter(step -> step.state() == State.DONE).count();
    }
}
