package io.genjin.database;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/** Random passwords of the database's roles, in a file that its owner alone can read. */
final class Secrets {

    private static final int BYTES = 24;

    private final Path file;

    Secrets(Path data) {
        this.file = data.resolve("database.secrets");
    }

    /** The password of {@code role}; drawn at the first question. */
    synchronized String of(String role) {
        try {
            Properties known = read();
            String password = known.getProperty(role);
            if (password == null) {
                password = draw();
                known.setProperty(role, password);
                write(known);
            }
            return password;
        } catch (IOException unusable) {
            throw new StartRefused("The file " + file + " cannot be used: " + unusable.getMessage(), unusable);
        }
    }

    private Properties read() throws IOException {
        Properties known = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                known.load(reader);
            }
        }
        return known;
    }

    private void write(Properties known) throws IOException {
        Path beside = Files.createTempFile(
                file.getParent(),
                "secrets",
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (Writer writer = Files.newBufferedWriter(beside)) {
            known.store(writer, "passwords of the database's roles");
        }
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String draw() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
