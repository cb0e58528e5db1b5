package io.genjin.shared.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Language and theme of this device, kept in cookies so that the sign-in page knows them too. */
@Controller
class Preferences {

    @PostMapping("/language")
    ResponseEntity<Void> language(
            @RequestParam String to, @RequestParam(defaultValue = "/") String back, HttpServletRequest request) {
        return remember(Screens.LANGUAGE_COOKIE, to.equals("en") ? "en" : "zh", back, request);
    }

    @PostMapping("/theme")
    ResponseEntity<Void> theme(
            @RequestParam String to, @RequestParam(defaultValue = "/") String back, HttpServletRequest request) {
        return remember(Screens.THEME_COOKIE, to.equals("dark") ? "dark" : "light", back, request);
    }

    private static ResponseEntity<Void> remember(String name, String value, String back, HttpServletRequest request) {
        ResponseCookie cookie = ResponseCookie.from(name, value)
                .path("/")
                .maxAge(Duration.ofDays(365))
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build();
        boolean ours = back.startsWith("/") && !back.startsWith("//") && !back.contains("\\") && !back.contains(":");
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.SET_COOKIE, cookie.toString())
                .location(URI.create(ours ? back : "/"))
                .build();
    }
}
