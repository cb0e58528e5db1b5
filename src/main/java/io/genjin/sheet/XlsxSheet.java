package io.genjin.sheet;

import io.genjin.sheet.SheetRefused.Why;
import io.genjin.sheet.SheetRow.Cell;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The first sheet of an xlsx file, read as a stream. Nothing the file says of itself is believed (S-R39, S-R40): what is
 * unpacked is counted while it is unpacked, document types and entities are refused, a cell's address only places it within
 * the columns that are read, and no entry's name becomes a path.
 */
final class XlsxSheet implements Sheet {

    private static final int MOST_ENTRIES = 2_000;
    private static final long LARGEST_UNPACKED = 500L * 1024 * 1024;
    private static final long LARGEST_TEXTS = 100L * 1024 * 1024;
    private static final long SMALL = 1024 * 1024;
    private static final int LARGEST_RATIO = 100;
    private static final int LONGEST_TAG = 1024 * 1024;
    private static final int MOST_TEXTS = 4_000_000;
    private static final XMLInputFactory XML = factory();

    private final ZipFile zip;
    private final List<String> texts;
    private final boolean from1904;
    private final XMLStreamReader rows;
    private int counted;

    private XlsxSheet(ZipFile zip, List<String> texts, boolean from1904, XMLStreamReader rows) {
        this.zip = zip;
        this.texts = texts;
        this.from1904 = from1904;
        this.rows = rows;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("no entities");
        });
        return factory;
    }

    static XlsxSheet open(Path file) throws IOException {
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (ZipException | IllegalArgumentException broken) {
            throw new SheetRefused(Why.BROKEN);
        }
        try {
            return open(zip);
        } catch (XMLStreamException | ZipException | RuntimeException broken) {
            zip.close();
            throw broken instanceof SheetRefused refused ? refused : new SheetRefused(Why.BROKEN);
        } catch (IOException failed) {
            zip.close();
            throw failed;
        }
    }

    private static XlsxSheet open(ZipFile zip) throws IOException, XMLStreamException {
        if (zip.getEntry("[Content_Types].xml") == null || zip.getEntry("xl/workbook.xml") == null) {
            throw new SheetRefused(Why.KIND);
        }
        weigh(zip);
        Workbook workbook = Workbook.read(zip);
        ZipEntry texts = zip.getEntry("xl/sharedStrings.xml");
        List<String> shared = texts == null ? List.of() : texts(zip, texts);
        ZipEntry sheet = zip.getEntry(workbook.firstSheet());
        if (sheet == null) {
            throw new SheetRefused(Why.BROKEN);
        }
        return new XlsxSheet(zip, shared, workbook.from1904(), reader(zip, sheet, LARGEST_UNPACKED));
    }

    /** What the entries say of their sizes is enough to refuse, never to accept. */
    private static void weigh(ZipFile zip) {
        if (zip.size() > MOST_ENTRIES) {
            throw new SheetRefused(Why.UNPACKED);
        }
        long all = zip.stream()
                .peek(entry -> {
                    if (entry.getSize() > SMALL && entry.getSize() > entry.getCompressedSize() * (long) LARGEST_RATIO) {
                        throw new SheetRefused(Why.UNPACKED);
                    }
                })
                .mapToLong(entry -> Math.max(0, entry.getSize()))
                .sum();
        if (all > LARGEST_UNPACKED) {
            throw new SheetRefused(Why.UNPACKED);
        }
    }

    private static XMLStreamReader reader(ZipFile zip, ZipEntry entry, long largest)
            throws IOException, XMLStreamException {
        long allowed = Math.max(SMALL, entry.getCompressedSize() * LARGEST_RATIO);
        return XML.createXMLStreamReader(new Weighed(zip.getInputStream(entry), Math.min(largest, allowed)));
    }

    /** Steps on, refusing what a sheet never has. */
    private static int step(XMLStreamReader xml) throws XMLStreamException {
        int event = xml.next();
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new SheetRefused(Why.BROKEN);
        }
        return event;
    }

    /** Where the first sheet lies, and from when its day numbers count. */
    private record Workbook(String firstSheet, boolean from1904) {

        static Workbook read(ZipFile zip) throws IOException, XMLStreamException {
            String relation = null;
            boolean from1904 = false;
            XMLStreamReader xml = reader(zip, Objects.requireNonNull(zip.getEntry("xl/workbook.xml")), LARGEST_TEXTS);
            while (xml.hasNext()) {
                if (step(xml) != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                if (xml.getLocalName().equals("workbookPr")) {
                    String flag = xml.getAttributeValue(null, "date1904");
                    from1904 = "1".equals(flag) || "true".equals(flag);
                } else if (xml.getLocalName().equals("sheet") && relation == null && isVisible(xml)) {
                    relation = relation(xml);
                }
            }
            return new Workbook(target(zip, relation), from1904);
        }

        private static boolean isVisible(XMLStreamReader sheet) {
            String state = sheet.getAttributeValue(null, "state");
            return state == null || state.equals("visible");
        }

        private static @Nullable String relation(XMLStreamReader sheet) {
            for (int place = 0; place < sheet.getAttributeCount(); place++) {
                if (sheet.getAttributeLocalName(place).equals("id")) {
                    return sheet.getAttributeValue(place);
                }
            }
            return null;
        }

        private static String target(ZipFile zip, @Nullable String relation) throws IOException, XMLStreamException {
            ZipEntry relations = zip.getEntry("xl/_rels/workbook.xml.rels");
            if (relation == null || relations == null) {
                return "xl/worksheets/sheet1.xml";
            }
            XMLStreamReader xml = reader(zip, relations, LARGEST_TEXTS);
            while (xml.hasNext()) {
                if (step(xml) == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("Relationship")
                        && relation.equals(xml.getAttributeValue(null, "Id"))) {
                    String target = String.valueOf(xml.getAttributeValue(null, "Target"));
                    return target.startsWith("/") ? target.substring(1) : "xl/" + target;
                }
            }
            return "xl/worksheets/sheet1.xml";
        }
    }

    /** The texts that cells refer to by number. */
    private static List<String> texts(ZipFile zip, ZipEntry entry) throws IOException, XMLStreamException {
        List<String> texts = new ArrayList<>();
        XMLStreamReader xml = reader(zip, entry, LARGEST_TEXTS);
        while (xml.hasNext()) {
            if (step(xml) == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("si")) {
                if (texts.size() == MOST_TEXTS) {
                    throw new SheetRefused(Why.UNPACKED);
                }
                texts.add(textWithin(xml, "si"));
            }
        }
        return texts;
    }

    /** All {@code t} inside an element, formatting and pronunciation left out, cut where no cell is longer. */
    private static String textWithin(XMLStreamReader xml, String element) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        boolean inText = false;
        int spoken = 0;
        while (xml.hasNext()) {
            int event = step(xml);
            if (event == XMLStreamConstants.START_ELEMENT) {
                inText = xml.getLocalName().equals("t");
                spoken += xml.getLocalName().equals("rPh") ? 1 : 0;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                inText = false;
                spoken -= xml.getLocalName().equals("rPh") ? 1 : 0;
                if (xml.getLocalName().equals(element)) {
                    break;
                }
            } else if (inText && spoken == 0) {
                append(text, xml);
            }
        }
        return unescaped(text.toString());
    }

    private static void append(StringBuilder text, XMLStreamReader xml) {
        if (xml.hasText() && text.length() <= LONGEST_CELL) {
            String more = xml.getText();
            text.append(more, 0, Math.min(more.length(), LONGEST_CELL + 1 - text.length()));
        }
    }

    /** Excel writes control marks as {@code _x000D_}. */
    private static String unescaped(String text) {
        return text.contains("_x") ? text.replaceAll("_x00(?:0[0-9A-Fa-f]|1[0-9A-Fa-f])_", " ") : text;
    }

    @Override
    public @Nullable SheetRow next() {
        try {
            while (rows.hasNext()) {
                int event = step(rows);
                if (event == XMLStreamConstants.END_ELEMENT
                        && rows.getLocalName().equals("sheetData")) {
                    return null;
                }
                if (event == XMLStreamConstants.START_ELEMENT
                        && rows.getLocalName().equals("row")) {
                    SheetRow row = row();
                    if (!row.isEmpty()) {
                        return row;
                    }
                }
            }
            return null;
        } catch (XMLStreamException | RuntimeException broken) {
            throw refusal(broken);
        }
    }

    private static SheetRefused refusal(Throwable broken) {
        for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
            if (cause instanceof SheetRefused refused) {
                return refused;
            }
        }
        return new SheetRefused(Why.BROKEN);
    }

    private SheetRow row() throws XMLStreamException {
        counted = number(rows.getAttributeValue(null, "r"), counted + 1);
        List<Cell> cells = new ArrayList<>();
        int column = -1;
        while (rows.hasNext()) {
            int event = step(rows);
            if (event == XMLStreamConstants.END_ELEMENT && rows.getLocalName().equals("row")) {
                break;
            }
            if (event == XMLStreamConstants.START_ELEMENT && rows.getLocalName().equals("c")) {
                column = column(rows.getAttributeValue(null, "r"), column + 1);
                Cell cell = cell();
                if (column < MOST_COLUMNS) {
                    while (cells.size() <= column) {
                        cells.add(Cell.EMPTY);
                    }
                    cells.set(column, cell);
                }
            }
        }
        return new SheetRow(counted, cells);
    }

    /** The row number that the sheet gives, as long as it counts upwards; else the next one. */
    private static int number(@Nullable String written, int next) {
        if (written == null || !written.matches("\\d{1,7}")) {
            return next;
        }
        return Math.max(next, Integer.parseInt(written));
    }

    /** The column of an address such as {@code AB12}; beyond what is read it is just beyond. */
    static int column(@Nullable String address, int next) {
        if (address == null) {
            return next;
        }
        int column = 0;
        int letters = 0;
        for (; letters < address.length(); letters++) {
            char mark = address.charAt(letters);
            if (mark < 'A' || mark > 'Z') {
                break;
            }
            column = column * 26 + mark - 'A' + 1;
            if (column > MOST_COLUMNS) {
                return MOST_COLUMNS;
            }
        }
        return letters == 0 ? next : column - 1;
    }

    private Cell cell() throws XMLStreamException {
        String type = Objects.requireNonNullElse(rows.getAttributeValue(null, "t"), "n");
        StringBuilder value = new StringBuilder();
        Cell inline = null;
        boolean inValue = false;
        while (rows.hasNext()) {
            int event = step(rows);
            if (event == XMLStreamConstants.START_ELEMENT) {
                inValue = rows.getLocalName().equals("v");
                if (rows.getLocalName().equals("is")) {
                    inline = Cell.of(textWithin(rows, "is"));
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                inValue = false;
                if (rows.getLocalName().equals("c")) {
                    break;
                }
            } else if (inValue) {
                append(value, rows);
            }
        }
        return inline == null ? cell(type, value.toString()) : inline;
    }

    private Cell cell(String type, String value) {
        if (value.isEmpty()) {
            return Cell.EMPTY;
        }
        return switch (type) {
            case "s" -> shared(value);
            case "n" -> numeric(value);
            case "str", "d", "b" -> Cell.of(unescaped(value));
            default -> Cell.EMPTY;
        };
    }

    private Cell shared(String number) {
        int place = number.matches("\\d{1,7}") ? Integer.parseInt(number) : texts.size();
        if (place >= texts.size()) {
            throw new SheetRefused(Why.BROKEN);
        }
        return Cell.of(texts.get(place));
    }

    private static Cell numeric(String written) {
        try {
            BigDecimal number = new BigDecimal(written.strip());
            boolean sane = number.precision() <= 40 && Math.abs((long) number.scale()) <= 40;
            return sane ? Cell.of(number) : Cell.of(written);
        } catch (NumberFormatException notANumber) {
            return Cell.of(written);
        }
    }

    @Override
    public boolean startsIn1904() {
        return from1904;
    }

    @Override
    public String kind() {
        return "xlsx";
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException already) {
            throw new UncheckedIOException(already);
        }
    }

    /** Unpacked bytes, counted; more than a sheet would have, or a tag without end, is refused. */
    private static final class Weighed extends FilterInputStream {

        private final long most;
        private long count;
        private int sinceTag;

        Weighed(InputStream in, long most) {
            super(in);
            this.most = most;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = super.read(into, offset, length);
            count += Math.max(0, read);
            for (int place = offset; place < offset + read; place++) {
                sinceTag = into[place] == '<' ? 0 : sinceTag + 1;
                if (sinceTag > LONGEST_TAG) {
                    throw new SheetRefused(Why.UNPACKED);
                }
            }
            if (count > most) {
                throw new SheetRefused(Why.UNPACKED);
            }
            return read;
        }
    }
}
