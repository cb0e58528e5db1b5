package io.genjin.backup;

import io.genjin.database.OwnerDoor;
import io.genjin.database.StartRefused;
import io.genjin.shared.CommandLine;
import io.genjin.vault.KeysUnusable;
import io.genjin.vault.VaultKeys;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/** Opens the backup desk alone, without the application around it. */
final class Desks {

    private Desks() {}

    /** Does {@code work} and returns the exit status of the command; a refusal is one line on standard error. */
    static int open(CommandLine line, Consumer<BackupDesk> work) {
        SpringApplication alone =
                new SpringApplication(BackupDesk.class, BackupKey.class, OwnerDoor.class, VaultKeys.class);
        alone.setWebApplicationType(WebApplicationType.NONE);
        alone.setLogStartupInfo(false);
        String[] settings = Stream.concat(
                        line.settings().stream(),
                        Stream.of("--logging.level.root=WARN", "--logging.level.org.flywaydb=ERROR"))
                .toArray(String[]::new);
        try (ConfigurableApplicationContext context = alone.run(settings)) {
            work.accept(context.getBean(BackupDesk.class));
            return 0;
        } catch (BackupRefused | StartRefused | KeysUnusable refused) {
            System.err.println("genjin: " + refused.getMessage());
            return 1;
        }
    }
}
