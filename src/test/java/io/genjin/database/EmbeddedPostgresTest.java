package io.genjin.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Our own PostgreSQL is durable and closed, and loses nothing that it acknowledged (S-R59, S-R60, S-R62, S-R85). */
class EmbeddedPostgresTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static List<String> ask(Login login, String question) throws SQLException {
        try (Connection connection = login.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            List<String> answer = new ArrayList<>();
            while (rows.next()) {
                answer.add(rows.getString(1));
            }
            return answer;
        }
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class While_it_runs {

        private Path place;
        private EmbeddedPostgres postgres;

        @BeforeAll
        void start() throws IOException {
            place = Places.fresh("running");
            postgres = EmbeddedPostgres.start(place);
        }

        @AfterAll
        void stop() {
            postgres.close();
        }

        @Test
        void its_processes_are_not_root() throws SQLException {
            String status = ask(postgres.superuser(), "select pg_read_file('/proc/self/status')")
                    .get(0);

            assertThat(line(status, "Uid:").split("\\s+")).hasSize(5).doesNotContain("0");
            assertThat(line(status, "CapEff:")).matches("CapEff:\\s+0+");
        }

        private String line(String status, String start) {
            return status.lines()
                    .filter(line -> line.startsWith(start))
                    .findFirst()
                    .orElseThrow();
        }

        @Test
        void every_setting_that_keeps_what_was_committed_is_on() throws SQLException {
            for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
                assertThat(ask(postgres.superuser(), "show " + setting))
                        .as(setting)
                        .containsExactly("on");
            }
        }

        @Test
        void only_this_machine_may_ask_and_only_with_a_password() throws SQLException {
            assertThat(ask(
                            postgres.superuser(),
                            "select concat_ws(' ', type, array_to_string(database, ','), array_to_string(user_name, ','),"
                                    + " address, netmask, auth_method, error) from pg_hba_file_rules"))
                    .containsExactly("host all all 127.0.0.1 255.255.255.255 scram-sha-256");
            assertThat(ask(postgres.superuser(), "show listen_addresses")).containsExactly("127.0.0.1");
            assertThat(ask(postgres.superuser(), "show unix_socket_directories"))
                    .containsExactly("");
            assertThat(ask(
                            postgres.superuser(),
                            "select rolname from pg_authid where rolcanlogin"
                                    + " and coalesce(rolpassword, '') not like 'SCRAM-SHA-256$%'"))
                    .isEmpty();
        }

        @Test
        void a_wrong_password_and_none_are_refused() {
            for (Login right : List.of(postgres.superuser(), postgres.owner())) {
                assertThatThrownBy(() -> right.as(right.user(), "guessed").connect())
                        .isInstanceOfSatisfying(SQLException.class, refused -> assertThat(refused.getSQLState())
                                .isEqualTo("28P01"));
                assertThatThrownBy(() -> right.as(right.user(), "").connect()).isInstanceOf(SQLException.class);
            }
        }

        @Test
        void another_address_of_this_machine_leads_nowhere() throws Exception {
            Optional<InetAddress> other = otherAddress();
            assumeTrue(other.isPresent(), "this machine has no address but loopback");
            int port = Integer.parseInt(
                    Files.readAllLines(place.resolve("cluster/postmaster.pid")).get(3));

            assertThatThrownBy(() -> new Socket(other.get(), port).close()).isInstanceOf(ConnectException.class);
        }

        private Optional<InetAddress> otherAddress() throws IOException {
            return NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                    .findFirst();
        }

        @Test
        void its_passwords_are_in_a_file_that_its_owner_alone_can_read() throws IOException {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(place.resolve("database.secrets"))))
                    .isEqualTo("rw-------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(place.resolve("cluster"))))
                    .isEqualTo("rwx------");
            assertThat(place.resolve("initial.secret")).doesNotExist();
        }

        @Test
        void a_second_start_here_and_from_another_process_is_refused_in_one_sentence() throws Exception {
            assertThatThrownBy(() -> EmbeddedPostgres.start(place))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("in use by another running Genjin")
                    .hasMessageNotContaining("\n");

            Process other = writer(place);
            try (BufferedReader said = reader(other)) {
                assertThat(said.readLine()).startsWith("refused The data directory " + place + " is in use");
                assertThat(other.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                        .isTrue();
            } finally {
                other.destroyForcibly();
            }
            assertThat(ask(postgres.owner(), "select 1")).containsExactly("1");
        }
    }

    @Test
    void nothing_acknowledged_is_lost_when_genjin_is_killed() throws Exception {
        Path place = Places.fresh("killed-genjin");
        Process genjin = writer(place);
        List<Integer> committed = new ArrayList<>();
        try (BufferedReader said = reader(genjin)) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                committed.add(Integer.parseInt(line.replace("committed ", "")));
                if (committed.size() == 500) {
                    genjin.toHandle().destroyForcibly();
                }
            }
        }

        try (EmbeddedPostgres again = EmbeddedPostgres.start(place)) {
            assertThat(committed).hasSizeGreaterThanOrEqualTo(500);
            assertThat(numbers(again)).containsAll(committed);
        }
    }

    @Test
    void a_killed_server_comes_back_by_itself_with_everything_acknowledged() throws Exception {
        Path place = Places.fresh("killed-server");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(place)) {
            long server = postgres.pid();
            List<Integer> committed = new ArrayList<>();
            try (Connection connection = postgres.owner().connect();
                    Statement statement = connection.createStatement()) {
                statement.execute("create table written (number int primary key)");
                try (PreparedStatement insert =
                        connection.prepareStatement("insert into written (number) values (?)")) {
                    for (int number = 1; number < 1_000_000; number++) {
                        if (number == 500) {
                            ProcessHandle.of(server).orElseThrow().destroyForcibly();
                        }
                        insert.setInt(1, number);
                        insert.executeUpdate();
                        committed.add(number);
                    }
                } catch (SQLException serverGone) {
                    assertThat(serverGone.getSQLState()).matches("08...|57P0.");
                }
            } catch (SQLException closedBroken) {
                assertThat(committed).isNotEmpty();
            }

            assertThat(committed).hasSizeGreaterThanOrEqualTo(499).hasSizeLessThan(999_999);
            assertThat(numbersOnceItAnswers(postgres)).containsAll(committed);
            assertThat(postgres.pid()).isNotEqualTo(server);
        }
    }

    private static List<Integer> numbersOnceItAnswers(EmbeddedPostgres postgres) throws SQLException {
        Instant patience = Instant.now().plus(PATIENCE);
        while (true) {
            try {
                return numbers(postgres);
            } catch (SQLException notYet) {
                if (Instant.now().isAfter(patience)) {
                    throw notYet;
                }
                Thread.onSpinWait();
            }
        }
    }

    private static List<Integer> numbers(EmbeddedPostgres postgres) throws SQLException {
        return ask(postgres.owner(), "select number from written").stream()
                .map(Integer::valueOf)
                .toList();
    }

    @Test
    void a_number_that_now_belongs_to_another_process_does_not_stop_a_start() throws Exception {
        Path place = Places.fresh("stale-number");
        EmbeddedPostgres.start(place).close();
        Process another = new ProcessBuilder("cat").start();
        try {
            Path cluster = place.resolve("cluster");
            Files.writeString(
                    cluster.resolve("postmaster.pid"), another.pid() + "\n" + cluster + "\n1700000000\n5432\n\n\n\n");

            try (EmbeddedPostgres again = EmbeddedPostgres.start(place)) {
                assertThat(again.pid()).isNotEqualTo(another.pid());
            }
            assertThat(another.isAlive()).isTrue();
        } finally {
            another.destroyForcibly();
        }
    }

    @Test
    void files_of_another_major_version_are_refused_untouched() throws Exception {
        Path place = Places.fresh("other-version");
        Path version = Files.createDirectory(place.resolve("cluster")).resolve("PG_VERSION");
        Files.writeString(version, "17\n");

        assertThatThrownBy(() -> EmbeddedPostgres.start(place))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("version 17")
                .hasMessageContaining("version 18")
                .hasMessageContaining("backup");
        try (var files = Files.list(version.getParent())) {
            assertThat(files).containsExactly(version);
        }
    }

    @Test
    void work_beside_a_genjin_needs_a_database_that_is_there() throws Exception {
        Path place = Places.fresh("nothing-there");

        assertThatThrownBy(() -> EmbeddedPostgres.startIfFree(place))
                .isInstanceOf(StartRefused.class)
                .hasMessage("There is no database of Genjin in " + place + ".");
        assertThat(place.resolve("cluster")).doesNotExist();
    }

    private static Process writer(Path place) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return new ProcessBuilder(java, "-Xmx128m", "-cp", classes, Writer.class.getName(), place.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static BufferedReader reader(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }
}
