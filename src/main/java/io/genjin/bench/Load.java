package io.genjin.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import org.HdrHistogram.Histogram;

/**
 * Many at once for some seconds. In the closed loop each asks again as soon as it was answered; at a constant rate each asks at
 * the moment it should, and waiting for a late answer counts (coordinated omission).
 */
final class Load {

    private static final long LONGEST_MICROS = 120_000_000L;

    /** One who asks, with a connection of its own. */
    interface Asker extends AutoCloseable {

        /** Asks once; false when the answer is not what it should be. */
        boolean ask(RandomGenerator random) throws Exception;

        @Override
        void close() throws Exception;
    }

    /** Opens the connection of the asker at a place. */
    interface Askers {
        Asker at(int place) throws Exception;
    }

    private final Duration warmUp;
    private final Duration length;

    Load(Duration warmUp, Duration length) {
        this.warmUp = warmUp;
        this.length = length;
    }

    Measured closed(String operation, String way, int connections, Askers askers) {
        return run(operation, way, connections, 0, askers);
    }

    /** @param perSecond of all together */
    Measured constant(String operation, String way, int connections, double perSecond, Askers askers) {
        return run(operation, way, connections, (long) (connections * 1e9 / perSecond), askers);
    }

    private record Part(Histogram latencies, long errors) {}

    private Measured run(String operation, String way, int connections, long everyNanos, Askers askers) {
        long begin = System.nanoTime() + warmUp.toNanos();
        long end = begin + length.toNanos();
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        try {
            List<Callable<Part>> work = new ArrayList<>();
            for (int place = 0; place < connections; place++) {
                int at = place;
                work.add(() -> part(askers, at, connections, everyNanos, begin, end));
            }
            Histogram all = new Histogram(LONGEST_MICROS, 3);
            long errors = 0;
            for (Future<Part> done : threads.invokeAll(work)) {
                all.add(done.get().latencies());
                errors += done.get().errors();
            }
            return new Measured(operation, way, connections, length, errors, all);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while measuring", stopped);
        } catch (ExecutionException failed) {
            throw new IllegalStateException(operation + " could not be measured", failed.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private static Part part(Askers askers, int place, int connections, long everyNanos, long begin, long end)
            throws Exception {
        Histogram latencies = new Histogram(LONGEST_MICROS, 3);
        long errors = 0;
        SplittableRandom random = new SplittableRandom(place * 7919L + begin);
        long due = System.nanoTime() + everyNanos * place / connections;
        try (Asker asker = askers.at(place)) {
            for (long now = System.nanoTime(); now < end; now = System.nanoTime()) {
                long from = now;
                if (everyNanos > 0) {
                    waitUntil(due);
                    from = due;
                    due += everyNanos;
                }
                boolean right = asker.ask(random);
                long answered = System.nanoTime();
                if (from >= begin && answered <= end) {
                    latencies.recordValue(Math.min(LONGEST_MICROS, Math.max(1, (answered - from) / 1000)));
                    errors += right ? 0 : 1;
                }
            }
        }
        return new Part(latencies, errors);
    }

    private static void waitUntil(long moment) throws InterruptedException {
        long left = moment - System.nanoTime();
        if (left > 0) {
            java.util.concurrent.TimeUnit.NANOSECONDS.sleep(left);
        }
    }
}
