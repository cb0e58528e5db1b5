package io.genjin.ratio;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import java.time.ZoneId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When standings are kept and compared by themselves; each job is one call and safe to run twice. */
@Configuration(proxyBeanMethods = false)
class RatioJobs {

    @Bean
    RecurringTask<Void> keepStandings(StandingKeeping keeping) {
        return Tasks.recurring("keep-standings", FixedDelay.ofMinutes(1))
                .execute((instance, context) -> keeping.keepAll());
    }

    @Bean
    RecurringTask<Void> compareStandings(StandingKeeping keeping) {
        return Tasks.recurring("compare-standings", Schedules.daily(ZoneId.of("Asia/Shanghai"), LocalTime.of(4, 20)))
                .execute((instance, context) -> keeping.compareAll());
    }
}
