package io.genjin.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;

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
