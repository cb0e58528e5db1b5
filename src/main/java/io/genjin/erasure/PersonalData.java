package io.genjin.erasure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * The dictionary of personal data: of every column that can hold words, whether they identify a customer, may name one, or do
 * neither; and which rows of a table are a customer's. A column that is not in it fails the build (S-R69).
 */
final class PersonalData {

    private static final String FILE = "/META-INF/genjin-personal-data.csv";

    /** What a column holds. */
    enum Kind {
        /** Which rows are a customer's: no column but the way from the customer to the row. */
        ROWS,
        /** What identifies a customer, or tells about the person. */
        PERSONAL,
        /** Free words in which a customer may be named. */
        WORDS,
        /** Codes, figures, words of the house. */
        PLAIN
    }

    /** One line of the dictionary. */
    record Line(String table, String column, Kind kind, String how) {}

    private final Map<String, List<Line>> tables = new LinkedHashMap<>();

    private PersonalData() {}

    static PersonalData read() {
        PersonalData read = new PersonalData();
        try (InputStream file = Objects.requireNonNull(PersonalData.class.getResourceAsStream(FILE));
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            lines.lines().skip(1).filter(text -> !text.isBlank()).forEach(text -> {
                String[] cells = text.split(",", 4);
                read.tables
                        .computeIfAbsent(cells[0], one -> new ArrayList<>())
                        .add(new Line(cells[0], cells[1], Kind.valueOf(cells[2].toUpperCase(Locale.ROOT)), cells[3]));
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return read;
    }

    /** Every line, table by table. */
    List<Line> lines() {
        return tables.values().stream().flatMap(List::stream).toList();
    }

    /** The tables in which something of a customer can be erased. */
    List<String> erasable() {
        return tables.keySet().stream()
                .filter(table -> !toErase(table).isEmpty())
                .toList();
    }

    /** What is erased of a customer's rows of a table. */
    List<Line> toErase(String table) {
        return tables.getOrDefault(table, List.of()).stream()
                .filter(line -> line.kind() == Kind.PERSONAL || line.kind() == Kind.WORDS)
                .toList();
    }

    /** By which ways the rows of a table are a customer's. */
    List<String> waysTo(String table) {
        return tables.getOrDefault(table, List.of()).stream()
                .filter(line -> line.kind() == Kind.ROWS)
                .map(Line::how)
                .toList();
    }
}
