package io.genjin.ownership;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When disputes are looked at by themselves; one call, safe to run twice. */
@Configuration(proxyBeanMethods = false)
class OwnershipJobs {

    @Bean
    RecurringTask<Void> raiseLateCollisions(LateCollisions late) {
        return Tasks.recurring("raise-late-collisions", FixedDelay.ofMinutes(1))
                .execute((instance, context) -> late.raise());
    }
}
