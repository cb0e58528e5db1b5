package io.genjin.hlist;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When weeks close by themselves. */
@Configuration(proxyBeanMethods = false)
class HListJobs {

    @Bean
    RecurringTask<Void> closeHLists(HListClosing closing) {
        return Tasks.recurring("close-h-lists", FixedDelay.ofMinutes(1))
                .execute((instance, context) -> closing.closeEnded());
    }
}
