package io.genjin.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What a run of the benchmark found, as a table for people and as JSON for programs. */
final class Results {

    /** Over HTTP, in the closed loop. */
    static final String HTTP = "http";

    /** The same statements straight on the database, in the closed loop. */
    static final String SQL = "sql";

    /** Over HTTP at a constant rate. */
    static final String STEADY = "steady";

    private final String scale;
    private final Store.@Nullable Filled filled;
    private final List<Measured> measured = new ArrayList<>();
    private Duration started = Duration.ZERO;
    private long memory;
    private BulkImport.@Nullable Taken imported;

    /** @param filled nothing when the product was running before */
    Results(String scale, Store.@Nullable Filled filled) {
        this.scale = scale;
        this.filled = filled;
    }

    void started(Duration after) {
        this.started = after;
    }

    void memory(long bytes) {
        this.memory = bytes;
    }

    void imported(BulkImport.Taken taken) {
        this.imported = taken;
    }

    void add(Measured one) {
        measured.add(one);
    }

    double perSecond(String operation, String way, int connections) {
        return one(operation, way, connections).map(Measured::perSecond).orElse(0.0);
    }

    private Optional<Measured> one(String operation, String way, int connections) {
        return measured.stream()
                .filter(m -> m.operation().equals(operation) && m.way().equals(way) && m.connections() == connections)
                .findFirst();
    }

    private Measured found(String operation, String way, int connections) {
        return one(operation, way, connections).orElseThrow();
    }

    boolean hasErrors() {
        return measured.stream().anyMatch(one -> one.errors() > 0)
                || imported != null && imported.imported() < imported.rows();
    }

    /** Tells who watches how far it is. */
    void said(String words) {
        System.err.println(words);
    }

    void print(PrintStream out) {
        out.printf(Locale.ROOT, "%n%s", scale);
        if (filled != null) {
            out.printf(
                    Locale.ROOT,
                    ": %,d prospects, %,d journal entries, filled in %d s; first answer after %.1f s; peak memory %d MB",
                    filled.prospects(),
                    filled.entries(),
                    filled.took().toSeconds(),
                    started.toMillis() / 1000.0,
                    memory >> 20);
        }
        out.printf("%n%n");
        out.printf(
                Locale.ROOT,
                "%-11s %9s %9s %9s %9s %6s %9s %9s %9s %9s %7s%n",
                "operation",
                "http/s 1",
                "http/s 16",
                "http/s 64",
                "sql/s 16",
                "ratio",
                "p50 ms",
                "p99 ms",
                "steady 50",
                "steady 99",
                "errors");
        measured.stream().map(Measured::operation).distinct().forEach(name -> {
            Measured usual = found(name, HTTP, 16);
            Optional<Measured> steady = one(name, STEADY, 16);
            double sql = perSecond(name, SQL, 16);
            out.printf(
                    Locale.ROOT,
                    "%-11s %9.0f %9.0f %9.0f %9s %6s %9.2f %9.2f %9.2f %9.2f %7d%n",
                    name,
                    perSecond(name, HTTP, 1),
                    usual.perSecond(),
                    perSecond(name, HTTP, 64),
                    sql == 0 ? "" : Math.round(sql),
                    sql == 0 ? "" : Math.round(100 * usual.perSecond() / sql) + "%",
                    usual.millis(50),
                    usual.millis(99),
                    steady.map(one -> one.millis(50)).orElse(Double.NaN),
                    steady.map(one -> one.millis(99)).orElse(Double.NaN),
                    measured.stream()
                            .filter(one -> one.operation().equals(name))
                            .mapToLong(Measured::errors)
                            .sum());
        });
        if (imported != null) {
            out.printf(
                    Locale.ROOT,
                    "%nimport of %,d rows: %,d customers in %.1f s, %.0f a second%n",
                    imported.rows(),
                    imported.imported(),
                    imported.took().toMillis() / 1000.0,
                    imported.imported() * 1000.0 / imported.took().toMillis());
        }
    }

    void write(Path file) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("scale", scale);
        if (filled != null) {
            all.put("prospects", filled.prospects());
            all.put("journalEntries", filled.entries());
            all.put("filledSeconds", filled.took().toSeconds());
            all.put("startedMillis", started.toMillis());
            all.put("peakMemoryBytes", memory);
        }
        if (imported != null) {
            all.put("importedRows", imported.imported());
            all.put("importMillis", imported.took().toMillis());
        }
        all.put("cores", Runtime.getRuntime().availableProcessors());
        all.put("java", System.getProperty("java.version"));
        all.put("measured", measured.stream().map(Results::document).toList());
        try {
            Files.writeString(
                    file, new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsString(all));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Map<String, Object> document(Measured one) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("operation", one.operation());
        document.put("way", one.way());
        document.put("connections", one.connections());
        document.put("perSecond", Math.round(one.perSecond()));
        document.put("p50Millis", one.millis(50));
        document.put("p90Millis", one.millis(90));
        document.put("p99Millis", one.millis(99));
        document.put("p999Millis", one.millis(99.9));
        document.put("maxMillis", one.millis(100));
        document.put("errors", one.errors());
        return document;
    }
}
