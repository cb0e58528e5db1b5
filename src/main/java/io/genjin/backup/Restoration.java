package io.genjin.backup;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Fills a database in one transaction: every table is as the manifest says, or nothing came back. */
final class Restoration {

    /** What a Genjin that has started and was never used already wrote: its jobs, its visitors, the brand's own row. */
    private static final Map<String, String> NOT_YET_USE = Map.of(
            "scheduled_tasks", "false",
            "spring_session", "false",
            "spring_session_attributes", "false",
            "dealership", "id <> 0",
            "backup_run", "false",
            "backup_alarm", "false");

    private final Connection connection;
    private final Copies copies;

    /** For the transaction that {@code connection} is in. */
    Restoration(Connection connection) throws SQLException {
        this.connection = connection;
        this.copies = new Copies(connection);
    }

    void run(BackupFile backup) throws SQLException, IOException {
        Manifest manifest = backup.manifest();
        Catalogue catalogue = Catalogue.read(connection);
        clear(catalogue);
        Map<String, Manifest.Content> contents =
                manifest.tables().stream().collect(Collectors.toMap(Manifest.Content::table, Function.identity()));
        List<Table> tables = catalogue.inOrderOfReference();
        for (Table table : tables) {
            Manifest.Content content = contents.get(table.name());
            if (content == null || !content.columns().equals(table.columns()) || contents.size() != tables.size()) {
                throw new BackupRefused("The backup does not fit the tables of this Genjin: " + table.name() + ".");
            }
            try (InputStream text = backup.open(content)) {
                copies.load(table, text);
            }
        }
        setSequences(manifest);
        for (Table table : tables) {
            Manifest.Content found = copies.readAgain(table);
            if (!found.equals(contents.get(table.name()))) {
                throw new BackupRefused(
                        "Table " + table.name() + " does not read as it was kept; nothing was brought back.");
            }
        }
    }

    private void clear(Catalogue catalogue) throws SQLException {
        String all = catalogue.tables().stream()
                .map(table -> "public." + table.name())
                .collect(Collectors.joining(", "));
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local lock_timeout = '10s'");
            statement.execute("lock table " + all + " in access exclusive mode");
            requireEmpty(connection, catalogue);
            statement.execute("truncate " + all);
        }
    }

    private void setSequences(Manifest manifest) throws SQLException {
        try (PreparedStatement set = connection.prepareStatement("select setval(?::regclass, ?, ?)")) {
            for (Manifest.Position position : manifest.sequences()) {
                set.setString(1, "public." + position.sequence());
                set.setLong(2, position.last());
                set.setBoolean(3, position.called());
                set.execute();
            }
        }
    }

    /**
     * Insists that nobody has used the database.
     *
     * @throws BackupRefused naming a table that holds something
     */
    static void requireEmpty(Connection connection, Catalogue catalogue) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (Table table : catalogue.tables()) {
                String used = NOT_YET_USE.getOrDefault(table.name(), "true");
                try (ResultSet rows = statement.executeQuery(
                        "select 1 from public." + table.name() + " where " + used + " limit 1")) {
                    if (rows.next()) {
                        throw new BackupRefused("The database is not empty (table " + table.name()
                                + " holds rows). Restore into a new data directory (--data) or an empty database.");
                    }
                }
            }
        }
    }

    /** Lets the planner know what came. */
    static void analyze(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("analyze");
        }
    }
}
