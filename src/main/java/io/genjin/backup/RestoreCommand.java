package io.genjin.backup;

import io.genjin.shared.Command;
import io.genjin.shared.CommandLine;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.context.ConfigurableApplicationContext;

/** {@code restore FILE}: a backup into an empty database, every table read again and compared (S-R77). */
public final class RestoreCommand implements Command {

    @Override
    public String name() {
        return "restore";
    }

    @Override
    public int run(CommandLine line, Supplier<ConfigurableApplicationContext> application) {
        Path file = Path.of(line.file(Set.of()));
        return Desks.open(line, desk -> {
            Manifest manifest = desk.bringBack(file);
            System.out.println("Brought back " + manifest.rows() + " rows of "
                    + manifest.tables().size() + " tables, as of " + manifest.takenAt()
                    + "; every table was read again and is as it was kept.");
            if (!desk.hasKeysOf(manifest)) {
                System.out.println("The keys are missing: telephone numbers stay sealed. Before the first start, put"
                        + " sealing.json and finding.json of the Genjin that made the backup into " + desk.keyFolder()
                        + ".");
            }
        });
    }
}
