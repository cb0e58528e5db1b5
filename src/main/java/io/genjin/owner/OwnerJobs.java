package io.genjin.owner;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When owners' occasions and complaints are looked at by themselves; each job is one call and safe to run twice. */
@Configuration(proxyBeanMethods = false)
class OwnerJobs {

    @Bean
    RecurringTask<Void> planOccasions(OccasionPlanner planner) {
        return Tasks.recurring("plan-owner-occasions", FixedDelay.ofMinutes(30))
                .execute((instance, context) -> planner.planDue());
    }

    @Bean
    RecurringTask<Void> escalateComplaints(ComplaintEscalation escalation) {
        return Tasks.recurring("escalate-complaints", FixedDelay.ofMinutes(15))
                .execute((instance, context) -> escalation.escalateDue());
    }
}
