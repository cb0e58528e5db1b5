package io.genjin.lock;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** All tables as they stand: of each, how many rows and which transactions wrote them, so that one write anywhere shows (S-R28). */
record Fingerprint(Map<String, String> tables) {

    /** What a mere look writes: who asked, and since when they are here. */
    private static final Set<String> OF_LOOKS =
            Set.of("spring_session", "spring_session_attributes", "api_token", "scheduled_tasks", "sign_in_record");

    static Fingerprint of(Connection owner) throws SQLException {
        Map<String, String> tables = new TreeMap<>();
        List<String> names = new ArrayList<>();
        try (Statement statement = owner.createStatement()) {
            try (ResultSet rows =
                    statement.executeQuery("select tablename from pg_tables where schemaname = 'public' order by 1")) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
            for (String name : names) {
                if (OF_LOOKS.contains(name)) {
                    continue;
                }
                try (ResultSet row = statement.executeQuery(
                        "select count(*) || ' rows, ' || coalesce(sum(xmin::text::bigint), 0) from " + name)) {
                    row.next();
                    tables.put(name, row.getString(1));
                }
            }
        }
        return new Fingerprint(tables);
    }

    /** The tables that were written since. */
    List<String> changedSince(Fingerprint before) {
        return tables.entrySet().stream()
                .filter(table -> !table.getValue().equals(before.tables.get(table.getKey())))
                .map(table -> table.getKey() + ": " + before.tables.get(table.getKey()) + " became " + table.getValue())
                .toList();
    }
}
