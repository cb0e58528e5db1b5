package io.genjin.vault;

import com.google.crypto.tink.KeysetHandle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The key files as things to keep and bring back; what they open is the {@link Vault}'s affair. */
@Component
public class VaultKeys {

    /** Lies beside the keys without being one: keyed hashes of who was erased, worth nothing without them. */
    public static final String ERASED = "erasures.list";

    private static final List<String> FILES = List.of("sealing.json", "finding.json");

    private final Path folder;

    VaultKeys(@Value("${genjin.keys:${genjin.data:data}/keys}") Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /** Where the key files lie or would lie. */
    public Path folder() {
        return folder;
    }

    /**
     * What each key is called, which tells nothing about it; none when there are no key files yet.
     *
     * @throws KeysUnusable when a key file cannot be read
     */
    public Set<String> names() {
        Set<String> names = new TreeSet<>();
        for (String name : FILES) {
            Path file = folder.resolve(name);
            if (Files.exists(file)) {
                KeysetHandle stored = new KeyFile(folder, name).read();
                for (int place = 0; place < stored.size(); place++) {
                    names.add(name + "/"
                            + Integer.toUnsignedString(stored.getAt(place).getId()));
                }
            }
        }
        return names;
    }

    /** The key files by name, as they are. Whoever has them and a copy of the database can open every number. */
    public Map<String, byte[]> files() {
        Map<String, byte[]> files = new TreeMap<>();
        for (String name : FILES) {
            Path file = folder.resolve(name);
            try {
                if (Files.exists(file)) {
                    files.put(name, Files.readAllBytes(file));
                }
            } catch (IOException unreadable) {
                throw new KeysUnusable(file, unreadable);
            }
        }
        return files;
    }

    /**
     * Lays key files down where there are none, readable by their owner alone.
     *
     * @throws KeysUnusable when there are some already, or they cannot be written
     */
    public void bringBack(Map<String, byte[]> files) {
        for (String name : FILES) {
            byte[] content = files.get(name);
            Path file = folder.resolve(name);
            if (content == null) {
                continue;
            }
            try {
                Files.createDirectories(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.write(file, content, StandardOpenOption.DSYNC);
            } catch (IOException unusable) {
                throw new KeysUnusable(file, unusable);
            }
        }
    }
}
