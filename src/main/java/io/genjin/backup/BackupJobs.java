package io.genjin.backup;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.ZoneId;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When Genjin keeps everything by itself and looks at what it kept; only where a folder is set. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("genjin.backup.folder")
class BackupJobs {

    static final String KEEP = "keep-backup";

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final int HOURS_UNTIL_READ_AGAIN = 6;

    @Bean
    RecurringTask<Void> keepBackup(BackupSettings settings, NightlyBackup nightly) {
        return Tasks.recurring(KEEP, Schedules.daily(CHINA, settings.at()))
                .execute((instance, context) -> nightly.keep());
    }

    @Bean
    RecurringTask<Void> lookAtBackup(NightlyBackup nightly) {
        return Tasks.recurring("look-at-backup", FixedDelay.ofHours(1))
                .execute((instance, context) -> nightly.keepFirstOrLook());
    }

    @Bean
    RecurringTask<Void> readBackupAgain(BackupSettings settings, BackupWatch watch) {
        return Tasks.recurring(
                        "read-backup-again",
                        Schedules.daily(CHINA, settings.at().plusHours(HOURS_UNTIL_READ_AGAIN)))
                .execute((instance, context) -> watch.look(true));
    }
}
