package io.genjin.subscription.web;

import io.genjin.dealership.Dealerships;
import io.genjin.staff.StaffMember;
import io.genjin.subscription.MailDesk;
import io.genjin.subscription.MailSettings;
import io.genjin.subscription.Outcome;
import io.genjin.subscription.Sending;
import io.genjin.subscription.Subscription.Language;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How sending letters goes, for other systems of the administrator. */
@RestController
@RequestMapping("/api/v1/mail-server")
class MailServerApi {

    /** A letter that did not simply go out; the subscriber by sign-in name. */
    record TroubleView(
            String page,
            String subscriber,
            OffsetDateTime due,
            Sending.State state,
            int tries,
            @Nullable Outcome outcome,
            @Nullable String said) {}

    /** The mail server as it is set up, without its password; {@code sent} counts the last seven days. */
    record ServerView(
            boolean setUp,
            @Nullable String host,
            int port,
            MailSettings.Security security,
            @Nullable String from,
            List<String> domains,
            int sent,
            List<TroubleView> troubles) {}

    private final MailDesk desk;
    private final Dealerships dealerships;

    MailServerApi(MailDesk desk, Dealerships dealerships) {
        this.desk = desk;
        this.dealerships = dealerships;
    }

    @GetMapping
    ServerView read(StaffMember me) {
        MailDesk.State state = desk.state(me);
        MailSettings mail = state.settings();
        return new ServerView(
                mail.isSetUp(),
                mail.host(),
                mail.port(),
                mail.security(),
                mail.from(),
                mail.domains(),
                state.sent(),
                state.troubles().stream()
                        .map(one -> new TroubleView(
                                one.page(),
                                one.subscriber().username(),
                                one.sending()
                                        .due()
                                        .atZone(dealerships.get(me.dealership()).zone())
                                        .toOffsetDateTime(),
                                one.sending().state(),
                                one.sending().tries(),
                                one.sending().outcome(),
                                one.sending().said()))
                        .toList());
    }

    /** Sends a letter to the administrator's own address and answers with what the server said. */
    @PostMapping("/trials")
    MailDesk.Trial trial(@RequestParam(defaultValue = "ZH") Language language, StaffMember me) {
        return desk.trial(language, me);
    }
}
