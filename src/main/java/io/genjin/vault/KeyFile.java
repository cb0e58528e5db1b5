package io.genjin.vault;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.config.TinkConfig2026;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Set;

/**
 * One key set on disk, readable by its owner alone. It appears whole or not at all: written beside, forced to disk, then
 * given its name, so that neither a crash nor two starts at once leave half a key or two different ones.
 */
final class KeyFile {

    private static final Set<PosixFilePermission> OWNER_FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNER_FOLDER = PosixFilePermissions.fromString("rwx------");

    private final Path file;

    KeyFile(Path folder, String name) {
        this.file = folder.resolve(name);
    }

    /** The stored key set; made by {@code parameters} when there is none yet. */
    KeysetHandle openOrCreate(Parameters parameters) {
        try {
            if (!Files.exists(file)) {
                create(KeysetHandle.generateNew(parameters, TinkConfig2026.get()));
            }
            return read();
        } catch (IOException | GeneralSecurityException e) {
            throw new KeysUnusable(file, e);
        }
    }

    KeysetHandle read() {
        try {
            if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(file, OWNER_FILE);
            }
            return TinkJsonProtoKeysetFormat.parseKeyset(
                    Files.readString(file), TinkConfig2026.get(), InsecureSecretKeyAccess.get());
        } catch (IOException | GeneralSecurityException e) {
            throw new KeysUnusable(file, e);
        }
    }

    /** Adds a new key that seals from now on; the older ones stay so that what they sealed can be opened. */
    KeysetHandle addPrimary(Parameters parameters) {
        try {
            KeysetHandle stored = read();
            KeysetHandle.Builder keys = KeysetHandle.newBuilder().setConfiguration(TinkConfig2026.get());
            for (int place = 0; place < stored.size(); place++) {
                keys.addEntry(KeysetHandle.importKey(stored.getAt(place).getKey())
                        .withFixedId(stored.getAt(place).getId()));
            }
            keys.addEntry(KeysetHandle.generateEntryFromParameters(parameters)
                    .withRandomId()
                    .makePrimary());
            KeysetHandle all = keys.build();
            Path beside = writeBeside(all);
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return all;
        } catch (IOException | GeneralSecurityException e) {
            throw new KeysUnusable(file, e);
        }
    }

    private void create(KeysetHandle keys) throws IOException, GeneralSecurityException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(folder, OWNER_FOLDER);
        }
        Path beside = writeBeside(keys);
        try {
            Files.createLink(file, beside);
        } catch (FileAlreadyExistsException anotherStartWasFirst) {
            // its keys are the ones to use
        } catch (UnsupportedOperationException noLinksHere) {
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private Path writeBeside(KeysetHandle keys) throws IOException, GeneralSecurityException {
        String text =
                TinkJsonProtoKeysetFormat.serializeKeyset(keys, TinkConfig2026.get(), InsecureSecretKeyAccess.get());
        Path beside = Files.createTempFile(
                file.toAbsolutePath().getParent(), file.getFileName().toString(), ".new");
        try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        return beside;
    }
}
