package io.genjin.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;

/** Statements through the driver alone, each answer read to the end. */
final class Sql {

    private Sql() {}

    /** Begins as the product does: one dealership, and row-level security sees no other. */
    static void enter(Connection app, int dealership) throws SQLException {
        read(app, "select enter(?)", dealership);
    }

    static void read(Connection app, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = app.prepareStatement(sql)) {
            bind(statement, values);
            try (ResultSet row = statement.executeQuery()) {
                int columns = row.getMetaData().getColumnCount();
                while (row.next()) {
                    for (int column = 1; column <= columns; column++) {
                        row.getObject(column);
                    }
                }
            }
        }
    }

    static void write(Connection app, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = app.prepareStatement(sql)) {
            bind(statement, values);
            statement.executeUpdate();
        }
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int place = 0; place < values.length; place++) {
            Object value = values[place];
            statement.setObject(place + 1, value instanceof Instant moment ? moment.atOffset(ZoneOffset.UTC) : value);
        }
    }
}
