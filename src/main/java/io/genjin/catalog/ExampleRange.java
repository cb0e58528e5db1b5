package io.genjin.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.List;

/**
 * A range as a Shanghai-Volkswagen dealership could have it, in the same sheet that everybody can bring. It stands in a program, so
 * nobody vouches for its prices: a dealership that begins with it looks each of them up.
 */
final class ExampleRange {

    /** The day on which its comparisons were written down. */
    static final LocalDate LOOKED_UP = LocalDate.of(2026, 1, 5);

    private static final String FILE = "/catalog/example-range.csv";

    private ExampleRange() {}

    static List<RangeRow> rows(RangeReader reader) {
        try (InputStream example = ExampleRange.class.getResourceAsStream(FILE)) {
            if (example == null) {
                throw new IllegalStateException(FILE + " is missing");
            }
            Path file = Files.createTempFile("genjin-example", ".csv");
            try {
                Files.copy(example, file, StandardCopyOption.REPLACE_EXISTING);
                return reader.read(file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
