package io.genjin.erasure;

import io.genjin.database.StartRefused;
import io.genjin.shared.DealershipId;
import io.genjin.vault.Vault;
import io.genjin.vault.VaultKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The list of the erased outside the database, {@code erasures.list}: beside the keys, and beside the backups where Genjin makes
 * them. A stone is a keyed hash of a case, which says nothing to anybody; held against an older backup that came back, it finds
 * who must be erased again (S-R79).
 */
@Component
class Tombstones {

    private static final String HEAD = "GENJIN ERASURES 1 ";
    private static final String KIND = "erased";

    private final Vault vault;
    private final List<Path> files;

    Tombstones(Vault vault, VaultKeys keys, @Value("${genjin.backup.folder:}") String backups) {
        this.vault = vault;
        List<Path> places = new ArrayList<>(List.of(keys.folder().resolve(VaultKeys.ERASED)));
        if (!backups.isBlank()) {
            places.add(Path.of(backups).toAbsolutePath().normalize().resolve(VaultKeys.ERASED));
        }
        this.files = List.copyOf(places);
    }

    /**
     * One stone.
     *
     * @param mark the keyed hash of a case, in hexadecimal
     */
    record Stone(DealershipId dealership, String mark, ErasureId erasure, Erasure.Reason reason, Instant erasedAt) {

        String line() {
            return dealership.value() + ";" + mark + ";" + erasure + ";" + reason + ";" + erasedAt;
        }

        static Optional<Stone> read(String line) {
            String[] cells = line.split(";");
            try {
                return cells.length != 5
                        ? Optional.empty()
                        : Optional.of(new Stone(
                                new DealershipId(Integer.parseInt(cells[0])),
                                cells[1],
                                new ErasureId(UUID.fromString(cells[2])),
                                Erasure.Reason.valueOf(cells[3]),
                                Instant.parse(cells[4])));
            } catch (IllegalArgumentException | DateTimeException tornByACrash) {
                return Optional.empty();
            }
        }
    }

    String mark(DealershipId dealership, UUID prospect) {
        return HexFormat.of().formatHex(vault.fingerprint(KIND, prospect.toString(), dealership));
    }

    /**
     * Every stone of every place.
     *
     * @throws StartRefused when a list was written with other keys than lie here: then nobody could be found by it
     */
    Set<Stone> all() {
        Set<Stone> stones = new LinkedHashSet<>();
        files.forEach(file -> stones.addAll(read(file)));
        return stones;
    }

    private List<Stone> read(Path file) {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            List<String> lines = Files.readAllLines(file);
            if (!lines.isEmpty() && !lines.get(0).equals(head())) {
                throw new StartRefused(
                        "The list of the erased, " + file + ", was written with other keys than lie here. Put the"
                                + " key files of that Genjin into place; without them persons who were erased would come back.");
            }
            return lines.stream()
                    .skip(1)
                    .flatMap(line -> Stone.read(line).stream())
                    .toList();
        } catch (IOException unreadable) {
            throw new StartRefused(
                    "The list of the erased, " + file + ", cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    private String head() {
        return HEAD + HexFormat.of().formatHex(vault.fingerprint(KIND, "list", new DealershipId(0)));
    }

    /** Sets stones in every place where they are missing; when this returns they are on disk. */
    synchronized void add(Collection<Stone> stones) {
        for (Path file : files) {
            Set<Stone> missing = new LinkedHashSet<>(stones);
            read(file).forEach(missing::remove);
            if (!missing.isEmpty()) {
                write(file, missing);
            }
        }
    }

    private void write(Path file, Collection<Stone> stones) {
        StringBuilder text = new StringBuilder();
        try {
            Path folder = file.getParent();
            if (folder != null) {
                Files.createDirectories(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            if (!Files.exists(file)) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            // a line that a crash tore ends here
            text.append(Files.size(file) == 0 ? head() : "").append('\n');
            stones.forEach(stone -> text.append(stone.line()).append('\n'));
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.APPEND)) {
                ByteBuffer bytes = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("the list of the erased cannot be written to " + file, failed);
        }
    }
}
