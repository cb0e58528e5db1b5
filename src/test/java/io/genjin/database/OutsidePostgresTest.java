package io.genjin.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.genjin.shared.DealershipId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** The oldest PostgreSQL that Genjin works with, reached through {@code GENJIN_DB_URL}: a throw-away cluster of version 15. */
class OutsidePostgresTest {

    private static final Path PROGRAMS = Path.of("/usr/lib/postgresql/15/bin");
    private static final String PASSWORD = "of this test";

    private static final Unprivileged UNPRIVILEGED = new Unprivileged();

    private static Path place;
    private static Path cluster;
    private static int port;

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(Files.isExecutable(PROGRAMS.resolve("postgres")), "PostgreSQL 15 is not installed");
        place = Places.fresh("outside");
        cluster = Files.createDirectory(place.resolve("version-15"));
        Path password = Files.writeString(place.resolve("password"), PASSWORD);
        UNPRIVILEGED.own(place);
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        run(
                "initdb",
                "--pgdata=" + cluster,
                "--username=postgres",
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C.UTF-8");
        run(
                "pg_ctl",
                "--pgdata=" + cluster,
                "--log=" + cluster.resolve("log"),
                "--wait",
                "--options=-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=''",
                "start");
        try (Connection connection = new Login(address("postgres"), "postgres", PASSWORD).connect();
                Statement statement = connection.createStatement()) {
            statement.execute("create role keeper login createrole password '" + PASSWORD + "'");
            statement.execute("create database crm owner keeper");
        }
    }

    @AfterAll
    static void stop() throws Exception {
        if (cluster != null) {
            run("pg_ctl", "--pgdata=" + cluster, "--mode=immediate", "--wait", "stop");
        }
    }

    private static String address(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private static void run(String program, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(PROGRAMS.resolve(program).toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(UNPRIVILEGED.command(command))
                .directory(place.toFile())
                .redirectErrorStream(true)
                .redirectOutput(place.resolve(program + ".out").toFile())
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(program).isZero();
    }

    private static OpenDatabase open(String url) {
        return OpenDatabase.open(new DatabaseSettings(
                place.resolve("data"), new DatabaseSettings.Outside(url, null, null, null), 4, false));
    }

    @Test
    void it_gets_the_tables_and_shows_each_dealership_its_own_only() throws SQLException {
        String url = "postgresql://keeper:" + PASSWORD.replace(" ", "%20") + "@127.0.0.1:" + port + "/crm";
        try (OpenDatabase database = open(url)) {
            Migrations migrations = database.migrations();
            migrations.apply();
            assertThat(migrations.applied()).isNotEmpty().isEqualTo(migrations.wanted());
            addTwoDealerships(database);

            DriverManagerDataSource app = new DriverManagerDataSource(
                    database.app().url(), database.app().user(), database.app().password());
            TransactionTemplate transaction = new TransactionTemplate(new TenantTransactions(app));
            JdbcClient jdbc = JdbcClient.create(app);
            assertThat(dealershipsSeen(transaction, jdbc)).isEmpty();
            for (int dealership : List.of(1, 2)) {
                try (Tenancy.Scope here = Tenancy.enter(new DealershipId(dealership))) {
                    assertThat(dealershipsSeen(transaction, jdbc)).containsExactly(dealership);
                }
            }
        }
        assertThat(place.resolve("data/cluster")).doesNotExist();
    }

    private static void addTwoDealerships(OpenDatabase database) throws SQLException {
        try (Connection connection = database.enterAsOwner();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "insert into dealership (id, code, name, region, zone)"
                            + " values (1, 'SH001', '上海浦东', '华东', 'Asia/Shanghai'), (2, 'SZ001', '苏州园区', '华东', 'Asia/Shanghai')");
            statement.execute("insert into policy_version (dealership_id, id, effective_from, policy, set_by, reason)"
                    + " values (1, gen_random_uuid(), '2026-01-01T00:00Z', '{}', 'zhou.qiang', ''),"
                    + " (2, gen_random_uuid(), '2026-01-01T00:00Z', '{}', 'feng.gang', '')");
        }
    }

    private static List<Integer> dealershipsSeen(TransactionTemplate transaction, JdbcClient jdbc) {
        return transaction.execute(status -> jdbc.sql("select dealership_id from policy_version")
                .query(Integer.class)
                .list());
    }

    @Test
    void an_address_without_its_owner_is_refused_with_the_name_of_the_setting() {
        assertThatThrownBy(() -> open(address("crm")))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("GENJIN_DB_USER");
    }

    @Test
    void a_server_that_does_not_answer_is_named_without_its_password() throws IOException {
        int closed;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = free.getLocalPort();
        }

        assertThatThrownBy(() -> open("postgresql://keeper:secret-word@127.0.0.1:" + closed + "/crm"))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("keeper at jdbc:postgresql://127.0.0.1:" + closed + "/crm cannot be reached")
                .hasMessageNotContaining("secret-word");
    }
}
