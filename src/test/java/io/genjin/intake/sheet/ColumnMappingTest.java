package io.genjin.intake.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.sheet.SafeText;
import io.genjin.sheet.SheetNumbers;
import io.genjin.sheet.SheetRow;
import io.genjin.sheet.SheetRow.Cell;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Headings in any order, language and spelling. */
class ColumnMappingTest {

    @Test
    void chinese_headings_in_any_order() {
        ColumnMapping mapping = ColumnMapping.recognise(
                List.of(row(1, "手机号码*", "意向级别", "客户姓名（必填）", "下次再说", "来源"), row(2, "13800138000", "A", "刘洋", "", "来店")));
        assertThat(mapping.rowsAbove()).isEqualTo(1);
        assertThat(mapping.column(SheetColumn.MOBILE)).isZero();
        assertThat(mapping.column(SheetColumn.GRADE)).isEqualTo(1);
        assertThat(mapping.column(SheetColumn.CUSTOMER_NAME)).isEqualTo(2);
        assertThat(mapping.column(SheetColumn.SOURCE)).isEqualTo(4);
        assertThat(mapping.columns()).hasSize(4);
        assertThat(mapping.hasNameAndNumber()).isTrue();
    }

    @Test
    void english_headings() {
        ColumnMapping mapping =
                ColumnMapping.recognise(List.of(row(1, "Lead ID", "Customer Name", "Mobile Phone", "E-Mail")));
        assertThat(mapping.columns().keySet())
                .containsExactlyInAnyOrder(
                        SheetColumn.EXTERNAL_ID, SheetColumn.CUSTOMER_NAME, SheetColumn.MOBILE, SheetColumn.EMAIL);
    }

    @Test
    void a_title_above_the_headings_is_passed_over() {
        ColumnMapping mapping = ColumnMapping.recognise(
                List.of(row(1, "三月车展客户"), row(3, "制表：孙燕"), row(4, "姓名", "电话"), row(5, "刘洋", "13800138000")));
        assertThat(mapping.rowsAbove()).isEqualTo(3);
        assertThat(mapping.headings()).containsExactly("姓名", "电话");
    }

    @Test
    void the_first_of_two_columns_with_the_same_meaning_counts() {
        ColumnMapping mapping = ColumnMapping.recognise(List.of(row(1, "姓名", "手机", "联系电话")));
        assertThat(mapping.column(SheetColumn.MOBILE)).isEqualTo(1);
    }

    @Test
    void a_sheet_without_headings_leaves_the_choice_to_a_person() {
        ColumnMapping mapping =
                ColumnMapping.recognise(List.of(row(1, "刘洋", "13800138000"), row(2, "赵敏", "13900139000")));
        assertThat(mapping.rowsAbove()).isZero();
        assertThat(mapping.hasNameAndNumber()).isFalse();
    }

    @Test
    void the_column_with_our_reasons_means_nothing_when_it_comes_back() {
        assertThat(SheetColumn.of("不能导入的原因")).isEmpty();
        assertThat(SheetColumn.of("Why it was not imported")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "１３８００１３８０００, 13800138000",
        "1.3800138E10, 13800138000",
        "13800138000.0, 13800138000",
        "1.38E+10, 1.38E+10",
        "138 0013 8000, 138 0013 8000"
    })
    void numbers_written_as_text(String written, String digits) {
        assertThat(SheetNumbers.digits(Cell.of(written))).isEqualTo(digits);
    }

    @ParameterizedTest
    @CsvSource({"13800138000, 13800138000", "1.3800138E10, 13800138000", "13800138000.5, 13800138000.5"})
    void numbers_stored_as_numbers(java.math.BigDecimal stored, String digits) {
        assertThat(SheetNumbers.digits(Cell.of(stored))).isEqualTo(digits);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {"=1+1, '=1+1", "+86, '+86", "-5, '-5", "@cmd, '@cmd", "＝1, '＝1", "刘洋, 刘洋", "'=x, ''=x", "'刘洋, '刘洋"
            })
    void text_that_a_spreadsheet_would_compute_is_written_as_text(String text, String written) {
        assertThat(SafeText.written(text)).isEqualTo(written);
    }

    @Test
    void what_was_written_safely_is_read_as_it_was() {
        for (String text : List.of("=1+1", "+8613800138000", "-", "@x", "刘洋", "'", "'=x", "'刘洋", "")) {
            assertThat(SafeText.read(SafeText.written(text))).isEqualTo(text);
        }
    }

    private static SheetRow row(int number, String... cells) {
        return new SheetRow(number, Arrays.stream(cells).map(Cell::of).toList());
    }
}
