package io.genjin.subscription.web;

import io.genjin.dealership.Dealerships;
import io.genjin.shared.web.Answers;
import io.genjin.shared.web.IfMatch;
import io.genjin.shared.web.Once;
import io.genjin.staff.StaffMember;
import io.genjin.subscription.Offer;
import io.genjin.subscription.Outcome;
import io.genjin.subscription.Rhythm;
import io.genjin.subscription.Sending;
import io.genjin.subscription.Subscription;
import io.genjin.subscription.SubscriptionDesk;
import io.genjin.subscription.SubscriptionDesk.Standing;
import io.genjin.subscription.SubscriptionId;
import io.genjin.subscription.SubscriptionVersionMissing;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One's own subscriptions for other systems. */
@RestController
@RequestMapping("/api/v1/subscriptions")
class SubscriptionApi {

    /** One letter: when it was due, where it stands, and what the mail server said. */
    record LetterView(
            OffsetDateTime due,
            Sending.State state,
            int tries,
            @Nullable Outcome outcome,
            @Nullable String said) {}

    /** A subscription with its newest letters; {@code next} is nothing when no more comes. */
    record View(
            String id,
            String page,
            Rhythm.Every every,
            @Nullable DayOfWeek weekday,
            @Nullable Integer dayOfMonth,
            LocalTime at,
            boolean openDaysOnly,
            Subscription.Language language,
            boolean on,
            Subscription.@Nullable Why ended,
            @Nullable OffsetDateTime next,
            int version,
            List<LetterView> letters) {}

    /** One's own subscriptions, and codes of the pages one may subscribe to. */
    record Own(List<View> items, List<String> pages) {}

    private final SubscriptionDesk desk;
    private final Offer offer;
    private final Dealerships dealerships;
    private final Once once;

    SubscriptionApi(SubscriptionDesk desk, Offer offer, Dealerships dealerships, Once once) {
        this.desk = desk;
        this.offer = offer;
        this.dealerships = dealerships;
        this.once = once;
    }

    @GetMapping
    Own own(StaffMember me) {
        return new Own(desk.of(me).stream().map(one -> view(one, me)).toList(), offer.to(me));
    }

    @PostMapping
    @Answers(value = View.class, status = 201)
    ResponseEntity<?> subscribe(
            @RequestBody SubscriptionForm body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            StaffMember me) {
        return once.answer(key, body, me.dealership(), me.id(), () -> {
            SubscriptionId id = desk.subscribe(body.wish(false), me);
            return ResponseEntity.created(URI.create("/api/v1/subscriptions/" + id))
                    .body(view(desk.one(id, me), me));
        });
    }

    @GetMapping("/{id}")
    ResponseEntity<View> one(@PathVariable SubscriptionId id, StaffMember me) {
        View view = view(desk.one(id, me), me);
        return ResponseEntity.ok().eTag("\"" + view.version() + "\"").body(view);
    }

    /** Gives it another rhythm or language, against the version in If-Match. */
    @PutMapping("/{id}")
    ResponseEntity<View> change(
            @PathVariable SubscriptionId id,
            @RequestBody SubscriptionForm body,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            StaffMember me) {
        desk.change(id, body.wish(false), IfMatch.version(ifMatch).orElseThrow(SubscriptionVersionMissing::new), me);
        return one(id, me);
    }

    /** Stops it; stopped again it stays stopped. */
    @DeleteMapping("/{id}")
    @Answers(status = 204)
    ResponseEntity<Void> stop(@PathVariable SubscriptionId id, StaffMember me) {
        desk.stop(id, me);
        return ResponseEntity.noContent().build();
    }

    private View view(Standing standing, StaffMember me) {
        Subscription one = standing.subscription();
        Rhythm rhythm = one.rhythm();
        Subscription.Ended ended = one.ended();
        Instant next = standing.next();
        return new View(
                one.id().toString(),
                one.page(),
                rhythm.every(),
                rhythm.weekday(),
                rhythm.dayOfMonth(),
                rhythm.at(),
                rhythm.openDaysOnly(),
                one.language(),
                one.isOn(),
                ended == null ? null : ended.why(),
                next == null ? null : at(next, me),
                one.version(),
                standing.letters().stream()
                        .map(letter -> new LetterView(
                                at(letter.due(), me), letter.state(), letter.tries(), letter.outcome(), letter.said()))
                        .toList());
    }

    private OffsetDateTime at(Instant moment, StaffMember me) {
        return moment.atZone(dealerships.get(me.dealership()).zone()).toOffsetDateTime();
    }
}
