package io.genjin.bench;

import java.time.Duration;
import org.HdrHistogram.Histogram;

/**
 * What one run at one load said.
 *
 * @param latencies in microseconds; at a constant rate from the moment it should have begun
 */
record Measured(String operation, String way, int connections, Duration took, long errors, Histogram latencies) {

    /** Done in a second. */
    double perSecond() {
        return latencies.getTotalCount() * 1e9 / took.toNanos();
    }

    double millis(double percentile) {
        return latencies.getValueAtPercentile(percentile) / 1000.0;
    }
}
