package io.genjin.database;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;

/** How the tables of a database came to be, and how a database without tables gets them. */
public final class Migrations {

    private final Flyway flyway;

    Migrations(Login owner) {
        this.flyway = Flyway.configure()
                .dataSource(owner.url(), owner.user(), owner.password())
                .locations("classpath:db/migration")
                .validateMigrationNaming(true)
                .load();
    }

    /** The versions that a database of this Genjin has. */
    public List<String> wanted() {
        return versions(Stream.of(flyway.info().all())
                .filter(migration -> migration.getState().isResolved()));
    }

    /** The versions that this database has; none when it is empty. */
    public List<String> applied() {
        return versions(Stream.of(flyway.info().applied()));
    }

    /**
     * Insists that this Genjin knows all the tables: an older one would write into newer tables what does not belong there
     * (S-R85).
     *
     * @throws StartRefused naming the newest version that it does not know
     */
    void requireKnown() {
        List<String> known = wanted();
        List<String> newer =
                applied().stream().filter(version -> !known.contains(version)).toList();
        if (!newer.isEmpty()) {
            throw new StartRefused("The tables were made by a newer Genjin (" + newer.get(newer.size() - 1)
                    + "); start that one, or restore a backup of this one into a new data directory.");
        }
    }

    /**
     * Makes the tables.
     *
     * @throws StartRefused when what is there was made by another Genjin
     */
    public void apply() {
        apply(flyway);
    }

    /**
     * Makes the tables as they were as of {@code version}, for a backup of that time.
     *
     * @throws StartRefused when what is there was made by another Genjin
     */
    public void applyUntil(String version) {
        apply(Flyway.configure()
                .configuration(flyway.getConfiguration())
                .target(version)
                .load());
    }

    private void apply(Flyway to) {
        requireKnown();
        try {
            to.migrate();
        } catch (FlywayException failed) {
            throw new StartRefused("The tables cannot be made: " + failed.getMessage(), failed);
        }
    }

    private static List<String> versions(Stream<MigrationInfo> migrations) {
        return migrations
                .map(MigrationInfo::getVersion)
                .filter(Objects::nonNull)
                .map(MigrationVersion::getVersion)
                .toList();
    }
}
