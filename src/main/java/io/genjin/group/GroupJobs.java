package io.genjin.group;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When dealerships are counted for the comparison by themselves; one call, safe to run twice. */
@Configuration(proxyBeanMethods = false)
class GroupJobs {

    @Bean
    RecurringTask<Void> keepDealershipSummaries(SummaryKeeping keeping) {
        return Tasks.recurring("keep-dealership-summaries", FixedDelay.ofMinutes(5))
                .execute((instance, context) -> keeping.keepAll());
    }
}
