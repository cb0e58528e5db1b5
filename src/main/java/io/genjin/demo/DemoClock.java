package io.genjin.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The business clock of a demo: it runs as the system's does, as far ahead as somebody moved it, also after a restart. It
 * never goes back, for what was written would then lie in the future.
 *
 * <p>While a past is lived through, the thread that lives it stands at an instant of its own.
 */
public final class DemoClock extends Clock {

    private final Clock system;
    private final Path file;
    private volatile Duration ahead;
    private final ThreadLocal<Instant> ownInstant = new ThreadLocal<>();

    /**
     * @param file holds how far ahead the clock is; written at the first move
     * @throws IllegalStateException when the file holds something else
     */
    public DemoClock(Clock system, Path file) {
        this.system = system;
        this.file = file;
        this.ahead = read(file);
    }

    private static Duration read(Path file) {
        try {
            return Duration.parse(Files.readString(file).strip());
        } catch (NoSuchFileException neverMoved) {
            return Duration.ZERO;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (DateTimeException broken) {
            throw new IllegalStateException(
                    "The file " + file + " should hold how far the demo's clock is ahead, such as PT26H", broken);
        }
    }

    @Override
    public Instant instant() {
        Instant own = ownInstant.get();
        return own == null ? system.instant().plus(ahead) : own;
    }

    /**
     * Moves the clock forward for everybody.
     *
     * @throws ClockNeverBack when {@code to} is before now
     */
    public synchronized void moveTo(Instant to) {
        Instant now = instant();
        if (to.isBefore(now)) {
            throw new ClockNeverBack(now);
        }
        Duration further = Duration.between(system.instant(), to);
        write(further);
        ahead = further;
    }

    private void write(Duration further) {
        try {
            Path directory = Files.createDirectories(file.toAbsolutePath().getParent());
            Path fresh = Files.createTempFile(directory, "demo-clock", ".new");
            Files.writeString(fresh, further + "\n");
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Does {@code work} as if it were {@code instant} for this thread; for everybody else the clock runs on. */
    public void at(Instant instant, Runnable work) {
        Instant before = ownInstant.get();
        ownInstant.set(instant);
        try {
            work.run();
        } finally {
            if (before == null) {
                ownInstant.remove();
            } else {
                ownInstant.set(before);
            }
        }
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new Clock() {
            @Override
            public Instant instant() {
                return DemoClock.this.instant();
            }

            @Override
            public ZoneId getZone() {
                return zone;
            }

            @Override
            public Clock withZone(ZoneId other) {
                return DemoClock.this.withZone(other);
            }
        };
    }
}
