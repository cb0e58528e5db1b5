package io.genjin.improvement;

import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.ratio.Ratio;
import io.genjin.ratio.RatioSource;
import io.genjin.shared.DealershipId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** K28 of any days: actions whose deadline lies in them and has gone by, and those verified in time. */
@Component
class ActionRatio implements RatioSource {

    private final Actions actions;
    private final Dealerships dealerships;
    private final Clock clock;

    ActionRatio(Actions actions, Dealerships dealerships, Clock clock) {
        this.actions = actions;
        this.dealerships = dealerships;
        this.clock = clock;
    }

    @Override
    public Set<Ratio> ratios() {
        return Set.of(Ratio.K28);
    }

    @Override
    public List<Row> rows(LocalDate from, LocalDate until, DealershipId in) {
        Dealership dealership = dealerships.get(in);
        return actions.fellDue(in, from, until, dealership.today(clock)).stream()
                .map(action -> Row.of(
                                Ratio.K28,
                                action.isInTime(),
                                action.plan().responsible(),
                                action.plan().deadline(),
                                dealership.endOf(action.plan().deadline()),
                                action.id().value())
                        .saying(
                                action.isInTime() ? "ratioRow.actionInTime" : "ratioRow.actionLate",
                                "/improvement/actions/" + action.id(),
                                action.plan().defect(),
                                action.plan().deadline()))
                .toList();
    }
}
