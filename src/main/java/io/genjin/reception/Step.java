package io.genjin.reception;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What can be done with a party while it is here; the board ticks it off by the fact in the journal. */
public enum Step {
    NEEDS(Set.of("NEEDS_ANALYSED")),
    PRESENTATION(Set.of("PRESENTED")),
    DRIVE(Set.of("TEST_DRIVEN")),
    QUOTE(Set.of("QUOTED")),
    MANAGER(Set.of("MANAGER_JOINED")),
    ORDER(Set.of("ORDER_DRAFTED", "DEPOSIT_PAID", "ORDERED"));

    private final Set<String> kinds;

    Step(Set<String> kinds) {
        this.kinds = kinds;
    }

    static Optional<Step> by(String kind) {
        return Arrays.stream(values()).filter(step -> step.kinds.contains(kind)).findFirst();
    }

    static List<String> allKinds() {
        return Arrays.stream(values())
                .flatMap(step -> step.kinds.stream())
                .sorted()
                .toList();
    }
}
