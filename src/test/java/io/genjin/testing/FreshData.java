package io.genjin.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Every process that runs tests begins with an empty database of its own; only the unpacked PostgreSQL stays. */
public final class FreshData implements LauncherSessionListener {

    private static final Path DATA = Path.of(System.getProperty("genjin.test.data", "target/test-data"));

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (!Files.isDirectory(DATA)) {
            return;
        }
        try (Stream<Path> all = Files.walk(DATA)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                boolean program = DATA.relativize(path).getName(0).toString().startsWith("postgresql-");
                if (!program && !path.equals(DATA)) {
                    Files.deleteIfExists(path);
                }
            }
        } catch (IOException stuck) {
            throw new UncheckedIOException(stuck);
        }
    }
}
