package io.genjin.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genjin.shared.DealershipId;
import io.genjin.shared.PhoneNumber;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultTest {

    private static final DealershipId SHANGHAI = new DealershipId(1);
    private static final DealershipId SUZHOU = new DealershipId(2);
    private static final PhoneNumber LIU = PhoneNumber.parse("138 0000 1234").orElseThrow();

    @TempDir
    Path folder;

    Vault vault;

    @BeforeEach
    void open() {
        vault = new Vault(folder.resolve("keys"));
    }

    @Test
    void what_is_sealed_opens_again_for_the_same_context() {
        byte[] sealed = vault.seal("+8613800001234", "prospect.mobile|1|a");

        assertThat(vault.open(sealed, "prospect.mobile|1|a")).isEqualTo("+8613800001234");
    }

    @Test
    void what_is_sealed_for_one_prospect_does_not_open_for_another() {
        byte[] sealed = vault.seal("+8613800001234", "prospect.mobile|1|a");

        assertThatThrownBy(() -> vault.open(sealed, "prospect.mobile|1|b")).isInstanceOf(SealBroken.class);
    }

    @Test
    void what_was_changed_does_not_open() {
        byte[] sealed = vault.seal("+8613800001234", "a");
        sealed[sealed.length - 1] ^= 1;

        assertThatThrownBy(() -> vault.open(sealed, "a")).isInstanceOf(SealBroken.class);
    }

    @Test
    void sealed_bytes_show_no_digits_and_never_repeat() {
        byte[] first = vault.seal("13800001234", "a");
        byte[] second = vault.seal("13800001234", "a");

        assertThat(new String(first, StandardCharsets.ISO_8859_1)).doesNotContain("1380", "1234");
        assertThat(first).isNotEqualTo(second);
    }

    @Test
    void a_new_start_opens_what_the_last_one_sealed() {
        byte[] sealed = vault.seal("刘洋", "a");
        byte[] hash = vault.fingerprint(LIU, SHANGHAI);

        Vault nextStart = new Vault(folder.resolve("keys"));

        assertThat(nextStart.open(sealed, "a")).isEqualTo("刘洋");
        assertThat(nextStart.fingerprint(LIU, SHANGHAI)).isEqualTo(hash);
    }

    @Test
    void after_rotation_old_and_new_open_and_hashes_stay() {
        byte[] before = vault.seal("before", "a");
        byte[] hash = vault.fingerprint(LIU, SHANGHAI);

        vault.rotate();
        vault.rotate();
        byte[] after = vault.seal("after", "a");

        assertThat(vault.open(before, "a")).isEqualTo("before");
        assertThat(vault.open(after, "a")).isEqualTo("after");
        assertThat(vault.fingerprint(LIU, SHANGHAI)).isEqualTo(hash);
        assertThat(new Vault(folder.resolve("keys")).open(before, "a")).isEqualTo("before");
        assertThat(List.of(after[1], after[2], after[3], after[4]))
                .as("sealed with another key")
                .isNotEqualTo(List.of(before[1], before[2], before[3], before[4]));
    }

    @Test
    void a_second_node_opens_what_was_sealed_after_the_first_one_rotated() {
        Vault secondNode = new Vault(folder.resolve("keys"));

        vault.rotate();

        assertThat(secondNode.open(vault.seal("new", "a"), "a")).isEqualTo("new");
    }

    @Test
    void the_same_number_has_different_hashes_in_two_dealerships() {
        assertThat(vault.fingerprint(LIU, SHANGHAI)).isNotEqualTo(vault.fingerprint(LIU, SUZHOU));
        assertThat(vault.lastFour(LIU, SHANGHAI)).isNotEqualTo(vault.lastFour(LIU, SUZHOU));
    }

    @Test
    void the_same_number_is_recognised_however_it_was_written() {
        PhoneNumber fullWidth = PhoneNumber.parse("+86-138-0000-1234").orElseThrow();

        assertThat(vault.fingerprint(fullWidth, SHANGHAI)).isEqualTo(vault.fingerprint(LIU, SHANGHAI));
        assertThat(vault.lastFour("1234", SHANGHAI)).isEqualTo(vault.lastFour(LIU, SHANGHAI));
        assertThat(vault.fingerprint(LIU, SHANGHAI)).isNotEqualTo(vault.lastFour(LIU, SHANGHAI));
    }

    @Test
    void the_key_files_belong_to_their_owner_alone() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("keys"))))
                .isEqualTo("rwx------");
        try (Stream<Path> files = Files.list(folder.resolve("keys"))) {
            assertThat(files).hasSize(2).allSatisfy(file -> assertThat(
                            PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------"));
        }
    }

    @Test
    void a_key_file_that_was_opened_to_others_is_closed_again() throws IOException {
        Path file = folder.resolve("keys/sealing.json");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        new Vault(folder.resolve("keys"));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void a_damaged_key_file_stops_the_start_and_is_not_replaced() throws IOException {
        Path file = folder.resolve("keys/sealing.json");
        Files.writeString(file, "{\"primaryKeyId\":");

        assertThatThrownBy(() -> new Vault(folder.resolve("keys")))
                .isInstanceOf(KeysUnusable.class)
                .hasMessageContaining("sealing.json");
        assertThat(Files.readString(file)).isEqualTo("{\"primaryKeyId\":");
    }

    @Test
    void many_starts_at_once_agree_on_one_key() throws Exception {
        Path keys = folder.resolve("raced");
        ExecutorService starts = Executors.newFixedThreadPool(8);
        try {
            List<Future<Vault>> vaults = IntStream.range(0, 8)
                    .mapToObj(number -> starts.submit(() -> new Vault(keys)))
                    .toList();
            byte[] sealed = vaults.get(0).get().seal("one", "a");
            byte[] hash = vaults.get(0).get().fingerprint(LIU, SHANGHAI);
            for (Future<Vault> started : vaults) {
                assertThat(started.get().open(sealed, "a")).isEqualTo("one");
                assertThat(started.get().fingerprint(LIU, SHANGHAI)).isEqualTo(hash);
            }
        } finally {
            starts.shutdownNow();
        }
    }

    @Test
    void neither_the_vault_nor_its_failures_print_what_is_sealed() {
        byte[] sealed = vault.seal("13800001234", "a");

        assertThat(vault.toString()).doesNotContain("key");
        assertThatThrownBy(() -> vault.open(sealed, "b")).hasMessageNotContaining("1380");
        assertThatThrownBy(() -> vault.lastFour("13800001234", SHANGHAI)).hasMessageNotContaining("1380");
    }
}
