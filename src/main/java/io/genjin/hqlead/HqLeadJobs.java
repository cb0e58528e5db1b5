package io.genjin.hqlead;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When HQ leads are looked at by themselves; one call, safe to run twice. */
@Configuration(proxyBeanMethods = false)
class HqLeadJobs {

    @Bean
    RecurringTask<Void> warnOfHqLeads(WarningDesk desk) {
        return Tasks.recurring("warn-of-hq-leads", FixedDelay.ofSeconds(60))
                .execute((instance, context) -> desk.warnAll());
    }
}
