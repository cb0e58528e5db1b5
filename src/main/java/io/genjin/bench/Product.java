package io.genjin.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The product as it is started for real, in a process of its own, ended by its own number. */
final class Product implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofMinutes(10);
    private static final Duration LONGEST_END = Duration.ofSeconds(60);

    private final Process process;
    private final int port;
    private final Path log;
    private final Duration startedAfter;

    private Product(Process process, int port, Path log, Duration startedAfter) {
        this.process = process;
        this.port = port;
        this.log = log;
        this.startedAfter = startedAfter;
    }

    /** Starts the jar that this program runs from, as this program was started, and waits for its first answer. */
    static Product start(Path data, List<String> settings) {
        try {
            int port = freePort();
            Path log = data.resolve("product.log");
            List<String> line = new ArrayList<>();
            line.add(ProcessHandle.current().info().command().orElse("java"));
            line.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
            line.addAll(List.of("-jar", System.getProperty("java.class.path")));
            line.add("--genjin.data=" + data);
            line.add("--server.address=127.0.0.1");
            line.add("--server.port=" + port);
            line.addAll(settings);
            long began = System.nanoTime();
            Process process = new ProcessBuilder(line)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            Product product = new Product(process, port, log, Duration.ZERO);
            product.waitForAnswer(began);
            return new Product(process, port, log, Duration.ofNanos(System.nanoTime() - began));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void waitForAnswer(long began) throws IOException {
        while (System.nanoTime() - began < LONGEST_START.toNanos()) {
            if (!process.isAlive()) {
                throw new IllegalStateException("the product did not start; see " + log);
            }
            try (Wire wire = new Wire(address())) {
                if (wire.exchange(Wire.get("/actuator/health", "")).status() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                pause(20);
            }
        }
        close();
        throw new IllegalStateException("the product did not answer within " + LONGEST_START + "; see " + log);
    }

    /** Waits until the log says {@code words}. */
    void waitFor(String words) {
        try {
            while (!Files.readString(log).contains(words)) {
                if (!process.isAlive()) {
                    throw new IllegalStateException("the product ended before it said \"" + words + "\"; see " + log);
                }
                pause(500);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting for the product", stopped);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0)) {
            return any.getLocalPort();
        }
    }

    InetSocketAddress address() {
        return new InetSocketAddress("127.0.0.1", port);
    }

    /** From the command to the first answered request. */
    Duration startedAfter() {
        return startedAfter;
    }

    /** Largest resident memory so far, in bytes; nothing where the system does not tell. */
    long peakMemory() {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"))) {
                if (line.startsWith("VmHWM:")) {
                    return Long.parseLong(line.replaceAll("\\D+", "")) * 1024;
                }
            }
            return 0;
        } catch (IOException notTold) {
            return 0;
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(LONGEST_END.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
