package io.genjin.staff.web;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.genjin.database.Tenancy;
import io.genjin.dealership.Dealerships;
import io.genjin.shared.web.Once;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets the keys of requests that nobody will repeat any more. */
@Configuration(proxyBeanMethods = false)
class ForgetOldKeys {

    private static final Duration KEPT = Duration.ofDays(2);

    @Bean
    RecurringTask<Void> forgetOldOnceKeys(Once once, Dealerships dealerships, Clock clock) {
        return Tasks.recurring("forget-old-once-keys", FixedDelay.ofHours(6)).execute((instance, context) -> dealerships
                .all()
                .forEach(dealership -> Tenancy.within(
                        dealership.id(),
                        () -> once.forget(dealership.id(), clock.instant().minus(KEPT)))));
    }
}
