package io.genjin.subscription;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When letters are looked for, and by which mail server they leave. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailSettings.class)
class SubscriptionJobs {

    @Bean
    RecurringTask<Void> sendLetters(LetterRun run) {
        return Tasks.recurring("send-letters", FixedDelay.ofSeconds(30)).execute((instance, context) -> run.sendAll());
    }
}
