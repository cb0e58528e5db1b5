package io.genjin.shared.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;
import org.springframework.context.MessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** Gives each page its {@link Screen}: language and theme from cookies, Chinese and light unless chosen otherwise. */
@Component
public class Screens {

    static final String LANGUAGE_COOKIE = "genjin-lang";
    static final String THEME_COOKIE = "genjin-theme";

    private final MessageSource messages;
    private final Icons icons;
    private final List<NavItem> nav;
    private final List<KnownNames> known;
    private final Clock clock;
    private final String assetVersion;

    Screens(MessageSource messages, Icons icons, List<NavItem> nav, List<KnownNames> known, Clock clock) {
        this.messages = messages;
        this.icons = icons;
        this.nav =
                nav.stream().sorted(Comparator.comparingInt(NavItem::position)).toList();
        this.known = known;
        this.clock = clock;
        this.assetVersion = fingerprintOfAssets();
    }

    public Screen of(HttpServletRequest request) {
        return new Screen(request, messages, locale(request), theme(request), icons, nav, known, clock, assetVersion);
    }

    public Locale locale(HttpServletRequest request) {
        Cookie chosen = WebUtils.getCookie(request, LANGUAGE_COOKIE);
        if (chosen != null) {
            return chosen.getValue().equals("en") ? Texts.ENGLISH : Texts.CHINESE;
        }
        boolean system = request.getRequestURI().startsWith("/api/");
        String wanted = request.getHeader("Accept-Language");
        return system && wanted != null && wanted.startsWith("en") ? Texts.ENGLISH : Texts.CHINESE;
    }

    private static String theme(HttpServletRequest request) {
        Cookie chosen = WebUtils.getCookie(request, THEME_COOKIE);
        return chosen != null && chosen.getValue().equals("dark") ? "dark" : "light";
    }

    private static String fingerprintOfAssets() {
        CRC32 sum = new CRC32();
        try {
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources("classpath:static/assets/*.*")) {
                try (InputStream content = file.getInputStream()) {
                    sum.update(content.readAllBytes());
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return Long.toHexString(sum.getValue());
    }
}
