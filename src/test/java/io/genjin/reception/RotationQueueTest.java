package io.genjin.reception;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.shared.TypedId;
import io.genjin.staff.StaffId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whose turn it is. */
class RotationQueueTest {

    private static final StaffId LI = new StaffId(TypedId.newValue());
    private static final StaffId WANG = new StaffId(TypedId.newValue());
    private static final StaffId ZHAO = new StaffId(TypedId.newValue());

    @Test
    void who_had_a_turn_goes_to_the_end() {
        RotationQueue queue = RotationQueue.after(List.of(LI, WANG, ZHAO), List.of(LI));
        assertThat(queue.order()).containsExactly(WANG, ZHAO, LI);
        assertThat(queue.next(Set.of())).contains(WANG);
    }

    @Test
    void who_is_skipped_keeps_the_place_at_the_front() {
        RotationQueue queue = new RotationQueue(List.of(LI, WANG, ZHAO));
        assertThat(queue.next(Set.of(LI))).contains(WANG);
        assertThat(queue.after(WANG).order()).containsExactly(LI, ZHAO, WANG);
        assertThat(queue.after(WANG).next(Set.of())).contains(LI);
    }

    @Test
    void when_all_are_busy_the_first_comes_and_when_nobody_is_there_nobody() {
        assertThat(new RotationQueue(List.of(LI, WANG)).next(Set.of(LI, WANG))).contains(LI);
        assertThat(new RotationQueue(List.of()).next(Set.of())).isEmpty();
    }

    @Test
    void turns_of_who_left_the_floor_move_nobody() {
        assertThat(RotationQueue.after(List.of(LI, WANG), List.of(ZHAO, LI)).order())
                .containsExactly(WANG, LI);
    }

    @Test
    void over_any_day_nobody_who_is_always_free_gets_two_turns_more_than_another() {
        for (long seed = 0; seed < 200; seed++) {
            Random chance = new Random(seed);
            RotationQueue queue = new RotationQueue(List.of(LI, WANG, ZHAO));
            Map<StaffId, Integer> turns = new HashMap<>();
            int parties = chance.nextInt(30);
            for (int party = 0; party < parties; party++) {
                StaffId next = queue.next(Set.of()).orElseThrow();
                turns.merge(next, 1, Integer::sum);
                queue = queue.after(next);
            }
            List<Integer> counts = new ArrayList<>();
            for (StaffId one : List.of(LI, WANG, ZHAO)) {
                counts.add(turns.getOrDefault(one, 0));
            }
            int most = counts.stream().mapToInt(Integer::intValue).max().orElseThrow();
            int fewest = counts.stream().mapToInt(Integer::intValue).min().orElseThrow();
            assertThat(most - fewest).as("seed %d", seed).isLessThanOrEqualTo(1);
        }
    }
}
