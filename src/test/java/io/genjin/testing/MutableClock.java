package io.genjin.testing;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** The business clock of tests: it stands still until it is set. */
public final class MutableClock extends Clock {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private volatile Instant now = Instant.parse("2026-03-02T01:00:00Z");

    /** Sets the time in Shanghai: {@code 2026-03-02T09:00}. */
    public void set(String localTime) {
        set(LocalDateTime.parse(localTime).atZone(SHANGHAI).toInstant());
    }

    public void set(Instant instant) {
        now = instant;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return SHANGHAI;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
