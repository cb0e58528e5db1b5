package io.genjin.presentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.catalog.Focus;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where the walk begins, because of what matters to the customer (2.5). */
class SuggestedStartTest {

    @Test
    @DisplayName("begins where most of what the customer spoke of is answered, the earlier of two in the walk")
    void mostAnswered() {
        assertThat(SuggestedStart.of(List.of(Focus.SPACE, Focus.COMFORT)))
                .isEqualTo(new SuggestedStart(Position.REAR_SEATS, List.of(Focus.SPACE, Focus.COMFORT)));
        assertThat(SuggestedStart.of(List.of(Focus.FUEL, Focus.POWER, Focus.TECHNOLOGY)))
                .isEqualTo(new SuggestedStart(Position.FRONT_ENGINE_BAY, List.of(Focus.POWER, Focus.FUEL)));
        assertThat(SuggestedStart.of(List.of(Focus.SPACE)).position()).isEqualTo(Position.REAR_BOOT);
        assertThat(SuggestedStart.of(List.of(Focus.SPACE, Focus.LOOKS)))
                .isEqualTo(new SuggestedStart(Position.LEFT_FRONT, List.of(Focus.LOOKS)));
    }

    @Test
    @DisplayName("when nobody knows what matters, it begins at the left headlamp and gives no reason")
    void nobodyKnows() {
        assertThat(SuggestedStart.of(Set.of())).isEqualTo(new SuggestedStart(Position.LEFT_FRONT, List.of()));
    }

    @ParameterizedTest
    @EnumSource(Focus.class)
    @DisplayName("every need is answered at the position that is suggested for it alone, and has its arguments there")
    void everyNeed(Focus focus) {
        SuggestedStart start = SuggestedStart.of(List.of(focus));
        assertThat(start.because()).containsExactly(focus);
        assertThat(start.position()).isEqualTo(Position.of(focus));
    }

    @ParameterizedTest
    @EnumSource(Position.class)
    @DisplayName("wherever it begins, the walk goes once around the car and leaves out nothing")
    void walk(Position start) {
        assertThat(start.walk())
                .startsWith(start)
                .hasSize(6)
                .containsExactlyInAnyOrderElementsOf(EnumSet.allOf(Position.class));
        assertThat(Position.REAR_BOOT.walk())
                .containsExactly(
                        Position.REAR_BOOT,
                        Position.REAR_SEATS,
                        Position.DRIVERS_SEAT,
                        Position.LEFT_FRONT,
                        Position.FRONT_ENGINE_BAY,
                        Position.PASSENGER_SIDE);
    }
}
