package io.genjin.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL of our own in the data directory: for real use, hence durable (every setting that keeps what was committed is
 * on) and closed (loopback only, passwords only). It ends with Genjin; one left behind by a killed Genjin is stopped first.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    /** The database in it. */
    static final String DATABASE = "genjin";

    /** The role that owns the tables; the application itself never enters with it. */
    static final String OWNER = "genjin_owner";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final String SUPERUSER = "postgres";
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private static final Duration WATCH = Duration.ofSeconds(1);

    /** Lines of {@code postmaster.pid}: the port, and how far the server is. */
    private static final int PORT = 3;

    private static final int READY = 7;

    private static final String SETTINGS = """
            # written by Genjin at every start
            listen_addresses = '127.0.0.1'
            unix_socket_directories = ''
            password_encryption = 'scram-sha-256'
            fsync = on
            synchronous_commit = on
            full_page_writes = on
            max_connections = 60
            shared_buffers = 128MB
            work_mem = 8MB
            random_page_cost = 1.1
            timezone = 'UTC'
            log_timezone = 'UTC'
            logging_collector = on
            log_directory = 'log'
            log_filename = 'postgresql-%a.log'
            log_truncate_on_rotation = on
            log_rotation_age = 1d
            log_error_verbosity = terse
            log_min_error_statement = panic
            """;

    private static final String ACCESS = """
            # written by Genjin at every start: loopback only, never without a password
            host all all 127.0.0.1/32 scram-sha-256
            """;

    private final Path data;
    private final Path cluster;
    private final Path home;
    private final Secrets secrets;
    private final OwnerLock lock;
    private final Unprivileged unprivileged = new Unprivileged();
    private int port;
    private boolean closed;

    private EmbeddedPostgres(Path data, OwnerLock lock) {
        this.data = data;
        this.cluster = data.resolve("cluster");
        this.home = PostgresBinaries.in(data);
        this.secrets = new Secrets(data);
        this.lock = lock;
    }

    /**
     * Starts the database that lives in {@code data}, making it at the first start.
     *
     * @throws StartRefused when another Genjin works there, or the files are of another major version
     */
    public static EmbeddedPostgres start(Path data) {
        Path directory = data.toAbsolutePath().normalize();
        try {
            Files.createDirectories(directory);
        } catch (IOException unusable) {
            throw new StartRefused(
                    "The data directory " + directory + " cannot be made: " + unusable.getMessage(), unusable);
        }
        return start(directory, OwnerLock.take(directory));
    }

    /**
     * Starts the database that lives in {@code data}, unless another Genjin works there.
     *
     * @throws StartRefused when no database lives there
     */
    static Optional<EmbeddedPostgres> startIfFree(Path data) {
        Path directory = data.toAbsolutePath().normalize();
        if (!Files.exists(directory.resolve("cluster"))) {
            throw new StartRefused("There is no database of Genjin in " + directory + ".");
        }
        return OwnerLock.takeIfFree(directory).map(lock -> start(directory, lock));
    }

    /**
     * The owner's way into the database that a running Genjin keeps open in {@code data}.
     *
     * @throws StartRefused when that Genjin has not opened it yet
     */
    static Login ownerOfRunning(Path data) {
        Path directory = data.toAbsolutePath().normalize();
        try {
            List<String> lines = Files.readAllLines(directory.resolve("cluster").resolve("postmaster.pid"));
            if (lines.size() > READY && lines.get(READY).strip().equals("ready")) {
                return new Login(
                        address(Integer.parseInt(lines.get(PORT).strip()), DATABASE),
                        OWNER,
                        new Secrets(directory).of(OWNER));
            }
        } catch (IOException | NumberFormatException notThere) {
            // it is starting or stopping
        }
        throw new StartRefused("Another Genjin is starting or stopping in " + directory + "; try again in a moment.");
    }

    private static EmbeddedPostgres start(Path directory, OwnerLock lock) {
        try {
            EmbeddedPostgres postgres = new EmbeddedPostgres(directory, lock);
            postgres.checkVersion();
            try {
                postgres.open();
                return postgres;
            } catch (IOException | RuntimeException failed) {
                postgres.close();
                throw failed;
            }
        } catch (IOException failed) {
            lock.close();
            throw new StartRefused("The database in " + directory + " does not start: " + failed.getMessage(), failed);
        } catch (RuntimeException failed) {
            lock.close();
            throw failed;
        }
    }

    /** The way in for the owner of the tables. */
    Login owner() {
        return login(DATABASE, OWNER);
    }

    /** The way in for the superuser: tests read settings and kill with it. */
    Login superuser() {
        return login(DATABASE, SUPERUSER);
    }

    /** The number of the server's main process. */
    public long pid() {
        return leftBehind().orElseThrow().pid();
    }

    private Login login(String database, String user) {
        return new Login(address(port, database), user, secrets.of(user));
    }

    private static String address(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private void open() throws IOException {
        stopWhatWasLeftBehind();
        if (!Files.exists(cluster)) {
            create();
        }
        configure();
        port = freePort();
        launch();
        prepare();
        watch();
    }

    /** A server that ends without being asked to, killed or out of memory, is started again at the same address (S-R60). */
    private void watch() {
        Thread watch = new Thread(
                () -> {
                    while (openAfterAMoment()) {
                        startAgainIfGone();
                    }
                },
                "database-watch");
        watch.setDaemon(true);
        watch.start();
    }

    private synchronized boolean openAfterAMoment() {
        try {
            if (!closed) {
                wait(WATCH.toMillis());
            }
            return !closed;
        } catch (InterruptedException stopped) {
            return false;
        }
    }

    private synchronized void startAgainIfGone() {
        if (closed || leftBehind().isPresent()) {
            return;
        }
        LOG.warn("the database server ended by itself and is started again");
        try {
            launch();
        } catch (IOException itsChildrenMayStillEnd) {
            LOG.warn("the database server did not start: {}", itsChildrenMayStillEnd.getMessage());
        }
    }

    private void checkVersion() throws IOException {
        Path file = cluster.resolve("PG_VERSION");
        if (!Files.exists(cluster)) {
            return;
        }
        String version = Files.exists(file) ? Files.readString(file).strip() : "none";
        if (!version.equals(String.valueOf(PostgresBinaries.MAJOR))) {
            throw new StartRefused("The data directory " + cluster + " holds a PostgreSQL of version " + version
                    + ", and this Genjin brings version " + PostgresBinaries.MAJOR
                    + ". Make a backup with the Genjin that wrote it and restore it into a new data directory.");
        }
    }

    private void stopWhatWasLeftBehind() throws IOException {
        Optional<ProcessHandle> left = leftBehind();
        if (left.isPresent()) {
            LOG.warn(
                    "stopping the database server {} that an earlier Genjin left behind",
                    left.get().pid());
            stop();
        }
    }

    /** The living server of this directory, found by the file it writes and proven by its command line or where it works. */
    private Optional<ProcessHandle> leftBehind() {
        Path file = cluster.resolve("postmaster.pid");
        try {
            long pid = Long.parseLong(Files.readAllLines(file).get(0).strip());
            return worksHere(Path.of("/proc", String.valueOf(pid))) ? ProcessHandle.of(pid) : Optional.empty();
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException noneLives) {
            return Optional.empty();
        }
    }

    private boolean worksHere(Path process) throws IOException {
        if (Files.readString(process.resolve("cmdline")).contains(cluster.toString())) {
            return true;
        }
        try {
            return Files.isSameFile(process.resolve("cwd"), cluster);
        } catch (IOException notOurs) {
            return false;
        }
    }

    /** Makes the cluster beside its place and moves it there whole, so that a crash leaves no half of one. */
    private void create() throws IOException {
        Path beside = data.resolve("cluster.new");
        delete(beside);
        Files.createDirectory(
                beside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        unprivileged.own(beside);
        Path password = data.resolve("initial.secret");
        Files.deleteIfExists(password);
        Files.createFile(password, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(password, secrets.of(SUPERUSER));
        unprivileged.own(password);
        try {
            run(List.of(
                    program("initdb"),
                    "--pgdata=" + beside,
                    "--username=" + SUPERUSER,
                    "--pwfile=" + password,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--locale=C"));
        } finally {
            Files.deleteIfExists(password);
        }
        Files.move(beside, cluster, StandardCopyOption.ATOMIC_MOVE);
    }

    private void configure() throws IOException {
        Files.writeString(cluster.resolve("genjin.conf"), SETTINGS);
        Files.writeString(cluster.resolve("pg_hba.conf"), ACCESS);
        Path main = cluster.resolve("postgresql.conf");
        if (!Files.readString(main).contains("include = 'genjin.conf'")) {
            Files.writeString(main, "\ninclude = 'genjin.conf'\n", StandardOpenOption.APPEND);
        }
        unprivileged.own(cluster);
    }

    private void launch() throws IOException {
        if (leftBehind().isEmpty()) {
            // its number may be another process's by now, and PostgreSQL would wait for that one
            Files.deleteIfExists(cluster.resolve("postmaster.pid"));
        }
        run(List.of(
                program("pg_ctl"),
                "--pgdata=" + cluster,
                "--log=" + cluster.resolve("start.log"),
                "--wait",
                "--timeout=" + PATIENCE.toSeconds(),
                "--options=-p " + port,
                "start"));
    }

    /** The role that owns the tables and its database, made at the first start. */
    private void prepare() throws IOException {
        try (Connection connection = login("postgres", SUPERUSER).connect();
                Statement statement = connection.createStatement()) {
            if (!exists(statement, "select 1 from pg_roles where rolname = '" + OWNER + "'")) {
                statement.execute("create role " + OWNER + " login createrole");
            }
            statement.execute("alter role " + OWNER + " password '" + secrets.of(OWNER) + "'");
            if (!exists(statement, "select 1 from pg_database where datname = '" + DATABASE + "'")) {
                statement.execute("create database " + DATABASE + " owner " + OWNER);
            }
            statement.execute("revoke connect on database " + DATABASE + " from public");
        } catch (SQLException failed) {
            throw new IOException(failed.getMessage(), failed);
        }
    }

    private static boolean exists(Statement statement, String question) throws SQLException {
        try (var rows = statement.executeQuery(question)) {
            return rows.next();
        }
    }

    /** Stops the server; what was committed is on disk. */
    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
        try {
            if (leftBehind().isPresent()) {
                stop();
            }
        } catch (IOException failed) {
            LOG.warn("the database did not stop by itself: {}", failed.getMessage());
        } finally {
            lock.close();
        }
    }

    private void stop() throws IOException {
        run(List.of(
                program("pg_ctl"),
                "--pgdata=" + cluster,
                "--mode=fast",
                "--wait",
                "--timeout=" + PATIENCE.toSeconds(),
                "stop"));
    }

    private String program(String name) {
        return home.resolve("bin").resolve(name).toString();
    }

    private void run(List<String> command) throws IOException {
        Path said = Files.createTempFile("genjin-postgres", ".log");
        try {
            ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(unprivileged.command(command)))
                    .directory(home.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
            builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
            builder.environment().put("LC_ALL", "C");
            Process process = builder.start();
            if (!process.waitFor(PATIENCE.toSeconds() + 10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException(command.get(0) + " does not end");
            }
            if (process.exitValue() != 0) {
                throw new IOException(Files.readString(said).strip());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stopped);
        } finally {
            Files.deleteIfExists(said);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
