package io.genjin.duplicate;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import java.time.ZoneId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When customers who are on file twice are looked for: every night, and soon after somebody asks. */
@Configuration(proxyBeanMethods = false)
class DuplicateJobs {

    @Bean
    RecurringTask<Void> lookForDuplicates(Finder finder) {
        return Tasks.recurring("look-for-duplicates", Schedules.daily(ZoneId.of("Asia/Shanghai"), LocalTime.of(3, 30)))
                .execute((instance, context) -> finder.lookEverywhere());
    }

    @Bean
    RecurringTask<Void> lookForDuplicatesAskedFor(Finder finder) {
        return Tasks.recurring("look-for-duplicates-asked-for", FixedDelay.ofSeconds(5))
                .execute((instance, context) -> finder.goOn());
    }
}
