package io.genjin.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where an order may go from where it stands (3.6). */
class OrderStatusTest {

    private static Set<OrderStatus> after(OrderStatus status) {
        Set<OrderStatus> next = EnumSet.noneOf(OrderStatus.class);
        for (OrderStatus one : OrderStatus.values()) {
            if (status.mayBecome(one)) {
                next.add(one);
            }
        }
        return next;
    }

    @Test
    void every_state_is_reached_from_a_draft() {
        Set<OrderStatus> reached = EnumSet.of(OrderStatus.DRAFT);
        Deque<OrderStatus> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            after(open.pop()).stream().filter(reached::add).forEach(open::push);
        }
        assertThat(reached).containsExactlyInAnyOrder(OrderStatus.values());
    }

    @Test
    void nothing_is_binding_before_it_is_confirmed() {
        assertThat(after(OrderStatus.DRAFT))
                .containsExactlyInAnyOrder(OrderStatus.PRICE_REVIEW, OrderStatus.FINANCE_REVIEW, OrderStatus.CANCELLED);
        for (OrderStatus status : OrderStatus.values()) {
            if (status.isOpenToChange() && after(status).contains(OrderStatus.CONFIRMED)) {
                assertThat(status).isIn(OrderStatus.PRICE_REVIEW, OrderStatus.FINANCE_REVIEW);
            }
        }
    }

    @Test
    void a_delivery_needs_its_appointment_and_can_only_be_taken_back() {
        for (OrderStatus status : OrderStatus.values()) {
            assertThat(status.mayBecome(OrderStatus.DELIVERED))
                    .as(status.name())
                    .isEqualTo(status == OrderStatus.DELIVERY_SCHEDULED);
        }
        assertThat(after(OrderStatus.DELIVERED)).containsExactly(OrderStatus.RETURNED);
    }

    @Test
    void every_open_order_can_be_cancelled_and_no_other() {
        for (OrderStatus status : OrderStatus.values()) {
            assertThat(status.mayBecome(OrderStatus.CANCELLED))
                    .as(status.name())
                    .isEqualTo(status.isLive());
        }
        assertThat(after(OrderStatus.CANCELLED)).isEmpty();
        assertThat(after(OrderStatus.RETURNED)).isEmpty();
    }

    @Test
    void a_live_order_is_either_open_to_change_or_binding() {
        for (OrderStatus status : OrderStatus.values()) {
            assertThat(status.isOpenToChange() ^ status.isBinding())
                    .as(status.name())
                    .isEqualTo(status.isLive());
        }
    }

    static List<Integer> seeds() {
        return IntStream.range(0, 100).boxed().toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("seeds")
    void whatever_way_an_order_goes_it_was_confirmed_before_it_was_delivered(int seed) {
        Random random = new Random(seed);
        OrderStatus status = OrderStatus.DRAFT;
        boolean confirmed = false;
        for (int step = 0; step < 60; step++) {
            List<OrderStatus> next = List.copyOf(after(status));
            if (next.isEmpty()) {
                break;
            }
            status = next.get(random.nextInt(next.size()));
            confirmed |= status == OrderStatus.CONFIRMED;
            if (status.isBinding() || status == OrderStatus.DELIVERED || status == OrderStatus.RETURNED) {
                assertThat(confirmed).isTrue();
            }
        }
    }
}
