package io.genjin.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.fault.Writers.Acknowledged;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * A Genjin as it is started for real, on a PostgreSQL of its own, is killed under people who write; then the database is. Once
 * each here; {@link FaultDrill} does it with two nodes, again and again, and does worse.
 */
class FaultsTest {

    @Test
    @DisplayName(
            "S-R59, S-R60, S-R62c: kill -9 of Genjin and of PostgreSQL under people who write and a sheet that comes in: all that"
                    + " was acknowledged is there exactly once, what was not is sent again under its key and does not double")
    void nothing_acknowledged_is_lost_or_doubled() throws Exception {
        try (Ground ground = Ground.with("faults", 1)) {
            Node node = ground.node(1);
            Writers writers = new Writers(ground.nodes()).begin("li", "wang");
            writers.more(10);
            String sheet = Sheets.send(node, "sun", 1);
            node.kill();
            node.begin();
            assertThat(node.untilUp()).isLessThan(Node.LONGEST_START);
            writers.more(10);
            ground.server().kill();
            assertThat(node.until(200, Node.LONGEST_RECOVERY)).isLessThan(Node.LONGEST_RECOVERY);
            writers.more(10);
            List<Acknowledged> acknowledged = writers.end();

            assertThat(writers.wrong()).isEmpty();
            assertThat(writers.slowest()).isLessThan(Writers.AT_MOST);
            assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(30);
            ground.exactlyOnce(acknowledged);
            Sheets.wholeAndOnce(ground.shop(), node, "sun", sheet, 1);
            ground.proven(acknowledged.size());
        }
    }
}
