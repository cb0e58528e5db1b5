package io.genjin.erasure;

import io.genjin.erasure.PersonalData.Line;
import io.genjin.shared.DealershipId;
import io.genjin.shared.PhoneNumber;
import io.genjin.vault.SealBroken;
import io.genjin.vault.Vault;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Goes through the dictionary and takes out of every table what identifies one customer, with all cases of that customer. Rows,
 * days, codes and figures stay, so that no report changes. It enters as the owner of the tables, in a transaction that its caller
 * ends: the application itself may change neither journal nor contacts (S-R69, S-R75).
 */
final class Eraser {

    private static final Pattern COLUMN = Pattern.compile("\\{([a-z_]+)}");
    private static final TypeReference<List<String>> CELLS = new TypeReference<>() {};

    private final PersonalData dictionary;
    private final Vault vault;
    private final JsonMapper json;
    private final JdbcClient jdbc;
    private final DealershipId dealership;

    /** For the transaction that {@code jdbc} works in. */
    Eraser(PersonalData dictionary, Vault vault, JsonMapper json, JdbcClient jdbc, DealershipId dealership) {
        this.dictionary = dictionary;
        this.vault = vault;
        this.json = json;
        this.jdbc = jdbc;
        this.dealership = dealership;
    }

    /** One customer: every case, by which numbers they are found, and what they are called. */
    record Person(Set<UUID> cases, List<byte[]> hashes, Set<String> names, Set<String> numbers) {}

    /**
     * Erases the customer of these cases.
     *
     * @return the cases, and how many rows of which table something was taken out of
     */
    Erased erase(Collection<UUID> cases) {
        jdbc.sql("set local lock_timeout = '10s'").update();
        // what is signed or closed lets only this through, and only from the owner of the tables
        jdbc.sql("set local genjin.erasing = 'on'").update();
        Person person = find(cases);
        Map<String, Integer> rows = new LinkedHashMap<>();
        if (person.cases().isEmpty()) {
            return new Erased(Set.of(), rows);
        }
        Set<String> said = new LinkedHashSet<>(person.names());
        said.addAll(person.numbers());
        Anonymous anonymous = new Anonymous(said, json);
        lock(person);
        for (boolean away : new boolean[] {true, false}) {
            for (String table : dictionary.erasable()) {
                List<Line> lines = dictionary.toErase(table);
                if (lines.get(0).how().equals("away") == away && !table.equals("once_key")) {
                    int touched = away ? takeAway(table, person) : clear(table, lines, person, anonymous);
                    rows.merge(table, touched, Integer::sum);
                }
            }
        }
        rows.merge("import_row", refusedRows(person, anonymous), Integer::sum);
        rows.put("once_key", keptAnswers(person, anonymous));
        rows.values().removeIf(number -> number == 0);
        return new Erased(person.cases(), rows);
    }

    /** What was done: the cases, and the rows of each table. */
    record Erased(Set<UUID> cases, Map<String, Integer> rows) {

        int total() {
            return rows.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /** How many rows of which table hold something of this customer. */
    Map<String, Integer> count(Collection<UUID> cases) {
        Person person = find(cases);
        Map<String, Integer> rows = new LinkedHashMap<>();
        if (person.cases().isEmpty()) {
            return rows;
        }
        for (String table : dictionary.erasable()) {
            if (!dictionary.waysTo(table).isEmpty()) {
                int number = bound(
                                "select count(*) from " + table + " where dealership_id = :dealership and ("
                                        + condition(table) + ")",
                                person)
                        .query(Integer.class)
                        .single();
                if (number > 0) {
                    rows.put(table, number);
                }
            }
        }
        return rows;
    }

    private Person find(Collection<UUID> asked) {
        Set<UUID> cases = sameCustomer(jdbc, dealership, asked);
        Person person = new Person(
                cases,
                cases.isEmpty() ? List.of() : hashes(jdbc, dealership, cases),
                new LinkedHashSet<>(),
                new LinkedHashSet<>());
        if (!cases.isEmpty()) {
            call(person);
        }
        return person;
    }

    /** Every case of the customers of these cases: merged into one another, or with the same number. */
    static Set<UUID> sameCustomer(JdbcClient jdbc, DealershipId dealership, Collection<UUID> asked) {
        Set<UUID> cases = new LinkedHashSet<>();
        Set<UUID> next = new LinkedHashSet<>(asked);
        while (!next.isEmpty() && !cases.equals(next)) {
            cases = next;
            List<byte[]> hashes = hashes(jdbc, dealership, cases);
            if (hashes.isEmpty()) {
                return Set.of();
            }
            next = new LinkedHashSet<>(jdbc.sql("""
                            select id
                              from prospect
                             where dealership_id = :dealership
                               and (id in (:cases)
                                    or merged_into in (:cases)
                                    or id in (select merged_into from prospect
                                               where dealership_id = :dealership and id in (:cases))
                                    or mobile_hash in (:hashes))
                            """)
                    .param("dealership", dealership.value())
                    .param("cases", cases)
                    .param("hashes", hashes)
                    .query(UUID.class)
                    .list());
        }
        return next;
    }

    private static List<byte[]> hashes(JdbcClient jdbc, DealershipId dealership, Set<UUID> cases) {
        return jdbc.sql("""
                        select mobile_hash from prospect where dealership_id = :dealership and id in (:cases)
                        union
                        select number_hash from merged_number where dealership_id = :dealership and prospect_id in (:cases)
                        """)
                .param("dealership", dealership.value())
                .param("cases", cases)
                .query(byte[].class)
                .list();
    }

    private void call(Person person) {
        for (String[] named : new String[][] {
            {"prospect", "customer_name"},
            {"sales_order", "buyer_name"},
            {"owner_file", "customer_name"},
            {"visit", "customer_name"},
            {"test_drive_agreement", "driver_name"}
        }) {
            person.names()
                    .addAll(bound(
                                    "select distinct " + named[1] + " from " + named[0]
                                            + " where dealership_id = :dealership and " + named[1]
                                            + " is not null and ("
                                            + condition(named[0]) + ")",
                                    person)
                            .query(String.class)
                            .list());
        }
        jdbc.sql("select id, mobile_sealed from prospect where dealership_id = :dealership and id in (:cases)")
                .param("dealership", dealership.value())
                .param("cases", person.cases())
                .query(row -> {
                    String context = "prospect.mobile|" + dealership.value() + "|" + row.getString("id");
                    String number = open(row.getBytes("mobile_sealed"), context);
                    if (number != null && number.length() > 4 && !number.equals(PhoneNumber.ERASED.normalised())) {
                        person.numbers().add(new PhoneNumber(number).national());
                    }
                });
    }

    private void lock(Person person) {
        jdbc.sql("select id from prospect where dealership_id = :dealership and id in (:cases) order by id for update")
                .param("dealership", dealership.value())
                .param("cases", person.cases())
                .query(UUID.class)
                .list();
    }

    private JdbcClient.StatementSpec bound(String sql, Person person) {
        JdbcClient.StatementSpec statement =
                jdbc.sql(sql).param("dealership", dealership.value()).param("cases", person.cases());
        return sql.contains(":hashes")
                ? statement.param("hashes", person.hashes().isEmpty() ? List.of(new byte[0]) : person.hashes())
                : statement;
    }

    /** By what the rows of a table are the customer's; every way of the dictionary, back to the cases. */
    private String condition(String table) {
        return dictionary.waysTo(table).stream().map(this::reached).collect(Collectors.joining(" or "));
    }

    private String reached(String way) {
        if (way.endsWith("=number")) {
            return way.replace("=number", " in (:hashes)");
        }
        String[] ends = way.split(">", 2);
        if (ends[1].equals("prospect")) {
            return ends[0] + " in (:cases)";
        }
        String[] to = ends[1].split("\\.", 2);
        return ends[0] + " in (select " + (to.length > 1 ? to[1] : "id") + " from " + to[0]
                + " where dealership_id = :dealership and (" + condition(to[0]) + "))";
    }

    private int takeAway(String table, Person person) {
        return bound(
                        "delete from " + table + " where dealership_id = :dealership and (" + condition(table) + ")",
                        person)
                .update();
    }

    private int clear(String table, List<Line> lines, Person person, Anonymous anonymous) {
        String where = " where dealership_id = :dealership and (" + condition(table) + ")";
        int touched = 0;
        List<String> sets = new ArrayList<>();
        for (Line line : lines) {
            String column = line.column();
            String how = line.how();
            switch (how) {
                case "dash" ->
                    sets.add("%1$s = case when %1$s = '' then '' when %1$s is not null then '—' end".formatted(column));
                case "ink" -> sets.add("%1$s = case when %1$s is not null then 'name:—' end".formatted(column));
                case "none", "number" -> sets.add(column + " = null");
                case "random" ->
                    sets.add("%1$s = case when %1$s is not null then uuid_send(gen_random_uuid()) end"
                            .formatted(column));
                case "journal" -> touched = Math.max(touched, entries(where, person, anonymous));
                case "json", "mention" ->
                    touched = Math.max(touched, rewrite(table, column, how, where, person, anonymous));
                default -> touched = Math.max(touched, sealAnew(table, column, how, where, person, anonymous));
            }
        }
        if (sets.isEmpty()) {
            return touched;
        }
        return bound("update " + table + " set " + String.join(", ", sets) + where, person)
                .update();
    }

    private int entries(String where, Person person, Anonymous anonymous) {
        List<ErasedEntries.Entry> entries = bound(
                        "select " + ErasedEntries.COLUMNS + " from journal_entry" + where, person)
                .query((row, number) -> new ErasedEntries.Entry(
                        row.getObject("id", UUID.class),
                        row.getString("details"),
                        row.getBytes("digest"),
                        row.getBytes("erased_digest")))
                .list();
        new ErasedEntries(vault, jdbc, dealership).clear(entries, anonymous);
        return entries.size();
    }

    private record Kept(String place, String text) {}

    private int rewrite(String table, String column, String how, String where, Person person, Anonymous anonymous) {
        boolean words = how.equals("mention");
        List<Kept> kept = bound(
                        "select ctid::text, " + column + "::text from " + table + where + " and " + column
                                + " is not null",
                        person)
                .query((row, number) -> new Kept(row.getString(1), row.getString(2)))
                .list();
        for (Kept one : kept) {
            String clean = words ? anonymous.without(one.text()) : anonymous.json(one.text());
            if (!clean.equals(one.text())) {
                jdbc.sql("update " + table + " set " + column + " = :clean" + (words ? "" : "::jsonb")
                                + " where dealership_id = :dealership and ctid = :place::tid")
                        .param("clean", clean)
                        .param("dealership", dealership.value())
                        .param("place", one.place())
                        .update();
            }
        }
        return kept.size();
    }

    private int sealAnew(String table, String column, String how, String where, Person person, Anonymous anonymous) {
        String[] way = how.split(" ", 2);
        List<Map<String, Object>> rows = bound(
                        "select ctid::text as place, t.* from " + table + " t" + where + " and " + column
                                + " is not null",
                        person)
                .query()
                .listOfRows();
        for (Map<String, Object> row : rows) {
            String context = context(way[1], row);
            String replacement =
                    switch (way[0]) {
                        case "phone" -> PhoneNumber.ERASED.normalised();
                        case "text" -> "";
                        case "sealed-json" -> {
                            String opened = open((byte[]) Objects.requireNonNull(row.get(column)), context);
                            yield opened == null ? "[]" : anonymous.json(opened);
                        }
                        default -> throw new IllegalStateException("the dictionary says " + how + " of " + column);
                    };
            seal(table, column, String.valueOf(row.get("place")), vault.seal(replacement, context));
        }
        return rows.size();
    }

    private void seal(String table, String column, String place, byte[] sealed) {
        jdbc.sql("update " + table + " set " + column
                        + " = :sealed where dealership_id = :dealership and ctid = :place::tid")
                .param("sealed", sealed)
                .param("dealership", dealership.value())
                .param("place", place)
                .update();
    }

    private static String context(String pattern, Map<String, Object> row) {
        return COLUMN.matcher(pattern)
                .replaceAll(found -> Matcher.quoteReplacement(String.valueOf(row.get(found.group(1)))));
    }

    private @Nullable String open(byte[] sealed, String context) {
        try {
            return vault.open(sealed, context);
        } catch (SealBroken keyGone) {
            return null;
        }
    }

    /** Rows of sheets that brought nobody and lead to no case, but hold a number of this person. */
    private int refusedRows(Person person, Anonymous anonymous) {
        Map<String, byte[]> clean = new HashMap<>();
        jdbc.sql("""
                        select ctid::text as place, batch_id, row_number, cells_sealed
                          from import_row
                         where dealership_id = :dealership
                           and prospect_id is null
                        """).param("dealership", dealership.value()).query(row -> {
            String context = "intake.row|" + dealership.value() + "|" + row.getString("batch_id") + "|"
                    + row.getInt("row_number");
            String cells = open(row.getBytes("cells_sealed"), context);
            if (cells != null && holds(cells, person.numbers())) {
                clean.put(row.getString("place"), vault.seal(anonymous.json(cells), context));
            }
        });
        clean.forEach((place, bytes) -> seal("import_row", "cells_sealed", place, bytes));
        return clean.size();
    }

    private boolean holds(String cells, Set<String> numbers) {
        return json.readValue(cells, CELLS).stream()
                .flatMap(cell -> PhoneNumber.parse(cell).stream())
                .anyMatch(number -> numbers.contains(number.national()));
    }

    /** Answers kept for a request that may be repeated; the repeated one gets the same status and place, without the words. */
    private int keptAnswers(Person person, Anonymous anonymous) {
        List<String> places = new ArrayList<>();
        jdbc.sql("""
                        select ctid::text as place, body, coalesce(location, '') as location
                          from once_key
                         where dealership_id = :dealership
                           and body is not null
                        """).param("dealership", dealership.value()).query(row -> {
            String text = row.getString("body") + row.getString("location");
            if (anonymous.names(text) || person.cases().stream().anyMatch(one -> text.contains(one.toString()))) {
                places.add(row.getString("place"));
            }
        });
        places.forEach(place -> jdbc.sql(
                        "update once_key set body = null where dealership_id = :dealership and ctid = :place::tid")
                .param("dealership", dealership.value())
                .param("place", place)
                .update());
        return places.size();
    }
}
