package io.genjin.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.testing.GenjinTest;
import io.genjin.testing.MutableClock;
import io.genjin.testing.PlainBrowser;
import io.genjin.testing.TestStores;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Sheets of the size of a whole dealer group: taken up to the limit, refused in words beyond it, in little memory always (S-R44). */
@GenjinTest
class LargeSheetTest {

    private static final int MILLION = 1_000_000;

    @Autowired
    TestStores stores;

    @Autowired
    MutableClock clock;

    @LocalServerPort
    int port;

    @TempDir
    Path folder;

    private static void csv(Path file, int rows) throws IOException {
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write("客户姓名,手机\n");
            for (int row = 0; row < rows; row++) {
                out.write("张伟,");
                out.write(Integer.toString(1_380_000_000 + row));
                out.write("1\n");
            }
        }
    }

    private static void xlsx(Path file, int rows) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(Deflater.BEST_SPEED);
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write("<Types/>".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.write("<workbook><sheets><sheet name=\"a\"/></sheets></workbook>".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            StringBuilder text = new StringBuilder("<worksheet><sheetData>");
            for (int row = 0; row < rows; row++) {
                text.append("<row><c><v>")
                        .append((row * 2_654_435_761L) & 0xFFFFFFFFFFL)
                        .append("</v></c></row>");
                if (text.length() > 1 << 16) {
                    zip.write(text.toString().getBytes(StandardCharsets.US_ASCII));
                    text.setLength(0);
                }
            }
            zip.write(text.append("</sheetData></worksheet>").toString().getBytes(StandardCharsets.US_ASCII));
        }
    }

    private HttpResponse<String> uploaded(Path file) throws IOException {
        PlainBrowser sun = PlainBrowser.of(stores.found().sun().username(), port);
        sun.get("/imports");
        return sun.send("/imports", Map.of(), "file", file.getFileName().toString(), Files.readAllBytes(file));
    }

    @Test
    @DisplayName("S-R44: twenty thousand rows are taken; a million are refused with the sentence that names the limit")
    void up_to_the_limit() throws IOException {
        clock.set("2026-03-02T09:00");
        Path large = folder.resolve("large.csv");
        csv(large, 20_000);
        HttpResponse<String> taken = uploaded(large);
        assertThat(taken.statusCode()).isIn(302, 303);

        Path beyond = folder.resolve("beyond.csv");
        csv(beyond, MILLION);
        HttpResponse<String> refused = uploaded(beyond);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(refused.body()).text()).contains("超过 200000 行，请分成几份导入");
    }

    @Test
    @DisplayName(
            "S-R44: of a sheet of a million rows as many are read as an import takes, in a process of 32 MB, text and xlsx")
    void in_little_memory() throws Exception {
        Path text = folder.resolve("million.csv");
        csv(text, MILLION);
        Path book = folder.resolve("million.xlsx");
        xlsx(book, MILLION);
        Process reader = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx32m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        CountRows.class.getName(),
                        text.toString(),
                        book.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(reader.waitFor()).as(said).isZero();
        assertThat(said.lines()).containsExactly("200001", "200001");
    }
}
