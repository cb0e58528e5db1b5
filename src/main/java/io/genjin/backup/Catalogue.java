package io.genjin.backup;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is in the database besides the history of its migrations, asked from the database itself. */
record Catalogue(List<Table> tables, List<String> sequences) {

    Catalogue {
        tables = List.copyOf(tables);
        sequences = List.copyOf(sequences);
    }

    static Catalogue read(Connection connection) throws SQLException {
        List<Table> tables = new ArrayList<>();
        List<String> sequences = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            try (ResultSet rows = statement.executeQuery("""
                    select quote_ident(t.relname) as name,
                           array(select quote_ident(c.attname)
                                   from pg_attribute c
                                  where c.attrelid = t.oid
                                    and c.attnum > 0
                                    and not c.attisdropped
                                    and c.attgenerated = ''
                                  order by c.attnum) as columns,
                           array(select quote_ident(c.attname) || case when c.attcollation = 0 then '' else ' collate "C"' end
                                   from pg_index i
                                  cross join unnest(i.indkey::int[]) with ordinality as key (attnum, place)
                                   join pg_attribute c on c.attrelid = t.oid and c.attnum = key.attnum
                                  where i.indrelid = t.oid
                                    and i.indisprimary
                                  order by key.place) as key,
                           array(select distinct quote_ident(other.relname)
                                   from pg_constraint f
                                   join pg_class other on other.oid = f.confrelid
                                  where f.conrelid = t.oid
                                    and f.contype = 'f'
                                    and f.confrelid <> t.oid) as refers_to
                      from pg_class t
                     where t.relnamespace = 'public'::regnamespace
                       and t.relkind in ('r', 'p')
                       and not t.relispartition
                       and t.relname <> 'flyway_schema_history'
                       and not exists (select 1 from pg_depend d where d.objid = t.oid and d.deptype = 'e')
                     order by t.relname collate "C"
                    """)) {
                while (rows.next()) {
                    tables.add(table(rows));
                }
            }
            try (ResultSet rows = statement.executeQuery("""
                    select quote_ident(relname)
                      from pg_class
                     where relnamespace = 'public'::regnamespace
                       and relkind = 'S'
                     order by relname collate "C"
                    """)) {
                while (rows.next()) {
                    sequences.add(rows.getString(1));
                }
            }
        }
        return new Catalogue(tables, sequences);
    }

    private static Table table(ResultSet row) throws SQLException {
        String name = row.getString("name");
        List<String> key = strings(row.getArray("key"));
        return new Table(
                name,
                strings(row.getArray("columns")),
                key.isEmpty() ? List.of(name + "::text collate \"C\"") : key,
                Set.copyOf(strings(row.getArray("refers_to"))));
    }

    private static List<String> strings(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    /** The tables in an order in which each finds there what it refers to. */
    List<Table> inOrderOfReference() {
        Map<String, Table> left = new LinkedHashMap<>();
        tables.forEach(table -> left.put(table.name(), table));
        Set<String> placed = new LinkedHashSet<>();
        List<Table> ordered = new ArrayList<>();
        while (!left.isEmpty()) {
            List<Table> next = left.values().stream()
                    .filter(table -> placed.containsAll(table.refersTo()))
                    .toList();
            if (next.isEmpty()) {
                throw new IllegalStateException("tables refer to each other in a circle: " + left.keySet());
            }
            for (Table table : next) {
                ordered.add(table);
                placed.add(table.name());
                left.remove(table.name());
            }
        }
        return ordered;
    }
}
