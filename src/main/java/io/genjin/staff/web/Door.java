package io.genjin.staff.web;

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
 * so that no sign-in form appears inside another page. A form sent after the session's end is kept in the sign-in page; one sent
 * with the proof of an earlier session is offered to be sent again.
 */
@Component
class Door implements AuthenticationEntryPoint, AccessDeniedHandler {

    /** Request attribute with the {@link KeptForm} that waits for its sender to sign in. */
    static final String KEPT = KeptForm.class.getName();

    private final Screens screens;
    private final JsonMapper json;

    Door(Screens screens, JsonMapper json) {
        this.screens = screens;
        this.json = json;
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
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            response.getWriter()
                    .write(json.writeValueAsString(Map.of(
                            "type",
                            "/problems/unauthorized",
                            "title",
                            "Unauthorized",
                            "status",
                            401,
                            "code",
                            "unauthorized",
                            "detail",
                            screens.of(request).t("problem.401"))));
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
        response.sendRedirect(signIn);
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
