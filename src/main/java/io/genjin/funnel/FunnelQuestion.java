package io.genjin.funnel;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Which funnel is asked for.
 *
 * @param from  first day of the period
 * @param to    last day of the period
 * @param until the day until which a cohort is followed; of a period its last day
 * @param only  what every prospect must be, in the values of {@link FunnelReport.Slice}; {@code ""} where it is not known
 * @param by    one or two dimensions by which it is cut; none for the whole alone
 */
public record FunnelQuestion(
        Basis basis, LocalDate from, LocalDate to, LocalDate until, Map<Dimension, String> only, List<Dimension> by) {

    public FunnelQuestion {
        Map<Dimension, String> copy = new EnumMap<>(Dimension.class);
        copy.putAll(only);
        only = copy;
        by = List.copyOf(by);
    }

    /** The same question about one slice of it, cut no further. */
    public FunnelQuestion within(FunnelReport.Slice slice) {
        Map<Dimension, String> more = new EnumMap<>(Dimension.class);
        more.putAll(only);
        for (int place = 0; place < by.size(); place++) {
            more.put(by.get(place), slice.values().get(place));
        }
        return new FunnelQuestion(basis, from, to, until, more, List.of());
    }

    /** The same question cut no further. */
    public FunnelQuestion whole() {
        return new FunnelQuestion(basis, from, to, until, only, List.of());
    }
}
