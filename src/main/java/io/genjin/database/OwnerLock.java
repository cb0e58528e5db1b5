package io.genjin.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** One Genjin at a time works in a data directory; the lock ends with its process, however that ends. */
final class OwnerLock implements AutoCloseable {

    /** Closing any channel of a file gives up the process's locks on it, hence the file is not opened twice. */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private OwnerLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Takes the lock of {@code directory}.
     *
     * @throws StartRefused when another Genjin holds it
     */
    static OwnerLock take(Path directory) {
        return takeIfFree(directory)
                .orElseThrow(
                        () -> new StartRefused(
                                "The data directory " + directory
                                        + " is in use by another running Genjin. Stop that one, or choose another directory with --data."));
    }

    /** Takes the lock of {@code directory}, unless another Genjin holds it. */
    static Optional<OwnerLock> takeIfFree(Path directory) {
        try {
            Path file = directory.toRealPath().resolve("genjin.lock");
            if (!HELD_HERE.add(file)) {
                return Optional.empty();
            }
            boolean taken = false;
            try {
                FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                taken = channel.tryLock() != null;
                if (taken) {
                    return Optional.of(new OwnerLock(file, channel));
                }
                channel.close();
                return Optional.empty();
            } finally {
                if (!taken) {
                    HELD_HERE.remove(file);
                }
            }
        } catch (IOException unusable) {
            throw new StartRefused(
                    "The data directory " + directory + " cannot be used: " + unusable.getMessage(), unusable);
        }
    }

    @Override
    public void close() {
        if (!channel.isOpen()) {
            return;
        }
        try {
            channel.close();
        } catch (IOException alreadyGone) {
            // the lock went with it
        } finally {
            HELD_HERE.remove(file);
        }
    }
}
