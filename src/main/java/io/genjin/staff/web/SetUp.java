package io.genjin.staff.web;

import io.genjin.dealership.Dealerships;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The one-time code that guards the first set-up: drawn when Genjin starts without any dealership, printed to the log, good
 * for an hour and for one use (S-R7).
 */
@Component
class SetUp {

    private static final Logger LOG = LoggerFactory.getLogger(SetUp.class);
    private static final Duration GOOD_FOR = Duration.ofHours(1);
    private static final int BYTES = 8;

    private final Dealerships dealerships;
    private @Nullable String code;
    private Instant goodUntil = Instant.EPOCH;

    SetUp(Dealerships dealerships) {
        this.dealerships = dealerships;
    }

    @EventListener(ApplicationReadyEvent.class)
    void offer() {
        if (!dealerships.selling().isEmpty()) {
            return;
        }
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        synchronized (this) {
            code = HexFormat.of().formatHex(bytes);
            goodUntil = Instant.now().plus(GOOD_FOR);
        }
        LOG.info("First set-up: open /set-up in the browser and enter the one-time code {} (good for one hour)", code);
    }

    /** Whether no dealership exists yet and a code waits. */
    synchronized boolean isOpen() {
        return code != null && dealerships.selling().isEmpty();
    }

    /**
     * Does the set-up if the code is right, and then never again.
     *
     * @throws SetUpCodeWrong when the code is wrong, expired or used
     */
    synchronized <T> T once(String typed, Supplier<T> work) {
        if (code == null || !isOpen() || Instant.now().isAfter(goodUntil) || !same(typed.strip(), code)) {
            throw new SetUpCodeWrong();
        }
        T done = work.get();
        code = null;
        return done;
    }

    private static boolean same(String typed, String code) {
        return MessageDigest.isEqual(typed.getBytes(StandardCharsets.UTF_8), code.getBytes(StandardCharsets.UTF_8));
    }
}
