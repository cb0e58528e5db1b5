package io.genjin.subscription;

import io.genjin.database.StartRefused;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mail server by which letters leave, set by whoever runs Genjin: no page can point it elsewhere, and the password stands in no
 * table (S-R43, S-R89).
 *
 * @param host     nothing set up while it is missing
 * @param security how the connection is made safe
 * @param from     the sender's address
 * @param address  where people open Genjin, for the links in letters
 * @param domains  if any are named, letters go to addresses of these domains only
 */
@ConfigurationProperties("genjin.mail")
public record MailSettings(
        @Nullable String host,
        @DefaultValue("587") int port,
        @Nullable String username,
        @Nullable String password,
        @DefaultValue("STARTTLS") Security security,
        @Nullable String from,
        @Nullable String address,
        @DefaultValue List<String> domains) {

    private static final int LAST_PORT = 65_535;
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "::1");

    /** How the connection to the mail server is made safe. */
    public enum Security {
        /** Begins open and must become encrypted before anything is said; usually port 587. */
        STARTTLS,
        /** Encrypted from the first byte; usually port 465. */
        TLS,
        /** Open: for a mail server on the same machine, and never with a password to another. */
        NONE
    }

    public MailSettings {
        domains = domains.stream()
                .map(domain -> domain.strip().toLowerCase(Locale.ROOT))
                .filter(domain -> !domain.isEmpty())
                .toList();
        if (host != null && !host.isBlank()) {
            if (port < 1 || port > LAST_PORT) {
                throw new StartRefused("genjin.mail.port: " + port + " is no port.");
            }
            if (from == null || !from.matches("[!-?A-~]+@[!-?A-~]+") || from.contains(",") || from.contains("<")) {
                throw new StartRefused("genjin.mail.from must be the sender's address, as crm@dealer.example.");
            }
            if (address == null || !isAddress(address)) {
                throw new StartRefused(
                        "genjin.mail.address must say where people open Genjin, as https://crm.dealer.example.");
            }
            if (security == Security.NONE && username != null && !HERE.contains(host)) {
                throw new StartRefused(
                        "genjin.mail.security NONE would send the password open to " + host + "; use STARTTLS or TLS.");
            }
        }
    }

    private static boolean isAddress(String text) {
        try {
            URI address = new URI(text);
            return ("https".equals(address.getScheme()) || "http".equals(address.getScheme()))
                    && address.getHost() != null
                    && address.getQuery() == null;
        } catch (URISyntaxException noAddress) {
            return false;
        }
    }

    public boolean isSetUp() {
        return host != null && !host.isBlank();
    }

    /** A page of Genjin as letters name it. */
    public String link(String path) {
        String base = address == null ? "" : address;
        return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path;
    }

    /** Whether letters may go to addresses of this domain. */
    public boolean reaches(String domain) {
        return domains.isEmpty() || domains.contains(domain.toLowerCase(Locale.ROOT));
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "mail by " + host + ":" + port + " (" + security + ")";
    }
}
