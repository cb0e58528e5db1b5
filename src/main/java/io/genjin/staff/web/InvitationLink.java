package io.genjin.staff.web;

import io.genjin.staff.Invitation;
import java.time.Instant;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The address at which an invited person sets a password; shown on the answer to the act that made it, and never again. */
public record InvitationLink(String address, Instant until) {

    static InvitationLink to(Invitation invitation) {
        String address = ServletUriComponentsBuilder.fromCurrentContextPath()
                .pathSegment("invitations", invitation.code())
                .toUriString();
        return new InvitationLink(address, invitation.until());
    }

    @Override
    public String toString() {
        return "InvitationLink[" + until + "]";
    }
}
