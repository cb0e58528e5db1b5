package io.genjin.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.Genjin;
import io.genjin.database.OpenDatabase;
import io.genjin.database.OutsideServer;
import io.genjin.database.Places;
import io.genjin.staff.StaffMember;
import io.genjin.testing.Api;
import io.genjin.testing.ApiDocument;
import io.genjin.testing.GenjinTest;
import io.genjin.testing.MutableClock;
import io.genjin.testing.TestBeans;
import io.genjin.testing.TestStores;
import io.genjin.vault.VaultKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Everything moves from the embedded database of a running Genjin to a PostgreSQL that somebody else keeps, and works there. In the
 * suite a consultant reads all lists here and there; with {@code -Dgenjin.long=true} a sales manager and an administrator of customers too.
 */
@GenjinTest
class MovingTest {

    private static final boolean LONG = Boolean.getBoolean("genjin.long");

    @Autowired
    BackupDesk desk;

    @Autowired
    VaultKeys keys;

    @Autowired
    MutableClock clock;

    @Autowired
    TestStores stores;

    @LocalServerPort
    int port;

    @Test
    @DisplayName(
            "S-R76, S-R77: kept by a running Genjin and brought back elsewhere, every table has its checksum and every list its rows")
    void every_table_and_every_list() throws Exception {
        clock.set("2026-03-02T09:00");
        TestStores.Store store = stores.found();
        List<String> people = Stream.of(store.li(), store.zhou(), store.sun())
                .limit(LONG ? 3 : 1)
                .map(StaffMember::username)
                .toList();
        List<String> opened = open(Api.as(people.get(0), port));
        Path place = Places.fresh("moving");
        Path file = place.resolve("everything.backup");
        Manifest manifest = desk.keep(file, false);
        Map<String, String> before = lists(people, port);
        copyKeys(place.resolve("data/keys"));

        try (OutsideServer server = OutsideServer.start(Places.fresh("moving-server"))) {
            List<String> settings = List.of(
                    "--genjin.data=" + place.resolve("data"),
                    "--genjin.db.url=" + server.url(),
                    "--genjin.backup.folder=" + place.resolve("backups"));
            try (ConfigurableApplicationContext alone = BackupTest.alone(settings)) {
                assertThat(alone.getBean(BackupDesk.class).bringBack(file)).isEqualTo(manifest);
            }
            try (ConfigurableApplicationContext moved = start(settings)) {
                moved.getBean(MutableClock.class).set(clock.instant());
                int there = moved.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
                assertThat(contents(moved.getBean(OpenDatabase.class), manifest))
                        .containsAll(untouched(manifest));
                Map<String, String> after = lists(people, there);
                assertThat(after.keySet()).isEqualTo(before.keySet());
                before.forEach(
                        (list, rows) -> assertThat(after.get(list)).as(list).isEqualTo(rows));
                assertThat(after.get(people.get(0) + " /api/v1/prospects")).contains(opened);
                assertThat(Api.as(store.admin().username(), there)
                                .get("/api/v1/backups")
                                .json()
                                .path("scheduled")
                                .asBoolean())
                        .isTrue();
                assertThat(open(Api.as(people.get(0), there), "13900009999"))
                        .as("work goes on there")
                        .isNotEmpty();
            }
        }
        assertThat(place.resolve("data/cluster")).doesNotExist();
    }

    private static List<String> open(Api li) {
        List<String> ids = new ArrayList<>();
        for (String mobile : List.of("13700000701", "13700000702", "13700000703")) {
            ids.add(open(li, mobile));
        }
        return ids;
    }

    private static String open(Api li, String mobile) {
        Api.Answer answer = li.post(
                "/api/v1/prospects",
                Map.of(
                        "customerName", "顾客" + mobile.substring(8),
                        "mobile", mobile,
                        "source", "INBOUND_CALL",
                        "grade", "A",
                        "gradeEvidence", List.of("CONFIDENCE", "NEED", "PURCHASING_POWER"),
                        "nextFollowUpDate", "2026-03-03",
                        "nextFollowUpReason", "INVITE_TO_SHOWROOM"));
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(201);
        return answer.text("/id");
    }

    /** What each person reads at each address of the API that needs nothing more said. */
    private static Map<String, String> lists(List<String> people, int port) {
        List<String> addresses = new ApiDocument(
                        Api.stranger(port).get("/api/openapi.json").json())
                .operations().stream()
                        .filter(one -> one.method().equalsIgnoreCase("get")
                                && !one.path().contains("{"))
                        .map(ApiDocument.Operation::path)
                        .sorted()
                        .toList();
        Map<String, String> lists = new LinkedHashMap<>();
        for (String person : people) {
            Api api = Api.as(person, port);
            for (String address : addresses) {
                Api.Answer answer = api.get(address);
                lists.put(
                        person + " " + address,
                        answer.status() + " "
                                + (answer.status() == 200 ? answer.json().toString() : ""));
            }
        }
        assertThat(lists.values().stream().filter(answer -> answer.startsWith("200")))
                .hasSizeGreaterThan(15 * people.size());
        return lists;
    }

    /** Tables into which a start or a sign-in writes; of them the restore itself has compared every row. */
    private static List<Manifest.Content> untouched(Manifest manifest) {
        List<String> written =
                List.of("account", "api_token", "sign_in_record", "scheduled_tasks", "spring_session", "backup_run");
        return manifest.tables().stream()
                .filter(table -> !written.contains(table.table()))
                .toList();
    }

    private static List<Manifest.Content> contents(OpenDatabase database, Manifest manifest)
            throws SQLException, IOException {
        try (Connection connection = database.enterAsOwner()) {
            connection.setAutoCommit(false);
            Copies copies = new Copies(connection);
            List<Manifest.Content> contents = new ArrayList<>();
            for (Table table : Catalogue.read(connection).tables()) {
                contents.add(copies.readAgain(table));
            }
            assertThat(contents).hasSameSizeAs(manifest.tables());
            return contents;
        }
    }

    private void copyKeys(Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(keys.folder())) {
            for (Path one : files.toList()) {
                Files.copy(one, to.resolve(one.getFileName()));
            }
        }
    }

    private static ConfigurableApplicationContext start(List<String> settings) {
        SpringApplication second = new SpringApplication(Genjin.class, TestBeans.class);
        second.setLogStartupInfo(false);
        return second.run(Stream.concat(
                        settings.stream(),
                        Stream.of("--server.port=0", "--db-scheduler.enabled=false", "--genjin.connections=4"))
                .toArray(String[]::new));
    }
}
