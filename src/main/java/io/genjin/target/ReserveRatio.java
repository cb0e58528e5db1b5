package io.genjin.target;

import io.genjin.dealership.Dealerships;
import io.genjin.ratio.Ratio;
import io.genjin.ratio.RatioSource;
import io.genjin.shared.DealershipId;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What K23 订单储备率 divides by: next month's target of cars sold, of the month in which the days end. */
@Component
class ReserveRatio implements RatioSource {

    private final Targets targets;
    private final Dealerships dealerships;

    ReserveRatio(Targets targets, Dealerships dealerships) {
        this.targets = targets;
        this.dealerships = dealerships;
    }

    @Override
    public Set<Ratio> ratios() {
        return Set.of(Ratio.K23);
    }

    @Override
    public List<Row> rows(LocalDate from, LocalDate until, DealershipId in) {
        List<Row> rows = new ArrayList<>();
        for (YearMonth month = YearMonth.from(from);
                !month.isAfter(YearMonth.from(until));
                month = month.plusMonths(1)) {
            LocalDate end = month.atEndOfMonth();
            YearMonth next = month.plusMonths(1);
            targets.of(in, next).forEach((consultant, set) -> {
                Integer target = set.get(Metric.SOLD);
                if (target != null && target > 0) {
                    rows.add(new Row(
                            Ratio.K23,
                            Place.BOTTOM,
                            target,
                            consultant,
                            end,
                            dealerships.get(in).startOf(next.atDay(1)),
                            UUID.nameUUIDFromBytes((next + " " + consultant).getBytes(StandardCharsets.UTF_8)),
                            null,
                            null,
                            "ratioRow.target",
                            List.of(next.toString(), target),
                            "/reports/targets?month=" + next));
                }
            });
        }
        return rows;
    }
}
