package io.genjin.privacy;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import java.time.ZoneId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When the records are sealed and read again by themselves; each job is one call and safe to run twice. */
@Configuration(proxyBeanMethods = false)
class PrivacyJobs {

    @Bean
    RecurringTask<Void> sealAudit(AuditChain chain) {
        return Tasks.recurring("seal-audit", FixedDelay.ofMinutes(5)).execute((instance, context) -> chain.sealAll());
    }

    @Bean
    RecurringTask<Void> verifyAudit(AuditChain chain) {
        return Tasks.recurring("verify-audit", Schedules.daily(ZoneId.of("Asia/Shanghai"), LocalTime.of(4, 20)))
                .execute((instance, context) -> chain.verifyAll());
    }
}
