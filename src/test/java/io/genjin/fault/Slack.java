package io.genjin.fault;

import java.time.Duration;

/** How much longer everything may take where the machine does other work beside: {@code -Dgenjin.slack=4}. */
final class Slack {

    private static final int TIMES = Integer.getInteger("genjin.slack", 1);

    private Slack() {}

    static Duration seconds(long seconds) {
        return of(Duration.ofSeconds(seconds));
    }

    static Duration of(Duration quiet) {
        return quiet.multipliedBy(TIMES);
    }
}
