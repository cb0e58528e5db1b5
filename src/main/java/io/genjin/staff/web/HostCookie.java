package io.genjin.staff.web;

import java.util.List;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/**
 * The cookie of a session. Over HTTPS its name begins with {@code __Host-}: the browser itself then sees to it that no other
 * host and no unprotected page can have set it (S-R80).
 */
final class HostCookie implements CookieSerializer {

    static final String PREFIX = "__Host-";

    private static final String NAME = "GENJIN";

    private final CookieSerializer plain = named(NAME);
    private final CookieSerializer secure = named(PREFIX + NAME);

    private static CookieSerializer named(String name) {
        DefaultCookieSerializer cookies = new DefaultCookieSerializer();
        cookies.setCookieName(name);
        cookies.setCookiePath("/");
        cookies.setUseHttpOnlyCookie(true);
        cookies.setSameSite("Lax");
        return cookies;
    }

    @Override
    public void writeCookieValue(CookieValue value) {
        (value.getRequest().isSecure() ? secure : plain).writeCookieValue(value);
    }

    @Override
    public List<String> readCookieValues(jakarta.servlet.http.HttpServletRequest request) {
        return (request.isSecure() ? secure : plain).readCookieValues(request);
    }
}
