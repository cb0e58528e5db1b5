package io.genjin.coaching;

import io.genjin.database.Tenancy;
import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.shared.DealershipId;
import io.genjin.staff.Role;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells managers that the day of a plan's follow-up has come; each plan once, however often and wherever it runs. */
@Component
public class DuePlans {

    private final SuccessPlans plans;
    private final StaffDirectory staff;
    private final Dealerships dealerships;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DuePlans(
            SuccessPlans plans,
            StaffDirectory staff,
            Dealerships dealerships,
            PlatformTransactionManager transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.plans = plans;
        this.staff = staff;
        this.dealerships = dealerships;
        this.transaction = new TransactionTemplate(transactions);
        this.events = events;
        this.clock = clock;
    }

    /** In all dealerships; how many plans were told of. */
    public int tell() {
        return dealerships.selling().stream().mapToInt(one -> tell(one.id())).sum();
    }

    public int tell(DealershipId in) {
        return Tenancy.within(in, () -> Objects.requireNonNull(transaction.execute(status -> told(in))));
    }

    private int told(DealershipId in) {
        Dealership dealership = dealerships.get(in);
        Instant now = clock.instant();
        List<SuccessPlan> due = plans.holdDueUntold(in, dealership.today(clock));
        for (SuccessPlan plan : due) {
            plans.told(plan, now);
            heirs(plan)
                    .forEach(who -> events.publishEvent(
                            CoachingFact.of(CoachingFact.Kind.SUCCESS_PLAN_DUE, plan, null, who, now)));
        }
        return due.size();
    }

    /** The plan's manager; whoever manages now if they left. */
    private List<StaffId> heirs(SuccessPlan plan) {
        boolean there = staff.find(plan.dealership(), plan.manager())
                .filter(StaffMember::active)
                .isPresent();
        if (there) {
            return List.of(plan.manager());
        }
        return Stream.of(Role.SHOWROOM_MANAGER, Role.SALES_MANAGER)
                .flatMap(role -> staff.with(plan.dealership(), role).stream())
                .map(StaffMember::id)
                .filter(who -> !who.equals(plan.consultant()))
                .distinct()
                .toList();
    }
}
