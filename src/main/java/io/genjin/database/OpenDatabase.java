package io.genjin.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The database of this Genjin while it is open: our own or one outside, with the ways in for the owner of the tables and for
 * the application.
 */
public final class OpenDatabase implements AutoCloseable {

    private static final int OLDEST = 15;

    private final @Nullable EmbeddedPostgres embedded;
    private final Login owner;
    private final Login app;

    private OpenDatabase(@Nullable EmbeddedPostgres embedded, Login owner, Login app) {
        this.embedded = embedded;
        this.owner = owner;
        this.app = app;
    }

    /**
     * Opens the outside database that the settings name, or else our own in the data directory.
     *
     * @throws StartRefused when it cannot be used
     */
    static OpenDatabase open(DatabaseSettings settings) {
        Path data = settings.data();
        DatabaseSettings.Outside outside = settings.db();
        if (outside == null || outside.url() == null || outside.url().isBlank()) {
            return settings.beside()
                    ? EmbeddedPostgres.startIfFree(data)
                            .map(started -> ours(started, data))
                            .orElseGet(() -> running(data))
                    : ours(EmbeddedPostgres.start(data), data);
        }
        Login owner = OutsideUrl.read(outside.url(), outside.user(), outside.password());
        checkVersion(owner);
        String password = outside.appPassword() == null || outside.appPassword().isBlank()
                ? outsidePassword(data)
                : outside.appPassword();
        return new OpenDatabase(null, owner, AppRole.prepare(owner, password));
    }

    private static OpenDatabase ours(EmbeddedPostgres embedded, Path data) {
        try {
            return new OpenDatabase(embedded, embedded.owner(), AppRole.prepare(embedded.owner(), appPassword(data)));
        } catch (RuntimeException failed) {
            embedded.close();
            throw failed;
        }
    }

    private static OpenDatabase running(Path data) {
        Login owner = EmbeddedPostgres.ownerOfRunning(data);
        return new OpenDatabase(null, owner, owner.as(AppRole.NAME, appPassword(data)));
    }

    private static String appPassword(Path data) {
        return new Secrets(data.toAbsolutePath().normalize()).of(AppRole.NAME);
    }

    private static String outsidePassword(Path data) {
        try {
            Path directory = Files.createDirectories(data.toAbsolutePath().normalize());
            return new Secrets(directory).of("outside." + AppRole.NAME);
        } catch (IOException unusable) {
            throw new StartRefused(
                    "The data directory " + data + " cannot be made: " + unusable.getMessage(), unusable);
        }
    }

    private static void checkVersion(Login owner) {
        try (Connection connection = owner.connect()) {
            int version = connection.getMetaData().getDatabaseMajorVersion();
            if (version < OLDEST) {
                throw new StartRefused("GENJIN_DB_URL leads to a PostgreSQL of version " + version
                        + "; Genjin needs version " + OLDEST + " or newer.");
            }
        } catch (SQLException unreachable) {
            throw new StartRefused(
                    "The database " + owner + " cannot be reached: " + unreachable.getMessage(), unreachable);
        }
    }

    /**
     * Enters as the owner of the tables, whom row-level security does not hold: for work on the database as a whole, never
     * for one dealership's.
     */
    public Connection enterAsOwner() throws SQLException {
        return owner.connect();
    }

    /** Enters as the application does: row-level security holds, and {@code enter} says for which dealership. */
    public Connection enterAsApplication() throws SQLException {
        return app.connect();
    }

    /** The migrations of this Genjin, the applied and the pending, in the order of their versions. */
    public Migrations migrations() {
        return new Migrations(owner);
    }

    Login owner() {
        return owner;
    }

    Login app() {
        return app;
    }

    @Override
    public void close() {
        if (embedded != null) {
            embedded.close();
        }
    }
}
