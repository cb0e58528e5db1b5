package io.genjin.followup;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import java.time.ZoneId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When the clocks are looked at by themselves; each job is one call and safe to run twice. */
@Configuration(proxyBeanMethods = false)
class FollowUpJobs {

    @Bean
    RecurringTask<Void> settleFallenClocks(Sweep sweep) {
        return Tasks.recurring("settle-fallen-clocks", FixedDelay.ofSeconds(30))
                .execute((instance, context) -> sweep.settleFallen());
    }

    @Bean
    RecurringTask<Void> escalateOverdue(Escalations escalations) {
        return Tasks.recurring("escalate-overdue", FixedDelay.ofMinutes(1))
                .execute((instance, context) -> escalations.raise());
    }

    @Bean
    RecurringTask<Void> proveNextSteps(NextStepAudit audit) {
        return Tasks.recurring("prove-next-steps", Schedules.daily(ZoneId.of("Asia/Shanghai"), LocalTime.of(3, 10)))
                .execute((instance, context) -> audit.runAll());
    }

    @Bean
    RecurringTask<Void> compareClocks(Sweep sweep) {
        return Tasks.recurring("compare-clocks", Schedules.daily(ZoneId.of("Asia/Shanghai"), LocalTime.of(2, 30)))
                .execute((instance, context) -> sweep.compareAll());
    }
}
