package io.genjin.staff.web;

import io.genjin.database.Tenancy;
import io.genjin.dealership.Dealerships;
import io.genjin.shared.web.Reader;
import io.genjin.staff.Rights;
import io.genjin.staff.StaffDirectory;
import io.genjin.staff.StaffMember;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets the request act as the person who is signed in, inside their dealership. Somebody deactivated since, and somebody
 * whose session is over, are strangers (S-R11, S-R12).
 */
final class StaffFilter extends OncePerRequestFilter {

    /** Request attribute with the {@link StaffMember} who asks. */
    static final String MEMBER = StaffMember.class.getName();

    private final StaffDirectory staff;
    private final Dealerships dealerships;
    private final Rights rights;
    private final SessionLife life;

    StaffFilter(StaffDirectory staff, Dealerships dealerships, Rights rights, SessionLife life) {
        this.staff = staff;
        this.dealerships = dealerships;
        this.rights = rights;
        this.life = life;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        SignedIn signedIn = signedIn();
        if (signedIn == null) {
            chain.doFilter(request, response);
            return;
        }
        try (Tenancy.Scope scope = Tenancy.enter(signedIn.dealershipId())) {
            StaffMember member = staff.find(signedIn.dealershipId(), signedIn.staffId())
                    .filter(StaffMember::active)
                    .orElse(null);
            if (member == null || life.isOver(request, Instant.now())) {
                forget(request);
            } else {
                request.setAttribute(MEMBER, member);
                request.setAttribute(
                        Reader.ATTRIBUTE, new StaffReader(member, dealerships.get(member.dealership()), rights));
            }
            chain.doFilter(request, response);
        }
    }

    private static @Nullable SignedIn signedIn() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn ? signedIn : null;
    }

    private static void forget(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
    }
}
