package io.genjin.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Text files from anywhere: encodings, separators, and what is wrong with them (S-R41). */
class CsvSheetTest {

    private static final String ROWS = "客户姓名,手机\n刘洋,13800138000\n龙𠮷,13900139000\n";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16LE", "UTF-16BE", "UTF-16"})
    void every_usual_encoding_gives_the_same_names(String charset) {
        assertThat(texts(file(ROWS.getBytes(Charset.forName(charset)))))
                .containsExactly(List.of("客户姓名", "手机"), List.of("刘洋", "13800138000"), List.of("龙𠮷", "13900139000"));
    }

    @Test
    void gbk_is_read_as_what_contains_it() {
        assertThat(texts(file("姓名,手机\n刘洋,13800138000\n".getBytes(Charset.forName("GBK")))))
                .containsExactly(List.of("姓名", "手机"), List.of("刘洋", "13800138000"));
    }

    @Test
    void a_byte_order_mark_is_no_part_of_the_first_heading() {
        assertThat(texts(file(("\uFEFF" + ROWS).getBytes(StandardCharsets.UTF_8)))
                        .get(0))
                .containsExactly("客户姓名", "手机");
        assertThat(texts(file(("\uFEFF" + ROWS).getBytes(StandardCharsets.UTF_16LE)))
                        .get(0))
                .containsExactly("客户姓名", "手机");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"UTF-8|csv UTF-8 ,", "GB18030|csv GB18030 ,", "UTF-16LE|csv UTF-16LE ,"})
    void what_was_recognised_can_be_shown(String charset, String kind) {
        try (Sheet sheet = Sheet.open(file(ROWS.getBytes(Charset.forName(charset))))) {
            assertThat(sheet.kind()).isEqualTo(kind);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void the_separator_is_recognised(String separator) {
        String text = "姓名#手机#备注\n刘洋#13800138000#\"周末,来店; 看车\"\n".replace("#", separator);
        assertThat(texts(file(text.getBytes(StandardCharsets.UTF_8))))
                .containsExactly(List.of("姓名", "手机", "备注"), List.of("刘洋", "13800138000", "周末,来店; 看车"));
    }

    @Test
    void the_hint_of_excel_names_the_separator_and_is_no_row() {
        assertThat(texts(file("sep=;\n姓名;手机\n刘洋;13800138000\n".getBytes(StandardCharsets.UTF_8))))
                .containsExactly(List.of("姓名", "手机"), List.of("刘洋", "13800138000"));
    }

    @Test
    void lines_of_another_encoding_are_read_right_or_become_unreadable() {
        byte[] mostlyGbk = joined(
                "姓名,手机\n刘洋,13800138000\n".getBytes(Charset.forName("GBK")),
                "赵敏,13900139000\n".getBytes(StandardCharsets.UTF_8));
        assertThat(texts(file(mostlyGbk))).element(2).isEqualTo(List.of("赵敏", "13900139000"));

        byte[] mostlyUtf8 =
                joined(ROWS.getBytes(StandardCharsets.UTF_8), "赵敏,13700137000\n".getBytes(Charset.forName("GBK")));
        assertThat(texts(file(mostlyUtf8)).get(3).get(0)).contains("\uFFFD");
    }

    @Test
    void a_character_cut_in_half_is_unreadable_and_never_another_one() {
        byte[] whole = "姓名,手机\n刘洋,13800138000\n".getBytes(StandardCharsets.UTF_8);
        byte[] cut = joined(Arrays.copyOf(whole, whole.length - 14), ",13800138000\n".getBytes(StandardCharsets.UTF_8));
        assertThat(texts(file(cut)).get(1).get(0))
                .startsWith("刘")
                .contains("\uFFFD")
                .doesNotContain("洋");
    }

    @Test
    void rows_are_counted_as_people_count_them() {
        try (Sheet sheet = Sheet.open(file("姓名,手机\n\n,\n刘洋,13800138000\n".getBytes(StandardCharsets.UTF_8)))) {
            assertThat(sheet.next()).extracting(SheetRow::number).isEqualTo(1);
            assertThat(sheet.next()).extracting(SheetRow::number).isEqualTo(4);
            assertThat(sheet.next()).isNull();
        }
    }

    @Test
    void binary_files_are_no_sheets() {
        assertRefused(new byte[] {1, 0, 0, 0, 2, 0, 7, 8, 0, 0}, SheetRefused.Why.KIND);
        assertRefused(new byte[0], SheetRefused.Why.EMPTY);
        assertRefused(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1}, SheetRefused.Why.OLD_OR_LOCKED);
    }

    @Test
    void a_quote_that_never_closes_swallows_no_more_than_a_bounded_record() {
        String text = "姓名,手机\n\"刘洋,13800138000\n" + "赵敏,13900139000\n".repeat(100_000);
        assertThatThrownBy(() -> texts(file(text.getBytes(StandardCharsets.UTF_8))))
                .isInstanceOfSatisfying(
                        SheetRefused.class, refused -> assertThat(refused.why()).isEqualTo(SheetRefused.Why.QUOTES));
    }

    @Test
    void more_columns_and_longer_text_than_sense_are_bounded() {
        String text = "a,".repeat(5_000) + "\n" + "x".repeat(100_000) + ",13800138000\n";
        List<List<String>> rows = texts(file(text.getBytes(StandardCharsets.UTF_8)));
        assertThat(rows.get(0)).hasSize(Sheet.MOST_COLUMNS);
        assertThat(rows.get(1).get(0)).hasSize(Sheet.LONGEST_CELL + 1);
    }

    private void assertRefused(byte[] content, SheetRefused.Why why) {
        assertThatThrownBy(() -> texts(file(content)))
                .isInstanceOfSatisfying(
                        SheetRefused.class, refused -> assertThat(refused.why()).isEqualTo(why));
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    private Path file(byte[] content) {
        try {
            return Files.write(Files.createTempFile(folder, "sheet", ".csv"), content);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static List<List<String>> texts(Path file) {
        List<List<String>> rows = new ArrayList<>();
        try (Sheet sheet = Sheet.open(file)) {
            for (SheetRow row = sheet.next(); row != null; row = sheet.next()) {
                rows.add(row.texts());
            }
        }
        return rows;
    }
}
