package io.genjin.duplicate;

import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;

/**
 * Tries again what two people did in each other's way: a deadlock or a serialisation failure ends one transaction of the two, and
 * after a moment it can be done (S-R57). At most three times, outside any transaction.
 */
@Component
public class Retries {

    private static final Logger LOG = LoggerFactory.getLogger(Retries.class);
    private static final int MOST = 3;
    private static final int LONGEST_PAUSE_MILLIS = 60;

    Retries() {}

    public <T> T of(Supplier<T> act) {
        for (int attempt = 1; ; attempt++) {
            try {
                return act.get();
            } catch (PessimisticLockingFailureException inTheWay) {
                if (attempt > MOST) {
                    throw inTheWay;
                }
                LOG.info("tries again after {}", inTheWay.toString());
                pause(attempt);
            }
        }
    }

    private static void pause(int attempt) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(1, LONGEST_PAUSE_MILLIS * attempt));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
