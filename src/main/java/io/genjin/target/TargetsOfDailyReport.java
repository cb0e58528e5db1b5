package io.genjin.target;

import io.genjin.report.DailyTargets;
import io.genjin.shared.DealershipId;
import java.time.YearMonth;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts the five targets beside the daily report's figures (4.3). */
@Component
class TargetsOfDailyReport implements DailyTargets {

    private final Targets targets;

    TargetsOfDailyReport(Targets targets) {
        this.targets = targets;
    }

    @Override
    @Transactional(readOnly = true)
    public List<DailyTarget> of(YearMonth month, DealershipId dealership) {
        return targets.of(dealership, month).entrySet().stream()
                .flatMap(person -> person.getValue().entrySet().stream()
                        .map(one ->
                                new DailyTarget(person.getKey(), one.getKey().figure(), one.getValue())))
                .toList();
    }
}
