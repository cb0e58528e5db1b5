package io.genjin.intake;

import io.genjin.database.Tenancy;
import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.shared.Command;
import io.genjin.shared.CommandLine;
import io.genjin.shared.Refusal;
import io.genjin.staff.Rights;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffMember;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.MessageSource;

/** {@code import FILE --as=NAME}: a sheet of customers, taken in as the page does, in the name of a person of the dealership. */
public final class ImportCommand implements Command {

    private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(300);

    @Override
    public String name() {
        return "import";
    }

    @Override
    public int run(CommandLine line, Supplier<ConfigurableApplicationContext> application) {
        Path file = Path.of(line.file(Set.of("as")));
        String username = line.option("as")
                .filter(name -> !name.isBlank())
                .orElseThrow(() -> new NotUnderstood("import needs --as=NAME: in whose name the customers come in"));
        if (!Files.isReadable(file)) {
            System.err.println("genjin: " + file + " cannot be read");
            return 1;
        }
        try (ConfigurableApplicationContext open = application.get()) {
            Optional<StaffMember> member = member(open, username);
            if (member.isEmpty()) {
                System.err.println("genjin: nobody is called " + username);
                return 1;
            }
            if (!open.getBean(Rights.class).allows(member.get(), "import.run")) {
                System.err.println("genjin: the duties of " + username + " do not include importing");
                return 1;
            }
            return Tenancy.within(member.get().dealership(), () -> take(file, member.get(), open));
        }
    }

    private static Optional<StaffMember> member(ConfigurableApplicationContext open, String username) {
        StaffDirectory staff = open.getBean(StaffDirectory.class);
        for (Dealership dealership : open.getBean(Dealerships.class).selling()) {
            Optional<StaffMember> found =
                    Tenancy.within(dealership.id(), () -> staff.byUsername(dealership.id(), username)
                            .filter(StaffMember::active));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static int take(Path file, StaffMember by, ConfigurableApplicationContext open) {
        ImportDesk desk = open.getBean(ImportDesk.class);
        try {
            ImportBatch batch =
                    desk.upload(file, file.getFileName().toString(), by).batch();
            if (batch.canStart()) {
                batch = desk.start(batch.id(), by);
            }
            while (batch.isBusy()) {
                LockSupport.parkNanos(LOOK_AGAIN_NANOS);
                batch = desk.get(batch.id(), by);
            }
            System.out.println(batch.fileName() + ": " + batch.status() + ", " + batch.imported() + " new, "
                    + batch.duplicates() + " on file already, " + batch.refused() + " refused of " + batch.totalRows()
                    + " rows. Refused rows are at /imports/" + batch.id());
            return batch.status() == BatchStatus.DONE ? 0 : 1;
        } catch (Refusal refusal) {
            System.err.println("genjin: " + sentence(refusal, open.getBean(MessageSource.class)));
            return 1;
        }
    }

    private static String sentence(Refusal refusal, MessageSource texts) {
        String key = refusal.messageKey();
        Object[] words = refusal.args().toArray();
        if (!refusal.fields().isEmpty()) {
            key = refusal.fields().get(0).messageKey();
            words = refusal.fields().get(0).args().toArray();
        }
        return Objects.requireNonNullElse(texts.getMessage(key, words, null, Locale.ENGLISH), refusal.code());
    }
}
