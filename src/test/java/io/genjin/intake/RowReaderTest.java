package io.genjin.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.intake.sheet.ColumnMapping;
import io.genjin.prospect.CardContent;
import io.genjin.prospect.PurchaseBand;
import io.genjin.prospect.Source;
import io.genjin.shared.Grade;
import io.genjin.shared.Refusal.Field;
import io.genjin.sheet.SheetRow;
import io.genjin.sheet.SheetRow.Cell;
import io.genjin.staff.StaffId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a row of a sheet is read as, and why not. */
class RowReaderTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T01:00:00Z");
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final StaffId LI = StaffId.next();

    @Test
    void a_full_row_becomes_a_card() {
        SheetCustomer.Readable read = readable(
                "姓名,手机,来源,意向车型,级别,销售顾问,性别,预计购车日期,预算,付款方式,备注,线索编号,日期",
                "刘洋",
                "138 0013 8000",
                "来店",
                "朗逸、途观",
                "A级",
                "李娜",
                "先生",
                "2026/3/20",
                "15.5万",
                "贷款",
                "周末试驾",
                "X-1",
                "2026年3月1日");
        CardContent card = read.content();
        assertThat(card.customerName()).isEqualTo("刘洋");
        assertThat(card.mobile()).isEqualTo("+8613800138000");
        assertThat(card.source()).isEqualTo(Source.WALK_IN);
        assertThat(card.intentModels()).containsExactly("朗逸", "途观");
        assertThat(card.gender()).isEqualTo(CardContent.Gender.MALE);
        assertThat(card.expectedPurchaseDate()).isEqualTo(LocalDate.of(2026, 3, 20));
        assertThat(card.budget()).isEqualByComparingTo("155000");
        assertThat(card.paymentWay()).isEqualTo(CardContent.PaymentWay.LOAN);
        assertThat(card.remark()).isEqualTo("周末试驾");
        assertThat(read.grade()).isEqualTo(Grade.A);
        assertThat(read.consultant()).isEqualTo(LI);
        assertThat(read.externalId()).isEqualTo("X-1");
        assertThat(read.receivedAt()).isEqualTo(Instant.parse("2026-02-28T16:00:00Z"));
    }

    @Test
    void name_and_number_are_enough() {
        SheetCustomer.Readable read = readable("姓名,手机", "刘洋", "13800138000");
        assertThat(read.content().source()).isEqualTo(Source.PROMOTION_EVENT);
        assertThat(read.content().sourceDetail()).isEqualTo("三月车展");
        assertThat(read.grade()).isEqualTo(Grade.N);
        assertThat(read.receivedAt()).isEqualTo(MONDAY);
        assertThat(read.consultant()).isNull();
    }

    @Test
    void numbers_stored_as_numbers_are_numbers() {
        SheetCustomer read =
                reader("姓名,手机").read(new SheetRow(2, List.of(Cell.of("刘洋"), Cell.of(new BigDecimal("1.3800138E10")))));
        assertThat(read).isInstanceOfSatisfying(SheetCustomer.Readable.class, one -> assertThat(
                        one.content().mobile())
                .isEqualTo("+8613800138000"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'13800138000", "+86 138-0013-8000", "8613800138000", "１３８００１３８０００"})
    void one_number_has_one_normal_form(String written) {
        assertThat(readable("姓名,手机", "刘洋", written).content().mobile()).isEqualTo("+8613800138000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.38E+10",
                "13800138000/13900139000",
                "13800138000 13900139000",
                "021-62345678",
                "无",
                "1380013800"
            })
    void what_is_not_one_mobile_number_is_refused(String written) {
        assertThat(reasons("姓名,手机", "刘洋", written)).containsExactly("mobile field.mobile");
    }

    @Test
    void every_wrong_field_is_named_at_once() {
        assertThat(reasons("姓名,手机,级别,日期,销售顾问,性别,预算", "", "12", "X", "2026-02-30", "没有此人", "?", "很多"))
                .containsExactlyInAnyOrder(
                        "customerName field.required",
                        "mobile field.mobile",
                        "grade sheet.grade",
                        "receivedAt sheet.date",
                        "owner field.owner",
                        "gender sheet.word",
                        "budget field.money");
    }

    @Test
    void nobody_was_received_tomorrow() {
        assertThat(reasons("姓名,手机,日期", "刘洋", "13800138000", "2026-03-03")).containsExactly("receivedAt field.future");
        assertThat(reasons("姓名,手机,日期", "刘洋", "13800138000", "1999-12-31")).containsExactly("receivedAt field.tooEarly");
    }

    @ParameterizedTest
    @CsvSource({
        "来电, INBOUND_CALL,",
        "REFERRAL, REFERRAL, REFERRAL",
        "转介绍, REFERRAL, 转介绍",
        "HQ_ALLOCATED, HQ_ALLOCATED,",
        "上海大众分配, HQ_ALLOCATED,",
        "抖音直播, OTHER, 抖音直播"
    })
    void a_source_is_known_by_code_or_word_and_an_unknown_one_is_kept_in_words(
            String written, Source source, String detail) {
        CardContent card = readable("姓名,手机,来源", "刘洋", "13800138000", written).content();
        assertThat(card.source()).isEqualTo(source);
        assertThat(card.sourceDetail()).isEqualTo(detail);
    }

    @Test
    void a_time_of_purchase_may_be_a_band() {
        assertThat(readable("姓名,手机,预计购车时间", "刘洋", "13800138000", "8–15 日")
                        .content()
                        .expectedPurchaseBand())
                .isEqualTo(PurchaseBand.DAYS_8_15);
    }

    @Test
    void unreadable_characters_refuse_the_row_and_are_never_stored() {
        assertThat(reasons("姓名,手机", "刘\uFFFD", "13800138000")).containsExactly("customerName sheet.unreadable");
    }

    @Test
    void text_written_safely_by_us_comes_back_as_it_was() {
        assertThat(readable("姓名,手机,备注", "'=刘洋", "'+8613800138000", "'-5%").content())
                .extracting(CardContent::customerName, CardContent::mobile, CardContent::remark)
                .containsExactly("=刘洋", "+8613800138000", "-5%");
    }

    private static SheetCustomer.Readable readable(String headings, String... cells) {
        SheetCustomer read = reader(headings).read(row(2, cells));
        assertThat(read).isInstanceOf(SheetCustomer.Readable.class);
        return (SheetCustomer.Readable) read;
    }

    private static List<String> reasons(String headings, String... cells) {
        SheetCustomer read = reader(headings).read(row(2, cells));
        assertThat(read).isInstanceOf(SheetCustomer.Refused.class);
        return ((SheetCustomer.Refused) read)
                .reasons().stream()
                        .map((Field field) -> field.name() + " " + field.messageKey())
                        .toList();
    }

    private static RowReader reader(String headings) {
        ColumnMapping mapping = ColumnMapping.recognise(List.of(row(1, headings.split(","))));
        return new RowReader(
                mapping,
                new RowReader.Setting(
                        false, SHANGHAI, MONDAY, Source.PROMOTION_EVENT, "三月车展", Map.of("li.na", LI, "李娜", LI)));
    }

    private static SheetRow row(int number, String... cells) {
        return new SheetRow(number, Arrays.stream(cells).map(Cell::of).toList());
    }
}
