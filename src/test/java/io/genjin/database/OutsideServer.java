package io.genjin.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A PostgreSQL that somebody else keeps: nothing of Genjin's is in it but an empty database and the role that owns it. */
public final class OutsideServer implements AutoCloseable {

    private static final String PASSWORD = "ofThisTest";

    private final EmbeddedPostgres server;

    private OutsideServer(EmbeddedPostgres server) {
        this.server = server;
    }

    /** Starts it and prepares it as docs/operations.md tells its superuser. */
    public static OutsideServer start(Path data) throws SQLException {
        OutsideServer outside = new OutsideServer(EmbeddedPostgres.start(data));
        try (Connection connection = outside.server.superuser().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("create role keeper login createrole password '" + PASSWORD + "'");
            statement.execute("create database crm owner keeper encoding 'UTF8' template template0");
        }
        return outside;
    }

    /** What {@code GENJIN_DB_URL} is set to. */
    public String url() {
        String address = server.superuser().url();
        String host = address.substring("jdbc:postgresql://".length(), address.lastIndexOf('/'));
        return "postgresql://keeper:" + PASSWORD + "@" + host + "/crm";
    }

    @Override
    public void close() {
        server.close();
    }
}
