package io.genjin.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.intake.Rotation.Turn;
import io.genjin.staff.StaffId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whose turn it is for a lead (FJ-MⅢ-09, R-204). */
class RotationTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T01:00:00Z");
    private static final StaffId LI = StaffId.next();
    private static final StaffId WANG = StaffId.next();
    private static final StaffId ZHAO = StaffId.next();

    @Test
    void who_was_given_a_lead_longest_ago_is_next() {
        Rotation rotation = rotation(
                turn(LI, "li.na", 20, MONDAY),
                turn(WANG, "wang.lei", 20, MONDAY.minusSeconds(1)),
                turn(ZHAO, "zhao.min", 20, MONDAY.plusSeconds(1)));
        assertThat(rotation.next()).contains(WANG);
    }

    @Test
    void a_lead_taken_back_goes_to_another_unless_nobody_else_is_there() {
        Rotation rotation = rotation(turn(LI, "li.na", 20, MONDAY), turn(WANG, "wang.lei", 20, MONDAY.plusSeconds(1)));
        assertThat(rotation.nextBeside(LI)).contains(WANG);
        assertThat(rotation.nextBeside(null)).contains(LI);
        assertThat(rotation(turn(LI, "li.na", 20, MONDAY)).nextBeside(LI)).contains(LI);
    }

    @Test
    void who_was_given_nothing_yet_comes_first() {
        assertThat(rotation(turn(LI, "li.na", 20, MONDAY), turn(WANG, "wang.lei", 22, null))
                        .next())
                .contains(WANG);
    }

    @Test
    void who_carries_clearly_more_than_the_others_is_passed_over() {
        assertThat(rotation(
                                turn(LI, "li.na", 90, null),
                                turn(WANG, "wang.lei", 30, MONDAY),
                                turn(ZHAO, "zhao.min", 30, MONDAY.plusSeconds(1)))
                        .next())
                .contains(WANG);
    }

    @Test
    void a_few_customers_more_do_not_cost_the_turn() {
        assertThat(rotation(turn(LI, "li.na", 6, null), turn(WANG, "wang.lei", 1, MONDAY))
                        .next())
                .contains(LI);
    }

    @Test
    void equals_go_by_load_and_then_by_name() {
        assertThat(rotation(turn(WANG, "wang.lei", 3, null), turn(LI, "li.na", 3, null))
                        .next())
                .contains(LI);
        assertThat(rotation(turn(WANG, "wang.lei", 2, null), turn(LI, "li.na", 3, null))
                        .next())
                .contains(WANG);
    }

    @Test
    void nobody_is_next_when_nobody_is_there() {
        assertThat(rotation().next()).isEmpty();
    }

    @Test
    void three_leads_in_a_row_go_to_three_consultants() {
        Rotation rotation =
                rotation(turn(LI, "li.na", 3, null), turn(WANG, "wang.lei", 3, null), turn(ZHAO, "zhao.min", 3, null));
        rotation = rotation.after(LI, MONDAY);
        assertThat(rotation.next()).contains(WANG);
        rotation = rotation.after(WANG, MONDAY.plusSeconds(1));
        assertThat(rotation.next()).contains(ZHAO);
        rotation = rotation.after(ZHAO, MONDAY.plusSeconds(2));
        assertThat(rotation.next()).contains(LI);
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("seeds")
    void many_leads_leave_the_loads_closer_together_than_they_were(long seed) {
        Random chance = new Random(seed);
        Map<StaffId, Integer> open = new HashMap<>();
        List<Turn> turns = IntStream.rangeClosed(1, 2 + chance.nextInt(6))
                .mapToObj(number -> {
                    StaffId who = StaffId.next();
                    open.put(who, chance.nextInt(120));
                    return turn(
                            who,
                            "c" + number,
                            open.get(who),
                            chance.nextBoolean() ? null : MONDAY.minusSeconds(chance.nextInt(100_000)));
                })
                .toList();
        int before = spread(open);
        Rotation rotation = new Rotation(turns);
        int leads = 50 * turns.size();
        for (int number = 0; number < leads; number++) {
            StaffId who = rotation.next().orElseThrow();
            rotation = rotation.after(who, MONDAY.plus(Duration.ofMinutes(number)));
            open.merge(who, 1, Integer::sum);
        }
        assertThat(spread(open)).isLessThanOrEqualTo(before);
        assertThat(open.values().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(turns.stream().mapToInt(Turn::open).sum() + leads);
    }

    private static int spread(Map<StaffId, Integer> open) {
        return open.values().stream().mapToInt(Integer::intValue).max().orElse(0)
                - open.values().stream().mapToInt(Integer::intValue).min().orElse(0)
                - 1;
    }

    private static Rotation rotation(Turn... turns) {
        return new Rotation(List.of(turns));
    }

    private static Turn turn(StaffId who, String username, int open, @Nullable Instant lastGiven) {
        return new Turn(who, username, open, lastGiven);
    }
}
