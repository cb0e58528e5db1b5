package io.genjin.staff.web;

import gg.jte.Content;
import io.genjin.shared.web.Fields;
import io.genjin.staff.SecondFactorDesk;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The second factor of the person who reads.
 *
 * @param picture what an authenticator's camera reads, while it is being set up
 * @param codes   recovery codes just made; only this answer shows them
 * @param until   until when it must be set up; none when it is there or is not asked of this person
 * @param stops   whether nothing else may be done before
 */
public record SecondFactorPage(
        SecondFactorDesk.Shown factor,
        @Nullable Content picture,
        List<String> codes,
        @Nullable Instant until,
        boolean stops,
        @Nullable String notice,
        Fields form) {

    /** The secret in fours, as people type it. */
    public String spacedSecret() {
        String secret = factor.secret();
        return secret == null ? "" : secret.replaceAll("(.{4})(?=.)", "$1 ");
    }
}
