package io.genjin.shared.web;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/**
 * Why the database does not take what was asked: nobody's defect, and over by itself or by an administrator's hand. Whoever asked
 * is told to try again, and what was sent under a key may be sent again without doubling (S-R55, S-R60, S-R62).
 */
enum Outage {

    /** It cannot be reached, or holds the request up too long. */
    AWAY("unavailable"),

    /** It can be read, but there is no room to write. */
    FULL("database-full"),

    /** It is there, but as many reports are being made as may be at once. */
    BUSY("reports-busy");

    /** PostgreSQL: no space left on the disk; the transaction writes nowhere; the disk cannot be written. */
    private static final String DISK_FULL = "53100";

    private static final String READ_ONLY = "25006";
    private static final String DISK_BROKEN = "58030";

    private final String code;

    Outage(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }

    /** The outage behind what was thrown, however deep; nothing when it is a defect or a no of ours. */
    static Optional<Outage> behind(Throwable thrown) {
        Outage found = null;
        int depth = 0;
        for (Throwable cause = thrown; cause != null && depth < 30; cause = cause.getCause(), depth++) {
            Outage here = of(cause);
            if (here == FULL) {
                return Optional.of(FULL);
            }
            found = found == null ? here : found;
        }
        return Optional.ofNullable(found);
    }

    private static @Nullable Outage of(Throwable cause) {
        if (cause instanceof SQLException sql) {
            return of(sql);
        }
        if (cause instanceof ReportsBusy) {
            return BUSY;
        }
        return cause instanceof CannotGetJdbcConnectionException
                        || cause instanceof CannotCreateTransactionException
                        || cause instanceof TransactionSystemException
                        || cause instanceof DataAccessResourceFailureException
                        || cause instanceof TransientDataAccessResourceException
                        || cause instanceof QueryTimeoutException
                        || cause instanceof PessimisticLockingFailureException
                ? AWAY
                : null;
    }

    private static @Nullable Outage of(SQLException sql) {
        String state = sql.getSQLState() == null ? "" : sql.getSQLState();
        if (state.equals(DISK_FULL) || state.equals(READ_ONLY) || state.equals(DISK_BROKEN)) {
            return FULL;
        }
        boolean away = sql instanceof SQLTransientConnectionException
                || state.startsWith("08")
                || state.startsWith("53")
                || state.startsWith("57")
                || state.startsWith("40")
                || state.equals("55P03")
                || state.equals("25P03");
        return away ? AWAY : null;
    }
}
