package io.genjin.staff.web;

import io.genjin.database.StartRefused;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often is too often: so many times within the while of each {@link Limit}, on each node; 0 is without limit. What ships is beyond
 * what a busy showroom behind one address does, and within what one machine carries.
 */
@ConfigurationProperties("genjin.limit")
record LimitSettings(
        @DefaultValue("1200") int apiCalls,
        @DefaultValue("240") int searches,
        @DefaultValue("120") int exports,
        @DefaultValue("60") int reveals,
        @DefaultValue("300") int passwordLinks,
        @DefaultValue("40") int wrongPasswords,
        @DefaultValue("600") int strangers,
        @DefaultValue("120") int tokens) {

    private static final int HIGHEST = 1_000_000;

    LimitSettings {
        check("api-calls", apiCalls);
        check("searches", searches);
        check("exports", exports);
        check("reveals", reveals);
        check("password-links", passwordLinks);
        check("wrong-passwords", wrongPasswords);
        check("strangers", strangers);
        check("tokens", tokens);
    }

    private static void check(String name, int most) {
        if (most < 0 || most > HIGHEST) {
            throw new StartRefused("genjin.limit." + name + ": " + most + " is no number of times from 1 to " + HIGHEST
                    + ", nor 0 for without limit.");
        }
    }

    int most(Limit limit) {
        return switch (limit) {
            case API_CALLS -> apiCalls;
            case SEARCHES -> searches;
            case EXPORTS -> exports;
            case REVEALS -> reveals;
            case PASSWORD_LINKS -> passwordLinks;
            case WRONG_PASSWORDS -> wrongPasswords;
            case STRANGERS -> strangers;
            case TOKENS -> tokens;
        };
    }
}
