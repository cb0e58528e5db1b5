package io.genjin.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.fault.Proxy.Line;
import io.genjin.fault.Writers.Acknowledged;
import io.genjin.testing.Api;
import io.genjin.testing.PlainBrowser;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The long form of {@link FaultsTest}, played by {@code ./genjin test --faults}: two Genjins share one PostgreSQL, one of them over
 * a line that can be bad; they and the server are killed, held up and ended again and again while people write.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FaultDrill {

    /** How often each fault is played. */
    private static final int ROUNDS = Integer.getInteger("genjin.faults", 1);

    private Ground ground;
    private Node first;
    private Node second;

    @BeforeAll
    void start() throws Exception {
        ground = Ground.with("drill", 2);
        first = ground.node(1);
        second = ground.node(2);
    }

    @AfterAll
    void stop() throws Exception {
        if (ground != null) {
            ground.close();
        }
    }

    @Test
    @Order(1)
    @DisplayName(
            "S-R12: who is signed in on one node is so on the other, and what an administrator changes on one the other knows"
                    + " within five seconds")
    void two_nodes_are_one_genjin() throws Exception {
        PlainBrowser zhao = PlainBrowser.of("zhao", first.port());
        assertThat(zhao.at(second.port()).get("/account").uri().getPath()).isEqualTo("/account");
        Api onSecond = Api.as("zhao", first.port()).at(second.port());
        assertThat(onSecond.get("/api/v1/me").status()).isEqualTo(200);
        PlainBrowser admin = PlainBrowser.of("admin", first.port());
        String id = ground.shop().idOf("zhao");
        admin.get("/staff/" + id);

        admin.post("/staff/" + id + "/deactivation", Map.of());
        assertThat(ground.shop().ask("select active from staff_member where username = 'zhao'"))
                .containsExactly("f");

        assertThat(Ground.within(
                        Duration.ofSeconds(5), () -> onSecond.get("/api/v1/me").status() == 401))
                .isTrue();
        assertThat(zhao.at(second.port()).get("/account").uri().getPath()).isEqualTo("/sign-in");
    }

    @Test
    @Order(2)
    @DisplayName(
            "S-R12: who gets another duty on one node signs in again on the other and has it, and a day closed on one is closed on"
                    + " the other, within five seconds")
    void what_one_node_is_told_the_other_goes_by() throws Exception {
        PlainBrowser chen = PlainBrowser.of("chen", first.port()).at(second.port());
        assertThat(chen.get("/staff/new").statusCode()).isEqualTo(403);
        Api onFirst = Api.as("zhou", first.port());
        Api onSecond = onFirst.at(second.port());
        assertThat(onSecond.get("/api/v1/calendar").json().path("closed")).isEmpty();
        PlainBrowser admin = PlainBrowser.of("admin", first.port());
        String id = ground.shop().idOf("chen");
        admin.get("/staff/" + id);

        admin.post("/staff/" + id + "/roles", Map.of("roles", "SYSTEM_ADMINISTRATOR", "version", "1"));
        String day = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(200).toString();
        Map<String, Object> closed = Map.of("days", List.of(Map.of("day", day, "open", false, "reason", "盘点")));
        assertThat(onFirst.send("PUT", "/api/v1/calendar", closed, Map.of()).status())
                .isEqualTo(200);

        assertThat(Ground.within(
                        Duration.ofSeconds(5),
                        () -> chen.get("/staff/new").uri().getPath().equals("/sign-in")))
                .isTrue();
        PlainBrowser again = PlainBrowser.of("chen", second.port());
        assertThat(Ground.within(
                        Duration.ofSeconds(5), () -> again.get("/staff/new").statusCode() == 200))
                .isTrue();
        assertThat(Ground.within(
                        Duration.ofSeconds(5),
                        () -> onSecond.get("/api/v1/calendar")
                                        .json()
                                        .path("closed")
                                        .size()
                                == 1))
                .isTrue();
    }

    @Test
    @Order(3)
    @DisplayName(
            "S-R59, S-R60, S-R62c: node and database are killed under people who write and a sheet that comes in; everything"
                    + " acknowledged is there exactly once, and the journal, the clocks and the proof of the next steps agree")
    void nothing_acknowledged_is_lost_or_doubled() throws Exception {
        Writers writers = new Writers(ground.nodes()).begin("li", "wang");
        List<String> sheets = new ArrayList<>();
        writers.more(10);
        for (int round = 1; round <= ROUNDS; round++) {
            sheets.add(Sheets.send(first, "sun", round));
            first.kill();
            writers.more(10);
            first.begin();
            assertThat(first.untilUp()).isLessThan(Node.LONGEST_START);
            writers.more(10);
            ground.server().kill();
            assertThat(first.until(200, Node.LONGEST_RECOVERY)).isLessThan(Node.LONGEST_RECOVERY);
            writers.more(10);
        }
        List<Acknowledged> acknowledged = writers.end();

        assertThat(writers.wrong()).isEmpty();
        assertThat(writers.slowest()).isLessThan(Writers.AT_MOST);
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(10 + 30 * ROUNDS);
        ground.exactlyOnce(acknowledged);
        for (int round = 1; round <= ROUNDS; round++) {
            Sheets.wholeAndOnce(ground.shop(), second, "sun", sheets.get(round - 1), round);
        }
        ground.proven(acknowledged.size());
    }

    @Test
    @Order(4)
    @DisplayName(
            "S-R61: whatever the line to the database does, nobody waits longer than five seconds, health says so, files and the"
                    + " sign-in page still answer, and a good line is enough to go on")
    void a_bad_line_is_told_and_survived() throws Exception {
        PlainBrowser li = PlainBrowser.of("li", first.port());
        Api system = Api.as("li", first.port());
        for (int round = 1; round <= ROUNDS; round++) {
            for (Line line : List.of(Line.HANGING, Line.HALF_OPEN, Line.RESETTING, Line.CUT_OFF)) {
                ground.line().be(line);
                badLine(line, li, system);
                ground.line().be(Line.GOOD);
                assertThat(first.until(200, Node.LONGEST_RECOVERY)).isLessThan(Node.LONGEST_RECOVERY);
                assertThat(system.get("/api/v1/me").status()).as(line.name()).isEqualTo(200);
                assertThat(li.get("/today").statusCode()).as(line.name()).isEqualTo(200);
            }
        }
    }

    private void badLine(Line line, PlainBrowser li, Api system) throws Exception {
        // longer ago than a connection is trusted without a look, and than the people at hand are kept
        assertThat(Ground.within(Duration.ofMillis(2_200), () -> false)).isFalse();
        ExecutorService people = Executors.newCachedThreadPool();
        try {
            List<Future<Integer>> asked = new ArrayList<>();
            for (int one = 0; one < 30; one++) {
                asked.add(people.submit(
                        () -> timed(() -> system.get("/api/v1/prospects").status())));
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
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Writers.AT_MOST);
        return status;
    }

    @Test
    @Order(5)
    @DisplayName(
            "S-R61: over a line on which every answer takes a fifth of a second and more, people are served, only later, and what"
                    + " they write is there once")
    void a_slow_line_is_slow_and_no_more() throws Exception {
        long before = ground.shop().count("select count(*) from prospect where batch_id is null");
        ground.line().be(Line.SLOW);
        try {
            Writers writers = new Writers(List.of(first)).begin("li", "wang");
            writers.more(4);
            int written = writers.end().size();

            assertThat(writers.wrong()).isEmpty();
            assertThat(writers.times("503")).isZero();
            assertThat(first.status("/actuator/health")).isEqualTo(200);
            assertThat(ground.shop().count("select count(*) from prospect where batch_id is null"))
                    .isEqualTo(before + written);
        } finally {
            ground.line().be(Line.GOOD);
        }
    }

    @Test
    @Order(6)
    @DisplayName(
            "S-R62d: SIGTERM lets what runs be answered, and the proxy's next try goes to the other node: no request fails")
    void a_rolling_restart_is_not_noticed() throws Exception {
        Writers writers = new Writers(ground.nodes()).begin("li", "wang");
        writers.more(5);
        for (int round = 1; round <= ROUNDS; round++) {
            for (Node node : ground.nodes()) {
                node.end();
                assertThat(node.untilEnded()).isLessThan(Node.LONGEST_DRAIN);
                writers.more(5);
                node.begin();
                node.untilUp();
                writers.more(5);
            }
        }
        writers.end();

        assertThat(writers.wrong()).isEmpty();
        assertThat(writers.answers().keySet())
                .as("nothing but acknowledgements and closed doors")
                .isSubsetOf("201", "ConnectException", "HttpConnectTimeoutException");
        assertThat(ground.shop().count("select count(*) from scheduled_tasks where picked and picked_by is null"))
                .isZero();
    }

    @Test
    @Order(7)
    @DisplayName(
            "S-R79j: a node that stands still in the middle of a sheet and in the middle of a job, and wakes after the other one did"
                    + " its work, does nothing of it a second time, and works on")
    void a_node_that_wakes_too_late_changes_nothing() throws Exception {
        int number = ROUNDS + 1;
        plan("settle-fallen-clocks", "1 hour");
        String sheet = Sheets.sendLate(first, "sun", number, 40);
        assertThat(Ground.within(Duration.ofSeconds(30), () -> stored(sheet) > 0))
                .isTrue();
        first.pause();
        try {
            plan("resume-imports", "-1 second");
            Sheets.wholeAndOnce(ground.shop(), second, "sun", sheet, number);
        } finally {
            first.wake();
        }

        second.pause();
        try {
            plan("settle-fallen-clocks", "-1 second");
            assertThat(Ground.within(Duration.ofSeconds(60), () -> missed(sheet) > 0))
                    .isTrue();
            first.pause();
        } finally {
            second.wake();
        }
        try {
            assertThat(missed(sheet)).as("it stands still in the middle").isLessThan(Sheets.ROWS);
            assertThat(ground.shop()
                            .count(
                                    "select count(*) from scheduled_tasks where task_name = 'settle-fallen-clocks'"
                                            + " and picked and picked_by = ?",
                                    first.name()))
                    .isEqualTo(1);
            assertThat(Ground.within(Duration.ofSeconds(180), () -> missed(sheet) >= Sheets.ROWS))
                    .as("the other one has taken it over")
                    .isTrue();
        } finally {
            first.wake();
        }

        assertThat(first.until(200, Node.LONGEST_RECOVERY)).isLessThan(Node.LONGEST_RECOVERY);
        second.pause();
        try {
            plan("settle-fallen-clocks", "-1 second");
            plan("resume-imports", "-1 second");
            assertThat(Ground.within(
                            Duration.ofSeconds(120),
                            () -> ground.shop()
                                            .count("select count(*) from scheduled_tasks where last_success is not null"
                                                    + " and task_name in ('settle-fallen-clocks', 'resume-imports')")
                                    == 2))
                    .as("the one that stood still works again")
                    .isTrue();
        } finally {
            second.wake();
        }
        assertThat(missed(sheet)).isEqualTo(Sheets.ROWS);
        assertThat(stored(sheet)).isEqualTo(Sheets.ROWS);
    }

    /** Sets the next run of a job, as soon as nobody is at it. */
    private void plan(String job, String later) throws Exception {
        assertThat(Ground.within(
                        Duration.ofSeconds(180),
                        () -> ground.shop()
                                        .change(
                                                "update scheduled_tasks set last_success = null, execution_time = now() + ?::interval"
                                                        + " where task_name = ? and not picked",
                                                later,
                                                job)
                                == 1))
                .as(job)
                .isTrue();
    }

    private long stored(String sheet) throws Exception {
        return ground.shop().count("select count(*) from prospect where batch_id = ?::uuid", sheet);
    }

    /** How many entries of the journal say that a contact with one of them was missed: one month of forty days. */
    private long missed(String sheet) throws Exception {
        return ground.shop()
                .count(
                        "select count(*) from journal_entry j join prospect p on p.dealership_id = j.dealership_id"
                                + " and p.id = j.prospect_id where p.batch_id = ?::uuid and j.kind like '%MISSED'",
                        sheet);
    }
}
