package io.genjin.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.database.FaultServer;
import io.genjin.fault.Proxy.Line;
import io.genjin.fault.Writers.Acknowledged;
import io.genjin.testing.Api;
import io.genjin.testing.PlainBrowser;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Two Genjins as they are started for real share one PostgreSQL, one of them over a line that can be bad; they and the server are
 * killed, held up and ended while people write. The short form plays each fault once; {@code ./genjin test --faults} many times.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FaultsTest {

    /** How often each fault is played: once in the suite, more often under {@code ./genjin test --faults}. */
    private static final int ROUNDS = Integer.getInteger("genjin.faults", 1);

    private static final String APP_PASSWORD = "of the kill tests";

    /** Nobody waits longer for any answer while the database is away; the machine of the tests gets a second on top (S-R60). */
    private static final Duration AT_MOST = Duration.ofMillis(6_000);

    private FaultServer server;
    private Proxy proxy;
    private Node first;
    private Node second;
    private Shop shop;

    @BeforeAll
    void start() throws Exception {
        server = FaultServer.start(FaultServer.place("faults-server"));
        proxy = new Proxy(server.port());
        Path one = FaultServer.place("faults-first");
        Path other = FaultServer.place("faults-second");
        Path keys = one.resolve("keys");
        first = Node.start("first", one, settings(proxy.port(), keys));
        first.untilUp();
        second = Node.start("second", other, settings(server.port(), keys));
        shop = Shop.found(server);
        second.untilUp();
    }

    private List<String> settings(int port, Path keys) {
        return List.of(
                "--genjin.db.url=jdbc:postgresql://127.0.0.1:" + port + "/genjin",
                "--genjin.db.user=" + server.owner(),
                "--genjin.db.password=" + server.password(),
                "--genjin.db.app-password=" + APP_PASSWORD,
                "--genjin.keys=" + keys);
    }

    @AfterAll
    void stop() throws Exception {
        try (FaultServer last = server;
                Proxy before = proxy) {
            if (first != null) {
                first.close();
            }
            if (second != null) {
                second.close();
            }
        }
    }

    @Test
    @Order(1)
    @DisplayName("S-R12: who is signed in on one node is so on the other, and what an administrator changes on one the other knows"
            + " within five seconds")
    void two_nodes_are_one_genjin() throws Exception {
        PlainBrowser zhao = PlainBrowser.of("zhao", first.port());
        assertThat(zhao.at(second.port()).get("/account").uri().getPath()).isEqualTo("/account");
        Api token = Api.as("zhao", first.port());
        String there = "http://127.0.0.1:" + second.port();
        Api onSecond = token.at(second.port());
        assertThat(onSecond.get("/api/v1/me").status()).as(there).isEqualTo(200);
        PlainBrowser admin = PlainBrowser.of("admin", first.port());
        String id = shop.idOf("zhao");
        admin.get("/staff/" + id);

        admin.post("/staff/" + id + "/deactivation", Map.of());
        assertThat(shop.ask("select active from staff_member where username = 'zhao'"))
                .containsExactly("f");

        assertThat(within(Duration.ofSeconds(5), () -> onSecond.get("/api/v1/me").status() == 401)).isTrue();
        assertThat(zhao.at(second.port()).get("/account").uri().getPath()).isEqualTo("/sign-in");
    }

    private static boolean within(Duration patience, Callable<Boolean> fact) throws Exception {
        long giveUp = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < giveUp) {
            if (fact.call()) {
                return true;
            }
            LockSupport.parkNanos(50_000_000);
        }
        return false;
    }

    @Test
    @Order(2)
    @DisplayName("S-R59, S-R60, S-R62c: node and database are killed under people who write and a sheet that comes in; everything"
            + " acknowledged is there exactly once, and the journal, the clocks and the proof of the next steps agree")
    void nothing_acknowledged_is_lost_or_doubled() throws Exception {
        Writers writers = new Writers(List.of(first, second)).begin("li", "wang");
        List<String> sheets = new ArrayList<>();
        writers.more(10);
        for (int round = 1; round <= ROUNDS; round++) {
            sheets.add(Sheets.send(first, "sun", round));
            first.kill();
            writers.more(10);
            first.begin();
            assertThat(first.untilUp()).isLessThan(Node.LONGEST_START);
            writers.more(10);
            server.kill();
            assertThat(first.until(200, Duration.ofSeconds(30))).isLessThan(Duration.ofSeconds(30));
            writers.more(10);
        }
        List<Acknowledged> acknowledged = writers.end();

        assertThat(writers.wrong()).isEmpty();
        assertThat(writers.slowest()).isLessThan(AT_MOST);
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(40);
        exactlyOnce(acknowledged);
        for (int round = 1; round <= ROUNDS; round++) {
            Sheets.wholeAndOnce(shop, second, "sun", sheets.get(round - 1), round);
        }
        proven(acknowledged.size());
    }

    private void exactlyOnce(List<Acknowledged> acknowledged) throws Exception {
        assertThat(shop.ask("select id from prospect where batch_id is null"))
                .containsExactlyInAnyOrderElementsOf(
                        acknowledged.stream().map(Acknowledged::prospect).toList());
        assertThat(shop.ask("select prospect_id from journal_entry where kind = 'PROSPECT_OPENED' and actor_id <> ?::uuid", shop.idOf("sun")))
                .containsExactlyInAnyOrderElementsOf(
                        acknowledged.stream().map(Acknowledged::prospect).toList());
        assertThat(shop.ask("select prospect_id from follow_up"))
                .containsExactlyInAnyOrderElementsOf(
                        acknowledged.stream().map(Acknowledged::prospect).toList());
        assertThat(shop.ask("select prospect_id from journal_entry where kind = 'FOLLOW_UP_RECORDED'"))
                .containsExactlyInAnyOrderElementsOf(
                        acknowledged.stream().map(Acknowledged::prospect).toList());
        assertThat(shop.count("select count(*) from once_key where status <> 201")).isZero();
    }

    /** The two nightly jobs, brought forward: one computes all due moments anew, the other tells all next steps from the journal. */
    private void proven(int customers) throws Exception {
        for (String job : List.of("compare-clocks", "prove-next-steps")) {
            shop.change(
                    "update scheduled_tasks set last_success = null, execution_time = now() - interval '1 second'"
                            + " where task_name = ? and not picked",
                    job);
            assertThat(within(
                            Duration.ofSeconds(60),
                            () -> shop.count(
                                            "select count(*) from scheduled_tasks where task_name = ? and last_success is not null",
                                            job)
                                    == 1))
                    .as(job)
                    .isTrue();
        }
        assertThat(shop.count("select max(compared) from next_step_audit")).isGreaterThanOrEqualTo(customers);
        assertThat(shop.count("select sum(differing) from next_step_audit")).isZero();
        assertThat(first.log() + second.log()).doesNotContain(" defect");
    }

    @Test
    @Order(3)
    @DisplayName("S-R61: whatever the line to the database does, nobody waits longer than five seconds, health says so, files and the"
            + " sign-in page still answer, and a good line is enough to go on")
    void a_bad_line_is_told_and_survived() throws Exception {
        List<Line> lines = ROUNDS == 1
                ? List.of(Line.HANGING)
                : List.of(Line.HANGING, Line.HALF_OPEN, Line.RESETTING, Line.CUT_OFF);
        PlainBrowser li = PlainBrowser.of("li", first.port());
        Api system = Api.as("li", first.port());
        for (int round = 1; round <= ROUNDS; round++) {
            for (Line line : lines) {
                proxy.be(line);
                badLine(line, li, system);
                proxy.be(Line.GOOD);
                assertThat(first.until(200, Duration.ofSeconds(30))).isLessThan(Duration.ofSeconds(30));
                assertThat(system.get("/api/v1/me").status()).as(line.name()).isEqualTo(200);
                assertThat(li.get("/today").statusCode()).as(line.name()).isEqualTo(200);
            }
        }
    }

    private void badLine(Line line, PlainBrowser li, Api system) throws Exception {
        // longer ago than a connection is trusted without a look, and than the people at hand are kept
        assertThat(within(Duration.ofMillis(2_200), () -> false)).isFalse();
        ExecutorService people = Executors.newCachedThreadPool();
        try {
            List<Future<Integer>> asked = new ArrayList<>();
            for (int one = 0; one < 30; one++) {
                asked.add(people.submit(() -> timed(() -> system.get("/api/v1/prospects").status())));
                asked.add(people.submit(() -> timed(() -> li.get("/today").statusCode())));
            }
            Future<Integer> health = people.submit(() -> timed(() -> first.status("/actuator/health")));
            assertThat(timed(() -> first.status("/sign-in"))).isEqualTo(200);
            assertThat(timed(() -> first.status("/assets/genjin.css"))).isEqualTo(200);
            assertThat(timed(() -> first.status("/actuator/health/liveness"))).isEqualTo(200);
            for (Future<Integer> one : asked) {
                assertThat(one.get(60, TimeUnit.SECONDS)).as(line.name()).isEqualTo(503);
            }
            assertThat(health.get(60, TimeUnit.SECONDS)).as(line.name()).isEqualTo(503);
        } finally {
            people.shutdownNow();
        }
    }

    private static int timed(Callable<Integer> request) throws Exception {
        long began = System.nanoTime();
        int status = request.call();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(AT_MOST);
        return status;
    }

    @Test
    @Order(4)
    @DisplayName("S-R62d: SIGTERM lets what runs be answered, and the proxy's next try goes to the other node: no request fails")
    void a_rolling_restart_is_not_noticed() throws Exception {
        Writers writers = new Writers(List.of(first, second)).begin("li", "wang");
        writers.more(5);
        List<Node> restarted = ROUNDS == 1 ? List.of(second) : List.of(first, second);
        for (int round = 1; round <= ROUNDS; round++) {
            for (Node node : restarted) {
                node.end();
                assertThat(node.untilEnded()).isLessThan(Duration.ofSeconds(30));
                writers.more(5);
                if (ROUNDS > 1) {
                    node.begin();
                    node.untilUp();
                    writers.more(5);
                }
            }
        }
        writers.end();

        assertThat(writers.wrong()).isEmpty();
        assertThat(writers.answers()).as("nothing but acknowledgements and closed doors").containsOnlyKeys(allowed(writers));
        assertThat(shop.count("select count(*) from scheduled_tasks where picked and picked_by is null"))
                .isZero();
    }

    private static String[] allowed(Writers writers) {
        return writers.answers().keySet().stream()
                .filter(answer -> answer.equals("201") || answer.equals("ConnectException") || answer.equals("HttpConnectTimeoutException"))
                .toArray(String[]::new);
    }
}
