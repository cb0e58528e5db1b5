package io.genjin.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genjin.prospect.ProspectId;
import io.genjin.prospect.Source;
import io.genjin.shared.DealershipId;
import io.genjin.shared.Grade;
import io.genjin.shared.Money;
import io.genjin.shared.Vin;
import io.genjin.staff.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** One order from its draft to the handover, or to nothing. */
class SalesOrderTest {

    private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");
    private static final Vin CAR = new Vin("1M8GDM9AXKP042788");
    private static final StaffId LI = new StaffId(new UUID(7, 1));
    private static final Snapshot THEN = new Snapshot(Source.WALK_IN, Grade.H, LI);

    private static SalesOrder.Terms terms(String deposit) {
        return new SalesOrder.Terms(
                new UUID(7, 2),
                1,
                new OrderedVehicle("朗逸", "1.5L 自动舒适版", "雅士银", null),
                new OrderPrice(Money.of("129900.00"), Money.of("8000.00"), Money.of("18345.67"), Money.of("20000.00")),
                new Buyer("张伟", Buyer.IdentityType.ID_CARD, new byte[] {1}, new byte[] {2}),
                DepositType.EARNEST,
                Money.of(deposit),
                SalesOrder.PaymentWay.CASH_FULL,
                null,
                LocalDate.of(2026, 3, 20));
    }

    private static SalesOrder draft() {
        return SalesOrder.draft(
                new DealershipId(1),
                10001,
                new ProspectId(new UUID(7, 3)),
                new SalesOrderId(new UUID(7, 4)),
                terms("5000.00"),
                LI,
                NOON);
    }

    private static SalesOrder confirmed() {
        SalesOrder order = draft();
        order.submit(true);
        order.depositPaid(NOON);
        order.confirm(THEN, NOON);
        return order;
    }

    @Test
    void the_price_adds_up_to_the_cent() {
        OrderPrice price = terms("5000.00").price();
        assertThat(price.net()).isEqualTo(Money.of("121900.00"));
        assertThat(price.total()).isEqualTo(Money.of("140245.67"));
        assertThat(price.due()).isEqualTo(Money.of("120245.67"));
        assertThat(new OrderPrice(Money.of("10.00"), Money.NOTHING, Money.NOTHING, Money.of("11.00")).due())
                .as("an old car worth more than the new one is no debt of ours")
                .isEqualTo(Money.NOTHING);
    }

    @Test
    void confirmed_is_whichever_comes_later_deposit_after_price() {
        SalesOrder order = draft();
        order.submit(false);
        assertThat(order.status()).isEqualTo(OrderStatus.PRICE_REVIEW);
        order.approvePrice();
        assertThat(order.isReadyToConfirm()).isFalse();
        assertThatThrownBy(() -> order.confirm(THEN, NOON)).isInstanceOf(OrderNotInState.class);
        order.depositPaid(NOON);
        order.confirm(THEN, NOON);
        assertThat(order.status()).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(order.snapshot()).isEqualTo(THEN);
    }

    @Test
    void confirmed_is_whichever_comes_later_price_after_deposit() {
        SalesOrder order = draft();
        order.submit(false);
        order.depositPaid(NOON);
        assertThat(order.isReadyToConfirm()).isFalse();
        order.approvePrice();
        assertThat(order.isReadyToConfirm()).isTrue();
    }

    @Test
    void other_terms_void_the_word_on_the_price_and_keep_the_money() {
        SalesOrder order = draft();
        order.submit(true);
        order.depositPaid(NOON);
        order.rewrite(terms("5000.00"));
        assertThat(order.status()).isEqualTo(OrderStatus.DRAFT);
        assertThat(order.isPriceApproved()).isFalse();
        assertThat(order.depositPaidAt()).isEqualTo(NOON);
        assertThatThrownBy(() -> order.rewrite(terms("6000.00"))).isInstanceOf(DepositPaidAlready.class);
    }

    @Test
    void a_confirmed_order_is_not_written_anew() {
        assertThatThrownBy(() -> confirmed().rewrite(terms("5000.00"))).isInstanceOf(OrderNotInState.class);
    }

    @Test
    void paid_in_full_needs_its_car_and_its_money() {
        SalesOrder order = confirmed();
        order.settle(true);
        assertThat(order.status()).as("paid, but no car yet").isEqualTo(OrderStatus.CONFIRMED);
        order.match(CAR, true);
        assertThat(order.status()).isEqualTo(OrderStatus.PAID_IN_FULL);
        order.settle(false);
        assertThat(order.status()).as("money was taken out again").isEqualTo(OrderStatus.VEHICLE_MATCHED);
        assertThatThrownBy(() -> order.match(CAR, false)).isInstanceOf(OrderNotInState.class);
    }

    @Test
    void the_car_leaves_once_with_its_appointment() {
        SalesOrder order = confirmed();
        assertThatThrownBy(order::scheduled).isInstanceOf(OrderNotInState.class);
        order.match(CAR, false);
        order.scheduled();
        order.settle(true);
        assertThat(order.status()).isEqualTo(OrderStatus.DELIVERY_SCHEDULED);
        order.delivered(NOON);
        assertThatThrownBy(() -> order.delivered(NOON)).isInstanceOf(OrderNotInState.class);
        assertThat(order.vin()).isEqualTo(CAR);
    }

    @Test
    void a_cancelled_order_frees_its_car_and_forgets_whom_it_need_not_know() {
        SalesOrder paid = confirmed();
        paid.match(CAR, false);
        Cancellation why = new Cancellation(Cancellation.Reason.PRICE, "", Money.of("5000.00"), LI, NOON);
        paid.cancel(why, false);
        assertThat(paid.vin()).isNull();
        assertThat(paid.buyer().sealed()).isNotNull();
        SalesOrder unpaid = draft();
        unpaid.cancel(new Cancellation(Cancellation.Reason.OTHER, "", Money.NOTHING, LI, NOON), true);
        assertThat(unpaid.buyer().sealed()).isNull();
        assertThatThrownBy(() -> unpaid.cancel(why, true)).isInstanceOf(OrderNotInState.class);
    }
}
