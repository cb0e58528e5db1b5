package io.genjin.staff.web;

import io.genjin.staff.StaffMember;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Counts, before anything is asked or done, what people and systems may do only so often: a token's questions, a person's searches,
 * sheets, prints and numbers, and the password links of one place (S-R6).
 */
@Component
class PaceInterceptor implements HandlerInterceptor {

    private final Turnstile turnstile;

    PaceInterceptor(Turnstile turnstile) {
        this.turnstile = turnstile;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getDispatcherType() != DispatcherType.REQUEST) {
            return true;
        }
        if (request.getAttribute(BearerFilter.TOKEN) instanceof String token) {
            turnstile.pass(Limit.API_CALLS, token);
        }
        Limit.of(route(request), isSearch(request)).ifPresent(limit -> {
            if (limit == Limit.PASSWORD_LINKS) {
                turnstile.pass(limit, Origin.of(request.getRemoteAddr()));
            } else if (request.getAttribute(StaffFilter.MEMBER) instanceof StaffMember member) {
                turnstile.pass(limit, member.id().toString());
            }
        });
        return true;
    }

    private static String route(HttpServletRequest request) {
        String verb = request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
        return verb + " " + request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    }

    private static boolean isSearch(HttpServletRequest request) {
        String words = request.getQueryString() == null ? null : request.getParameter("q");
        return words != null && !words.isBlank();
    }
}
