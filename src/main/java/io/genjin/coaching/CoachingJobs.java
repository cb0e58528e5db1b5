package io.genjin.coaching;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When managers are told of follow-ups by themselves. */
@Configuration(proxyBeanMethods = false)
class CoachingJobs {

    @Bean
    RecurringTask<Void> tellDuePlans(DuePlans plans) {
        return Tasks.recurring("tell-due-plans", FixedDelay.ofMinutes(5)).execute((instance, context) -> plans.tell());
    }
}
