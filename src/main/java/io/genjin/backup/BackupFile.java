package io.genjin.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * A backup on disk: one line that says what it is and which key sealed it, then, sealed, a zip of one text per table, key
 * files if asked for, and the manifest.
 */
final class BackupFile implements AutoCloseable {

    private static final String KEYS = "keys/";
    private static final String MARK = "GENJIN BACKUP 2 ";
    private static final int NAME = 12;
    /** The first line; it is bound to what follows, so that it cannot be changed either. */
    private static final int LINE = MARK.length() + NAME + 1;

    private final Path file;
    private final ZipFile zip;
    private final Manifest manifest;

    private BackupFile(Path file, ZipFile zip, Manifest manifest) {
        this.file = file;
        this.zip = zip;
        this.manifest = manifest;
    }

    /**
     * Opens a backup for reading.
     *
     * @throws BackupRefused when it is none, was sealed with another key, was cut short, or is of a format that came later
     */
    static BackupFile open(Path file, BackupKey key) throws IOException {
        byte[] line = firstLine(file);
        BackupKey.Sealing sealing = key.toOpen(new String(line, MARK.length(), NAME, StandardCharsets.US_ASCII));
        FileChannel sealed = FileChannel.open(file, StandardOpenOption.READ);
        try {
            SeekableByteChannel opened = sealing.from(LINE).newSeekableDecryptingChannel(sealed, line);
            ZipFile zip = ZipFile.builder()
                    .setSeekableByteChannel(opened)
                    .setIgnoreLocalFileHeader(true)
                    .get();
            ZipArchiveEntry entry = zip.getEntry(Manifest.ENTRY);
            if (entry == null) {
                throw new BackupRefused(file + " is no backup of Genjin.");
            }
            try (InputStream content = zip.getInputStream(entry)) {
                return new BackupFile(file, zip, Manifest.read(content));
            }
        } catch (IOException | GeneralSecurityException damaged) {
            sealed.close();
            throw new BackupRefused(file + " was cut short or changed.", damaged);
        } catch (RuntimeException refused) {
            sealed.close();
            throw refused;
        }
    }

    private static byte[] firstLine(Path file) throws IOException {
        byte[] line;
        try (InputStream start = Files.newInputStream(file)) {
            line = start.readNBytes(LINE);
        } catch (NoSuchFileException none) {
            throw new BackupRefused("There is no file " + file + ".", none);
        }
        String text = new String(line, StandardCharsets.US_ASCII);
        if (text.startsWith("PK")) {
            throw new BackupRefused(
                    file + " is no sealed backup; a Genjin that kept backups open made it. Restore it with that one.");
        }
        if (line.length < LINE || !text.startsWith(MARK) || text.charAt(LINE - 1) != '\n') {
            throw new BackupRefused(file + " is no backup that this Genjin can read.");
        }
        return line;
    }

    Manifest manifest() {
        return manifest;
    }

    /**
     * Reads the whole file once.
     *
     * @throws BackupRefused when anything in it is not what was written
     */
    void verify() {
        for (Manifest.Content content : manifest.tables()) {
            try (InputStream text = open(content)) {
                if (!Copies.checksum(text).equals(content.sha256())) {
                    throw new BackupRefused("The backup is damaged: table " + content.table() + " was changed.");
                }
            } catch (IOException damaged) {
                throw new BackupRefused(
                        file + " was cut short or changed: table " + content.table() + " cannot be read.", damaged);
            }
        }
    }

    InputStream open(Manifest.Content content) throws IOException {
        ZipArchiveEntry entry = zip.getEntry(content.entry());
        if (entry == null) {
            throw new BackupRefused("The backup is damaged: table " + content.table() + " is missing.");
        }
        return zip.getInputStream(entry);
    }

    Map<String, byte[]> keyFiles() throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
            if (entry.getName().startsWith(KEYS)) {
                try (InputStream content = zip.getInputStream(entry)) {
                    files.put(entry.getName().substring(KEYS.length()), content.readAllBytes());
                }
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

        Writer(Path to, BackupKey.Sealing sealing) throws IOException, GeneralSecurityException {
            byte[] line = (MARK + sealing.name() + "\n").getBytes(StandardCharsets.US_ASCII);
            OutputStream out = new BufferedOutputStream(Files.newOutputStream(to), 1 << 16);
            out.write(line);
            this.zip = new ZipOutputStream(
                    new BufferedOutputStream(sealing.from(line.length).newEncryptingStream(out, line), 1 << 16));
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
