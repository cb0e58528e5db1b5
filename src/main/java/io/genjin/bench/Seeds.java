package io.genjin.bench;

import java.io.IOException;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * The customers of one dealership whose past was lived through the product's own desks, with all that is kept of them. Whatever
 * is copied from them obeys the rules of the process, because the product itself wrote it.
 *
 * @param columns   of each table, in the order of its rows
 * @param rows      of each table by customer, as COPY writes them
 * @param staff     by identity; true for a consultant
 * @param cases     customers in the order of their receipt
 * @param ended     those whose case is over, and who may therefore be put into any year
 */
record Seeds(
        Map<String, List<String>> columns,
        Map<String, Map<String, List<String[]>>> rows,
        Map<String, Boolean> staff,
        List<String> cases,
        List<String> ended) {

    /** Where the demo's past was lived. */
    static final int DEALERSHIP = 1;

    /** What is kept of a customer, each table after those that it refers to, with the column that names the customer. */
    private static final Map<String, String> TABLES = tables();

    private static Map<String, String> tables() {
        Map<String, String> tables = new LinkedHashMap<>();
        tables.put("prospect", "id");
        for (String kept : List.of(
                "customer_info_card",
                "prospect_name_term",
                "ownership_change",
                "grade_change",
                "status_change",
                "rhythm_change",
                "appointment",
                "follow_up",
                "late_plan",
                "miss",
                "journal_entry")) {
            tables.put(kept, "prospect_id");
        }
        return tables;
    }

    static Collection<String> tableNames() {
        return TABLES.keySet();
    }

    static Seeds read(Connection owner) throws SQLException, IOException {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        Map<String, Map<String, List<String[]>>> rows = new LinkedHashMap<>();
        List<String> cases = strings(owner, """
                select id from prospect
                 where dealership_id = 1 and merged_into is null and status <> 'DUPLICATE'
                 order by received_at, id
                """);
        Set<String> known = new HashSet<>(cases);
        for (Map.Entry<String, String> table : TABLES.entrySet()) {
            List<String> names = strings(owner, """
                    select attname from pg_attribute
                     where attrelid = '%s'::regclass and attnum > 0 and not attisdropped and attgenerated = ''
                     order by attnum
                    """.formatted(table.getKey()));
            columns.put(table.getKey(), names);
            rows.put(table.getKey(), byCustomer(owner, table.getKey(), table.getValue(), names, known));
        }
        Map<String, Boolean> staff = new LinkedHashMap<>();
        try (Statement statement = owner.createStatement();
                ResultSet people = statement.executeQuery(
                        "select id, roles from staff_member where dealership_id = 1 order by username")) {
            while (people.next()) {
                staff.put(people.getString(1), people.getString(2).contains("SALES_CONSULTANT"));
            }
        }
        List<String> ended = strings(owner, """
                select id from prospect
                 where dealership_id = 1 and merged_into is null and status in ('DEFEATED', 'DELIVERED', 'INVALID')
                 order by received_at, id
                """);
        return new Seeds(columns, rows, staff, cases, ended);
    }

    private static Map<String, List<String[]>> byCustomer(
            Connection owner, String table, String key, List<String> names, Set<String> known)
            throws SQLException, IOException {
        CopyManager copies = owner.unwrap(PGConnection.class).getCopyAPI();
        StringWriter text = new StringWriter();
        copies.copyOut(
                "copy (select " + String.join(", ", names) + " from " + table + " where dealership_id = " + DEALERSHIP
                        + " and " + key + " is not null) to stdout",
                text);
        int place = names.indexOf(key);
        Map<String, List<String[]>> found = new LinkedHashMap<>();
        text.toString().lines().forEach(line -> {
            String[] cells = line.split("\t", -1);
            if (known.contains(cells[place])) {
                found.computeIfAbsent(cells[place], none -> new ArrayList<>()).add(cells);
            }
        });
        return found;
    }

    private static List<String> strings(Connection owner, String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                found.add(row.getString(1));
            }
        }
        return found;
    }

    /** Every identity that belongs to a customer and must be another one in each copy. */
    Set<String> identities() {
        Set<String> all = new LinkedHashSet<>(cases);
        rows.forEach((table, byCustomer) -> {
            int place = columns.getOrDefault(table, List.of()).indexOf("id");
            if (place >= 0) {
                byCustomer.values().forEach(lines -> lines.forEach(line -> all.add(line[place])));
            }
        });
        return all;
    }
}
