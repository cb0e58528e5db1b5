package io.genjin.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.database.OpenDatabase;
import io.genjin.erasure.PersonalData.Kind;
import io.genjin.erasure.PersonalData.Line;
import io.genjin.shared.DealershipId;
import io.genjin.shared.PhoneNumber;
import io.genjin.testing.GenjinTest;
import io.genjin.testing.TestStores;
import io.genjin.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * Holds the dictionary of personal data against the catalogue, and the eraser against the dictionary: a customer with a row in
 * every table and a mark in every column is gone from all of them (S-R69).
 */
@GenjinTest
class PersonalDataTest {

    private static final String NAME = "欧阳金凤娘";
    private static final String NUMBER = "13912345678";

    private static final String COLUMNS = """
            select c.table_name || '.' || c.column_name
              from information_schema.columns c
              join information_schema.tables t using (table_schema, table_name)
             where c.table_schema = 'public'
               and t.table_type = 'BASE TABLE'
               and c.table_name <> 'flyway_schema_history'
            """;

    @Autowired
    OpenDatabase database;

    @Autowired
    TestStores stores;

    @Autowired
    Vault vault;

    @Autowired
    JsonMapper json;

    private final PersonalData dictionary = PersonalData.read();

    /** Bytes that were personal, as the database shows them. */
    private final Set<String> seeded = new HashSet<>();

    private interface Work {
        void with(JdbcClient owner) throws SQLException;
    }

    /** Nothing that is done here stays. */
    private void undone(Work work) throws SQLException {
        try (Connection connection = database.enterAsOwner()) {
            connection.setAutoCommit(false);
            try {
                work.with(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
            } finally {
                connection.rollback();
            }
        }
    }

    @Test
    @DisplayName(
            "S-R69: every column that can hold words is in the dictionary of personal data; a new one fails here until it is")
    void everyColumnIsClassified() throws SQLException {
        undone(owner -> {
            Set<String> known = dictionary.lines().stream()
                    .filter(line -> line.kind() != Kind.ROWS)
                    .map(line -> line.table() + "." + line.column())
                    .collect(Collectors.toSet());
            assertThat(owner.sql(COLUMNS
                                    + " and c.data_type in ('text', 'character varying', 'character', 'jsonb', 'json',"
                                    + " 'bytea', 'ARRAY')")
                            .query(String.class)
                            .list())
                    .as("say in META-INF/genjin-personal-data.csv whether it is personal, words or plain")
                    .allMatch(known::contains);
            assertThat(owner.sql(COLUMNS).query(String.class).list())
                    .as("a column that is gone")
                    .containsAll(known);
            assertThat(dictionary.lines().stream().map(line -> line.table() + "." + line.column() + line.how()))
                    .doesNotHaveDuplicates();
        });
    }

    @Test
    @DisplayName("S-R69: of every table that leads to a customer the dictionary says which rows are a customer's")
    void everyWayIsKnown() throws SQLException {
        undone(owner -> {
            List<String> leading = owner.sql("""
                            select distinct c.table_name
                              from information_schema.columns c
                              join information_schema.tables t using (table_schema, table_name)
                             where c.table_schema = 'public'
                               and t.table_type = 'BASE TABLE'
                               and c.column_name = 'prospect_id'
                            union
                            select distinct conrelid::regclass::text
                              from pg_constraint
                             where contype = 'f'
                               and confrelid in ('prospect'::regclass, 'owner_file'::regclass, 'visit'::regclass,
                                                 'sales_order'::regclass, 'test_drive'::regclass, 'delivery'::regclass)
                            """).query(String.class).list();
            assertThat(leading).allSatisfy(table -> assertThat(dictionary.waysTo(table))
                    .as("the ways to " + table)
                    .isNotEmpty());
            assertThat(dictionary.erasable())
                    .allSatisfy(table -> assertThat(dictionary.waysTo(table).isEmpty())
                            .as("something of " + table + " is erased, but whose are its rows?")
                            .isEqualTo(table.equals("once_key")));
        });
    }

    @Test
    @DisplayName(
            "S-R69: a customer with a row in every table and a mark in every column leaves none of the marks, and every row stays")
    void nothingIsLeft() throws SQLException {
        DealershipId in = stores.found().dealership().id();
        undone(owner -> {
            owner.sql("set local genjin.erasing = 'on'").update();
            for (String constraint : owner.sql("""
                            select 'alter table ' || conrelid::regclass || ' drop constraint ' || quote_ident(conname) || ' cascade'
                              from pg_constraint
                             where connamespace = 'public'::regnamespace
                               and contype in ('f', 'c')
                            """).query(String.class).list()) {
                owner.sql(constraint).update();
            }
            UUID customer = UUID.randomUUID();
            Map<String, UUID> ids = new HashMap<>();
            Set<String> tables = dictionary.lines().stream()
                    .filter(line -> line.kind() == Kind.ROWS)
                    .map(Line::table)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            tables.forEach(table -> ids.put(table, table.equals("prospect") ? customer : UUID.randomUUID()));
            ids.put("delivery.picture", UUID.randomUUID());
            int rows = 0;
            for (String table : tables) {
                for (String way : dictionary.waysTo(table)) {
                    insert(owner, in, table, way, ids, customer);
                    rows++;
                }
            }
            assertThat(marks(owner, in, tables)).as("the marks are seen").hasSizeGreaterThan(80);
            Map<String, Long> before = sizes(owner, in, tables);

            Eraser.Erased erased = new Eraser(dictionary, vault, json, owner, in).erase(List.of(customer));

            assertThat(erased.cases()).containsExactly(customer);
            assertThat(marks(owner, in, tables)).isEmpty();
            Map<String, Long> after = sizes(owner, in, tables);
            List.of("prospect_name_term", "merged_number", "picture").forEach(gone -> {
                assertThat(after).containsEntry(gone, 0L);
                after.remove(gone);
                before.remove(gone);
            });
            assertThat(after).as("no row went but those that only identify").isEqualTo(before);
            assertThat(rows).isGreaterThan(70);
        });
    }

    private void insert(
            JdbcClient owner, DealershipId in, String table, String way, Map<String, UUID> ids, UUID customer) {
        String[] ends = way.contains("=") ? new String[] {way.split("=")[0], "number"} : way.split(">", 2);
        boolean first = dictionary.waysTo(table).get(0).equals(way);
        Map<String, Object> row = new LinkedHashMap<>();
        Map<String, Line> lines = new HashMap<>();
        dictionary.toErase(table).forEach(line -> lines.put(line.column(), line));
        List<Map<String, Object>> columns =
                owner.sql("""
                        select column_name, udt_name
                          from information_schema.columns
                         where table_schema = 'public'
                           and table_name = :table
                           and is_generated = 'NEVER'
                         order by ordinal_position
                        """).param("table", table).query().listOfRows();
        for (Map<String, Object> column : columns) {
            String name = String.valueOf(column.get("column_name"));
            row.put(name, value(String.valueOf(column.get("udt_name")), lines.containsKey(name), table + "." + name));
        }
        row.put("dealership_id", in.value());
        if (row.get("id") instanceof UUID) {
            row.put("id", first ? ids.get(table) : UUID.randomUUID());
        }
        if (table.equals("test_drive_agreement")) {
            row.put("licence_picture", ids.get("picture"));
        }
        if (table.equals("delivery")) {
            row.put("sheet", "{\"remarks\": \"" + NAME + "\", \"picture\": \"" + ids.get("delivery.picture") + "\"}");
        }
        if (table.equals("prospect")) {
            row.put("mobile_hash", vault.fingerprint(PhoneNumber.parse(NUMBER).orElseThrow(), in));
            row.put("customer_name", NAME);
            row.put("merged_into", null);
        }
        if (ends[1].equals("number")) {
            row.put(ends[0], vault.fingerprint(PhoneNumber.parse(NUMBER).orElseThrow(), in));
            row.put("prospect_id", null);
        } else if (ends[1].equals("prospect")) {
            row.put(ends[0], customer);
        } else if (ends[1].contains("licence_picture")) {
            row.put("id", ids.get("picture"));
        } else if (ends[1].contains("sheet")) {
            row.put("id", ids.get("delivery.picture"));
        } else {
            row.put(ends[0], ids.get(ends[1]));
        }
        for (Line line : lines.values()) {
            String[] how = line.how().split(" ", 2);
            if (how.length == 2) {
                String context = how[1];
                for (Map.Entry<String, Object> cell : row.entrySet()) {
                    context = context.replace("{" + cell.getKey() + "}", String.valueOf(cell.getValue()));
                }
                String plain =
                        how[0].equals("phone") ? "+86" + NUMBER : how[0].equals("text") ? NAME : "[\"" + NAME + "\"]";
                row.put(line.column(), vault.seal(plain, context));
            }
        }
        row.forEach((column, value) -> {
            if (value instanceof byte[] bytes && lines.containsKey(column)) {
                seeded.add("\\x" + HexFormat.of().formatHex(bytes));
            }
        });
        owner.sql("insert into " + table + " (" + String.join(", ", row.keySet()) + ") values ("
                        + columns.stream()
                                .map(column -> ":" + column.get("column_name") + "::" + column.get("udt_name"))
                                .collect(Collectors.joining(", "))
                        + ")")
                .params(row)
                .update();
    }

    private static Object value(String type, boolean personal, String where) {
        return switch (type) {
            case "uuid" -> UUID.randomUUID();
            case "int2", "int4", "int8", "numeric" -> 1;
            case "bool" -> true;
            case "date" -> "1985-06-07";
            case "timestamptz", "timestamp" -> "2026-03-02T09:00:00Z";
            case "time" -> "09:00";
            case "jsonb" -> personal ? "{\"words\": \"" + NAME + "\", \"deep\": [{\"n\": \"" + NUMBER + "\"}]}" : "{}";
            case "bytea" -> (NAME + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8);
            default ->
                personal
                        ? where + " " + NAME + " " + NUMBER + " " + UUID.randomUUID()
                        : "A_CODE_"
                                + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        };
    }

    /** Where a name, a number, a birthday, or bytes that were personal still stand. */
    private List<String> marks(JdbcClient owner, DealershipId in, Set<String> tables) {
        List<String> found = new ArrayList<>();
        for (String table : tables) {
            for (Line line : dictionary.toErase(table)) {
                String text = line.column() + "::text";
                boolean stands = owner
                        .sql("select " + text + " from " + table + " where dealership_id = :in and " + line.column()
                                + " is not null")
                        .param("in", in.value())
                        .query(String.class)
                        .list()
                        .stream()
                        .anyMatch(one -> one.contains(NAME)
                                || one.contains(NUMBER)
                                || one.equals("1985-06-07")
                                || seeded.contains(one));
                if (stands) {
                    found.add(table + "." + line.column());
                }
            }
        }
        return found;
    }

    private static Map<String, Long> sizes(JdbcClient owner, DealershipId in, Set<String> tables) {
        Map<String, Long> sizes = new HashMap<>();
        tables.forEach(table -> sizes.put(
                table,
                owner.sql("select count(*) from " + table + " where dealership_id = :in")
                        .param("in", in.value())
                        .query(Long.class)
                        .single()));
        return sizes;
    }
}
