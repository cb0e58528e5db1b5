package io.genjin.database;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads {@code GENJIN_DB_URL}: a JDBC address or the usual {@code postgresql://user:password@host:5432/database}. */
final class OutsideUrl {

    private OutsideUrl() {}

    /**
     * The way in for the owner of the tables.
     *
     * @throws StartRefused when it is no address of a PostgreSQL, or names no user
     */
    static Login read(String url, @Nullable String user, @Nullable String password) {
        if (url.startsWith("jdbc:postgresql:")) {
            return new Login(url, required(user), password == null ? "" : password);
        }
        if (!url.startsWith("postgresql://") && !url.startsWith("postgres://")) {
            throw new StartRefused("GENJIN_DB_URL must begin with postgresql:// or jdbc:postgresql://");
        }
        try {
            URI uri = URI.create(url);
            String info = uri.getRawUserInfo();
            String[] parts = info == null ? new String[0] : info.split(":", 2);
            String address = "jdbc:postgresql://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort())
                    + uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
            return new Login(
                    address,
                    parts.length > 0 ? decoded(parts[0]) : required(user),
                    parts.length > 1 ? decoded(parts[1]) : password == null ? "" : password);
        } catch (IllegalArgumentException unreadable) {
            throw new StartRefused("GENJIN_DB_URL is not an address: " + unreadable.getMessage());
        }
    }

    private static String required(@Nullable String user) {
        if (user == null || user.isBlank()) {
            throw new StartRefused("GENJIN_DB_USER is missing: the PostgreSQL user who owns Genjin's tables");
        }
        return user;
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
