package io.genjin.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.testing.GenjinTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the catalogue: every table of the business belongs to one dealership, and the database itself sees to it. */
@GenjinTest
class CatalogueTest {

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
                .filter(table -> !DistributedTables.withoutDealership().contains(table))
                .toList();
    }

    @Test
    void everyKeyBeginsWithTheDealership() throws SQLException {
        List<String> wrong = owners("""
                select c.conrelid::regclass || ': ' || c.conname
                  from pg_constraint c
                 where c.connamespace = 'public'::regnamespace
                   and c.contype in ('p', 'u', 'x', 'f')
                   and c.conrelid::regclass::text not in (%1$s)
                   and (select a.attname from pg_attribute a
                         where a.attrelid = c.conrelid and a.attnum = c.conkey[1]) <> 'dealership_id'
                """.formatted(DistributedTables.withoutDealershipQuoted()));
        assertThat(wrong).isEmpty();
        List<String> indexes = owners("""
                select i.indexrelid::regclass::text
                  from pg_index i join pg_class t on t.oid = i.indrelid
                 where t.relnamespace = 'public'::regnamespace
                   and i.indisunique
                   and t.relname not in (%1$s)
                   and (select a.attname from pg_attribute a
                         where a.attrelid = i.indrelid and a.attnum = i.indkey[0]) <> 'dealership_id'
                """.formatted(DistributedTables.withoutDealershipQuoted()));
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
        for (String table : List.of(
                "journal_entry", "access_record", "follow_up", "sign_in_record", "h_list_coverage", "audit_block")) {
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

    /** Of each table the tables it refers to, as {@code table>other}. */
    private static final String REFERENCES = """
            select distinct c.conrelid::regclass || '>' || c.confrelid::regclass
              from pg_constraint c
             where c.connamespace = 'public'::regnamespace
               and c.contype = 'f'
               and c.conrelid <> c.confrelid
            """;

    @Test
    @DisplayName(
            "every table is distributed by its dealership after the tables it refers to, or stands among those without one")
    void everyTableHasItsPlaceOnCitus() throws SQLException {
        List<String> distributed = DistributedTables.byDealership();
        assertThat(distributed)
                .as("add a table's line to db/citus/distribute.sql, after those it refers to:"
                        + " select create_distributed_table('…', 'dealership_id', colocate_with => 'staff_member');")
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(tenantTables());
        assertThat(distributed).first().isEqualTo("staff_member");
        assertThat(owners("select tablename from pg_tables where schemaname = 'public'"))
                .as("a table that is gone")
                .containsAll(DistributedTables.withoutDealership());
        for (String reference : owners(REFERENCES)) {
            String[] pair = reference.split(">", 2);
            if (distributed.contains(pair[0])) {
                assertThat(distributed.indexOf(pair[1]))
                        .as("%s stands in db/citus/distribute.sql before %s, which it refers to", pair[0], pair[1])
                        .isLessThan(distributed.indexOf(pair[0]));
                assertThat(pair[1]).matches(one -> one.equals("dealership") || distributed.contains(one));
            } else {
                assertThat(distributed)
                        .as("%s belongs to no dealership and refers to one's table", pair[0])
                        .doesNotContain(pair[1]);
            }
        }
    }

    @Test
    @DisplayName("the file that distributes the tables is understood statement by statement and ends what it begins")
    void theFileForCitusIsSql() throws SQLException {
        try (Connection connection = database.owner().connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("create table called (what text, relation regclass)");
            for (String function : List.of(
                    "create_reference_table(t regclass)",
                    "create_distributed_table(t regclass, by text, shard_count int default 0, colocate_with text default '')",
                    "citus_add_local_table_to_metadata(t regclass, cascade_via_foreign_keys boolean default false)",
                    "truncate_local_data_after_distributing_table(t regclass)")) {
                statement.execute("create function " + function
                        + " returns void language sql begin atomic insert into called values ('"
                        + function.substring(0, function.indexOf('(')) + "', t); end");
            }
            for (String one : DistributedTables.statements()) {
                statement.execute(one);
            }
            try (ResultSet row = statement.executeQuery("select count(distinct relation) from called")) {
                row.next();
                assertThat(row.getInt(1))
                        .as("all but the six that Citus does not know")
                        .isEqualTo(DistributedTables.byDealership().size()
                                + DistributedTables.withoutDealership().size()
                                - 6);
            }
            connection.rollback();
        }
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
