package io.genjin.intake;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Goes on with imports that a stopped node left behind. */
@Configuration(proxyBeanMethods = false)
class IntakeJobs {

    @Bean
    RecurringTask<Void> resumeImports(ImportRunner runner) {
        return Tasks.recurring("resume-imports", FixedDelay.ofMinutes(1))
                .execute((instance, context) -> runner.resume());
    }
}
