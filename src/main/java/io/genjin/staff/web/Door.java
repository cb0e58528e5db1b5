package io.genjin.staff.web;

import io.genjin.shared.web.Screens;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Shows strangers to the sign-in page: systems get a 401 problem, a part of a page a 401 that leads its page there (S-R13),
 * so that no sign-in form appears inside another page.
 */
@Component
class Door implements AuthenticationEntryPoint {

    private final Screens screens;
    private final JsonMapper json;

    Door(Screens screens, JsonMapper json) {
        this.screens = screens;
        this.json = json;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        turnAway(request, response);
    }

    void turnAway(HttpServletRequest request, HttpServletResponse response) throws IOException {
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
        if (request.getMethod().equals("GET") && request.getHeader("HX-Request") == null && !path.equals("/")) {
            String query = request.getQueryString();
            String back = path + (query == null ? "" : "?" + query);
            signIn += "?back=" + URLEncoder.encode(back, StandardCharsets.UTF_8);
        }
        if (request.getHeader("HX-Request") != null) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            response.setHeader("HX-Redirect", signIn);
            return;
        }
        response.sendRedirect(signIn);
    }
}
