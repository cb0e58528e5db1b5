package io.genjin.fault;

import io.genjin.testing.TestStores;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.json.JsonMapper;

/**
 * Consultants who open customers and record contacts without a pause, through nodes that are killed under them. What is not
 * acknowledged they send again under the same key, to the next node as a proxy would, until it is: each knows what must be there.
 */
final class Writers implements AutoCloseable {

    /** What was acknowledged: the customer that a key opened, and the contact that another key recorded with it. */
    record Acknowledged(String prospect, String mobile) {}

    /** Nobody waits longer for any answer while the database is away; the machine of the tests gets a second on top (S-R60). */
    static final Duration AT_MOST = Slack.seconds(6);

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final AtomicInteger NUMBERS = new AtomicInteger(20_000_000);
    private static final Duration PATIENCE = Slack.seconds(8);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final List<Node> nodes;
    private final List<Thread> threads = new ArrayList<>();
    private final Queue<Acknowledged> acknowledged = new ConcurrentLinkedQueue<>();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final Map<String, AtomicInteger> answers = new ConcurrentHashMap<>();
    private final AtomicLong slowest = new AtomicLong();
    private final AtomicInteger moves = new AtomicInteger();
    private volatile boolean ending;

    Writers(List<Node> nodes) {
        this.nodes = nodes;
    }

    /** They begin, each on the first node with a token that the others know too. */
    Writers begin(String... usernames) {
        for (String username : usernames) {
            String token = token(username);
            Thread thread = new Thread(() -> write(token), "writer-" + username);
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
        return this;
    }

    private String token(String username) {
        String body = send(
                        "/api/v1/tokens", "", "", Map.of("username", username, "password", TestStores.PASSWORD), false)
                .body();
        return JSON.readTree(body).path("token").asString();
    }

    private void write(String token) {
        try {
            while (!ending) {
                Map<String, Object> card = card();
                String prospect = JSON.readTree(send(
                                        "/api/v1/prospects",
                                        token,
                                        UUID.randomUUID().toString(),
                                        card,
                                        true)
                                .body())
                        .path("id")
                        .asString();
                send(
                        "/api/v1/prospects/" + prospect + "/follow-ups",
                        token,
                        UUID.randomUUID().toString(),
                        contact(),
                        true);
                acknowledged.add(new Acknowledged(prospect, (String) card.get("mobile")));
            }
        } catch (RuntimeException unexpected) {
            wrong.add(String.valueOf(unexpected));
        }
    }

    private static String day(int later) {
        return LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(later).toString();
    }

    private static Map<String, Object> card() {
        Map<String, Object> card = new HashMap<>();
        card.put("customerName", "张伟");
        card.put("mobile", "138" + NUMBERS.incrementAndGet());
        card.put("source", "INBOUND_CALL");
        card.put("grade", "H");
        card.put("gradeEvidence", List.of("CONFIDENCE", "NEED", "PURCHASING_POWER"));
        card.put("nextFollowUpDate", day(1));
        card.put("nextFollowUpReason", "INVITE_TO_SHOWROOM");
        return card;
    }

    private static Map<String, Object> contact() {
        return Map.of(
                "way",
                "PHONE",
                "outcome",
                "REACHED",
                "content",
                "谈了购车时间和预算",
                "nextDate",
                day(2),
                "nextReason",
                "ROUTINE");
    }

    /** Sends until it is acknowledged. Whatever is neither an acknowledgement nor a plain "not now" is wrong. */
    private HttpResponse<String> send(String path, String token, String key, Map<String, Object> body, boolean counts) {
        HttpRequest.Builder request = HttpRequest.newBuilder()
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token).header("Idempotency-Key", key);
        }
        long giveUp = System.nanoTime() + Slack.seconds(120).toNanos();
        while (System.nanoTime() < giveUp) {
            Node node = nodes.get(Math.floorMod(moves.get(), nodes.size()));
            long began = System.nanoTime();
            try {
                HttpResponse<String> answer = client.send(
                        request.uri(URI.create(node.base() + path)).build(), HttpResponse.BodyHandlers.ofString());
                slowest.accumulateAndGet(System.nanoTime() - began, Math::max);
                if (counts) {
                    count(String.valueOf(answer.statusCode()));
                }
                if (answer.statusCode() == 201) {
                    return answer;
                }
                if (answer.statusCode() != 503) {
                    throw new IllegalStateException(path + " answered " + answer.statusCode() + ": " + answer.body());
                }
                String code = JSON.readTree(answer.body()).path("code").asString("");
                count(code);
                if (!Set.of("unavailable", "database-full").contains(code)) {
                    wrong.add("a 503 without a plain sentence: " + answer.body());
                }
            } catch (IOException lost) {
                slowest.accumulateAndGet(System.nanoTime() - began, Math::max);
                count(lost.getClass().getSimpleName());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopped);
            }
            moves.incrementAndGet();
            LockSupport.parkNanos(50_000_000);
        }
        throw new IllegalStateException(path + " was never acknowledged");
    }

    private void count(String answer) {
        answers.computeIfAbsent(answer, any -> new AtomicInteger()).incrementAndGet();
    }

    /** Waits until so many more were acknowledged than there are now. */
    void more(int count) {
        int wanted = acknowledged.size() + count;
        long giveUp = System.nanoTime() + Slack.seconds(120).toNanos();
        while (acknowledged.size() < wanted && wrong.isEmpty()) {
            if (System.nanoTime() > giveUp) {
                throw new IllegalStateException("nothing more is acknowledged: " + answers);
            }
            LockSupport.parkNanos(10_000_000);
        }
    }

    int times(String answer) {
        AtomicInteger count = answers.get(answer);
        return count == null ? 0 : count.get();
    }

    Map<String, AtomicInteger> answers() {
        return answers;
    }

    /** The longest that anybody waited for an answer of any kind. */
    Duration slowest() {
        return Duration.ofNanos(slowest.get());
    }

    List<String> wrong() {
        return List.copyOf(wrong);
    }

    /** They finish what they are at. */
    List<Acknowledged> end() throws InterruptedException {
        ending = true;
        for (Thread thread : threads) {
            thread.join(Slack.seconds(130).toMillis());
        }
        return List.copyOf(acknowledged);
    }

    @Override
    public void close() throws InterruptedException {
        end();
    }
}
