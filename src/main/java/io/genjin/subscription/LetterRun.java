package io.genjin.subscription;

import io.genjin.database.Tenancy;
import io.genjin.dealership.ClosedDays;
import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.shared.DealershipId;
import io.genjin.staff.EmailAddress;
import io.genjin.staff.EmailDesk;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffMember;
import io.genjin.subscription.Postman.Result;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what came due. First the due moments become letters in a queue, each once whatever runs at the same time; then each letter is
 * taken by one node, put together, and handed to the mail server outside of any transaction (S-R58). A node that dies in between
 * leaves a letter that is sent again under the same id. After a pause only the newest letter of a subscription is still sent.
 */
@Service
public class LetterRun {

    private static final Logger LOG = LoggerFactory.getLogger(LetterRun.class);

    /** When it is tried again after the first, second, … try; then it is given up. */
    private static final List<Duration> PAUSES =
            List.of(Duration.ofMinutes(2), Duration.ofMinutes(10), Duration.ofMinutes(30), Duration.ofHours(2));

    private static final int AT_ONCE = 500;

    private final Subscriptions subscriptions;
    private final Sendings sendings;
    private final Offer offer;
    private final SetsLetters press;
    private final Postman postman;
    private final EmailDesk emails;
    private final StaffDirectory staff;
    private final Dealerships dealerships;
    private final ClosedDays closedDays;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LetterRun(
            Subscriptions subscriptions,
            Sendings sendings,
            Offer offer,
            SetsLetters press,
            Postman postman,
            EmailDesk emails,
            StaffDirectory staff,
            Dealerships dealerships,
            ClosedDays closedDays,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.sendings = sendings;
        this.offer = offer;
        this.press = press;
        this.postman = postman;
        this.emails = emails;
        this.staff = staff;
        this.dealerships = dealerships;
        this.closedDays = closedDays;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Sends what is due by now, in all dealerships. */
    public int sendAll() {
        int sent = 0;
        for (Dealership dealership : dealerships.all()) {
            sent += send(dealership.id());
        }
        return sent;
    }

    /**
     * Sends what is due by now in one dealership.
     *
     * @return how many letters the mail server took
     */
    public int send(DealershipId dealership) {
        return Tenancy.within(dealership, () -> {
            queueDue(dealerships.get(dealership));
            return sendQueued(dealerships.get(dealership));
        });
    }

    private void queueDue(Dealership dealership) {
        Instant now = clock.instant();
        List<Subscription> on =
                Objects.requireNonNull(transaction.execute(status -> subscriptions.on(dealership.id())));
        for (Subscription one : on) {
            if (due(one, dealership, now).isPresent()) {
                transaction.executeWithoutResult(status -> queue(one.id(), dealership, now));
            }
        }
    }

    private Optional<Instant> due(Subscription one, Dealership dealership, Instant now) {
        return one.rhythm().newest(one.settled(), now, dealership.zone(), closedDays.calendar(dealership.id()));
    }

    /** Under the subscription's lock and asked again: what another node did meanwhile is not done twice. */
    private void queue(SubscriptionId id, Dealership dealership, Instant now) {
        subscriptions.holdIfFree(dealership.id(), id).filter(Subscription::isOn).ifPresent(held -> due(
                        held, dealership, now)
                .ifPresent(moment -> {
                    sendings.add(held, moment, now);
                    subscriptions.settle(held, moment);
                }));
    }

    private int sendQueued(Dealership dealership) {
        int sent = 0;
        for (int count = 0; count < AT_ONCE; count++) {
            Sending taken = Objects.requireNonNull(
                            transaction.execute(status -> sendings.take(dealership.id(), clock.instant())))
                    .orElse(null);
            if (taken == null) {
                return sent;
            }
            Result result = tried(taken, dealership);
            transaction.executeWithoutResult(status -> sendings.tried(
                    dealership.id(), taken, result.outcome(), result.said(), again(taken, result), clock.instant()));
            sent += result.outcome() == Outcome.SENT ? 1 : 0;
            if (result.outcome().concernsAll()) {
                LOG.warn("letters cannot be sent now: {}", result.outcome());
                return sent;
            }
        }
        return sent;
    }

    private @Nullable Instant again(Sending taken, Result result) {
        return result.outcome().mayPass() && taken.tries() <= PAUSES.size()
                ? clock.instant().plus(PAUSES.get(taken.tries() - 1))
                : null;
    }

    /** A letter that cannot be put together keeps no other one from being sent. */
    private Result tried(Sending taken, Dealership dealership) {
        try {
            return deliver(taken, dealership);
        } catch (RuntimeException defect) {
            LOG.error("the letter of subscription {} cannot be put together", taken.subscription(), defect);
            return Result.of(Outcome.DEFECT);
        }
    }

    private Result deliver(Sending taken, Dealership dealership) {
        Subscription one = Objects.requireNonNull(
                        transaction.execute(status -> subscriptions.find(dealership.id(), taken.subscription())))
                .orElseThrow();
        StaffMember subscriber = staff.get(dealership.id(), one.subscriber());
        if (!subscriber.active() || isLeaving(subscriber, dealership)) {
            return Result.of(Outcome.LEFT);
        }
        if (!one.isOn()) {
            return Result.of(Outcome.STOPPED);
        }
        Subscribable page = offer.page(one.page(), subscriber).orElse(null);
        if (page == null) {
            return Result.of(Outcome.NOT_ALLOWED);
        }
        EmailAddress address = emails.of(subscriber).orElse(null);
        if (address == null) {
            return Result.of(Outcome.NO_ADDRESS);
        }
        Letter letter = press.letter(one, page.digest(taken.due(), subscriber), taken.due(), dealership);
        return postman.deliver(letter, address, dealership.name(), clock.instant());
    }

    /** From the day of notice on nothing leaves the house for them, letters like downloads (5, Leaving staff). */
    private boolean isLeaving(StaffMember subscriber, Dealership dealership) {
        return staff.hasGivenNotice(dealership.id(), subscriber.id(), dealership.today(clock));
    }
}
