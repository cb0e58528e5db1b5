package io.genjin.target;

import io.genjin.staff.StaffMember;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The targets of a month with what could be them.
 *
 * @param version how often they were set
 * @param begun   whether the month has begun, so that changes need a reason
 * @param over    whether it is over, so that nothing changes any more
 * @param history newest first
 */
public record TargetSheet(
        YearMonth month,
        int version,
        boolean begun,
        boolean over,
        List<Line> lines,
        List<TargetChange> history,
        Annual annual) {

    /**
     * The targets of a consultant, with what their own past says.
     *
     * @param suggested their average of the three months before
     * @param lastYear  the same month of last year, by selling days: the season
     */
    public record Line(
            StaffMember consultant,
            Map<Metric, Integer> targets,
            Map<Metric, Integer> suggested,
            Map<Metric, Integer> lastYear) {}

    /**
     * The dealership's year.
     *
     * @param share what of it falls on the month
     */
    public record Annual(
            int year,
            int version,
            boolean begun,
            boolean over,
            Map<Metric, Integer> targets,
            Map<Metric, Integer> share,
            Spread spread,
            List<TargetChange> history) {}

    /** What all consultants together are to reach; nothing when nobody has a target. */
    public @Nullable Integer sum(Metric metric) {
        List<Integer> set = lines.stream()
                .map(line -> line.targets().get(metric))
                .filter(java.util.Objects::nonNull)
                .toList();
        return set.isEmpty()
                ? null
                : (Integer) set.stream().mapToInt(Integer::intValue).sum();
    }
}
