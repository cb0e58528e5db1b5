package io.genjin.backup;

import io.genjin.database.Migrations;
import io.genjin.database.OpenDatabase;
import io.genjin.database.OwnerDoor;
import io.genjin.vault.VaultKeys;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Where the whole of Genjin is kept in one file and brought back (S-R76 to S-R79). A backup shows the database as it was at
 * one instant, however much is written meanwhile; a restore believes nothing that it has not read again.
 */
@Component
public class BackupDesk {

    private final OwnerDoor door;
    private final VaultKeys keys;
    private final BackupKey key;

    BackupDesk(OwnerDoor door, VaultKeys keys, BackupKey key) {
        this.door = door;
        this.keys = keys;
        this.key = key;
    }

    /**
     * Keeps everything in {@code file}, sealed, readable by its owner alone; it gets its name only after it was read again as a
     * whole.
     *
     * @throws BackupRefused when the database has no tables yet, or the file cannot be written
     */
    public Manifest keep(Path file, boolean withKeys) {
        Path target = file.toAbsolutePath().normalize();
        Path folder = target.getParent();
        if (folder == null || !Files.isDirectory(folder) || Files.isDirectory(target)) {
            throw new BackupRefused("A backup cannot be written to " + target + ": that is no place for a file.");
        }
        try (OpenDatabase database = door.besideARunningGenjin()) {
            List<String> migrations = database.migrations().applied();
            if (migrations.isEmpty()) {
                throw new BackupRefused("There is nothing to keep: the database has no tables yet.");
            }
            Path beside = Files.createTempFile(
                    folder,
                    target.getFileName().toString(),
                    ".part",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try {
                Manifest manifest = write(database, migrations, withKeys, beside);
                try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
                    channel.force(true);
                }
                try (BackupFile written = BackupFile.open(beside, key)) {
                    written.verify();
                }
                Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                return manifest;
            } finally {
                Files.deleteIfExists(beside);
            }
        } catch (SQLException | IOException | GeneralSecurityException failed) {
            throw new BackupRefused("The backup failed: " + failed.getMessage(), failed);
        }
    }

    private Manifest write(OpenDatabase database, List<String> migrations, boolean withKeys, Path to)
            throws SQLException, IOException, GeneralSecurityException {
        try (Connection connection = database.enterAsOwner();
                BackupFile.Writer file = new BackupFile.Writer(to, key.toSeal())) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            Copies copies = new Copies(connection);
            Catalogue catalogue = Catalogue.read(connection);
            for (Table table : catalogue.tables()) {
                file.add(table, copies);
            }
            if (withKeys) {
                file.addKeys(keys.files());
            }
            return file.finish(new Manifest(
                    Manifest.FORMAT,
                    version(),
                    copies.begunAt(),
                    migrations,
                    file.contents(),
                    copies.positions(catalogue.sequences()),
                    keys.names(),
                    withKeys));
        }
    }

    /**
     * Brings {@code file} back into an empty database, made for it if there is none, and verifies every table. A backup of an
     * older Genjin comes back into the tables it was made with; then these are brought to the version of this one.
     *
     * @throws BackupRefused when the file is no whole backup, was sealed with another key, was made by a newer Genjin, the
     *                       database holds anything, or other keys are in use
     */
    public Manifest bringBack(Path file) {
        try (BackupFile backup = BackupFile.open(file, key)) {
            backup.verify();
            Map<String, byte[]> files = backup.keyFiles();
            Set<String> here = keys.names();
            if (!files.isEmpty()
                    && !here.isEmpty()
                    && !here.containsAll(backup.manifest().keyNames())) {
                throw new BackupRefused(
                        "Other keys than the backup's lie in " + keys.folder() + "; move them away first.");
            }
            ErasedList.takeAlong(file, keys.folder());
            try (OpenDatabase database = door.alone()) {
                prepare(database, backup.manifest());
                try (Connection connection = database.enterAsOwner()) {
                    connection.setAutoCommit(false);
                    new Restoration(connection).run(backup);
                    if (here.isEmpty()) {
                        keys.bringBack(files);
                    }
                    connection.commit();
                }
                database.migrations().apply();
                try (Connection connection = database.enterAsOwner()) {
                    Restoration.analyze(connection);
                }
            }
            return backup.manifest();
        } catch (SQLException | IOException failed) {
            throw new BackupRefused("The restore failed and brought nothing back: " + failed.getMessage(), failed);
        }
    }

    /**
     * Reads a whole backup and changes nothing.
     *
     * @throws BackupRefused when it is not as it was written
     */
    void readAgain(Path file) throws IOException {
        try (BackupFile backup = BackupFile.open(file, key)) {
            backup.verify();
        }
    }

    private static void prepare(OpenDatabase database, Manifest manifest) throws SQLException {
        Migrations migrations = database.migrations();
        requireKnown(manifest, migrations.wanted());
        try (Connection connection = database.enterAsOwner()) {
            Restoration.requireEmpty(connection, Catalogue.read(connection));
        }
        List<String> kept = manifest.migrations();
        if (!begins(kept, migrations.applied())) {
            throw new BackupRefused("The tables here are newer than the backup's (" + described(kept)
                    + "). Restore into a new data directory (--data) or a database without tables.");
        }
        migrations.applyUntil(newest(kept));
    }

    private static void requireKnown(Manifest manifest, List<String> wanted) {
        List<String> kept = manifest.migrations();
        if (!begins(wanted, kept)) {
            boolean newer = kept.stream().anyMatch(version -> !wanted.contains(version));
            throw new BackupRefused("The backup was made by " + (newer ? "a newer Genjin, " : "Genjin ")
                    + manifest.genjin() + " with tables as of " + described(kept) + "; this is Genjin " + version()
                    + " with tables as of " + described(wanted) + ". Restore it with the Genjin that made it.");
        }
    }

    private static boolean begins(List<String> whole, List<String> start) {
        return whole.size() >= start.size() && whole.subList(0, start.size()).equals(start);
    }

    private static String newest(List<String> migrations) {
        return migrations.get(migrations.size() - 1);
    }

    private static String described(List<String> migrations) {
        return newest(migrations) + " (" + migrations.size() + " steps)";
    }

    /** Whether the keys that sealed the numbers of a backup lie in their folder. */
    public boolean hasKeysOf(Manifest manifest) {
        return keys.names().containsAll(manifest.keyNames());
    }

    /** Where the key is that seals backups, for people to read; never the key. */
    public String keyWhereabouts() {
        return key.whereabouts();
    }

    /** Where the keys lie or would lie. */
    public Path keyFolder() {
        return keys.folder();
    }

    private static String version() {
        Properties build = new Properties();
        try (InputStream written = BackupDesk.class.getResourceAsStream("/META-INF/build-info.properties")) {
            if (written != null) {
                build.load(written);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return build.getProperty("build.version", "of unknown version");
    }
}
