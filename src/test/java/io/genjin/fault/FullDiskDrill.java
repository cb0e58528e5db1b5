package io.genjin.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.genjin.database.FaultServer;
import io.genjin.fault.Writers.Acknowledged;
import io.genjin.testing.Api;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The database's disk is full, and has room again; played by {@code ./genjin test --faults} where a disk can be mounted. */
class FullDiskDrill {

    private static final int MEGABYTES = 400;

    /** So much is left, which the tables need before the log of the database needs its next file. */
    private static final long LEFT = 200_000;

    @Test
    @DisplayName(
            "S-R62: a full disk refuses writes in a sentence of its own and leaves nothing half-written; reading goes on; when there"
                    + " is room again writing goes on by itself, and everything acknowledged is there once")
    void a_full_disk() throws Exception {
        Optional<Path> disk = FaultServer.smallDisk("full-disk", MEGABYTES);
        assumeTrue(disk.isPresent(), "a small disk can be mounted by root only, and not in every container");
        Path place = disk.orElseThrow();
        try (Ground ground = Ground.on(FaultServer.start(place), "full-disk")) {
            Node node = ground.node(1);
            Api li = Api.as("li", node.port());
            Writers writers = new Writers(List.of(node)).begin("li", "wang");
            writers.more(10);
            Path ballast = fill(place);
            assertThat(Ground.within(Duration.ofSeconds(60), () -> writers.times("database-full") >= 5))
                    .as(() -> writers.answers().toString())
                    .isTrue();
            assertThat(li.get("/api/v1/prospects").status()).isEqualTo(200);
            assertThat(node.status("/actuator/health")).isEqualTo(200);
            Files.delete(ballast);
            writers.more(10);
            List<Acknowledged> acknowledged = writers.end();

            assertThat(writers.wrong()).isEmpty();
            ground.exactlyOnce(acknowledged);
            ground.proven(acknowledged.size());
        } finally {
            FaultServer.unmount(place);
        }
    }

    private static Path fill(Path place) throws IOException {
        Path ballast = place.resolve("ballast");
        byte[] block = new byte[64 * 1024];
        try (OutputStream out = Files.newOutputStream(ballast)) {
            while (Files.getFileStore(place).getUsableSpace() > LEFT) {
                out.write(block);
            }
        }
        return ballast;
    }
}
