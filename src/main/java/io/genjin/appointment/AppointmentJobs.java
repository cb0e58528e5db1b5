package io.genjin.appointment;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When customers who did not come are looked for. */
@Configuration(proxyBeanMethods = false)
class AppointmentJobs {

    @Bean
    RecurringTask<Void> findNoShows(NoShows noShows) {
        return Tasks.recurring("find-no-shows", FixedDelay.ofMinutes(5))
                .execute((instance, context) -> noShows.findAll());
    }
}
