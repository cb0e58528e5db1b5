package io.genjin.shared.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The first screen after signing in: the one that the person's first duty begins with. */
@Controller
class HomePage {

    private final Screens screens;

    HomePage(Screens screens) {
        this.screens = screens;
    }

    @GetMapping("/")
    String home(HttpServletRequest request) {
        Screen s = screens.of(request);
        Reader reader = s.reader();
        List<NavItem> nav = s.nav();
        List<String> roles = reader == null ? List.of() : reader.roles();
        return "redirect:"
                + roles.stream()
                        .flatMap(role -> nav.stream().filter(item -> role.equals(item.homeOf())))
                        .findFirst()
                        .or(() -> nav.stream().findFirst())
                        .map(NavItem::path)
                        .orElse("/account");
    }
}
