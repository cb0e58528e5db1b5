package io.genjin.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What leaves in a sheet comes back as it was, and what only pretends to be a sheet does not come in (S-R38, S-R42). */
class RoundTripTest {

    private static final List<String> PIECES = List.of(
            "=",
            "+",
            "-",
            "@",
            "＝",
            "＋",
            "'",
            "\"",
            ",",
            ";",
            "张伟",
            "欧阳",
            "𠮷",
            "👨‍👩‍👧",
            "é",
            "0",
            "007",
            "1E5",
            "2026-03-02",
            "TRUE",
            " ",
            "<b>",
            "&amp;",
            "%",
            "\\");

    @TempDir
    Path folder;

    private Path written(List<String> texts) throws IOException {
        Path file = folder.resolve("out.xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            Workbook workbook = new Workbook(out, "Genjin", "1.0");
            Worksheet sheet = workbook.newWorksheet("表");
            for (int row = 0; row < texts.size(); row++) {
                sheet.value(row, 0, SafeText.written(texts.get(row)));
                sheet.value(row, 1, "行");
            }
            workbook.finish();
        }
        return file;
    }

    private static List<String> read(Path file) {
        List<String> texts = new ArrayList<>();
        try (Sheet sheet = Sheet.open(file)) {
            for (SheetRow row = sheet.next(); row != null; row = sheet.next()) {
                texts.add(SafeText.read(row.cell(0).text()));
            }
        }
        return texts;
    }

    @Test
    @DisplayName("S-R42: names with =, quotes and emoji and numbers with leading zeros come back as they were")
    void told_ones() throws IOException {
        List<String> texts = List.of(
                "=HYPERLINK(\"http://x\")",
                "+86 138",
                "-1",
                "@SUM(A1)",
                "＝1",
                "'=1",
                "''+1",
                "O'Neil",
                "\"张\"",
                "👨‍👩‍👧",
                "𠮷野家",
                "007",
                "00138001380010",
                "1E5",
                "TRUE",
                "2026-03-02",
                "a,b;c",
                "<b>&amp;");
        assertThat(read(written(texts))).isEqualTo(texts);
    }

    @RepeatedTest(20)
    @DisplayName("S-R42: any text comes back as it was; the repetition is the seed")
    void any(RepetitionInfo repetition) throws IOException {
        Random random = new Random(repetition.getCurrentRepetition());
        List<String> texts = new ArrayList<>();
        for (int count = 0; count < 50; count++) {
            StringBuilder text = new StringBuilder("");
            for (int piece = 0; piece <= random.nextInt(4); piece++) {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            texts.add(text.toString().strip());
        }
        assertThat(read(written(texts))).isEqualTo(texts);
    }

    @Test
    @DisplayName("S-R38: a sheet cut anywhere is refused or read as far as it is whole, never a defect")
    void cut_anywhere() throws IOException {
        byte[] whole = Files.readAllBytes(written(List.of("张伟", "李娜")));
        Path cut = folder.resolve("cut.xlsx");
        for (int length = 8; length < whole.length; length += 7) {
            Files.write(cut, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> read(cut)).isInstanceOf(SheetRefused.class);
        }
    }

    @Test
    @DisplayName("S-R38, S-R39: a zip in a zip is no sheet, and one put into a sheet is not opened")
    void zips_in_zips() throws IOException {
        byte[] sheet = Files.readAllBytes(written(List.of("张伟")));
        Path nested = folder.resolve("nested.xlsx");
        Files.write(nested, zipped("a.xlsx", sheet));
        assertThatThrownBy(() -> read(nested)).isInstanceOf(SheetRefused.class);
        Files.write(
                nested,
                zipped(
                        "xl/worksheets/sheet1.xml",
                        sheet,
                        "[Content_Types].xml",
                        "<Types/>".getBytes(StandardCharsets.UTF_8),
                        "xl/workbook.xml",
                        "<workbook><sheets><sheet name=\"a\"/></sheets></workbook>".getBytes(StandardCharsets.UTF_8)));
        assertThatThrownBy(() -> read(nested)).isInstanceOf(SheetRefused.class);
    }

    private static byte[] zipped(Object... namesAndContents) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int place = 0; place < namesAndContents.length; place += 2) {
                zip.putNextEntry(new ZipEntry((String) namesAndContents[place]));
                zip.write((byte[]) namesAndContents[place + 1]);
            }
        }
        return bytes.toByteArray();
    }
}
