package io.genjin.deal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genjin.deal.QuoteItem.Kind;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Money;
import io.genjin.shared.Refusal.Field;
import io.genjin.staff.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a quotation adds up to, how it is read, and what changed between two versions. */
class QuoteTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final Instant NINE = Instant.parse("2026-03-02T01:00:00Z");
    private static final StaffId LI = new StaffId(new UUID(7, 1));

    private static Quote quote(String discount, QuoteItem... items) {
        return new Quote(
                new QuotedCar(null, "途观L", "330TSI", "雪域白", null),
                Money.of("235900.00"),
                Money.of(discount),
                List.of(items),
                Money.of("40000.00"),
                MONDAY.plusDays(7));
    }

    private static QuoteItem item(Kind kind, String what, String amount) {
        return new QuoteItem(kind, what, Money.of(amount));
    }

    @Test
    void gifts_are_not_charged_and_count_as_given_up() {
        Quote quote = quote(
                "6000.00",
                item(Kind.INSURANCE, "", "5312.48"),
                item(Kind.LICENCE_FEE, "", "500.00"),
                item(Kind.GIFT, "脚垫", "680.00"));
        assertThat(quote.net()).isEqualTo(Money.of("229900.00"));
        assertThat(quote.extras()).isEqualTo(Money.of("5812.48"));
        assertThat(quote.total()).isEqualTo(Money.of("235712.48"));
        assertThat(quote.due()).isEqualTo(Money.of("195712.48"));
        assertThat(quote.concession()).isEqualTo(Money.of("6680.00"));
    }

    @ParameterizedTest(name = "the tax on {0} is {1}")
    @CsvSource({
        "113.00, 10.00",
        "229900.00, 20345.13",
        "0.05, 0.00",
        "0.06, 0.01",
        "189900.00, 16805.31",
        "100000.00, 8849.56"
    })
    void the_purchase_tax_is_rounded_once_half_up_to_the_cent(String invoiced, String tax) {
        assertThat(PurchaseTax.of(Money.of(invoiced))).isEqualTo(Money.of(tax));
    }

    private static QuoteWish wish(
            @Nullable String listPrice,
            @Nullable String discount,
            List<QuoteWish.Line> lines,
            @Nullable LocalDate until) {
        return new QuoteWish(null, "途观L", null, null, null, listPrice, discount, lines, null, until);
    }

    private static Quote read(QuoteWish wish) {
        return new WishReader(wish, null, null, MONDAY).read();
    }

    @Test
    void it_holds_seven_days_unless_another_day_is_named_and_that_day_counts() {
        Quote quote = read(wish("235,900", null, List.of(), null));
        assertThat(quote.validUntil()).isEqualTo(LocalDate.of(2026, 3, 9));
        assertThat(quote.isValidOn(LocalDate.of(2026, 3, 9))).isTrue();
        assertThat(quote.isValidOn(LocalDate.of(2026, 3, 10))).isFalse();
        assertThat(quote.discount()).isEqualTo(Money.NOTHING);
    }

    @Test
    void a_tax_without_amount_is_estimated_on_car_and_options_and_a_typed_one_stays() {
        List<QuoteWish.Line> lines = List.of(
                new QuoteWish.Line(Kind.PURCHASE_TAX, null, " "),
                new QuoteWish.Line(Kind.OPTION, "全景天窗", "1130.00"),
                new QuoteWish.Line(Kind.ACCESSORY, "行车记录仪", "999.00"),
                new QuoteWish.Line(Kind.GIFT, "", ""));
        Quote estimated = read(wish("113000.00", null, lines, null));
        assertThat(estimated.items())
                .contains(item(Kind.PURCHASE_TAX, "", "10100.00"))
                .hasSize(3);
        Quote typed = read(wish("113000.00", null, List.of(new QuoteWish.Line(Kind.PURCHASE_TAX, "减半", "5000")), null));
        assertThat(typed.items()).containsExactly(item(Kind.PURCHASE_TAX, "减半", "5000.00"));
    }

    @Test
    void everything_wrong_is_refused_together_and_each_at_its_place() {
        List<QuoteWish.Line> lines =
                List.of(new QuoteWish.Line(Kind.INSURANCE, "", "5312.485"), new QuoteWish.Line(null, "什么", "1"));
        QuoteWish wish =
                new QuoteWish(null, " ", null, null, null, "-5", "zwei", lines, "1e9", LocalDate.of(2026, 3, 1));
        assertThatThrownBy(() -> read(wish)).isInstanceOfSatisfying(FieldsRefused.class, refused -> assertThat(
                        refused.fields())
                .extracting(Field::name)
                .containsExactlyInAnyOrder(
                        "model", "listPrice", "discount", "tradeIn", "validUntil", "lines[0].amount", "lines[1].kind"));
        assertThatThrownBy(() -> read(wish("1000", "1000.01", List.of(), null)))
                .isInstanceOfSatisfying(FieldsRefused.class, refused -> assertThat(refused.fields())
                        .extracting(Field::name)
                        .containsExactly("discount"));
    }

    @Test
    void the_comparison_says_what_changed_and_by_how_much() {
        QuoteVersion first = version(1, quote("6000.00", item(Kind.INSURANCE, "", "5312.48")));
        QuoteVersion second =
                version(2, quote("7500.00", item(Kind.INSURANCE, "", "5200.00"), item(Kind.GIFT, "脚垫", "680.00")));
        QuoteComparison comparison = QuoteComparison.of(List.of(first, second));
        assertThat(by(comparison, QuoteComparison.Line.DISCOUNT, null)).isEqualTo(Money.of("1500.00"));
        assertThat(by(comparison, QuoteComparison.Line.ITEM, Kind.INSURANCE)).isEqualTo(Money.of("-112.48"));
        assertThat(by(comparison, QuoteComparison.Line.ITEM, Kind.GIFT)).isEqualTo(Money.of("680.00"));
        assertThat(by(comparison, QuoteComparison.Line.DUE, null)).isEqualTo(Money.of("-1612.48"));
        assertThat(by(comparison, QuoteComparison.Line.LIST_PRICE, null)).isNull();
        assertThat(comparison.rows().stream()
                        .filter(QuoteComparison.Row::differs)
                        .map(QuoteComparison.Row::line))
                .doesNotContain(QuoteComparison.Line.CAR, QuoteComparison.Line.VALID_UNTIL);
    }

    private static @Nullable Money by(QuoteComparison comparison, QuoteComparison.Line line, @Nullable Kind kind) {
        return comparison.rows().stream()
                .filter(row -> row.line() == line && row.kind() == kind)
                .findFirst()
                .orElseThrow()
                .cells()
                .get(1)
                .by();
    }

    private static QuoteVersion version(int number, Quote quote) {
        return new QuoteVersion(number, 1, quote, ApprovalLevel.SM, LI, NINE.plusSeconds(number * 60L), null);
    }

    private static PriceRequest request(
            PriceRequest.Status status, int version, int revision, @Nullable String counter) {
        boolean decided = status != PriceRequest.Status.WAITING && status != PriceRequest.Status.VOID;
        return new PriceRequest(
                PriceRequestId.next(),
                new QuotationId(new UUID(7, 9)),
                version,
                revision,
                ApprovalLevel.SM,
                Money.of("235900.00"),
                Money.of("7500.00"),
                null,
                LI,
                NINE,
                status,
                decided ? new StaffId(new UUID(7, 2)) : null,
                decided ? NINE.plusSeconds(90) : null,
                null,
                counter == null ? null : Money.of(counter));
    }

    @Test
    void an_approval_covers_what_was_asked_and_nothing_written_since() {
        QuoteVersion asked = version(1, quote("7500.00"));
        QuoteVersion rewritten = new QuoteVersion(1, 2, quote("7600.00"), ApprovalLevel.SM, LI, NINE, null);
        List<PriceRequest> approved = List.of(request(PriceRequest.Status.APPROVED, 1, 1, null));
        assertThat(PriceStanding.of(asked, approved)).isEqualTo(PriceStanding.APPROVED);
        assertThat(PriceStanding.of(rewritten, approved)).isEqualTo(PriceStanding.NEEDED);
        assertThat(PriceStanding.of(version(2, quote("7500.00")), approved)).isEqualTo(PriceStanding.NEEDED);
        assertThat(PriceStanding.of(asked, List.of(request(PriceRequest.Status.WAITING, 1, 1, null))))
                .isEqualTo(PriceStanding.WAITING);
        assertThat(PriceStanding.of(asked, List.of(request(PriceRequest.Status.VOID, 1, 1, null))))
                .isEqualTo(PriceStanding.NEEDED);
    }

    @Test
    void a_counter_offer_covers_a_later_version_that_stays_within_it() {
        List<PriceRequest> countered = List.of(request(PriceRequest.Status.COUNTERED, 1, 1, "6680.00"));
        assertThat(PriceStanding.of(version(1, quote("7500.00")), countered)).isEqualTo(PriceStanding.REJECTED);
        assertThat(PriceStanding.of(version(2, quote("6680.00")), countered)).isEqualTo(PriceStanding.APPROVED);
        assertThat(PriceStanding.of(version(2, quote("6680.01")), countered)).isEqualTo(PriceStanding.NEEDED);
        assertThat(PriceStanding.of(version(2, quote("6000.01", item(Kind.GIFT, "脚垫", "680.00"))), countered))
                .as("gifts go around nobody")
                .isEqualTo(PriceStanding.NEEDED);
    }
}
