package io.genjin.review;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When managers are reminded of a week that nobody reviewed. */
@Configuration(proxyBeanMethods = false)
class ReviewJobs {

    @Bean
    RecurringTask<Void> remindOfWeeklyReviews(ReviewReminders reminders) {
        return Tasks.recurring("remind-of-weekly-reviews", FixedDelay.ofMinutes(5))
                .execute((instance, context) -> reminders.remind());
    }
}
