package io.genjin.presentation;

import io.genjin.catalog.Focus;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * One of the six positions from which a car is shown (六方位绕车), in the order of the walk; each answers the needs that can be seen
 * and touched there (2.5).
 */
public enum Position {
    /** 45° before the left headlamp: the whole car, its looks, and what it stands for. */
    LEFT_FRONT(Focus.LOOKS, Focus.BRAND, Focus.PRICE),
    FRONT_ENGINE_BAY(Focus.POWER, Focus.FUEL, Focus.AFTER_SALES),
    PASSENGER_SIDE(Focus.SAFETY),
    REAR_BOOT(Focus.SPACE),
    REAR_SEATS(Focus.COMFORT, Focus.SPACE),
    DRIVERS_SEAT(Focus.TECHNOLOGY, Focus.COMFORT, Focus.SAFETY);

    private final Set<Focus> answers;

    Position(Focus first, Focus... more) {
        this.answers = EnumSet.of(first, more);
    }

    /** The needs that this position answers. */
    public Set<Focus> answers() {
        return Set.copyOf(answers);
    }

    boolean isAnsweredHere(Focus focus) {
        return answers.contains(focus);
    }

    /** The walk around the car that begins here and leaves out nothing. */
    public List<Position> walk() {
        Position[] all = values();
        return IntStream.range(0, all.length)
                .mapToObj(step -> all[(ordinal() + step) % all.length])
                .toList();
    }

    /** The first position that answers a need; each need has one. */
    static Position of(Focus focus) {
        return Arrays.stream(values())
                .filter(position -> position.answers.contains(focus))
                .findFirst()
                .orElse(LEFT_FRONT);
    }
}
