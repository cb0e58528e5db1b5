package io.genjin.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The role with which the application works: it owns nothing and cannot pass by row-level security, so that even a wrong
 * statement shows one dealership no row of another (S-R24).
 */
final class AppRole {

    static final String NAME = "genjin_app";

    private static final long ONE_AT_A_TIME = 0x67656e6a696eL;

    private AppRole() {}

    /**
     * Makes the role, or gives it its password anew.
     *
     * @return the way in for the application
     * @throws StartRefused when the owner may make no roles, or the role has rights that it must not have
     */
    static Login prepare(Login owner, String password) {
        try (Connection connection = owner.connect();
                Statement statement = connection.createStatement()) {
            // several nodes may start at the same moment; the lock ends with this connection
            statement.execute("select pg_advisory_lock(" + ONE_AT_A_TIME + ")");
            if (!exists(connection)) {
                statement.execute("create role " + NAME + " login");
            }
            if (!works(owner.as(NAME, password))) {
                statement.execute("alter role " + NAME + " login password '" + password.replace("'", "''") + "'");
            }
            refuseStrong(connection);
            try (ResultSet database = statement.executeQuery("select quote_ident(current_database())")) {
                database.next();
                String name = database.getString(1);
                statement.execute("grant connect on database " + name + " to " + NAME);
            }
            statement.execute("grant usage on schema public to " + NAME);
        } catch (SQLException failed) {
            throw new StartRefused(
                    "The role " + NAME + " cannot be prepared by " + owner + ": " + failed.getMessage()
                            + ". Create it by hand with its password in GENJIN_DB_APP_PASSWORD, or give the owner createrole.",
                    failed);
        }
        return owner.as(NAME, password);
    }

    private static boolean exists(Connection connection) throws SQLException {
        try (PreparedStatement question = connection.prepareStatement("select 1 from pg_roles where rolname = ?")) {
            question.setString(1, NAME);
            try (ResultSet rows = question.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static boolean works(Login app) {
        try (Connection connection = app.connect()) {
            return connection.isValid(5);
        } catch (SQLException notYet) {
            return false;
        }
    }

    private static void refuseStrong(Connection connection) throws SQLException {
        try (PreparedStatement question =
                connection.prepareStatement("select rolsuper or rolbypassrls from pg_roles where rolname = ?")) {
            question.setString(1, NAME);
            try (ResultSet rows = question.executeQuery()) {
                if (rows.next() && rows.getBoolean(1)) {
                    throw new StartRefused("The role " + NAME + " must be neither superuser nor allowed to bypass"
                            + " row-level security.");
                }
            }
        }
    }
}
