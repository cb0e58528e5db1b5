package io.genjin.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.backup.BackupAlarm.Kind;
import io.genjin.backup.BackupRun.Outcome;
import io.genjin.database.OpenDatabase;
import io.genjin.database.OwnerDoor;
import io.genjin.database.Places;
import io.genjin.testing.Api;
import io.genjin.testing.GenjinTest;
import io.genjin.testing.MutableClock;
import io.genjin.testing.TestStores;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The backups that Genjin makes by itself, and the alarm when one is not as it should be (S-R76, S-R78). */
@GenjinTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NightlyBackupTest {

    @Autowired
    BackupRuns runs;

    @Autowired
    BackupAlarms alarms;

    @Autowired
    MutableClock clock;

    @Autowired
    TestStores stores;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private Path place;
    private Path folder;
    private ConfigurableApplicationContext kept;
    private OpenDatabase database;
    private BackupSettings settings;
    private BackupWatch watch;
    private NightlyBackup nightly;

    /** What is kept is a small database of its own, so that its size is this test's affair. */
    @BeforeAll
    void open() throws Exception {
        place = Places.fresh("nightly");
        kept = BackupTest.house(place);
        database = kept.getBean(OwnerDoor.class).alone();
        database.migrations().applyUntil("202611231010");
    }

    @AfterAll
    void close() {
        database.close();
        kept.close();
    }

    @BeforeEach
    void schedule(TestInfo test) throws Exception {
        clock.set("2026-03-02T02:15");
        forget();
        folder = place.resolve(test.getTestMethod().orElseThrow().getName());
        fill(3000);
        settings = new BackupSettings(null, folder, LocalTime.of(2, 15), 2, new BigDecimal("0.2"));
        watch = new BackupWatch(settings, kept.getBean(BackupDesk.class), runs, alarms, clock);
        nightly = new NightlyBackup(settings, kept.getBean(BackupDesk.class), runs, watch, clock);
    }

    @AfterEach
    void forget() {
        jdbc.sql("delete from backup_run").update();
        jdbc.sql("delete from backup_alarm").update();
    }

    private void fill(int dealerships) throws Exception {
        try (Connection connection = database.enterAsOwner();
                Statement statement = connection.createStatement()) {
            statement.execute("delete from dealership where id > 0");
            statement.execute("insert into dealership (id, code, name, region, zone) select n, 'T' || n,"
                    + " md5(n::text) || md5((n + 1)::text), '华东', 'Asia/Shanghai' from generate_series(1, "
                    + dealerships
                    + ") n");
        }
    }

    private List<Kind> standing() {
        return watch.state().alarms().stream().map(BackupAlarm::kind).toList();
    }

    private List<String> files() throws Exception {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static long told(Api person) {
        return StreamSupport.stream(
                        person.get("/api/v1/notices").json().path("items").spliterator(), false)
                .filter(one -> one.toString().contains("BACKUP_ALARM"))
                .count();
    }

    @Test
    @DisplayName("S-R76: the first backup is made at once, then one a day; as many are kept as were asked for")
    void one_a_day() throws Exception {
        nightly.keepFirstOrLook();
        assertThat(files()).containsExactly("genjin-20260301T181500Z.backup");
        nightly.keepFirstOrLook();
        assertThat(runs.newest(5)).hasSize(1);
        Files.writeString(folder.resolve("genjin-notes.txt"), "not ours");

        clock.set("2026-03-03T02:15");
        nightly.keep();
        clock.set("2026-03-04T02:15");
        nightly.keep();

        assertThat(files())
                .containsExactly(
                        "genjin-20260302T181500Z.backup", "genjin-20260303T181500Z.backup", "genjin-notes.txt");
        assertThat(standing()).isEmpty();
        BackupRun last = watch.state().last().orElseThrow();
        assertThat(last.bytes()).isEqualTo(Files.size(folder.resolve(String.valueOf(last.file()))));
        assertThat(last.rows()).isEqualTo(3001);
        assertThat(last.readAt()).isEqualTo(clock.instant());
        assertThat(health().getStatus().getCode()).isEqualTo("UP");
    }

    @Test
    @DisplayName(
            "S-R78: a cut, altered, lost or stale backup raises the alarm, told once to administrators and nobody else")
    void cut_and_aged() throws Exception {
        TestStores.Store store = stores.found();
        Api admin = Api.as(store.admin().username(), port);
        Api li = Api.as(store.li().username(), port);
        nightly.keep();
        Path file = folder.resolve(files().get(0));
        byte[] whole = Files.readAllBytes(file);

        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        watch.look(false);
        watch.look(false);
        assertThat(standing()).containsExactly(Kind.UNREADABLE);
        assertThat(told(admin)).isEqualTo(1);
        assertThat(told(li)).isZero();
        assertThat(admin.get("/api/v1/backups").text("/alarms/0/alarm")).isEqualTo("UNREADABLE");
        assertThat(admin.get("/api/v1/backups").json().at("/runs/0/bytes").asLong())
                .isEqualTo(whole.length);
        assertThat(li.get("/api/v1/backups").status()).isEqualTo(403);
        assertThat(health().getStatus().getCode()).isEqualTo("ALARM");
        assertThat(health().getDetails()).containsEntry("alarms", List.of("UNREADABLE"));

        Files.write(file, whole);
        watch.look(false);
        assertThat(standing()).isEmpty();

        byte[] altered = whole.clone();
        altered[whole.length / 2] ^= 1;
        Files.write(file, altered);
        watch.look(true);
        assertThat(standing()).containsExactly(Kind.UNREADABLE);
        assertThat(told(admin)).isEqualTo(2);
        Files.write(file, whole);
        watch.look(true);
        assertThat(standing()).isEmpty();

        clock.set("2026-03-03T04:16");
        watch.look(false);
        assertThat(standing()).containsExactly(Kind.MISSING);
        Files.delete(file);
        watch.look(false);
        assertThat(standing()).containsExactlyInAnyOrder(Kind.MISSING, Kind.UNREADABLE);
        nightly.keep();
        assertThat(standing()).isEmpty();
    }

    @Test
    @DisplayName("S-R78: a backup that fails or shrinks raises the alarm, and nothing older is thrown away meanwhile")
    void failed_and_shrunken() throws Exception {
        nightly.keep();
        clock.set("2026-03-03T02:15");
        nightly.keep();
        List<String> before = files();

        fill(1000);
        clock.set("2026-03-04T02:15");
        nightly.keep();
        assertThat(standing()).containsExactly(Kind.SHRUNKEN);
        assertThat(files()).containsAll(before).hasSize(3);

        Path aside = folder.resolveSibling("aside");
        Files.move(folder, aside);
        Files.writeString(folder, "in the way");
        clock.set("2026-03-05T02:15");
        nightly.keep();
        assertThat(standing()).contains(Kind.FAILED);
        BackupRun failed = runs.newest(1).get(0);
        assertThat(failed.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(failed.trouble()).isNotBlank();

        Files.delete(folder);
        Files.move(aside, folder);
        clock.set("2026-03-06T02:15");
        nightly.keep();
        assertThat(standing()).isEmpty();
        assertThat(files()).hasSize(2);
    }

    private Health health() {
        return new BackupHealth(settings, watch, runs, alarms, clock).health();
    }
}
