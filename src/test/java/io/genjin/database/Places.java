package io.genjin.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Data directories for tests, under {@code target}; the PostgreSQL programs are unpacked once for all of them. */
public final class Places {

    private static final Path ALL = Path.of("target", "test-places").toAbsolutePath();

    private Places() {}

    /** An empty data directory. */
    public static Path fresh(String name) throws IOException {
        Path place = ALL.resolve(name);
        delete(place);
        Files.createDirectories(place);
        Path programs = PostgresBinaries.in(ALL);
        Files.createSymbolicLink(place.resolve(programs.getFileName()), programs);
        return place;
    }

    private static void delete(Path place) throws IOException {
        if (!Files.exists(place)) {
            return;
        }
        try (Stream<Path> all = Files.walk(place)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
