package io.genjin.backup;

import io.genjin.vault.VaultKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The list of the erased that lies beside a backup. A restore takes it along to the keys of the new place, so that the first start
 * erases again whoever was erased after the backup was made (S-R79).
 */
final class ErasedList {

    private ErasedList() {}

    /**
     * Adds what stands beside {@code backup} to the list beside the keys.
     *
     * @throws BackupRefused when the two were written with different keys
     */
    static void takeAlong(Path backup, Path keys) throws IOException {
        Path from = backup.toAbsolutePath().resolveSibling(VaultKeys.ERASED);
        Path to = keys.resolve(VaultKeys.ERASED);
        if (!Files.exists(from) || (Files.exists(to) && Files.isSameFile(from, to))) {
            return;
        }
        Set<String> lines = new LinkedHashSet<>();
        if (Files.exists(to)) {
            lines.addAll(Files.readAllLines(to));
        }
        List<String> beside = Files.readAllLines(from);
        if (!lines.isEmpty() && !beside.isEmpty() && !lines.contains(beside.get(0))) {
            throw new BackupRefused("The lists of the erased " + from + " and " + to
                    + " were written with different keys; move away the one that does not belong to the backup.");
        }
        lines.addAll(beside);
        Files.createDirectories(
                keys, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path next = Files.createTempFile(
                keys,
                VaultKeys.ERASED,
                ".part",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(next, lines, StandardOpenOption.DSYNC);
        Files.move(next, to, StandardCopyOption.ATOMIC_MOVE);
    }
}
