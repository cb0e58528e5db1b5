package io.genjin.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.database.Tenancy;
import io.genjin.staff.EmailDesk;
import io.genjin.subscription.Rhythm.Every;
import io.genjin.subscription.Subscription.Language;
import io.genjin.testing.GenjinTest;
import io.genjin.testing.MutableClock;
import io.genjin.testing.PostOffice;
import io.genjin.testing.TestStores;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** A node that takes a letter and dies, or falls asleep, loses none and sends none a second time that another has sent (S-R58). */
@GenjinTest
class SendingsTest {

    @Autowired
    TestStores stores;

    @Autowired
    MutableClock clock;

    @Autowired
    SubscriptionDesk desk;

    @Autowired
    EmailDesk emails;

    @Autowired
    Sendings sendings;

    @Autowired
    LetterRun run;

    @Autowired
    PostOffice office;

    @Autowired
    TransactionTemplate transaction;

    private TestStores.Store store;

    private <T> T in(Supplier<T> act) {
        return Tenancy.within(
                store.dealership().id(), () -> Objects.requireNonNull(transaction.execute(status -> act.get())));
    }

    @Test
    @DisplayName(
            "what a dead node took is sent by another when its lease is over; what the sleeper writes then changes nothing")
    void lease() {
        clock.set("2026-03-02T09:00");
        store = stores.found();
        String address = store.zhou().username() + "@dealer.example";
        in(() -> {
            emails.change(address, store.zhou());
            return true;
        });
        SubscriptionId id = in(() ->
                desk.subscribe(new Wish("DAILY", Every.DAY, null, null, "10:00", false, Language.ZH), store.zhou()));
        clock.set("2026-03-02T10:00");
        office.stop();
        run.send(store.dealership().id());
        office.start();
        clock.set("2026-03-02T10:02");
        Sending taken = in(() -> sendings.take(store.dealership().id(), clock.instant()))
                .orElseThrow();
        assertThat(taken.tries()).isEqualTo(2);
        assertThat(run.send(store.dealership().id())).as("another node has it").isZero();
        clock.set("2026-03-02T10:07:01");
        assertThat(run.send(store.dealership().id())).isEqualTo(1);
        in(() -> {
            sendings.tried(store.dealership().id(), taken, Outcome.UNREACHABLE, null, clock.instant(), clock.instant());
            return true;
        });
        assertThat(run.send(store.dealership().id())).isZero();
        List<Sending> letters = in(() -> sendings.of(store.dealership().id(), List.of(id), 5));
        assertThat(letters).singleElement().satisfies(letter -> {
            assertThat(letter.state()).isEqualTo(Sending.State.SENT);
            assertThat(letter.tries()).isEqualTo(3);
        });
        assertThat(office.lettersTo(address)).hasSize(1);
    }

    @Test
    @DisplayName(
            "a server that stays away is asked five times, then the letter is given up; the next day's comes all the same")
    void givenUp() {
        clock.set("2026-03-02T09:00");
        store = stores.found();
        String address = store.zhou().username() + "@dealer.example";
        in(() -> {
            emails.change(address, store.zhou());
            return true;
        });
        SubscriptionId id = in(() ->
                desk.subscribe(new Wish("DAILY", Every.DAY, null, null, "10:00", false, Language.EN), store.zhou()));
        office.stop();
        try {
            for (String at : List.of("10:00", "10:02", "10:12", "10:42", "12:42", "14:42", "16:42")) {
                clock.set("2026-03-02T" + at);
                run.send(store.dealership().id());
            }
        } finally {
            office.start();
        }
        List<Sending> letters = in(() -> sendings.of(store.dealership().id(), List.of(id), 5));
        assertThat(letters).singleElement().satisfies(letter -> {
            assertThat(letter.state()).isEqualTo(Sending.State.GIVEN_UP);
            assertThat(letter.outcome()).isEqualTo(Outcome.UNREACHABLE);
            assertThat(letter.tries()).isEqualTo(5);
        });
        clock.set("2026-03-03T10:00");
        assertThat(run.send(store.dealership().id())).isEqualTo(1);
        assertThat(office.lettersTo(address)).hasSize(1);
    }
}
