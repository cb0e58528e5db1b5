package io.genjin.target;

import io.genjin.staff.StaffMember;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How one person's month goes, or the dealership's: each of the five day by day and week by week, and what is still to be done.
 *
 * @param consultant nobody: the dealership
 * @param asOf       the last day that is counted; nothing while the month has not begun
 * @param standings  of the month
 * @param second     what stands beside an actual without being the target: orders beside what is sold, actions outside beside what was
 *                   developed (4.2)
 * @param efforts    what is missing in drives, visits and contacts; none when the month is over or nothing is missing
 * @param rates      the ratios that {@code efforts} go by
 * @param ratesFrom  the first of the days that the ratios are of
 * @param ratesUntil the last of them
 */
public record MonthCourse(
        YearMonth month,
        @Nullable StaffMember consultant,
        @Nullable LocalDate asOf,
        SellingDays days,
        Map<Metric, Standing> standings,
        Map<Metric, Long> second,
        Map<Metric, RunRate> runs,
        List<Week> weeks,
        List<Effort> efforts,
        Map<Effort.Step, Effort.Rate> rates,
        LocalDate ratesFrom,
        LocalDate ratesUntil) {

    /** A week with its part of each target and what it brought. */
    public record Week(MonthWeek week, Map<Metric, Standing> standings) {

        public Standing of(Metric metric) {
            return Objects.requireNonNull(standings.get(metric));
        }
    }

    public Standing of(Metric metric) {
        return Objects.requireNonNull(standings.get(metric));
    }

    public RunRate run(Metric metric) {
        return Objects.requireNonNull(runs.get(metric));
    }
}
