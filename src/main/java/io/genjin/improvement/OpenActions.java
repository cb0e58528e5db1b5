package io.genjin.improvement;

import io.genjin.shared.DealershipId;
import io.genjin.staff.LeaverCheck;
import io.genjin.staff.StaffId;
import org.springframework.stereotype.Component;

/** Improvement actions under way need another person before theirs may leave. */
@Component
class OpenActions implements LeaverCheck {

    private final Actions actions;

    OpenActions(Actions actions) {
        this.actions = actions;
    }

    @Override
    public int openItems(DealershipId dealership, StaffId who) {
        return actions.underWay(dealership, who);
    }
}
