package io.genjin.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genjin.order.Payment.Kind;
import io.genjin.shared.Money;
import io.genjin.staff.StaffId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the lines of a ledger add up to. */
class LedgerTest {

    private static final OrderPrice PRICE =
            new OrderPrice(Money.of("100000.00"), Money.of("2000.00"), Money.of("9345.67"), Money.of("7345.67"));
    private final List<Payment> lines = new ArrayList<>();

    private Payment line(Kind kind, String amount, @Nullable UUID reverses) {
        Payment line = new Payment(
                new UUID(3, lines.size()),
                new SalesOrderId(new UUID(7, 4)),
                kind,
                Money.of(amount),
                Payment.Way.CARD,
                "R" + lines.size(),
                null,
                reverses,
                new StaffId(new UUID(7, 1)),
                Instant.parse("2026-03-02T04:00:00Z"));
        lines.add(line);
        return line;
    }

    @Test
    void paid_in_full_is_to_the_cent() {
        line(Kind.DEPOSIT, "5000.00", null);
        line(Kind.INSTALMENT, "94999.99", null);
        assertThat(new Ledger(lines).outstanding(PRICE)).isEqualTo(Money.of("0.01"));
        assertThat(new Ledger(lines).isPaidInFull(PRICE)).isFalse();
        line(Kind.INSTALMENT, "0.01", null);
        assertThat(new Ledger(lines).isPaidInFull(PRICE)).isTrue();
        assertThat(new Ledger(lines).outstanding(PRICE)).isEqualTo(Money.NOTHING);
    }

    @Test
    void a_reversal_takes_its_line_out_once() {
        Payment wrong = line(Kind.INSTALMENT, "3000.00", null);
        assertThat(new Ledger(lines).canBeReversed(wrong)).isTrue();
        Payment reversal = line(Kind.REVERSAL, "-3000.00", wrong.id());
        Ledger ledger = new Ledger(lines);
        assertThat(ledger.balance()).isEqualTo(Money.NOTHING);
        assertThat(ledger.canBeReversed(wrong)).isFalse();
        assertThat(ledger.canBeReversed(reversal)).isFalse();
    }

    @Test
    void a_refund_that_was_reversed_is_owed_again() {
        line(Kind.DEPOSIT, "5000.00", null);
        Payment refund = line(Kind.REFUND, "-5000.00", null);
        assertThat(new Ledger(lines).refunded()).isEqualTo(Money.of("5000.00"));
        line(Kind.REVERSAL, "5000.00", refund.id());
        assertThat(new Ledger(lines).refunded()).isEqualTo(Money.NOTHING);
        assertThat(new Ledger(lines).balance()).isEqualTo(Money.of("5000.00"));
    }

    @Test
    void money_in_is_above_nothing_and_money_out_below() {
        assertThatThrownBy(() -> line(Kind.DEPOSIT, "-1.00", null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> line(Kind.REFUND, "1.00", null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> line(Kind.REVERSAL, "1.00", null)).isInstanceOf(IllegalArgumentException.class);
    }
}
