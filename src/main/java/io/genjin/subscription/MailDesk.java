package io.genjin.subscription;

import io.genjin.dealership.Dealership;
import io.genjin.dealership.Dealerships;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Refusal.Field;
import io.genjin.staff.EmailAddress;
import io.genjin.staff.EmailDesk;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffMember;
import io.genjin.subscription.Subscription.Language;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the system administrator sees of the mail server: how it is set up, what it said, and whether a letter arrives. */
@Service
public class MailDesk {

    private static final int TROUBLES = 20;
    private static final Duration LATELY = Duration.ofDays(7);

    /** A letter that did not simply go out, and whose it was. */
    public record Trouble(Sending sending, String page, StaffMember subscriber) {}

    /**
     * How sending goes.
     *
     * @param sent how many letters the server took in the last seven days
     */
    public record State(MailSettings settings, int sent, List<Trouble> troubles) {}

    /** What came of a trial letter. */
    public record Trial(Outcome outcome, @Nullable String said) {}

    private final MailSettings settings;
    private final Sendings sendings;
    private final Subscriptions subscriptions;
    private final SetsLetters press;
    private final Postman postman;
    private final EmailDesk emails;
    private final StaffDirectory staff;
    private final Dealerships dealerships;
    private final Clock clock;

    MailDesk(
            MailSettings settings,
            Sendings sendings,
            Subscriptions subscriptions,
            SetsLetters press,
            Postman postman,
            EmailDesk emails,
            StaffDirectory staff,
            Dealerships dealerships,
            Clock clock) {
        this.settings = settings;
        this.sendings = sendings;
        this.subscriptions = subscriptions;
        this.press = press;
        this.postman = postman;
        this.emails = emails;
        this.staff = staff;
        this.dealerships = dealerships;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public State state(StaffMember reader) {
        return new State(
                settings,
                sendings.sentSince(reader.dealership(), clock.instant().minus(LATELY)),
                sendings.troubled(reader.dealership(), TROUBLES).stream()
                        .map(sending -> trouble(sending, reader))
                        .toList());
    }

    private Trouble trouble(Sending sending, StaffMember reader) {
        Subscription one =
                subscriptions.find(reader.dealership(), sending.subscription()).orElseThrow();
        return new Trouble(sending, one.page(), staff.get(reader.dealership(), one.subscriber()));
    }

    /**
     * Sends a letter to the administrator's own address, now, and says what the server said. No transaction waits for the server.
     *
     * @throws FieldsRefused naming {@code email} when they have none
     */
    public Trial trial(Language language, StaffMember me) {
        EmailAddress address =
                emails.of(me).orElseThrow(() -> new FieldsRefused(Field.of("email", "subscription.email.missing")));
        Dealership dealership = dealerships.get(me.dealership());
        Instant now = clock.instant();
        Postman.Result result =
                postman.deliver(press.trial(language, dealership, now), address, dealership.name(), now);
        return new Trial(result.outcome(), result.said());
    }
}
