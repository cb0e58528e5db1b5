package io.genjin.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;

/** A Genjin that does nothing but write: started as a process of its own, and killed. It says each number once it is committed. */
final class Writer {

    private Writer() {}

    public static void main(String[] arguments) throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(Path.of(arguments[0]));
                Connection connection = postgres.owner().connect()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("create table if not exists written (number int primary key)");
            }
            connection.setAutoCommit(false);
            try (PreparedStatement insert = connection.prepareStatement("insert into written (number) values (?)")) {
                for (int number = 1; ; number++) {
                    insert.setInt(1, number);
                    insert.executeUpdate();
                    connection.commit();
                    System.out.println("committed " + number);
                    System.out.flush();
                }
            }
        } catch (StartRefused refused) {
            System.out.println("refused " + refused.getMessage());
            System.exit(1);
        }
    }
}
