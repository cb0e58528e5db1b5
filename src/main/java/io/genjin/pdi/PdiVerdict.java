package io.genjin.pdi;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the marks of an inspection say (3.7). Everything in order or not applicable lets the car pass; one item that is not in
 * order sends it to the workshop; the technician alone can say that the car must not be sold at all.
 *
 * @param missing nobody has looked at these yet
 * @param rework  these are not in order
 */
public record PdiVerdict(List<PdiItem> missing, List<PdiItem> rework) {

    /** What is signed at the end. */
    public enum Result {
        PASS,
        REWORK,
        FAIL
    }

    public PdiVerdict {
        missing = List.copyOf(missing);
        rework = List.copyOf(rework);
    }

    public static PdiVerdict of(Map<PdiItem, PdiMark> marks) {
        List<PdiItem> all = Arrays.asList(PdiItem.values());
        return new PdiVerdict(
                all.stream().filter(item -> !marks.containsKey(item)).toList(),
                all.stream()
                        .filter(item ->
                                marks.containsKey(item) && marks.get(item).needsRework())
                        .toList());
    }

    public boolean isComplete() {
        return missing.isEmpty();
    }

    /** The results that may be signed. A car that must not be sold is said to be so before all else is looked at. */
    public Set<Result> allowed() {
        if (!isComplete()) {
            return EnumSet.of(Result.FAIL);
        }
        return rework.isEmpty() ? EnumSet.of(Result.PASS, Result.FAIL) : EnumSet.of(Result.REWORK, Result.FAIL);
    }
}
