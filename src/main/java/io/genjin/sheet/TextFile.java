package io.genjin.sheet;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A text file whose encoding nobody named (S-R41): UTF-8 with or without mark, UTF-16, or GB18030 (which contains GBK). It is
 * recognised line by line, for files put together from several sources mix them. Bytes that fit no encoding become the
 * replacement character, by which the row is recognised as unreadable; no guess is ever stored.
 */
final class TextFile {

    static final char UNREADABLE = '\uFFFD';
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int LOOKED_AT = 64 * 1024;
    /** Below it, a character of two UTF-8 bytes; Chinese has three, so two accidental bytes of GBK prove nothing. */
    private static final int FIRST_OF_THREE_BYTES = 0x800;

    /** How the bytes are to be read. */
    enum Encoding {
        UTF_8("UTF-8"),
        UTF_16LE("UTF-16LE"),
        UTF_16BE("UTF-16BE"),
        GB18030("GB18030");

        private final String label;

        Encoding(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    private final Path file;
    private final Encoding encoding;

    private TextFile(Path file, Encoding encoding) {
        this.file = file;
        this.encoding = encoding;
    }

    static TextFile recognise(Path file) throws IOException {
        byte[] start = start(file);
        if (starts(start, 0xFF, 0xFE)) {
            return new TextFile(file, Encoding.UTF_16LE);
        }
        if (starts(start, 0xFE, 0xFF)) {
            return new TextFile(file, Encoding.UTF_16BE);
        }
        int evenZeros = 0;
        int oddZeros = 0;
        for (int place = 0; place < start.length; place++) {
            if (start[place] == 0) {
                if (place % 2 == 0) {
                    evenZeros++;
                } else {
                    oddZeros++;
                }
            }
        }
        if (evenZeros + oddZeros > 0) {
            if (evenZeros > 0 && oddZeros > 0) {
                throw new SheetRefused(SheetRefused.Why.KIND);
            }
            return new TextFile(file, oddZeros > 0 ? Encoding.UTF_16LE : Encoding.UTF_16BE);
        }
        return new TextFile(file, byLines(file));
    }

    /** What most lines with more than ASCII in them are. */
    private static Encoding byLines(Path file) throws IOException {
        int utf8 = 0;
        int other = 0;
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file))) {
            for (byte[] line = line(bytes); line.length > 0; line = line(bytes)) {
                if (isAscii(line)) {
                    continue;
                }
                if (decodes(line, StandardCharsets.UTF_8)) {
                    utf8++;
                } else {
                    other++;
                }
            }
        }
        return other == 0 || utf8 >= other ? Encoding.UTF_8 : Encoding.GB18030;
    }

    Encoding encoding() {
        return encoding;
    }

    /** The text from its beginning, without a byte order mark. */
    Reader open() throws IOException {
        InputStream bytes = new BufferedInputStream(Files.newInputStream(file));
        Reader text =
                switch (encoding) {
                    case UTF_16LE -> new InputStreamReader(bytes, StandardCharsets.UTF_16LE);
                    case UTF_16BE -> new InputStreamReader(bytes, StandardCharsets.UTF_16BE);
                    case UTF_8, GB18030 -> new Lines(bytes);
                };
        BufferedReader buffered = new BufferedReader(text);
        buffered.mark(1);
        if (buffered.read() != '\uFEFF') {
            buffered.reset();
        }
        return buffered;
    }

    /** Decodes line by line; both encodings keep line feeds apart from every other byte. */
    private final class Lines extends Reader {

        private final InputStream bytes;
        private String line = "";
        private int place;

        Lines(InputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read(char[] into, int offset, int length) throws IOException {
            if (place == line.length()) {
                line = text(line(bytes));
                place = 0;
                if (line.isEmpty()) {
                    return -1;
                }
            }
            int count = Math.min(length, line.length() - place);
            line.getChars(place, place + count, into, offset);
            place += count;
            return count;
        }

        @Override
        public void close() throws IOException {
            bytes.close();
        }
    }

    private String text(byte[] line) {
        if (isAscii(line) || encoding == Encoding.UTF_8) {
            return new String(line, StandardCharsets.UTF_8);
        }
        if (decodes(line, StandardCharsets.UTF_8)) {
            String text = new String(line, StandardCharsets.UTF_8);
            if (text.chars().allMatch(mark -> mark < 0x80 || mark >= FIRST_OF_THREE_BYTES)) {
                return text;
            }
        }
        return new String(line, GB18030);
    }

    /** The next bytes up to and with a line feed; none at the end. A line without end is handed out in pieces. */
    private static byte[] line(InputStream bytes) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(256);
        for (int next = bytes.read(); next >= 0; next = bytes.read()) {
            line.write(next);
            if (next == '\n' || line.size() >= LOOKED_AT) {
                break;
            }
        }
        return line.toByteArray();
    }

    private static boolean isAscii(byte[] line) {
        for (byte one : line) {
            if (one < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean decodes(byte[] line, Charset charset) {
        try {
            charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(line));
            return true;
        } catch (CharacterCodingException not) {
            return false;
        }
    }

    private static byte[] start(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            return bytes.readNBytes(LOOKED_AT);
        }
    }

    private static boolean starts(byte[] bytes, int first, int second) {
        return bytes.length >= 2 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }
}
