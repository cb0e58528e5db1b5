package io.genjin.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** A backup on disk: a zip of one text per table, key files if asked for, and the manifest. */
final class BackupFile implements AutoCloseable {

    private static final String KEYS = "keys/";

    private final ZipFile zip;
    private final Manifest manifest;

    private BackupFile(ZipFile zip, Manifest manifest) {
        this.zip = zip;
        this.manifest = manifest;
    }

    /**
     * Opens a backup for reading.
     *
     * @throws BackupRefused when it is none, was cut short, or is of a format that came later
     */
    static BackupFile open(Path file) throws IOException {
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (ZipException none) {
            throw new BackupRefused(file + " is no backup of Genjin, or was cut short.", none);
        }
        try {
            ZipEntry entry = zip.getEntry(Manifest.ENTRY);
            if (entry == null) {
                throw new BackupRefused(file + " is no backup of Genjin.");
            }
            try (InputStream content = zip.getInputStream(entry)) {
                return new BackupFile(zip, Manifest.read(content));
            }
        } catch (IOException | RuntimeException failed) {
            zip.close();
            throw failed;
        }
    }

    Manifest manifest() {
        return manifest;
    }

    /**
     * Reads the whole file once.
     *
     * @throws BackupRefused when a table in it is not what the manifest says
     */
    void verify() throws IOException {
        for (Manifest.Content content : manifest.tables()) {
            try (InputStream text = open(content)) {
                if (!Copies.checksum(text).equals(content.sha256())) {
                    throw new BackupRefused("The backup is damaged: table " + content.table() + " was changed.");
                }
            } catch (ZipException damaged) {
                throw new BackupRefused(
                        "The backup is damaged: table " + content.table() + " cannot be read.", damaged);
            }
        }
    }

    InputStream open(Manifest.Content content) throws IOException {
        ZipEntry entry = zip.getEntry(content.entry());
        if (entry == null) {
            throw new BackupRefused("The backup is damaged: table " + content.table() + " is missing.");
        }
        return zip.getInputStream(entry);
    }

    Map<String, byte[]> keyFiles() throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        for (ZipEntry entry :
                zip.stream().filter(entry -> entry.getName().startsWith(KEYS)).toList()) {
            try (InputStream content = zip.getInputStream(entry)) {
                files.put(entry.getName().substring(KEYS.length()), content.readAllBytes());
            }
        }
        return files;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** A backup being written. */
    static final class Writer implements AutoCloseable {

        private final ZipOutputStream zip;
        private final List<Manifest.Content> contents = new ArrayList<>();

        Writer(Path to) throws IOException {
            this.zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(to)));
        }

        void add(Table table, Copies copies) throws IOException, SQLException {
            zip.putNextEntry(new ZipEntry(Manifest.entry(table.name())));
            contents.add(copies.write(table, zip));
            zip.closeEntry();
        }

        void addKeys(Map<String, byte[]> files) throws IOException {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(KEYS + file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }

        List<Manifest.Content> contents() {
            return contents;
        }

        Manifest finish(Manifest manifest) throws IOException {
            zip.putNextEntry(new ZipEntry(Manifest.ENTRY));
            manifest.write(zip);
            zip.closeEntry();
            return manifest;
        }

        @Override
        public void close() throws IOException {
            zip.close();
        }
    }
}
