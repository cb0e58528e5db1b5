package io.genjin.backup;

import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import io.genjin.vault.VaultKeys;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * The key that seals backups (S-R76, S-R79): the setting {@code genjin.backup.key}, or a file beside the vault's keys that is
 * drawn with the first backup. It is never in a backup.
 */
@Component
@EnableConfigurationProperties(BackupSettings.class)
class BackupKey {

    private static final int BYTES = 32;
    private static final int SEGMENT = 1 << 20;
    private static final String FILE = "backup.key";

    private final @Nullable String setting;
    private final Path file;

    BackupKey(BackupSettings settings, VaultKeys keys) {
        this.setting = settings.key() == null || settings.key().isBlank()
                ? null
                : settings.key().strip();
        this.file = keys.folder().resolve(FILE);
    }

    /**
     * A key in use.
     *
     * @param bytes the secret
     * @param name  what the key is called, which tells nothing about it
     */
    record Sealing(byte[] bytes, String name) {

        /** AES-256-GCM in segments of one megabyte, each bound to its place; the last is marked, so a cut shows. */
        StreamingAead from(int firstByte) throws GeneralSecurityException {
            return new AesGcmHkdfStreaming(bytes, "HmacSha256", BYTES, SEGMENT, firstByte);
        }

        @Override
        public String toString() {
            return "Sealing[" + name + "]";
        }
    }

    /** The key for a new backup; drawn and kept when there is none yet. */
    Sealing toSeal() {
        return known().orElseGet(this::draw);
    }

    /**
     * The key for reading a backup that was sealed with the key of that name.
     *
     * @throws BackupRefused when there is none here or another
     */
    Sealing toOpen(String name) {
        Sealing key = known().orElseThrow(() -> new BackupRefused("The backup is sealed with the key " + name
                + ", and there is no key here: set genjin.backup.key, or put " + FILE + " into "
                + file.getParent() + "."));
        if (!key.name().equals(name)) {
            throw new BackupRefused("The backup is sealed with the key " + name + ", and the key here is " + key.name()
                    + "; set genjin.backup.key to the one that sealed it.");
        }
        return key;
    }

    /** Where the key is, for people to read. */
    String whereabouts() {
        return setting != null ? "the setting genjin.backup.key" : file.toString();
    }

    private Optional<Sealing> known() {
        if (setting != null) {
            return Optional.of(sealing(setting, "genjin.backup.key"));
        }
        try {
            return Files.exists(file)
                    ? Optional.of(sealing(Files.readString(file).strip(), file.toString()))
                    : Optional.empty();
        } catch (IOException unreadable) {
            throw new BackupRefused("The key file " + file + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    private Sealing draw() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        try {
            Files.createDirectories(
                    file.getParent(),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, Base64.getEncoder().encodeToString(bytes) + "\n", StandardOpenOption.DSYNC);
        } catch (FileAlreadyExistsException anotherWasFirst) {
            return known().orElseThrow();
        } catch (IOException unusable) {
            throw new BackupRefused("The key file " + file + " cannot be written: " + unusable.getMessage(), unusable);
        }
        return new Sealing(bytes, name(bytes));
    }

    /** The key that a text of {@code of} is. */
    static Sealing sealing(String text, String of) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (bytes.length == BYTES) {
                return new Sealing(bytes, name(bytes));
            }
        } catch (IllegalArgumentException noBase64) {
            // said below, without the text
        }
        throw new BackupRefused(of + " is no key: it must be " + BYTES
                + " random bytes in Base64, as openssl rand -base64 32 writes them.");
    }

    private static String name(byte[] key) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update("genjin backup key".getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest.digest(key), 0, 6);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
