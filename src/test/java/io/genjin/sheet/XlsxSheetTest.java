package io.genjin.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Excel files, honest and hostile (S-R39, S-R40). */
class XlsxSheetTest {

    private static final String WORKBOOK =
            "<workbook xmlns:r=\"r\"><sheets><sheet name=\"s\" r:id=\"a\"/></sheets></workbook>";
    private static final String RELATIONS =
            "<Relationships><Relationship Id=\"a\" Target=\"worksheets/one.xml\"/></Relationships>";

    @TempDir
    Path folder;

    @Test
    void text_and_numbers_come_out_as_they_are_stored() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("客户");
            sheet.value(0, 0, "客户姓名");
            sheet.value(0, 1, "手机");
            sheet.value(2, 0, "刘洋");
            sheet.value(2, 1, 13800138000L);
            sheet.value(2, 3, 46083.5);
        }
        try (Sheet sheet = Sheet.open(file(bytes.toByteArray()))) {
            assertThat(sheet.kind()).isEqualTo("xlsx");
            assertThat(sheet.next().texts()).containsExactly("客户姓名", "手机");
            SheetRow row = sheet.next();
            assertThat(row.number()).isEqualTo(3);
            assertThat(row.texts()).containsExactly("刘洋", "13800138000", "", "46083.5");
            assertThat(row.cell(1).number()).isEqualByComparingTo("13800138000");
            assertThat(sheet.next()).isNull();
        }
    }

    @Test
    void rich_text_inline_text_and_results_of_formulas_are_text() {
        assertThat(
                        rows(
                                sheet(
                                        """
                        <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>内</t><r><t>联</t></r></is></c>
                        <c r="C1" t="str"><f>1+1</f><v>二</v></c><c r="D1" t="e"><v>#N/A</v></c><c r="E1" t="b"><v>1</v></c></row>
                        """,
                                        "<sst><si><r><t>刘</t></r><r><t xml:space=\"preserve\">洋 </t></r><rPh><t>liuyang</t></rPh></si></sst>")))
                .containsExactly(List.of("刘洋 ", "内联", "二", "", "1"));
    }

    @Test
    void cells_without_address_stand_one_after_the_other() {
        assertThat(rows(sheet("<row><c t=\"inlineStr\"><is><t>a</t></is></c><c><v>2</v></c></row>", "")))
                .containsExactly(List.of("a", "2"));
    }

    @Test
    void a_workbook_of_1904_says_so() {
        Map<String, String> parts = parts("<row><c><v>1</v></c></row>", "");
        parts.put("xl/workbook.xml", WORKBOOK.replace("<sheets>", "<workbookPr date1904=\"1\"/><sheets>"));
        try (Sheet sheet = Sheet.open(zip(parts))) {
            assertThat(sheet.startsIn1904()).isTrue();
        }
    }

    @Test
    void a_cell_beyond_all_columns_costs_nothing_and_is_not_read() {
        assertThat(rows(sheet("<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"ZZZZZZZ1\"><v>2</v></c></row>", "")))
                .containsExactly(List.of("1"));
    }

    @Test
    void a_row_that_lies_about_its_number_is_still_the_next_row() {
        assertThat(rows(sheet(
                        "<row r=\"5\"><c><v>1</v></c></row><row r=\"2\"><c><v>2</v></c></row>"
                                + "<row r=\"99999999999\"><c><v>3</v></c></row>",
                        "")))
                .containsExactly(List.of("1"), List.of("2"), List.of("3"));
    }

    @Test
    void document_types_and_entities_are_refused() {
        Map<String, String> outside = parts("<row><c><v>1</v></c></row>", "");
        outside.put(
                "xl/worksheets/one.xml",
                "<!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/passwd\">]><worksheet><sheetData><row><c t=\"inlineStr\">"
                        + "<is><t>&y;</t></is></c></row></sheetData></worksheet>");
        assertRefused(outside, SheetRefused.Why.BROKEN);
        Map<String, String> laughs = parts("<row><c><v>1</v></c></row>", "");
        laughs.put(
                "xl/sharedStrings.xml",
                "<!DOCTYPE s [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]><sst><si><t>&b;</t></si></sst>");
        assertRefused(laughs, SheetRefused.Why.BROKEN);
    }

    @Test
    void what_unpacks_to_far_more_than_a_sheet_is_refused() {
        assertRefused(
                parts("<row><c t=\"inlineStr\"><is><t>" + "0".repeat(8_000_000) + "</t></is></c></row>", ""),
                SheetRefused.Why.UNPACKED);
        Map<String, String> aside = parts("<row><c><v>1</v></c></row>", "");
        aside.put("xl/media/picture.bin", "0".repeat(8_000_000));
        assertRefused(aside, SheetRefused.Why.UNPACKED);
    }

    @Test
    void a_text_without_end_is_refused_before_it_fills_the_memory() {
        StringBuilder noise = new StringBuilder();
        Random chance = new Random(1);
        for (int mark = 0; mark < 1_500_000; mark++) {
            noise.append((char) ('a' + chance.nextInt(26)));
        }
        assertRefused(
                parts("<row><c t=\"inlineStr\"><is><t>" + noise + "</t></is></c></row>", ""),
                SheetRefused.Why.UNPACKED);
    }

    @Test
    void thousands_of_entries_are_refused() {
        Map<String, String> parts = parts("<row><c><v>1</v></c></row>", "");
        for (int number = 0; number < 2_001; number++) {
            parts.put("xl/media/" + number, "");
        }
        assertRefused(parts, SheetRefused.Why.UNPACKED);
    }

    @Test
    void other_archives_and_broken_ones_are_no_sheets() {
        assertRefused(Map.of("hello.txt", "hello"), SheetRefused.Why.KIND);
        assertThatThrownBy(() -> Sheet.open(file("PK\u0003\u0004 broken".getBytes(StandardCharsets.ISO_8859_1))))
                .isInstanceOfSatisfying(
                        SheetRefused.class, refused -> assertThat(refused.why()).isEqualTo(SheetRefused.Why.BROKEN));
        assertRefused(parts("<row><c t=\"s\"><v>7</v></c></row>", ""), SheetRefused.Why.BROKEN);
        assertRefused(parts("<row><c><v>1</v></row>", ""), SheetRefused.Why.BROKEN);
    }

    @Test
    void names_of_entries_never_become_paths() throws IOException {
        Map<String, String> parts = parts("<row><c><v>1</v></c></row>", "");
        parts.put("../../outside.txt", "x");
        assertThat(rows(zip(parts))).containsExactly(List.of("1"));
        assertThat(Files.exists(folder.resolve("../../outside.txt"))).isFalse();
    }

    private void assertRefused(Map<String, String> parts, SheetRefused.Why why) {
        assertThatThrownBy(() -> rows(zip(parts)))
                .isInstanceOfSatisfying(
                        SheetRefused.class, refused -> assertThat(refused.why()).isEqualTo(why));
    }

    private Path sheet(String rows, String texts) {
        return zip(parts(rows, texts));
    }

    private static Map<String, String> parts(String rows, String texts) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", "<Types/>");
        parts.put("xl/workbook.xml", WORKBOOK);
        parts.put("xl/_rels/workbook.xml.rels", RELATIONS);
        parts.put("xl/worksheets/one.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>");
        if (!texts.isEmpty()) {
            parts.put("xl/sharedStrings.xml", texts);
        }
        return parts;
    }

    private Path zip(Map<String, String> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return file(bytes.toByteArray());
    }

    private Path file(byte[] content) {
        try {
            return Files.write(Files.createTempFile(folder, "sheet", ".any"), content);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static List<List<String>> rows(Path file) {
        List<List<String>> rows = new ArrayList<>();
        try (Sheet sheet = Sheet.open(file)) {
            for (SheetRow row = sheet.next(); row != null; row = sheet.next()) {
                rows.add(row.texts());
            }
        }
        return rows;
    }
}
