package io.genjin.fault;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/** A Genjin as it is started for real, in a process of its own, on a port that it keeps over its deaths. */
final class Node implements AutoCloseable {

    /** Up again within so long, without help (S-R59, S-R60). A machine that runs other tests beside is given some more. */
    static final Duration LONGEST_START = Slack.seconds(90);

    /** Healthy again within so long after its database came back (S-R60). */
    static final Duration LONGEST_RECOVERY = Slack.seconds(30);

    /** Ended within so long after SIGTERM (S-R62d). */
    static final Duration LONGEST_DRAIN = Slack.seconds(30);

    private static final Duration LONGEST_END = LONGEST_DRAIN.plusSeconds(10);

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final String name;
    private final int port = freePort();
    private final Path log;
    private final List<String> line;
    private Process process;

    private Node(String name, Path place, List<String> settings) {
        this.name = name;
        this.log = place.resolve(name + ".log");
        this.line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8",
                "-cp",
                classes(),
                "io.genjin.Genjin",
                "--genjin.data=" + place,
                "--server.address=127.0.0.1",
                "--server.port=" + port,
                "--genjin.connections=6",
                "--genjin.limit.api-calls=0",
                "--db-scheduler.scheduler-name=" + name,
                "--db-scheduler.polling-interval=1s"));
        line.addAll(settings);
    }

    /** Starts it, without waiting until it answers. */
    static Node start(String name, Path place, List<String> settings) throws IOException {
        Node node = new Node(name, place, settings);
        node.begin();
        return node;
    }

    /** What the product consists of: everything the tests have but the tests, which would bring a clock of their own. */
    private static String classes() {
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(all.split(File.pathSeparator))
                .filter(entry -> !entry.contains("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static int freePort() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        } catch (IOException none) {
            throw new IllegalStateException(none);
        }
    }

    /** Starts it again where it was. */
    void begin() throws IOException {
        process = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    /** By which the table of the jobs names who is at work. */
    String name() {
        return name;
    }

    int port() {
        return port;
    }

    String base() {
        return "http://localhost:" + port;
    }

    /** How long it took until it said that it is up. */
    Duration untilUp() {
        return until(200, LONGEST_START);
    }

    /** How long it took until its health was that. */
    Duration until(int health, Duration patience) {
        long began = System.nanoTime();
        while (System.nanoTime() - began < patience.toNanos()) {
            if (!process.isAlive()) {
                throw new IllegalStateException(name + " ended by itself:\n" + tail());
            }
            if (status("/actuator/health") == health) {
                return Duration.ofNanos(System.nanoTime() - began);
            }
            LockSupport.parkNanos(20_000_000);
        }
        throw new IllegalStateException(name + " did not come to health " + health + ":\n" + tail());
    }

    /** The status of a page without sign-in; 0 when nobody answers. */
    int status(String path) {
        try {
            return CLIENT.send(
                            HttpRequest.newBuilder(URI.create(base() + path))
                                    .timeout(Slack.seconds(8))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException nobody) {
            return 0;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    String log() {
        try {
            return Files.readString(log);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private String tail() {
        String all = log();
        return all.substring(Math.max(0, all.length() - 4000));
    }

    /** kill -9. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** SIGTERM: it answers what it has begun, and ends. */
    void end() {
        process.destroy();
    }

    /** How long it took to end after SIGTERM. */
    Duration untilEnded() throws InterruptedException {
        long began = System.nanoTime();
        if (!process.waitFor(LONGEST_END.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException(name + " does not end:\n" + tail());
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** The machine stands still, as a paused virtual one does (S-R79j). */
    void pause() throws IOException, InterruptedException {
        signal("STOP");
    }

    /** It goes on as if nothing had been. */
    void wake() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String signal) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid())).start();
        if (kill.waitFor() != 0) {
            throw new IllegalStateException("cannot send " + signal);
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }
}
