package io.genjin.subscription;

import io.genjin.dealership.ClosedDays;
import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.NothingHere;
import io.genjin.shared.Refusal.Field;
import io.genjin.staff.EmailAddress;
import io.genjin.staff.EmailDesk;
import io.genjin.staff.StaffMember;
import io.genjin.subscription.Subscription.Ended;
import io.genjin.subscription.Subscription.Language;
import io.genjin.subscription.Subscription.Why;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** People subscribe to pages for themselves, change the rhythm and stop again; nobody does it for somebody else. */
@Service
@Transactional
public class SubscriptionDesk {

    /** More letters of one person nobody reads. */
    static final int MOST = 20;

    private static final int LETTERS = 5;

    /**
     * A subscription as its owner sees it.
     *
     * @param next    when the next letter comes; nothing when none does
     * @param letters its newest letters, the newest first
     */
    public record Standing(
            Subscription subscription, @Nullable Instant next, List<Sending> letters) {}

    private final Subscriptions subscriptions;
    private final Sendings sendings;
    private final Offer offer;
    private final EmailDesk emails;
    private final MailSettings mail;
    private final Dealerships dealerships;
    private final ClosedDays closedDays;
    private final Clock clock;

    SubscriptionDesk(
            Subscriptions subscriptions,
            Sendings sendings,
            Offer offer,
            EmailDesk emails,
            MailSettings mail,
            Dealerships dealerships,
            ClosedDays closedDays,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.sendings = sendings;
        this.offer = offer;
        this.emails = emails;
        this.mail = mail;
        this.dealerships = dealerships;
        this.closedDays = closedDays;
        this.clock = clock;
    }

    /** One's own, the running ones first. */
    @Transactional(readOnly = true)
    public List<Standing> of(StaffMember me) {
        List<Subscription> mine = subscriptions.of(me.dealership(), me.id());
        List<Sending> letters =
                sendings.of(me.dealership(), mine.stream().map(Subscription::id).toList(), LETTERS);
        return mine.stream()
                .map(one -> new Standing(
                        one,
                        next(one).orElse(null),
                        letters.stream()
                                .filter(letter -> letter.subscription().equals(one.id()))
                                .toList()))
                .toList();
    }

    /** @throws NothingHere when it is nobody's or somebody else's (S-R22) */
    @Transactional(readOnly = true)
    public Standing one(SubscriptionId id, StaffMember me) {
        Subscription one = mine(id, me);
        return new Standing(one, next(one).orElse(null), sendings.of(me.dealership(), List.of(id), LETTERS));
    }

    private Subscription mine(SubscriptionId id, StaffMember me) {
        return subscriptions
                .find(me.dealership(), id)
                .filter(one -> one.subscriber().equals(me.id()))
                .orElseThrow(() -> new NothingHere(id));
    }

    private Optional<Instant> next(Subscription one) {
        Dealership dealership = dealerships.get(one.dealership());
        return one.isOn()
                ? one.rhythm().next(clock.instant(), dealership.zone(), closedDays.calendar(dealership.id()))
                : Optional.empty();
    }

    /**
     * Subscribes to a page.
     *
     * @throws FieldsRefused naming {@code page}, {@code email} when the person has no address that letters may go to, and the
     *     fields of the rhythm
     */
    public SubscriptionId subscribe(Wish wish, StaffMember me) {
        List<Field> wrong = new ArrayList<>();
        String page = wish.page() == null ? "" : wish.page().strip();
        if (page.isEmpty()) {
            wrong.add(Field.of("page", "field.required"));
        } else if (offer.page(page, me).isEmpty()) {
            wrong.add(Field.of("page", "subscription.page.unknown"));
        }
        addressed(me, wrong);
        if (subscriptions.of(me.dealership(), me.id()).stream()
                        .filter(Subscription::isOn)
                        .count()
                >= MOST) {
            wrong.add(Field.of("page", "subscription.tooMany", MOST));
        }
        Rhythm rhythm = wish.rhythm(wrong);
        Instant now = clock.instant();
        Subscription one = new Subscription(
                SubscriptionId.next(),
                me.dealership(),
                me.id(),
                page,
                rhythm,
                wish.language() == null ? Language.ZH : wish.language(),
                now,
                now,
                null,
                1);
        subscriptions.add(one);
        return one.id();
    }

    private void addressed(StaffMember me, List<Field> wrong) {
        Optional<EmailAddress> address = emails.of(me);
        if (address.isEmpty()) {
            wrong.add(Field.of("email", "subscription.email.missing"));
        } else if (!mail.reaches(address.get().domain())) {
            wrong.add(Field.of("email", "subscription.email.elsewhere", String.join(", ", mail.domains())));
        }
    }

    /**
     * Gives it another rhythm or language, from now on.
     *
     * @throws SubscriptionOver    when it was stopped
     * @throws SubscriptionChanged when it was changed since {@code version}
     */
    public void change(SubscriptionId id, Wish wish, int version, StaffMember me) {
        Subscription before = mine(id, me);
        if (!before.isOn()) {
            throw new SubscriptionOver();
        }
        Rhythm rhythm = wish.rhythm(List.of());
        Instant now = clock.instant();
        Subscription after = new Subscription(
                before.id(),
                before.dealership(),
                before.subscriber(),
                before.page(),
                rhythm,
                wish.language() == null ? before.language() : wish.language(),
                now,
                now,
                null,
                before.version());
        if (!subscriptions.save(after, version)) {
            throw new SubscriptionChanged();
        }
    }

    /** Stops it; what was stopped before stays so. What waits to be sent is not sent any more. */
    public void stop(SubscriptionId id, StaffMember me) {
        end(mine(id, me), Why.STOPPED);
    }

    /** Stops everything of somebody whose account was closed. */
    void left(StaffMember who) {
        subscriptions.of(who.dealership(), who.id()).forEach(one -> end(one, Why.LEFT));
    }

    private void end(Subscription one, Why why) {
        if (one.isOn() && !subscriptions.save(ended(one, why), one.version())) {
            throw new SubscriptionChanged();
        }
    }

    private Subscription ended(Subscription one, Why why) {
        return new Subscription(
                one.id(),
                one.dealership(),
                one.subscriber(),
                one.page(),
                one.rhythm(),
                one.language(),
                one.since(),
                one.settled(),
                new Ended(why, clock.instant()),
                one.version());
    }
}
