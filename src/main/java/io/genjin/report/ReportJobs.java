package io.genjin.report;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import java.time.ZoneId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When figures are kept, frozen and compared by themselves; each job is one call and safe to run twice. */
@Configuration(proxyBeanMethods = false)
class ReportJobs {

    @Bean
    RecurringTask<Void> keepDayFigures(DayKeeping keeping) {
        return Tasks.recurring("keep-day-figures", FixedDelay.ofMinutes(1))
                .execute((instance, context) -> keeping.keepAll());
    }

    @Bean
    RecurringTask<Void> freezeDailyReports(DailyFreezing freezing) {
        return Tasks.recurring("freeze-daily-reports", FixedDelay.ofMinutes(1))
                .execute((instance, context) -> freezing.freezeClosed());
    }

    @Bean
    RecurringTask<Void> compareDayFigures(DayKeeping keeping) {
        return Tasks.recurring("compare-day-figures", Schedules.daily(ZoneId.of("Asia/Shanghai"), LocalTime.of(3, 50)))
                .execute((instance, context) -> keeping.compareAll());
    }
}
