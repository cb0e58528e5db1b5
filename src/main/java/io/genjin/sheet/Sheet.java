package io.genjin.sheet;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file with one thing a row, opened for reading from the top, row by row. What kind it is says its content, never its
 * name (S-R38).
 */
public interface Sheet extends Closeable {

    /** No sheet that people keep is larger; what is larger is refused before it is read. */
    long LARGEST_FILE = 50L * 1024 * 1024;

    /** The most rows with content that one file may bring. */
    int MOST_ROWS = 200_000;

    /** Columns beyond are not read. */
    int MOST_COLUMNS = 200;

    /** Longer text in a cell is cut here and refused where the row is judged. */
    int LONGEST_CELL = 4_000;

    /**
     * The next row that is not empty, or nothing at the end.
     *
     * @throws SheetRefused when the rest cannot be read
     */
    @Nullable
    SheetRow next();

    /** Whether day numbers count from 1904 (as on old Apple machines) rather than from 1900. */
    boolean startsIn1904();

    /** What was recognised, in short: {@code xlsx}, {@code csv GB18030 ;}. */
    String kind();

    @Override
    void close();

    /**
     * Opens a file.
     *
     * @throws SheetRefused when it is no sheet, too large, or made to do harm
     */
    static Sheet open(Path file) {
        try {
            long size = Files.size(file);
            if (size == 0) {
                throw new SheetRefused(SheetRefused.Why.EMPTY);
            }
            if (size > LARGEST_FILE) {
                throw new SheetRefused(SheetRefused.Why.TOO_LARGE, LARGEST_FILE / 1024 / 1024);
            }
            byte[] start = start(file);
            if (startsWith(start, 'P', 'K', 3, 4)) {
                return XlsxSheet.open(file);
            }
            if (startsWith(start, 0xD0, 0xCF, 0x11, 0xE0)) {
                throw new SheetRefused(SheetRefused.Why.OLD_OR_LOCKED);
            }
            return CsvSheet.open(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static byte[] start(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            return bytes.readNBytes(4);
        }
    }

    private static boolean startsWith(byte[] bytes, int... expected) {
        if (bytes.length < expected.length) {
            return false;
        }
        for (int place = 0; place < expected.length; place++) {
            if ((bytes[place] & 0xFF) != expected[place]) {
                return false;
            }
        }
        return true;
    }
}
