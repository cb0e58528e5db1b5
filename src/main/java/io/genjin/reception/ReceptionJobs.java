package io.genjin.reception;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When visits that nobody closed are looked for. */
@Configuration(proxyBeanMethods = false)
class ReceptionJobs {

    @Bean
    RecurringTask<Void> remindOfOpenVisits(UnclosedVisits unclosed) {
        return Tasks.recurring("remind-of-open-visits", FixedDelay.ofMinutes(10))
                .execute((instance, context) -> unclosed.remindAll());
    }
}
