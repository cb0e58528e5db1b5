package io.genjin.bench;

import io.genjin.database.OpenDatabase;
import io.genjin.database.OwnerDoor;
import io.genjin.vault.Vault;
import io.genjin.vault.VaultKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/** The benchmark's own database: lived through once, filled once, kept for the next run. */
final class Store {

    private static final int THREADS = 2;
    private static final Duration LONGEST_KEEPING = Duration.ofMinutes(30);
    private static final String DONE = "The demo is open";

    private final Path data;
    private final Scale scale;

    Store(Path data, Scale scale) {
        this.data = data;
        this.scale = scale;
    }

    /** What was put there and how long it took; nothing took any time when it was there already. */
    record Filled(long prospects, long entries, Duration took) {}

    Filled fill() {
        Path done = data.resolve("filled");
        if (!Files.exists(done)) {
            try {
                Files.createDirectories(data);
                try (Product demo = Product.start(data, List.of("--spring.profiles.active=demo", "--genjin.db.url="))) {
                    demo.waitFor(DONE);
                }
                long began = System.nanoTime();
                inside(this::copy);
                Duration took = Duration.ofNanos(System.nanoTime() - began);
                Files.writeString(done, took.toString());
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
        try {
            Duration took = Duration.parse(Files.readString(done));
            long[] counts = new long[2];
            inside((database, vault) -> {
                try (Connection owner = database.enterAsOwner()) {
                    counts[0] = count(owner, "prospect");
                    counts[1] = count(owner, "journal_entry");
                }
            });
            return new Filled(counts[0], counts[1], took);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Waits until a product that was just started has kept, by its own jobs, what reports look up; a fresh fill has none of it. */
    void waitUntilKept(Instant started) {
        long began = System.nanoTime();
        inside((database, vault) -> {
            try (Connection owner = database.enterAsOwner();
                    PreparedStatement kept = owner.prepareStatement("""
                            select count(*) = 2
                              from scheduled_tasks
                             where task_name in ('keep-day-figures', 'keep-standings')
                               and last_success >= ?
                            """)) {
                kept.setObject(1, started.atOffset(ZoneOffset.UTC));
                while (!isTrue(kept)) {
                    if (System.nanoTime() - began > LONGEST_KEEPING.toNanos()) {
                        throw new IllegalStateException("what reports look up was not kept within " + LONGEST_KEEPING);
                    }
                    pause();
                }
                try (Statement statement = owner.createStatement()) {
                    statement.execute("analyze");
                }
            }
        });
    }

    private static boolean isTrue(PreparedStatement question) throws SQLException {
        try (ResultSet row = question.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting", stopped);
        }
    }

    private static long count(Connection owner, String table) throws SQLException {
        try (Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from " + table)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Something done beside the tables, as their owner. */
    interface Work {
        void with(OpenDatabase database, Vault vault) throws SQLException, IOException;
    }

    void inside(Work work) {
        SpringApplication alone = new SpringApplication(OwnerDoor.class, VaultKeys.class, Vault.class);
        alone.setWebApplicationType(WebApplicationType.NONE);
        alone.setLogStartupInfo(false);
        try (ConfigurableApplicationContext context = alone.run(
                        "--genjin.data=" + data, "--logging.level.root=WARN", "--logging.level.org.flywaydb=ERROR");
                OpenDatabase database = context.getBean(OwnerDoor.class).besideARunningGenjin()) {
            work.with(database, context.getBean(Vault.class));
        } catch (SQLException | IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void copy(OpenDatabase database, Vault vault) throws SQLException, IOException {
        try (Connection owner = database.enterAsOwner()) {
            Replica replica = new Replica(Seeds.read(owner), new People(vault));
            List<Integer> houses = new ArrayList<>();
            for (int place = 0; place < scale.dealerships(); place++) {
                houses.add(Replica.dealership(place));
            }
            for (int house : houses) {
                replica.open(owner, house);
            }
            Indexes indexes = Indexes.takeOff(owner, Seeds.tableNames());
            ExecutorService threads = Executors.newFixedThreadPool(THREADS);
            try {
                List<Callable<Void>> fills = new ArrayList<>();
                for (int house : houses) {
                    fills.add(() -> {
                        try (Connection one = database.enterAsOwner()) {
                            replica.fill(one, house);
                        }
                        System.err.print('.');
                        return null;
                    });
                }
                for (Future<Void> filled : threads.invokeAll(fills)) {
                    filled.get();
                }
                System.err.println();
                indexes.putBack(database, threads);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("stopped while filling", stopped);
            } catch (ExecutionException failed) {
                throw new IllegalStateException("the database could not be filled", failed.getCause());
            } finally {
                threads.shutdownNow();
            }
            try (Statement statement = owner.createStatement()) {
                statement.execute("select setval('card_no', 1000000)");
                statement.execute("vacuum analyze");
            }
        }
    }
}
