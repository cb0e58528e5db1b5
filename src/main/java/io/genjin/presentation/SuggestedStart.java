package io.genjin.presentation;

import io.genjin.catalog.Focus;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where to begin the walk, and the needs because of which: at the position that answers most of what the customer spoke of. A
 * memorised monologue always begins at the same headlamp (2.5).
 *
 * @param because the needs it answers; none when nobody knows what matters to the customer
 */
public record SuggestedStart(Position position, List<Focus> because) {

    public SuggestedStart {
        because = List.copyOf(because);
    }

    /** The suggestion for what matters to a customer; of two positions that answer as many, the earlier in the walk. */
    public static SuggestedStart of(Collection<Focus> spokenOf) {
        Position start = Stream.of(Position.values())
                .max(Comparator.comparing((Position position) ->
                                answered(position, spokenOf).size())
                        .thenComparing(Comparator.reverseOrder()))
                .orElse(Position.LEFT_FRONT);
        return new SuggestedStart(start, answered(start, spokenOf));
    }

    private static List<Focus> answered(Position position, Collection<Focus> spokenOf) {
        return spokenOf.stream()
                .distinct()
                .filter(position::isAnsweredHere)
                .sorted()
                .toList();
    }
}
