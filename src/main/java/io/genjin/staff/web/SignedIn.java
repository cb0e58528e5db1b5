package io.genjin.staff.web;

import io.genjin.shared.DealershipId;
import io.genjin.staff.StaffId;
import io.genjin.staff.StaffMember;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticatedPrincipal;
import org.springframework.security.core.Authentication;

/** Who is signed in, as the session keeps it: which person, not their rights, which are read anew at every request (S-R12). */
record SignedIn(int dealership, UUID staff, String username) implements AuthenticatedPrincipal, Serializable {

    static Authentication authentication(StaffMember member) {
        return authentication(member.dealership(), member.id(), member.username());
    }

    static Authentication authentication(DealershipId dealership, StaffId staff, String username) {
        return UsernamePasswordAuthenticationToken.authenticated(
                new SignedIn(dealership.value(), staff.value(), username), null, List.of());
    }

    DealershipId dealershipId() {
        return new DealershipId(dealership);
    }

    StaffId staffId() {
        return new StaffId(staff);
    }

    @Override
    public String getName() {
        return username;
    }
}
