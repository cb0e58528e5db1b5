package io.genjin.backup;

import io.genjin.shared.Command;
import io.genjin.shared.CommandLine;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.context.ConfigurableApplicationContext;

/** {@code backup FILE}: everything in one consistent file, while Genjin is running or not (S-R76). */
public final class BackupCommand implements Command {

    @Override
    public String name() {
        return "backup";
    }

    @Override
    public int run(CommandLine line, Supplier<ConfigurableApplicationContext> application) {
        Path file = Path.of(line.file(Set.of("with-keys")));
        boolean withKeys = line.has("with-keys");
        return Desks.open(line, desk -> {
            Manifest manifest = desk.keep(file, withKeys);
            System.out.println("Kept " + manifest.rows() + " rows of "
                    + manifest.tables().size() + " tables, as of " + manifest.takenAt() + ", in " + file + ".");
            System.out.println(
                    withKeys
                            ? "The keys are in the file: whoever has it can open every telephone number. Keep it locked away."
                            : "The keys are not in the file: keep a copy of " + desk.keyFolder()
                                    + " in another place, for without it the telephone numbers stay sealed.");
        });
    }
}
