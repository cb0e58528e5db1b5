package io.genjin.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The first thing to read of a backup and the last that is written: a file without it was cut short.
 *
 * @param format     of the file; this Genjin reads {@value #FORMAT}
 * @param genjin     the version that wrote it
 * @param takenAt    of when the data are
 * @param migrations the versions of the tables, in order
 * @param tables     what is in each table
 * @param sequences  how far each sequence had counted
 * @param keyNames   which keys sealed the numbers in it, by name only
 * @param withKeys   whether the keys themselves are in the file
 */
public record Manifest(
        int format,
        String genjin,
        Instant takenAt,
        List<String> migrations,
        List<Content> tables,
        List<Position> sequences,
        Set<String> keyNames,
        boolean withKeys) {

    static final int FORMAT = 2;
    static final String ENTRY = "manifest.json";

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** The rows of one table and the checksum of their text in the order of its key. */
    public record Content(String table, List<String> columns, long rows, String sha256) {

        public Content {
            columns = List.copyOf(columns);
        }

        String entry() {
            return Manifest.entry(table);
        }
    }

    /** How far a sequence has counted. */
    public record Position(String sequence, long last, boolean called) {}

    public Manifest {
        migrations = List.copyOf(migrations);
        tables = List.copyOf(tables);
        sequences = List.copyOf(sequences);
        keyNames = Set.copyOf(keyNames);
    }

    /** All rows in all tables. */
    public long rows() {
        return tables.stream().mapToLong(Content::rows).sum();
    }

    static String entry(String table) {
        return "tables/" + table + ".copy";
    }

    void write(OutputStream to) throws IOException {
        to.write(JSON.writeValueAsBytes(this));
    }

    static Manifest read(InputStream from) throws IOException {
        try {
            Manifest read = JSON.readValue(from.readAllBytes(), Manifest.class);
            if (read.format() != FORMAT) {
                throw new BackupRefused("The backup is of format " + read.format() + ", and this Genjin reads format "
                        + FORMAT + ". Restore it with the Genjin that made it.");
            }
            return read;
        } catch (JacksonException unreadable) {
            throw new BackupRefused("The backup is damaged: its manifest cannot be read.", unreadable);
        }
    }
}
