package io.genjin.target;

import io.genjin.shared.DealershipId;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What all consultants of a dealership together are to reach in a month; nothing of what nobody set. */
@Component
public class TargetSums {

    private final Targets targets;

    TargetSums(Targets targets) {
        this.targets = targets;
    }

    @Transactional(readOnly = true)
    public Map<Metric, Integer> of(YearMonth month, DealershipId dealership) {
        Map<Metric, Integer> sums = new EnumMap<>(Metric.class);
        targets.of(dealership, month)
                .values()
                .forEach(ofOne -> ofOne.forEach((metric, target) -> sums.merge(metric, target, Integer::sum)));
        return sums;
    }
}
