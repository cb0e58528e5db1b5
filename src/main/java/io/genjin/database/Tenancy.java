package io.genjin.database;

import io.genjin.shared.DealershipId;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * For which dealership the present work is done. Every transaction that begins meanwhile is entered for it, and row-level
 * security shows it nothing else.
 */
public final class Tenancy {

    private static final ThreadLocal<DealershipId> HERE = new ThreadLocal<>();

    private Tenancy() {}

    /** Work for one dealership that has begun; closing it makes everything as before. */
    public interface Scope extends AutoCloseable {
        @Override
        void close();
    }

    /** Begins work for one dealership. */
    public static Scope enter(DealershipId dealership) {
        DealershipId before = HERE.get();
        if (!dealership.equals(before) && TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("one transaction is for one dealership");
        }
        HERE.set(dealership);
        return before == null ? HERE::remove : () -> HERE.set(before);
    }

    /** Does {@code work} for one dealership. */
    public static <T extends @Nullable Object> T within(DealershipId dealership, Supplier<T> work) {
        try (Scope scope = enter(dealership)) {
            return work.get();
        }
    }

    /** Does {@code work} for one dealership. */
    public static void within(DealershipId dealership, Runnable work) {
        try (Scope scope = enter(dealership)) {
            work.run();
        }
    }

    /** The dealership of the present work, if there is one. */
    public static Optional<DealershipId> current() {
        return Optional.ofNullable(HERE.get());
    }
}
