package io.genjin.staff.web;

import io.genjin.database.Tenancy;
import io.genjin.staff.DoorRulesDesk;
import io.genjin.staff.Owing;
import io.genjin.staff.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Between the street and the house: who has proved a password but not yet the second factor, and who is in but must first set up
 * a factor or a new password. The latter reach no page but that one (S-R5, S-R8).
 */
@Component
class Doorstep implements HandlerInterceptor, WebMvcConfigurer {

    static final String FACTOR_PATH = "/account/second-factor";

    private static final String PASSWORD_PATH = "/account";
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final String WAITING = "genjin.waiting";
    private static final String WAITING_SINCE = "genjin.waitingSince";
    private static final String OWED = "genjin.owed";
    private static final List<String> ALWAYS = List.of("/sign-in", "/sign-out", "/language", "/theme", "/error");

    private final DoorRulesDesk rules;
    private final Clock wallClock = Clock.systemUTC();

    Doorstep(DoorRulesDesk rules) {
        this.rules = rules;
    }

    /** Remembers whose password was right, for ten minutes. */
    void wait(StaffMember member, HttpServletRequest request) {
        HttpSession session = request.getSession();
        session.setAttribute(
                WAITING, new SignedIn(member.dealership().value(), member.id().value(), member.username()));
        session.setAttribute(WAITING_SINCE, wallClock.instant().getEpochSecond());
    }

    Optional<SignedIn> waiting(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null
                || !(session.getAttribute(WAITING) instanceof SignedIn who)
                || !(session.getAttribute(WAITING_SINCE) instanceof Long since)) {
            return Optional.empty();
        }
        boolean late = Instant.ofEpochSecond(since).plus(PATIENCE).isBefore(wallClock.instant());
        return late ? Optional.empty() : Optional.of(who);
    }

    void leave(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(WAITING);
            session.removeAttribute(WAITING_SINCE);
        }
    }

    Owing owedBy(StaffMember member) {
        return Tenancy.within(member.dealership(), () -> rules.owedBy(member, wallClock.instant()));
    }

    /** What the person still owes, which their session remembers until it is settled. */
    Owing settle(StaffMember member, HttpServletRequest request) {
        Owing owing = owedBy(member);
        HttpSession session = request.getSession();
        if (owing.stops()) {
            session.setAttribute(OWED, pathOf(owing));
        } else {
            session.removeAttribute(OWED);
        }
        return owing;
    }

    static String pathOf(Owing owing) {
        return owing.password() ? PASSWORD_PATH + "?worn" : FACTOR_PATH;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        HttpSession session = request.getSession(false);
        if (session == null
                || !(handler instanceof HandlerMethod)
                || !(session.getAttribute(OWED) instanceof String owed)
                || isOnTheWay(request.getRequestURI(), owed)) {
            return true;
        }
        if (request.getHeader("HX-Request") != null) {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            response.setHeader("HX-Redirect", owed);
        } else {
            response.sendRedirect(owed);
        }
        return false;
    }

    private static boolean isOnTheWay(String path, String owed) {
        if (ALWAYS.stream().anyMatch(one -> path.equals(one) || path.startsWith(one + "/"))) {
            return true;
        }
        return owed.equals(FACTOR_PATH)
                ? path.equals(FACTOR_PATH) || path.startsWith(FACTOR_PATH + "/")
                : path.equals(PASSWORD_PATH) || path.equals(PASSWORD_PATH + "/password");
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }
}
