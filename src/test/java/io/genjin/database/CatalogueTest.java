package io.genjin.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.testing.GenjinTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the catalogue: every table of the business belongs to one dealership, and the database itself sees to it. */
@GenjinTest
class CatalogueTest {

    private static final Set<String> WITHOUT_TENANT = Set.of(
            "dealership",
            "account",
            "api_token",
            "spring_session",
            "spring_session_attributes",
            "scheduled_tasks",
            "flyway_schema_history");

    private static final String POLICY =
            "COALESCE((dealership_id = (NULLIF(current_setting('genjin.dealership'::text, true),"
                    + " ''::text))::integer), false)";

    @Autowired
    OpenDatabase database;

    @Autowired
    JdbcClient asApplication;

    private List<String> owners(String sql) throws SQLException {
        try (Connection connection = database.owner().connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> answer = new ArrayList<>();
            while (rows.next()) {
                answer.add(rows.getString(1));
            }
            return answer;
        }
    }

    private List<String> tenantTables() throws SQLException {
        return owners("select tablename from pg_tables where schemaname = 'public' order by 1").stream()
                .filter(table -> !WITHOUT_TENANT.contains(table))
                .toList();
    }

    @Test
    void everyKeyBeginsWithTheDealership() throws SQLException {
        List<String> wrong = owners("""
                select c.conrelid::regclass || ': ' || c.conname
                  from pg_constraint c
                 where c.connamespace = 'public'::regnamespace
                   and c.contype in ('p', 'u', 'x', 'f')
                   and c.conrelid::regclass::text not in ('dealership', 'account', 'api_token', 'spring_session',
                        'spring_session_attributes', 'scheduled_tasks', 'flyway_schema_history')
                   and (select a.attname from pg_attribute a
                         where a.attrelid = c.conrelid and a.attnum = c.conkey[1]) <> 'dealership_id'
                """);
        assertThat(wrong).isEmpty();
        List<String> indexes = owners("""
                select i.indexrelid::regclass::text
                  from pg_index i join pg_class t on t.oid = i.indrelid
                 where t.relnamespace = 'public'::regnamespace
                   and i.indisunique
                   and t.relname not in ('dealership', 'account', 'api_token', 'spring_session',
                        'spring_session_attributes', 'scheduled_tasks', 'flyway_schema_history')
                   and (select a.attname from pg_attribute a
                         where a.attrelid = i.indrelid and a.attnum = i.indkey[0]) <> 'dealership_id'
                """);
        assertThat(indexes).isEmpty();
    }

    @Test
    void rowLevelSecurityGuardsEveryTable() throws SQLException {
        for (String table : tenantTables()) {
            assertThat(owners("select relrowsecurity::text from pg_class where oid = 'public." + table + "'::regclass"))
                    .as(table)
                    .containsExactly("true");
            assertThat(owners(
                            "select qual || '|' || with_check || '|' || policyname || '|' || roles::text from pg_policies"
                                    + " where schemaname = 'public' and tablename = '" + table + "'"))
                    .as(table)
                    .containsExactly(POLICY + "|" + POLICY + "|tenant|{genjin_app}");
        }
    }

    @Test
    void theApplicationOwnsNothingAndBypassesNothing() throws SQLException {
        assertThat(owners("select (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)::text from pg_roles"
                        + " where rolname = 'genjin_app'"))
                .containsExactly("false");
        assertThat(owners("select tablename from pg_tables where tableowner = 'genjin_app'"))
                .isEmpty();
        for (String table :
                List.of("journal_entry", "access_record", "follow_up", "sign_in_record", "h_list_coverage")) {
            assertThat(owners("select privilege_type::text from information_schema.role_table_grants"
                            + " where grantee = 'genjin_app' and table_name = '" + table + "'"))
                    .as("rights on " + table)
                    .containsExactlyInAnyOrder("INSERT", "SELECT");
        }
    }

    @Test
    void nothingStandsInTheWayOfCitus() throws SQLException {
        assertThat(owners("select table_name || '.' || column_name from information_schema.columns"
                        + " where table_schema = 'public' and is_identity = 'YES'"))
                .isEmpty();
        assertThat(owners("select typname from pg_type where typtype = 'e' and typnamespace = 'public'::regnamespace"))
                .isEmpty();
        assertThat(owners("select conname from pg_constraint where contype = 'f' and confdeltype in ('n', 'd')"
                        + " and connamespace = 'public'::regnamespace"))
                .isEmpty();
    }

    @Test
    void withoutADealershipThereIsNothingToSee() throws SQLException {
        for (String table : tenantTables()) {
            Integer rows = asApplication
                    .sql("select count(*) from " + table)
                    .query(Integer.class)
                    .single();
            assertThat(rows).as(table).isZero();
        }
    }
}
