package io.genjin.staff.web;

import io.genjin.shared.web.Screen;
import io.genjin.shared.web.Screens;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Shows strangers to the sign-in page: systems get a 401 problem, a part of a page a 401 that leads its page there (S-R13),
 * so that no sign-in form appears inside another page. Whoever comes again and again with a token or a session that is none is told
 * to wait (S-R6); nobody else behind the same address notices, and signing in is always open. A form sent after the session's end is kept in the sign-in page; one sent
 * with the proof of an earlier session is offered to be sent again.
 */
@Component
class Door implements AuthenticationEntryPoint, AccessDeniedHandler {

    /** Request attribute with the {@link KeptForm} that waits for its sender to sign in. */
    static final String KEPT = KeptForm.class.getName();

    private static final int TOO_MANY = 429;

    private final Screens screens;
    private final JsonMapper json;
    private final Turnstile turnstile;

    Door(Screens screens, JsonMapper json, Turnstile turnstile) {
        this.screens = screens;
        this.json = json;
        this.turnstile = turnstile;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException, ServletException {
        turnAway(request, response);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException, ServletException {
        Optional<KeptForm> kept = denied instanceof CsrfException ? KeptForm.of(request) : Optional.empty();
        if (kept.isEmpty()) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else if (isPart(request)) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            keep(kept.get(), request, response);
        }
    }

    private static void keep(KeptForm kept, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        request.setAttribute(KEPT, kept);
        request.getRequestDispatcher(SignInPages.KEPT_PATH).forward(request, response);
    }

    private static boolean isPart(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null;
    }

    void turnAway(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        String path = request.getRequestURI();
        if (path.startsWith("/api/") || path.startsWith("/actuator/")) {
            tell(request, response);
            return;
        }
        String signIn = "/sign-in";
        String back = back(request);
        if (back != null) {
            signIn += "?back=" + URLEncoder.encode(back, StandardCharsets.UTF_8);
        }
        if (isPart(request)) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            response.setHeader("HX-Redirect", signIn);
            return;
        }
        Optional<KeptForm> kept = KeptForm.of(request);
        if (kept.isPresent()) {
            keep(kept.get(), request, response);
            return;
        }
        boolean sessionIsNone = request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
        long seconds = sessionIsNone && !path.equals("/") ? secondsToWait("a browser at ", request) : 0;
        if (seconds > 0) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
            response.sendError(TOO_MANY);
            return;
        }
        response.sendRedirect(signIn);
    }

    /** What a system is told: 401, or how long to wait when too many came from there with a token that is none. */
    private void tell(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Screen s = screens.of(request);
        long seconds = secondsToWait("a system at ", request);
        if (seconds > 0) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
            problem(response, TOO_MANY, "too-many-strangers", "Too Many Requests", s.t("problem.strangers", seconds));
        } else {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            problem(response, HttpServletResponse.SC_UNAUTHORIZED, "unauthorized", "Unauthorized", s.t("problem.401"));
        }
    }

    private void problem(HttpServletResponse response, int status, String code, String title, String detail)
            throws IOException {
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter()
                .write(json.writeValueAsString(Map.of(
                        "type",
                        "/problems/" + code,
                        "title",
                        title,
                        "status",
                        status,
                        "code",
                        code,
                        "detail",
                        detail)));
    }

    /** Counts one more stranger from there; 0 when there may be one more. People and systems are no burden to each other. */
    private long secondsToWait(String whoAt, HttpServletRequest request) {
        String who = whoAt + Origin.of(request.getRemoteAddr());
        long seconds = turnstile.secondsToWait(Limit.STRANGERS, who);
        if (seconds == 0) {
            turnstile.count(Limit.STRANGERS, who);
        }
        return seconds;
    }

    /** Where to go on after signing in: the page itself, or the page whose part was asked for. */
    private static @Nullable String back(HttpServletRequest request) {
        if (isPart(request) && request.getHeader("HX-Boosted") == null) {
            String shown = request.getHeader("HX-Current-URL");
            return shown == null ? null : pathOf(shown);
        }
        String path = request.getRequestURI();
        if (!request.getMethod().equals("GET") || path.equals("/")) {
            return null;
        }
        String query = request.getQueryString();
        return path + (query == null ? "" : "?" + query);
    }

    private static @Nullable String pathOf(String address) {
        try {
            URI shown = new URI(address);
            String path = shown.getRawPath();
            if (path == null || !path.startsWith("/") || path.startsWith("//") || path.equals("/")) {
                return null;
            }
            return path + (shown.getRawQuery() == null ? "" : "?" + shown.getRawQuery());
        } catch (URISyntaxException noAddress) {
            return null;
        }
    }
}
