package io.genjin.erasure;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When erasures that were confirmed and interrupted are done after all. */
@Configuration(proxyBeanMethods = false)
class ErasureJobs {

    @Bean
    RecurringTask<Void> finishErasures(Erasing erasing) {
        return Tasks.recurring("finish-erasures", FixedDelay.ofMinutes(5))
                .execute((instance, context) -> erasing.finishAll());
    }
}
