package io.genjin.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genjin.database.OpenDatabase;
import io.genjin.database.OwnerDoor;
import io.genjin.database.Places;
import io.genjin.database.StartRefused;
import io.genjin.vault.Vault;
import io.genjin.vault.VaultKeys;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/** What was kept comes back as it was, whatever was written meanwhile; what is no whole backup never comes back (S-R76 to S-R79). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BackupTest {

    private static final String KEY = "YSBrZXkgZm9yIHRlc3RzLCBuZXZlciB1c2VkIG91dHM=";
    private static final String OTHER_KEY = "YW5vdGhlciBrZXkgZm9yIHRlc3RzLCBub3QgdGhpcyE=";

    private static final String CONTEXT = "prospect.mobile|1|0b7e";

    private static final List<String> STRANGE = List.of(
            "",
            "\\N",
            "\\.",
            "a\tb",
            "line\nline\r\n",
            "back\\slash",
            "\"quoted\", 'too'",
            "刘德海 跟进 𠮷",
            "😀",
            "=1+1",
            "\\.\n");

    private Path place;
    private ConfigurableApplicationContext genjin;
    private OpenDatabase database;
    private BackupDesk desk;
    private byte[] sealed;

    @BeforeAll
    void startGenjin() throws Exception {
        place = Places.fresh("backup");
        genjin = house(place, Vault.class);
        database = genjin.getBean(OwnerDoor.class).alone();
        database.migrations().apply();
        desk = genjin.getBean(BackupDesk.class);
        sealed = genjin.getBean(Vault.class).seal("13800001234", CONTEXT);
        try (Connection connection = database.enterAsOwner()) {
            for (int strange = 0; strange < STRANGE.size(); strange++) {
                write(connection, 100_000 + strange, STRANGE.get(strange));
            }
            try (PreparedStatement task = connection.prepareStatement("insert into scheduled_tasks"
                    + " (task_name, task_instance, task_data, execution_time, picked, version)"
                    + " values ('sealed', 'one', ?, '2026-03-02T09:00+08:00', false, 1)")) {
                task.setBytes(1, sealed);
                task.execute();
            }
            try (Statement statement = connection.createStatement()) {
                statement.execute("select setval('card_no', 4711)");
            }
            connection.commit();
        }
    }

    @AfterAll
    void stopGenjin() {
        database.close();
        genjin.close();
    }

    static ConfigurableApplicationContext house(Path data, Class<?>... more) {
        return house(data, KEY, more);
    }

    private static ConfigurableApplicationContext house(Path data, String key, Class<?>... more) {
        return alone(List.of("--genjin.data=" + data, "--genjin.backup.key=" + key), more);
    }

    /** The desk of backups without the application around it, as the commands open it. */
    static ConfigurableApplicationContext alone(List<String> settings, Class<?>... more) {
        List<Class<?>> parts =
                new ArrayList<>(List.of(BackupDesk.class, BackupKey.class, OwnerDoor.class, VaultKeys.class));
        parts.addAll(List.of(more));
        SpringApplication application = new SpringApplication(parts.toArray(Class<?>[]::new));
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setLogStartupInfo(false);
        return application.run(Stream.concat(settings.stream(), Stream.of("--logging.level.root=WARN"))
                .toArray(String[]::new));
    }

    /** One fact in two tables: whoever sees one without the other has seen half a transaction. */
    private static void write(Connection connection, int number, String text) throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement dealership = connection.prepareStatement(
                        "insert into dealership (id, code, name, region, zone) values (?, ?, ?, '华东', 'Asia/Shanghai')");
                PreparedStatement policy = connection.prepareStatement(
                        "insert into policy_version"
                                + " (dealership_id, id, effective_from, policy, set_by, reason)"
                                + " values (?, ?, '2026-01-01T00:00:00.123456+08:00', '{\"a\": [1, \"二\"]}', 'zhou.qiang', ?)")) {
            dealership.setInt(1, number);
            dealership.setString(2, "T" + number);
            dealership.setString(3, text);
            dealership.execute();
            policy.setInt(1, number);
            policy.setObject(2, UUID.randomUUID());
            policy.setString(3, text);
            policy.execute();
            connection.commit();
        }
    }

    private static List<String> rows(OpenDatabase from, String sql) throws SQLException {
        try (Connection connection = from.enterAsOwner();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> all = new ArrayList<>();
            while (rows.next()) {
                all.add(rows.getString(1));
            }
            return all;
        }
    }

    private static final String DEALERSHIPS = "select d::text from dealership d order by id";
    private static final String POLICIES = "select p::text from policy_version p order by dealership_id, id";

    @Test
    void a_backup_taken_while_work_goes_on_comes_back_as_of_one_instant() throws Exception {
        Path file = place.resolve("busy.backup");
        AtomicInteger acknowledged = new AtomicInteger();
        AtomicBoolean enough = new AtomicBoolean();
        CountDownLatch busy = new CountDownLatch(500);
        ExecutorService writers = Executors.newFixedThreadPool(4);
        List<Future<?>> work = new ArrayList<>();
        for (int writer = 0; writer < 4; writer++) {
            int first = 200_000 + writer * 100_000;
            work.add(writers.submit(() -> {
                try (Connection connection = database.enterAsOwner()) {
                    for (int number = first; !enough.get(); number++) {
                        write(connection, number, "店" + number);
                        acknowledged.incrementAndGet();
                        busy.countDown();
                    }
                }
                return null;
            }));
        }
        busy.await();
        List<String> before = rows(database, DEALERSHIPS);
        Manifest manifest = desk.keep(file, false);
        int until = acknowledged.get();
        enough.set(true);
        for (Future<?> one : work) {
            one.get();
        }
        writers.shutdown();
        List<String> after = rows(database, DEALERSHIPS);
        List<String> policiesAfter = rows(database, POLICIES);

        assertThat(until).as("work went on during the backup").isGreaterThan(before.size());
        restored(file, "busy-restored", back -> {
            List<String> dealerships = rows(back, DEALERSHIPS);
            List<String> policies = rows(back, POLICIES);
            assertThat(dealerships).containsAll(before);
            assertThat(after).containsAll(dealerships);
            assertThat(policiesAfter).containsAll(policies);
            assertThat(policies).as("no half transaction").hasSize(dealerships.size() - 1);
            assertThat(manifest.rows()).isEqualTo(dealerships.size() + policies.size() + 1L);
        });
    }

    /** What to look at in a restored database. */
    private interface Look {
        void at(OpenDatabase back) throws Exception;
    }

    private void restored(Path file, String name, Look look) throws Exception {
        Path to = Places.fresh(name);
        try (ConfigurableApplicationContext other = house(to)) {
            other.getBean(BackupDesk.class).bringBack(file);
            try (OpenDatabase back = other.getBean(OwnerDoor.class).alone()) {
                look.at(back);
            }
        }
    }

    @Test
    void every_strange_text_sequence_and_right_comes_back() throws Exception {
        Path file = place.resolve("strange.backup");
        desk.keep(file, false);

        restored(file, "strange-restored", back -> {
            assertThat(
                            rows(
                                    back,
                                    "select reason from policy_version where dealership_id between 100000 and 199999 order by dealership_id"))
                    .isEqualTo(STRANGE);
            assertThat(rows(back, "select nextval('card_no')")).containsExactly("4712");
            assertThat(rows(back, "select encode(task_data, 'hex') from scheduled_tasks"))
                    .containsExactly(HexFormat.of().formatHex(sealed));
            assertThat(rows(back, "select count(*) from pg_policies"))
                    .isEqualTo(rows(database, "select count(*) from pg_policies"));
        });
    }

    @Test
    void the_file_is_its_owners_and_takes_the_keys_along_only_when_asked() throws Exception {
        Path plain = place.resolve("plain.backup");
        Path withKeys = place.resolve("with-keys.backup");
        desk.keep(plain, false);
        desk.keep(withKeys, true);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(plain)))
                .isEqualTo("rw-------");
        assertThat(entries(plain))
                .contains("manifest.json", "tables/account.copy")
                .noneMatch(name -> name.startsWith("keys/"));
        assertThat(entries(withKeys)).contains("keys/finding.json", "keys/sealing.json");
        try (var files = Files.list(place)) {
            assertThat(files).noneMatch(path -> path.toString().endsWith(".part"));
        }

        Path to = Places.fresh("keys-restored");
        try (ConfigurableApplicationContext other = house(to)) {
            BackupDesk there = other.getBean(BackupDesk.class);
            assertThat(there.hasKeysOf(there.bringBack(withKeys))).isTrue();
        }
        try (ConfigurableApplicationContext other = house(to, Vault.class)) {
            assertThat(other.getBean(Vault.class).open(sealed, CONTEXT)).isEqualTo("13800001234");
        }
        Path without = Places.fresh("keyless-restored");
        try (ConfigurableApplicationContext other = house(without)) {
            BackupDesk there = other.getBean(BackupDesk.class);
            assertThat(there.hasKeysOf(there.bringBack(plain))).isFalse();
            assertThat(without.resolve("keys")).doesNotExist();
        }
    }

    private static List<String> entries(Path file) throws Exception {
        return List.copyOf(contents(file).keySet());
    }

    private static final int LINE = "GENJIN BACKUP 2 0123456789ab\n".length();

    /** What is in a backup, by the name of the entry. */
    private static Map<String, byte[]> contents(Path file) throws Exception {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        try (InputStream sealed = Files.newInputStream(file)) {
            byte[] line = sealed.readNBytes(LINE);
            ZipInputStream zip = new ZipInputStream(sealing().from(LINE).newDecryptingStream(sealed, line));
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                contents.put(entry.getName(), zip.readAllBytes());
            }
        }
        return contents;
    }

    private static BackupKey.Sealing sealing() {
        return BackupKey.sealing(KEY, "this test");
    }

    @Test
    void other_keys_in_use_are_never_replaced() throws Exception {
        Path file = place.resolve("their-keys.backup");
        desk.keep(file, true);
        Path to = Places.fresh("other-keys");
        house(to, Vault.class).close();
        byte[] keys = Files.readAllBytes(to.resolve("keys/sealing.json"));

        try (ConfigurableApplicationContext other = house(to)) {
            assertThatThrownBy(() -> other.getBean(BackupDesk.class).bringBack(file))
                    .isInstanceOf(BackupRefused.class)
                    .hasMessageContaining("Other keys than the backup's lie in " + to.resolve("keys"));
        }
        assertThat(Files.readAllBytes(to.resolve("keys/sealing.json"))).isEqualTo(keys);
        assertThat(to.resolve("cluster")).doesNotExist();
    }

    @Test
    void a_database_that_holds_anything_is_refused_and_left_as_it_is() throws Exception {
        Path file = place.resolve("for-a-full-one.backup");
        desk.keep(file, false);
        Path to = Places.fresh("full");
        try (ConfigurableApplicationContext other = house(to)) {
            try (OpenDatabase full = other.getBean(OwnerDoor.class).alone()) {
                full.migrations().apply();
                try (Connection connection = full.enterAsOwner()) {
                    write(connection, 7, "徐汇店");
                }
            }
            assertThatThrownBy(() -> other.getBean(BackupDesk.class).bringBack(file))
                    .isInstanceOf(BackupRefused.class)
                    .hasMessageContaining("not empty")
                    .hasMessageNotContaining("\n");
            try (OpenDatabase full = other.getBean(OwnerDoor.class).alone()) {
                assertThat(rows(full, "select code from dealership order by id"))
                        .containsExactly("HQ", "T7");
            }
        }
    }

    @Test
    void a_running_genjin_is_not_restored_into() {
        Path file = place.resolve("for-a-running-one.backup");
        desk.keep(file, false);

        assertThatThrownBy(() -> desk.bringBack(file))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("in use by another running Genjin");
    }

    @Test
    void a_started_but_never_used_genjin_is_empty_enough() throws Exception {
        Path file = place.resolve("for-a-started-one.backup");
        desk.keep(file, false);
        Path to = Places.fresh("started");
        try (ConfigurableApplicationContext other = house(to)) {
            try (OpenDatabase started = other.getBean(OwnerDoor.class).alone()) {
                started.migrations().apply();
                rows(
                        started,
                        "insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)"
                                + " values ('sweep', 'recurring', '2026-03-02T09:00+08:00', false, 1) returning task_name");
            }
            other.getBean(BackupDesk.class).bringBack(file);
            try (OpenDatabase back = other.getBean(OwnerDoor.class).alone()) {
                assertThat(rows(back, "select task_name from scheduled_tasks")).containsExactly("sealed");
            }
        }
    }

    @Test
    void what_is_no_whole_backup_is_refused_before_anything_is_made() throws Exception {
        Path whole = place.resolve("whole.backup");
        desk.keep(whole, false);
        byte[] bytes = Files.readAllBytes(whole);

        refused(
                Files.write(place.resolve("cut.backup"), Arrays.copyOf(bytes, bytes.length / 2)),
                "cut short or changed");
        refused(
                Files.write(place.resolve("cut.backup"), Arrays.copyOf(bytes, bytes.length - 1)),
                "cut short or changed");
        refused(
                Files.write(place.resolve("cut.backup"), Arrays.copyOf(bytes, bytes.length + 1)),
                "cut short or changed");
        refused(Files.write(place.resolve("cut.backup"), Arrays.copyOf(bytes, LINE + 3)), "cut short or changed");
        for (int at : List.of(LINE, LINE + 30, LINE + 70, bytes.length / 2, bytes.length - 1)) {
            byte[] altered = bytes.clone();
            altered[at] ^= 1;
            refused(Files.write(place.resolve("altered.backup"), altered), "cut short or changed");
        }
        refused(Files.writeString(place.resolve("no.backup"), "not a backup"), "no backup that this Genjin can read");
        refused(Files.writeString(place.resolve("old.zip"), "PK\u0003\u0004 and more"), "no sealed backup");
        refused(place.resolve("nowhere.backup"), "There is no file");
        refused(
                changed(whole, "tables/dealership.copy", text -> text.replace("华东", "华西")),
                "table dealership was changed");
        refused(changed(whole, "tables/account.copy", null), "table account is missing");
        refused(changed(whole, "manifest.json", null), "no backup of Genjin");
        refused(changed(whole, "manifest.json", text -> "{"), "manifest cannot be read");
        refused(changed(whole, "manifest.json", text -> text.replace("\"format\" : 2", "\"format\" : 3")), "format 3");
    }

    @Test
    void a_backup_with_other_tables_is_refused_naming_both() throws Exception {
        Path whole = place.resolve("of-today.backup");
        Manifest manifest = desk.keep(whole, false);
        String newest = manifest.migrations().get(manifest.migrations().size() - 1);
        Path later = changed(
                whole,
                "manifest.json",
                text -> text.replace("\"" + newest + "\"", "\"" + newest + "\", \"299912312359\""));

        assertThatThrownBy(() -> restored(later, "of-another-day", back -> {}))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining("299912312359")
                .hasMessageContaining("tables as of " + newest);
    }

    private void refused(Path file, String why) throws Exception {
        Path to = Places.fresh("refused");
        try (ConfigurableApplicationContext other = house(to)) {
            assertThatThrownBy(() -> other.getBean(BackupDesk.class).bringBack(file))
                    .isInstanceOf(BackupRefused.class)
                    .hasMessageContaining(why)
                    .hasMessageNotContaining("\n");
        }
        assertThat(to.resolve("cluster")).doesNotExist();
    }

    /** The backup with one entry changed by somebody who has the key, or left out when {@code change} is null. */
    private Path changed(Path whole, String entry, UnaryOperator<String> change) throws Exception {
        Path file = place.resolve("changed.backup");
        Map<String, byte[]> contents = contents(whole);
        if (change == null) {
            contents.remove(entry);
        } else {
            contents.computeIfPresent(
                    entry, (name, content) -> change.apply(new String(content, StandardCharsets.UTF_8))
                            .getBytes(StandardCharsets.UTF_8));
        }
        byte[] line = Arrays.copyOf(Files.readAllBytes(whole), LINE);
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(line);
            try (ZipOutputStream to = new ZipOutputStream(sealing().from(LINE).newEncryptingStream(out, line))) {
                for (Map.Entry<String, byte[]> one : contents.entrySet()) {
                    to.putNextEntry(new ZipEntry(one.getKey()));
                    to.write(one.getValue());
                }
            }
        }
        return file;
    }

    @Test
    void nothing_in_the_file_can_be_read_without_its_key() throws Exception {
        Path file = place.resolve("sealed.backup");
        desk.keep(file, true);
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);

        assertThat(bytes).startsWith("GENJIN BACKUP 2 " + sealing().name());
        assertThat(bytes)
                .doesNotContain(
                        "manifest.json", "tables/", "Asia/Shanghai", "zhou.qiang", "primaryKeyId", "PK\u0003\u0004");
        Path to = Places.fresh("other-backup-key");
        try (ConfigurableApplicationContext other = house(to, OTHER_KEY)) {
            assertThatThrownBy(() -> other.getBean(BackupDesk.class).bringBack(file))
                    .isInstanceOf(BackupRefused.class)
                    .hasMessageContaining("sealed with the key " + sealing().name() + ", and the key here is ");
        }
        try (ConfigurableApplicationContext other = house(to, "")) {
            assertThatThrownBy(() -> other.getBean(BackupDesk.class).bringBack(file))
                    .isInstanceOf(BackupRefused.class)
                    .hasMessageContaining("there is no key here: set genjin.backup.key, or put backup.key into "
                            + to.resolve("keys"));
        }
        try (ConfigurableApplicationContext other = house(to, "no key")) {
            assertThatThrownBy(() -> other.getBean(BackupDesk.class).bringBack(file))
                    .isInstanceOf(BackupRefused.class)
                    .hasMessageContaining("genjin.backup.key is no key")
                    .hasMessageNotContaining("\"no key\"");
        }
        assertThat(to.resolve("cluster")).doesNotExist();
        assertThat(to.resolve("keys")).doesNotExist();
    }

    @Test
    void a_key_that_nobody_set_is_drawn_once_for_its_owner_and_stays_out_of_the_file() throws Exception {
        Path to = Places.fresh("drawn");
        BackupKey.Sealing drawn;
        try (ConfigurableApplicationContext other = house(to, "")) {
            drawn = other.getBean(BackupKey.class).toSeal();
        }
        try (ConfigurableApplicationContext other = house(to, "")) {
            BackupKey again = other.getBean(BackupKey.class);
            assertThat(again.toSeal().bytes()).isEqualTo(drawn.bytes());
            assertThat(again.toOpen(drawn.name()).name()).isEqualTo(drawn.name());
            assertThat(other.getBean(VaultKeys.class).files()).isEmpty();
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(to.resolve("keys/backup.key"))))
                .isEqualTo("rw-------");
        assertThat(drawn.toString()).isEqualTo("Sealing[" + drawn.name() + "]");
    }

    @Test
    @DisplayName("S-R85: a backup of the first tables comes back into today's, with every row brought to today's form")
    void a_backup_of_an_older_genjin_comes_back_into_a_newer_one() throws Exception {
        String first = "202611231080";
        Path file = place.resolve("older.backup");
        Path from = Places.fresh("older");
        List<String> cards;
        try (ConfigurableApplicationContext older = house(from);
                OpenDatabase old = older.getBean(OwnerDoor.class).alone()) {
            old.migrations().applyUntil(first);
            assertThat(old.migrations().applied())
                    .endsWith(first)
                    .isNotEqualTo(old.migrations().wanted());
            try (Connection connection = old.enterAsOwner();
                    Statement statement = connection.createStatement()) {
                write(connection, 7, "徐汇店");
                statement.execute(PAST);
                connection.commit();
            }
            cards = rows(old, CARDS);
            assertThat(older.getBean(BackupDesk.class).keep(file, false).migrations())
                    .endsWith(first);
        }
        assertThat(cards).hasSize(40);
        restored(file, "older-restored", back -> {
            assertThat(back.migrations().applied()).isEqualTo(back.migrations().wanted());
            assertThat(rows(back, CARDS)).isEqualTo(cards);
            assertThat(rows(back, "select count(*)::text from journal_entry")).containsExactly("80");
            assertThat(rows(back, "select reason from policy_version")).containsExactly("徐汇店");
        });

        Path newer = Places.fresh("older-into-newer");
        try (ConfigurableApplicationContext other = house(newer)) {
            try (OpenDatabase started = other.getBean(OwnerDoor.class).alone()) {
                started.migrations().applyUntil("202611241000");
            }
            assertThatThrownBy(() -> other.getBean(BackupDesk.class).bringBack(file))
                    .isInstanceOf(BackupRefused.class)
                    .hasMessageContaining("The tables here are newer than the backup's (" + first);
        }
    }

    private static final String CARDS =
            "select concat_ws('|', id, card_no, status, source, grade, customer_name, encode(mobile_sealed, 'hex'), next_date, due_at)"
                    + " from prospect order by card_no";

    /** What the first tables held of forty customers. */
    private static final String PAST = """
            insert into staff_member (dealership_id, id, username, name, roles, active, created_at, updated_at, version)
            values (7, '00000000-0000-7000-8000-000000000001', 'li.na', '李娜', 'SALES_CONSULTANT', true,
                    '2026-01-01T09:00+08:00', '2026-01-01T09:00+08:00', 1);
            insert into prospect (dealership_id, id, card_no, status, source, received_at, owner_id, first_owner_id, important_customer,
                    initial_grade, grade, grade_evidence, customer_name, mobile_sealed, mobile_hash, mobile_last_four, main_model,
                    next_date, next_reason, next_note, due_at, rule_due_at, latest_day, first_pending, card_status, submitted_at,
                    visit_count, created_at, updated_at, version)
            select 7, ('00000000-0000-7000-8000-1000000000' || n)::uuid, n, (array['FOLLOWING', 'DEFEATED', 'DELIVERED', 'ASSIGNED'])[n % 4 + 1],
                   'WALK_IN', '2026-02-01T10:00+08:00', '00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000001',
                   false, 'A', 'B', '', '顾客' || n, decode('0102', 'hex'), decode(n::text, 'hex'), decode('05', 'hex'), 'T6',
                   '2026-03-02', 'SCHEDULED', '', '2026-03-02T23:59:59+08:00', '2026-03-02T23:59:59+08:00', '2026-03-02', false,
                   'SUBMITTED', '2026-02-01T11:00+08:00', 1, '2026-02-01T10:00+08:00', '2026-02-01T10:00+08:00', 3
              from generate_series(10, 49) n;
            insert into customer_info_card (dealership_id, prospect_id, customer_type, intent_models, competitors, remark)
            select 7, id, 'INDIVIDUAL', '["T6"]', '[]', 'x' from prospect;
            insert into journal_entry (dealership_id, id, prospect_id, kind, happened_at, happened_on, recorded_at, actor_id, owner_id,
                    grade, source, details)
            select 7, gen_random_uuid(), id, kind, received_at, '2026-02-01', received_at, owner_id, owner_id, 'A', source, '{}'
              from prospect cross join (values ('PROSPECT_OPENED'), ('CARD_SUBMITTED')) as happened (kind);
            """;

    @Test
    void there_must_be_something_to_keep_and_a_place_for_it() throws Exception {
        Path nothing = Places.fresh("nothing-to-keep");
        try (ConfigurableApplicationContext other = house(nothing)) {
            assertThatThrownBy(() -> other.getBean(BackupDesk.class).keep(place.resolve("never.backup"), false))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("There is no database of Genjin in " + nothing);
        }
        assertThat(place.resolve("never.backup")).doesNotExist();
        assertThatThrownBy(() -> desk.keep(place.resolve("no-such-folder/file.backup"), false))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining("no place for a file");
    }
}
