package io.genjin.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.database.Tenancy;
import io.genjin.prospect.ProspectDesk;
import io.genjin.prospect.ProspectId;
import io.genjin.prospect.TransferReason;
import io.genjin.shared.DealershipId;
import io.genjin.shared.web.Once;
import io.genjin.staff.StaffMember;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What two people do in each other's way is done, one after the other. */
class DeadlockTest extends Stage {

    @Autowired
    Once once;

    @Autowired
    ProspectDesk desk;

    private final CountDownLatch bothHoldOne = new CountDownLatch(2);
    private final AtomicInteger begun = new AtomicInteger();

    /** One step of somebody: two customers to {@code to}, the second only when somebody else holds it. */
    private String give(ProspectId first, ProspectId second, StaffMember to, String key) {
        DealershipId dealership = store.dealership().id();
        StaffMember by = store.zhou();
        return Tenancy.within(
                dealership,
                () -> once.redirect(key, key, dealership, by.id(), () -> {
                    begun.incrementAndGet();
                    desk.transfer(first, to.username(), TransferReason.WORKLOAD, null, by);
                    awaitTheOther();
                    desk.transfer(second, to.username(), TransferReason.WORKLOAD, null, by);
                    return "/prospects/" + first;
                }));
    }

    private void awaitTheOther() {
        bothHoldOne.countDown();
        try {
            assertThat(bothHoldOne.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    @Test
    @DisplayName(
            "S-R57: two people who hand over the same two customers in opposite order both succeed, also when each waits for the other")
    void oppositeOrders() throws Exception {
        ProspectId one = ProspectId.of(opened(li, card("B", "2026-03-06")));
        ProspectId other = ProspectId.of(opened(li, card("C", "2026-03-06")));
        ExecutorService people = Executors.newFixedThreadPool(2);
        try {
            Future<String> forth = people.submit(() -> give(one, other, store.wang(), "forth"));
            Future<String> back = people.submit(() -> give(other, one, store.zhou(), "back"));
            assertThat(forth.get()).isEqualTo("redirect:/prospects/" + one);
            assertThat(back.get()).isEqualTo("redirect:/prospects/" + other);
        } finally {
            people.shutdownNow();
        }
        assertThat(begun).as("one of them was begun anew").hasValue(3);
        String owner = zhou.get("/api/v1/prospects/" + one).text("/owner/username");
        assertThat(owner).isIn(store.wang().username(), store.zhou().username());
        for (ProspectId each : List.of(one, other)) {
            assertThat(zhou.get("/api/v1/prospects/" + each).text("/owner/username"))
                    .as("who came last has both")
                    .isEqualTo(owner);
            assertThat(entries(each.toString(), "TRANSFERRED"))
                    .as("each hand-over written once")
                    .hasSize(2);
        }
    }
}
