package io.genjin.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Money;
import io.genjin.shared.Refusal;
import io.genjin.staff.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Which list price counts on which day. */
class TrimTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final Instant MORNING = Instant.parse("2026-03-02T01:00:00Z");
    private static final StaffId CHEN = StaffId.next();

    private static ListPrice price(String amount, LocalDate from, Instant at) {
        return new ListPrice(Money.of(amount), from, CHEN, at);
    }

    private static Trim trim(ListPrice... prices) {
        return new Trim(
                TrimId.next(),
                CarModelId.next(),
                new TrimText("330TSI", 2026, Energy.PETROL, 137, Gearbox.DUAL_CLUTCH, 5, null),
                List.of(prices),
                CardEdition.first(CHEN, MORNING));
    }

    @Test
    @DisplayName("a price counts from its day until the next one; last month's quotation finds last month's price")
    void history() {
        Trim trim =
                trim(price("206800", MONDAY, MORNING), price("199800", MONDAY.plusMonths(1), MORNING.plusSeconds(60)));
        assertThat(trim.listPrice(MONDAY.minusDays(1))).isEmpty();
        assertThat(trim.listPrice(MONDAY)).contains(Money.of("206800"));
        assertThat(trim.listPrice(MONDAY.plusMonths(1).minusDays(1))).contains(Money.of("206800"));
        assertThat(trim.listPrice(MONDAY.plusMonths(1))).contains(Money.of("199800"));
        assertThat(trim.nextPrice(MONDAY)).map(ListPrice::validFrom).contains(MONDAY.plusMonths(1));
        assertThat(trim.nextPrice(MONDAY.plusMonths(1))).isEmpty();
    }

    @Test
    @DisplayName("of two prices for one day the one set later counts; the same price again adds nothing")
    void corrected() {
        Trim trim = trim(price("206800", MONDAY, MORNING));
        assertThat(trim.price(price("206800", MONDAY, MORNING.plusSeconds(60)))).isFalse();
        assertThat(trim.price(price("208800", MONDAY, MORNING.plusSeconds(120))))
                .isTrue();
        assertThat(trim.listPrice(MONDAY)).contains(Money.of("208800"));
        assertThat(trim.prices()).hasSize(2);
    }

    @Test
    @DisplayName("a price is an amount of yuan that a car can cost, from a day at most a year ahead")
    void checked() {
        assertThat(ListPrice.Wish.checked("¥189,900.50", null, MONDAY).validFrom())
                .isEqualTo(MONDAY);
        for (String typed : new String[] {"", "十八万", "189900.123", "-189900", "999"}) {
            assertThatThrownBy(() -> ListPrice.Wish.checked(typed, null, MONDAY))
                    .as(typed)
                    .isInstanceOfSatisfying(FieldsRefused.class, refused -> assertThat(refused.fields())
                            .extracting(Refusal.Field::name)
                            .containsExactly("listPrice"));
        }
        assertThatThrownBy(() -> ListPrice.Wish.checked("189900", MONDAY.plusDays(367), MONDAY))
                .isInstanceOf(FieldsRefused.class);
    }
}
