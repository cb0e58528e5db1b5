package io.genjin.toolbox;

import static io.genjin.toolbox.ToolBoxExamples.LI;
import static io.genjin.toolbox.ToolBoxExamples.SHANGHAI;
import static io.genjin.toolbox.ToolBoxExamples.WANG;
import static io.genjin.toolbox.ToolBoxExamples.ZHANG;
import static io.genjin.toolbox.ToolBoxExamples.fact;
import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.prospect.Source;
import io.genjin.shared.Grade;
import io.genjin.staff.StaffId;
import io.genjin.toolbox.GradeStatusSheet.Cell;
import io.genjin.toolbox.GradeStatusSheet.Line;
import io.genjin.toolbox.GradeStatusSheet.Plan;
import io.genjin.toolbox.SheetFact.What;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Over random lives of one customer: a diary that is written day by day, at the end of each day, and corrected when a contact is
 * typed later, says the same as the sheet computed from the journal.
 */
class GradeStatusSheetInvariantsTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 20);
    private static final int DAYS = 75;

    static List<Long> seeds() {
        return IntStream.range(0, 300).mapToObj(Long::valueOf).toList();
    }

    /** One mark of the diary, of the promise with that number. */
    private record Mark(int promise, LocalDate day, Plan plan) {}

    /** What is known of a moment. */
    private record State(StaffId owner, Grade grade, boolean open) {}

    /** A life as it is lived, with its facts and its diary. */
    private static final class Life {
        private final Random random;
        private final List<SheetFact> facts = new ArrayList<>();
        private final List<Mark> marks = new ArrayList<>();
        private final TreeMap<Instant, State> states = new TreeMap<>();
        private final Map<LocalDate, TreeMap<Instant, SheetFact>> contacts = new HashMap<>();
        private StaffId owner = LI;
        private Grade grade;
        private boolean open = true;
        private boolean resting;
        private LocalDate promised;
        private int promise;
        private final Instant now;

        private Life(long seed) {
            this.random = new Random(seed);
            this.grade = grade();
            LocalDate last = FIRST.plusDays(DAYS);
            for (LocalDate day = FIRST; !day.isAfter(last); day = day.plusDays(1)) {
                Instant time = day.atTime(9, 0).atZone(SHANGHAI).toInstant();
                if (day.equals(FIRST)) {
                    promise(day.plusDays(random.nextInt(6)));
                    facts.add(fact(What.ARRIVED, time, owner, grade, promised));
                    remember(time);
                }
                for (int act = random.nextInt(3); act > 0; act--) {
                    time = time.plus(Duration.ofMinutes(20 + random.nextInt(60)));
                    act(day, time);
                }
                if (!day.equals(last)) {
                    endOf(day);
                }
            }
            if (promised != null) {
                marks.add(
                        promised.isBefore(last)
                                ? new Mark(promise, last, Plan.OVERDUE)
                                : new Mark(promise, promised, Plan.PLANNED));
            }
            now = last.atTime(20, 0).atZone(SHANGHAI).toInstant();
        }

        private Grade grade() {
            return Grade.values()[random.nextInt(5)];
        }

        private void promise(LocalDate day) {
            promised = day;
            promise++;
        }

        private void remember(Instant time) {
            states.put(time, new State(owner, grade, open));
        }

        private void endOf(LocalDate day) {
            if (promised != null && !promised.isAfter(day)) {
                marks.add(new Mark(promise, day, promised.equals(day) ? Plan.MISSED : Plan.OVERDUE));
            }
        }

        private void act(LocalDate day, Instant time) {
            int roll = random.nextInt(100);
            if (!open || resting) {
                if (roll < 30) {
                    open = true;
                    resting = false;
                    promise(day.plusDays(random.nextInt(5)));
                    facts.add(fact(What.BACK, time, owner, grade, promised));
                    remember(time);
                }
            } else if (roll < 45) {
                contact(day, time, time);
            } else if (roll < 55) {
                contact(day, time, time.minus(Duration.ofHours(5L + random.nextInt(90))));
            } else if (roll < 75) {
                move(day, time);
            } else if (roll < 85) {
                owner = owner.equals(LI) ? WANG : LI;
                facts.add(fact(What.CHANGED, time, owner, grade, null));
                remember(time);
            } else if (roll < 93) {
                grade = grade();
                facts.add(fact(What.CHANGED, time, owner, grade, null));
                remember(time);
            } else {
                rest(time, roll);
            }
        }

        private void contact(LocalDate day, Instant time, Instant happened) {
            Instant first = facts.get(0).happenedAt().plusSeconds(60);
            Instant at = happened.isBefore(first) ? time : happened;
            LocalDate on = LocalDate.ofInstant(at, SHANGHAI);
            if (promised.equals(on)) {
                marks.add(new Mark(promise, on, Plan.KEPT));
            }
            marks.removeIf(mark -> mark.promise() == promise
                    && mark.plan() != Plan.KEPT
                    && !mark.day().isBefore(on));
            LocalDate next = day.plusDays(random.nextInt(7));
            boolean answered = random.nextInt(4) > 0;
            SheetFact fact = new SheetFact(
                    What.CONTACTED, at, time, owner, grade, Source.WALK_IN, null, next, grade(), answered);
            facts.add(fact);
            contacts.computeIfAbsent(on, one -> new TreeMap<>()).put(at, fact);
            promise(next);
        }

        private void move(LocalDate day, Instant time) {
            LocalDate next = day.plusDays(random.nextInt(7));
            facts.add(fact(What.CHANGED, time, owner, grade, next));
            if (next.equals(promised)) {
                return;
            }
            if (!promised.isBefore(day)) {
                marks.add(new Mark(promise, promised, Plan.MOVED));
            }
            promise(next);
        }

        private void rest(Instant time, int roll) {
            What what = roll < 95 ? What.DORMANT : roll < 97 ? What.ORDERED : What.DEFEATED;
            open = what != What.DEFEATED;
            resting = open;
            promised = null;
            facts.add(fact(what, time, owner, grade, null));
            remember(time);
        }

        private State at(Instant moment) {
            Map.Entry<Instant, State> entry = states.floorEntry(moment);
            return entry == null ? null : entry.getValue();
        }
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(SHANGHAI).toInstant();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_sheet_says_what_the_diary_says(long seed) {
        Life life = new Life(seed);
        Course course = new Course(ZHANG, life.facts, null, SHANGHAI);
        for (StaffId whose : new StaffId[] {null, LI, WANG}) {
            for (YearMonth month = YearMonth.from(FIRST).minusMonths(1);
                    !month.isAfter(YearMonth.from(life.now.atZone(SHANGHAI)));
                    month = month.plusMonths(1)) {
                GradeStatusSheet sheet = GradeStatusSheet.of(month, whose, List.of(course), SHANGHAI, life.now);
                Instant from = start(month.atDay(1));
                Instant until = earlier(start(month.plusMonths(1).atDay(1)).minusNanos(1), life.now);
                assertThat(sheet.lines().size())
                        .as("%s of %s", month, whose)
                        .isEqualTo(wasTheirs(life, whose, from, until) ? 1 : 0);
                for (Line line : sheet.lines()) {
                    State begin = life.at(from.minusNanos(1));
                    State end = life.at(until);
                    assertThat(line.gradeAtBegin()).as("begin").isEqualTo(gradeFor(begin, whose));
                    assertThat(line.gradeAtEnd()).as("end").isEqualTo(gradeFor(end, whose));
                    for (Cell cell : line.cells()) {
                        LocalDate day = month.atDay(cell.day());
                        assertThat(cell.plan())
                                .as("plan of %s for %s", day, whose)
                                .isEqualTo(plan(life, day, whose));
                        assertThat(cell.grade()).as("grade on %s", day).isEqualTo(grade(life, day, whose));
                    }
                }
            }
        }
    }

    private static boolean wasTheirs(Life life, StaffId whose, Instant from, Instant until) {
        List<State> states =
                new ArrayList<>(life.states.subMap(from, true, until, true).values());
        if (life.at(from) != null) {
            states.add(life.at(from));
        }
        return states.stream().anyMatch(state -> gradeFor(state, whose) != null);
    }

    private static Grade gradeFor(State state, StaffId whose) {
        return state != null && state.open() && (whose == null || whose.equals(state.owner())) ? state.grade() : null;
    }

    private static Plan plan(Life life, LocalDate day, StaffId whose) {
        State end = life.at(earlier(start(day.plusDays(1)).minusNanos(1), life.now));
        if (whose != null && (end == null || !whose.equals(end.owner()))) {
            return null;
        }
        return life.marks.stream()
                .filter(mark -> mark.day().equals(day))
                .map(Mark::plan)
                .max(Enum::compareTo)
                .orElse(null);
    }

    private static Grade grade(Life life, LocalDate day, StaffId whose) {
        return life.contacts.getOrDefault(day, new TreeMap<>()).descendingMap().entrySet().stream()
                .filter(contact ->
                        whose == null || whose.equals(life.at(contact.getKey()).owner()))
                .map(contact -> contact.getValue().gradeAfter())
                .findFirst()
                .orElse(null);
    }
}
