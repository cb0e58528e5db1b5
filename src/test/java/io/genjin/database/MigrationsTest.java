package io.genjin.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class MigrationsTest {

    @Test
    void tables_of_a_newer_genjin_are_refused_in_one_sentence() throws Exception {
        Path place = Places.fresh("newer-tables");
        try (OpenDatabase database = OpenDatabase.open(new DatabaseSettings(place, null, 4, false))) {
            Migrations migrations = database.migrations();
            assertThat(migrations.applied()).isEmpty();
            migrations.apply();
            migrations.requireKnown();
            assertThat(migrations.applied()).isNotEmpty().isEqualTo(migrations.wanted());
            try (Connection connection = database.enterAsOwner();
                    Statement statement = connection.createStatement()) {
                statement.execute(
                        "insert into flyway_schema_history (installed_rank, version, description, type, script,"
                                + " checksum, installed_by, execution_time, success)"
                                + " values (9999, '299912312359', 'later', 'SQL', 'V299912312359__later.sql', 1, 'x', 1, true)");
            }

            assertThatThrownBy(() -> database.migrations().requireKnown())
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("newer Genjin (299912312359)");
            assertThatThrownBy(() -> database.migrations().apply()).isInstanceOf(StartRefused.class);
        }
    }
}
