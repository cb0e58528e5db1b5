package io.genjin.staff.web;

import io.genjin.staff.EmailAddress;
import io.genjin.staff.EmailDesk;
import io.genjin.staff.StaffMember;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One's own e-mail address for other systems. */
@RestController
@RequestMapping("/api/v1/me/email")
class EmailApi {

    /** Where one gets e-mail; nothing where one does not want any. */
    record EmailBody(@Nullable String email) {}

    private final EmailDesk emails;

    EmailApi(EmailDesk emails) {
        this.emails = emails;
    }

    @GetMapping
    EmailBody read(StaffMember me) {
        return new EmailBody(emails.of(me).map(EmailAddress::value).orElse(null));
    }

    /** Gives, changes or takes back one's own address. */
    @PutMapping
    EmailBody change(@RequestBody EmailBody body, StaffMember me) {
        emails.change(body.email(), me);
        return read(me);
    }
}
