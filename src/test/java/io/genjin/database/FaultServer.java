package io.genjin.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A PostgreSQL for the kill tests, outside of the Genjins that work with it; killed, it is started again as a service would be. */
public final class FaultServer implements AutoCloseable {

    private final EmbeddedPostgres postgres;

    private FaultServer(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    public static FaultServer start(Path place) {
        return new FaultServer(EmbeddedPostgres.start(place));
    }

    /** An empty place for one Genjin, or for the server. */
    public static Path place(String name) throws IOException {
        return Places.fresh(name);
    }

    /** An empty place on a disk of its own that is so small; nothing where this user or machine may not mount one. */
    public static Optional<Path> smallDisk(String name, int megabytes) throws IOException, InterruptedException {
        Path place = place(name);
        List<Path> programs;
        try (Stream<Path> inside = Files.list(place)) {
            programs = inside.toList();
        }
        Path link = programs.get(0);
        Path target = Files.readSymbolicLink(link);
        if (!done("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "genjin-drill", place.toString())) {
            return Optional.empty();
        }
        Files.createSymbolicLink(link, target);
        return Optional.of(place);
    }

    /** Takes such a disk away again. */
    public static void unmount(Path place) throws IOException, InterruptedException {
        if (!done("umount", place.toString())) {
            throw new IOException(place + " cannot be unmounted");
        }
    }

    private static boolean done(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    public int port() {
        String address = postgres.owner().url();
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1, address.lastIndexOf('/')));
    }

    public String owner() {
        return postgres.owner().user();
    }

    public String password() {
        return postgres.owner().password();
    }

    /** Past row-level security, to count what is really there. */
    public Connection enter() throws SQLException {
        return postgres.owner().connect();
    }

    /** kill -9 of the server's main process, and no more; its children end when they notice. */
    public void kill() throws InterruptedException {
        ProcessHandle server = ProcessHandle.of(postgres.pid()).orElseThrow();
        server.destroyForcibly();
        try {
            server.onExit().get(20, TimeUnit.SECONDS);
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException stays) {
            throw new IllegalStateException("the server cannot be killed", stays);
        }
    }

    @Override
    public void close() {
        postgres.close();
    }
}
