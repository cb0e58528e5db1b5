package io.genjin.staff.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Lets everybody through so often within a while, and then says when to come back (S-R6). A while begins with the first time and ends
 * by the machine's own time, not by the clock that people set. Each node counts for itself, in memory, the fifty thousand who came
 * last.
 */
@Component
final class Turnstile {

    private static final Logger LOG = LoggerFactory.getLogger(Turnstile.class);
    private static final int MOST_KNOWN = 50_000;
    private static final long SECOND = 1_000_000_000L;

    private record Window(long endsAt, AtomicInteger times) {}

    private final LimitSettings settings;
    private final Ticker ticker;
    private final Map<Limit, Cache<String, Window>> windows = new EnumMap<>(Limit.class);

    Turnstile(LimitSettings settings, Ticker ticker) {
        this.settings = settings;
        this.ticker = ticker;
        for (Limit limit : Limit.values()) {
            windows.put(
                    limit,
                    Caffeine.newBuilder()
                            .maximumSize(MOST_KNOWN)
                            .expireAfterWrite(limit.within())
                            .ticker(ticker)
                            .build());
        }
    }

    /**
     * Counts one more, if there may be one more.
     *
     * @throws TooOften when there may not
     */
    void pass(Limit limit, String who) {
        int most = settings.most(limit);
        if (most == 0) {
            return;
        }
        Window window = window(limit, who);
        if (counted(window, limit, most, who) > most) {
            throw new TooOften(
                    secondsUntil(window.endsAt()), most, limit.within().toMinutes());
        }
    }

    /** Counts one more that has happened already, as a wrong password has. */
    void count(Limit limit, String who) {
        int most = settings.most(limit);
        if (most > 0) {
            counted(window(limit, who), limit, most, who);
        }
    }

    /** After how many seconds there may be one more; 0 when there may be now. */
    long secondsToWait(Limit limit, String who) {
        int most = settings.most(limit);
        Window window = of(limit).getIfPresent(who);
        return most == 0 || window == null || window.times().get() < most ? 0 : secondsUntil(window.endsAt());
    }

    private Window window(Limit limit, String who) {
        return of(limit)
                .get(who, first -> new Window(ticker.read() + limit.within().toNanos(), new AtomicInteger()));
    }

    private static int counted(Window window, Limit limit, int most, String who) {
        int times = window.times().incrementAndGet();
        if (times == most) {
            LOG.warn("limit {} reached: {} times within {} by {}", limit, most, limit.within(), who);
        }
        return times;
    }

    private Cache<String, Window> of(Limit limit) {
        return Objects.requireNonNull(windows.get(limit));
    }

    private long secondsUntil(long endsAt) {
        return Math.max(1, (endsAt - ticker.read() + SECOND - 1) / SECOND);
    }
}
