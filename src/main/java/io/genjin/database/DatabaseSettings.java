package io.genjin.database;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the data are.
 *
 * @param data        directory of our own database, its secrets and the keys
 * @param db          a PostgreSQL outside instead, if one is named
 * @param connections how many connections the application holds at most
 * @param beside      whether a running Genjin in the same data directory is no obstacle: its database is used then
 */
@ConfigurationProperties("genjin")
record DatabaseSettings(
        @DefaultValue("data") Path data,
        @Nullable Outside db,
        @DefaultValue("16") int connections,
        @DefaultValue("false") boolean beside) {

    DatabaseSettings beside(boolean allowed) {
        return new DatabaseSettings(data, db, connections, allowed);
    }

    /** The outside database: its address, the owner of the tables, and the application's own password. */
    record Outside(
            @Nullable String url,
            @Nullable String user,
            @Nullable String password,
            @Nullable String appPassword) {}
}
