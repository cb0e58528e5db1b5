package io.genjin.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.database.FaultServer;
import io.genjin.fault.Writers.Acknowledged;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** A PostgreSQL, a line before it, and the Genjins that work on it; with what must hold there whatever was done to them. */
final class Ground implements AutoCloseable {

    private static final String APP_PASSWORD = "of the kill tests";

    private final FaultServer server;
    private final Proxy proxy;
    private final List<Node> nodes = new ArrayList<>();
    private final Shop shop;

    private Ground(FaultServer server, Proxy proxy) {
        this.server = server;
        this.proxy = proxy;
        this.shop = new Shop(server);
    }

    private Ground begin(String name, int count) throws Exception {
        try {
            Path keys = FaultServer.place(name + "-keys");
            for (int number = 1; number <= count; number++) {
                Path place = FaultServer.place(name + "-node-" + number);
                // the first one works over the line that can be bad
                int port = number == 1 ? proxy.port() : server.port();
                nodes.add(Node.start("node-" + number, place, settings(port, keys)));
                if (number == 1) {
                    node(1).untilUp();
                }
            }
            shop.found();
            for (Node node : nodes) {
                node.untilUp();
            }
            return this;
        } catch (Exception | Error failed) {
            close();
            throw failed;
        }
    }

    /** As many Genjins as that, all up, with the people of one dealership in them. */
    static Ground with(String name, int nodes) throws Exception {
        FaultServer server = FaultServer.start(FaultServer.place(name + "-server"));
        return new Ground(server, new Proxy(server.port())).begin(name, nodes);
    }

    /** One Genjin on a server that is there already. */
    static Ground on(FaultServer server, String name) throws Exception {
        return new Ground(server, new Proxy(server.port())).begin(name, 1);
    }

    private List<String> settings(int port, Path keys) {
        return List.of(
                "--genjin.db.url=jdbc:postgresql://127.0.0.1:" + port + "/genjin",
                "--genjin.db.user=" + server.owner(),
                "--genjin.db.password=" + server.password(),
                "--genjin.db.app-password=" + APP_PASSWORD,
                "--genjin.keys=" + keys,
                "--genjin.second-factor=OPTIONAL");
    }

    FaultServer server() {
        return server;
    }

    Proxy line() {
        return proxy;
    }

    Shop shop() {
        return shop;
    }

    List<Node> nodes() {
        return nodes;
    }

    /** Counted from 1. */
    Node node(int number) {
        return nodes.get(number - 1);
    }

    /** Whether it came about in that time. */
    static boolean within(Duration patience, Callable<Boolean> fact) throws Exception {
        long giveUp = System.nanoTime() + Slack.of(patience).toNanos();
        while (System.nanoTime() < giveUp) {
            if (fact.call()) {
                return true;
            }
            LockSupport.parkNanos(50_000_000);
        }
        return false;
    }

    /** What was acknowledged is there, once, with its contact, its keys and its entries in the journal; nothing else is. */
    void exactlyOnce(List<Acknowledged> acknowledged) throws Exception {
        List<String> customers =
                acknowledged.stream().map(Acknowledged::prospect).toList();
        assertThat(shop.ask("select id from prospect where batch_id is null"))
                .containsExactlyInAnyOrderElementsOf(customers);
        assertThat(shop.ask(
                        "select prospect_id from journal_entry where kind = 'PROSPECT_OPENED' and actor_id <> ?::uuid",
                        shop.idOf("sun")))
                .containsExactlyInAnyOrderElementsOf(customers);
        assertThat(shop.ask("select prospect_id from follow_up")).containsExactlyInAnyOrderElementsOf(customers);
        assertThat(shop.ask("select prospect_id from journal_entry where kind = 'FOLLOW_UP_RECORDED'"))
                .containsExactlyInAnyOrderElementsOf(customers);
        assertThat(shop.count("select count(*) from once_key where status <> 201"))
                .isZero();
    }

    /** The two nightly jobs, brought forward: one computes all due moments anew, the other tells all next steps from the journal. */
    void proven(int customers) throws Exception {
        for (String job : List.of("compare-clocks", "prove-next-steps")) {
            shop.change(
                    "update scheduled_tasks set last_success = null, execution_time = now() - interval '1 second'"
                            + " where task_name = ? and not picked",
                    job);
        }
        assertThat(within(
                        Duration.ofSeconds(60),
                        () -> shop.count("select count(*) from scheduled_tasks where last_success is not null"
                                        + " and task_name in ('compare-clocks', 'prove-next-steps')")
                                == 2))
                .isTrue();
        assertThat(shop.count("select max(compared) from next_step_audit")).isGreaterThanOrEqualTo(customers);
        assertThat(shop.count("select sum(differing) from next_step_audit")).isZero();
        for (Node node : nodes) {
            assertThat(node.log()).doesNotContain(" defect");
        }
    }

    @Override
    public void close() throws Exception {
        try (FaultServer last = server;
                Proxy before = proxy) {
            for (Node node : nodes) {
                node.close();
            }
        }
    }
}
