package io.genjin.database;

import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Does again what two people did in each other's way: a deadlock or a serialisation failure ends one transaction of the two, nothing
 * of it was written, and after a moment it can be done (S-R57). At most three times, and only around a whole transaction. A lock that
 * was waited for in vain, and a line to the database that broke, are told to the person instead: the one has cost seconds already, and
 * of the other nobody knows whether it was written.
 */
final class TriedAgain implements MethodInterceptor {

    private static final Logger LOG = LoggerFactory.getLogger(TriedAgain.class);
    private static final int MOST = 3;
    private static final int LONGEST_PAUSE_MILLIS = 60;
    private static final int DEEPEST = 30;

    /** PostgreSQL: serialisation failure, deadlock. */
    private static final Set<String> IN_THE_WAY = Set.of("40001", "40P01");

    @Override
    public @Nullable Object invoke(MethodInvocation act) throws Throwable {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return act.proceed();
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return ((ProxyMethodInvocation) act).invocableClone().proceed();
            } catch (RuntimeException thrown) {
                if (attempt > MOST || !isInTheWay(thrown)) {
                    throw thrown;
                }
                LOG.info("tries {} again", act.getMethod().toGenericString());
                pause(attempt);
            }
        }
    }

    private static boolean isInTheWay(Throwable thrown) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof SQLException sql && IN_THE_WAY.contains(String.valueOf(sql.getSQLState()))) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static void pause(int attempt) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(1, LONGEST_PAUSE_MILLIS * attempt));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
