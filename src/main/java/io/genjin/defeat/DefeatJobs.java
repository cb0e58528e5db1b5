package io.genjin.defeat;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When resting cases are looked at by themselves; often enough that a day's wakers are on the morning list. */
@Configuration(proxyBeanMethods = false)
class DefeatJobs {

    @Bean
    RecurringTask<Void> wakeRestingCases(WakeUps wakeUps) {
        return Tasks.recurring("wake-resting-cases", FixedDelay.ofMinutes(5))
                .execute((instance, context) -> wakeUps.wakeDue());
    }
}
