package io.genjin.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What {@code db/citus/distribute.sql} says of each table; which tables belong to no dealership is said there and nowhere else. */
final class DistributedTables {

    private static final String SQL = read();

    private DistributedTables() {}

    /** The tables of dealerships, in the order in which they are distributed. */
    static List<String> byDealership() {
        return names("create_distributed_table\\('(\\w+)', 'dealership_id'");
    }

    /** The tables that belong to no dealership. */
    static Set<String> withoutDealership() {
        Set<String> all =
                new TreeSet<>(names("(?:create_reference_table|citus_add_local_table_to_metadata)\\('(\\w+)'"));
        names("unknown to Citus: ([\\w, ]+)").forEach(list -> all.addAll(List.of(list.split(", "))));
        return all;
    }

    /** The same, as SQL compares with them: {@code 'a', 'b'}. */
    static String withoutDealershipQuoted() {
        return withoutDealership().stream().map(name -> "'" + name + "'").collect(Collectors.joining(", "));
    }

    /** Its statements, one by one, without those that begin and end the transaction. */
    static List<String> statements() {
        return Pattern.compile(";\\s*")
                .splitAsStream(SQL.replaceAll("(?m)^--.*$", ""))
                .map(String::strip)
                .filter(one -> !one.isEmpty() && !one.equals("begin") && !one.equals("commit"))
                .toList();
    }

    private static List<String> names(String pattern) {
        return Pattern.compile(pattern)
                .matcher(SQL)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    private static String read() {
        try (InputStream file = DistributedTables.class.getResourceAsStream("/db/citus/distribute.sql")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
