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
            System.out.println("It is sealed and was read again. Its key is " + desk.keyWhereabouts()
                    + ": keep a copy in another place, for without it nothing comes back.");
            System.out.println(
                    withKeys
                            ? "The keys of the telephone numbers are in the file."
                            : "The keys of the telephone numbers are not in the file: keep a copy of "
                                    + desk.keyFolder() + " in another place, for without it they stay sealed.");
        });
    }
}
