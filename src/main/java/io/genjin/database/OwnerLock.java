package io.genjin.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** One Genjin at a time works in a data directory; the lock ends with its process, however that ends. */
final class OwnerLock implements AutoCloseable {

    private final FileChannel channel;

    private OwnerLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock of {@code directory}.
     *
     * @throws StartRefused when another Genjin holds it
     */
    static OwnerLock take(Path directory) {
        try {
            FileChannel channel = FileChannel.open(
                    directory.resolve("genjin.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw new StartRefused(
                        "The data directory " + directory
                                + " is in use by another running Genjin. Stop that one, or choose another directory with --data.");
            }
            return new OwnerLock(channel);
        } catch (IOException unusable) {
            throw new StartRefused(
                    "The data directory " + directory + " cannot be used: " + unusable.getMessage(), unusable);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldInThisProcess) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException alreadyGone) {
            // the lock went with it
        }
    }
}
