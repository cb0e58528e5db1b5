package io.genjin.privacy.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who looked at whose personal data, newest first. */
public record LookedAtPage(List<Line> lines) {

    /** One look; {@code prospect} is there when it was at one customer. */
    public record Line(
            Instant at,
            String who,
            String look,
            String what,
            int customers,
            @Nullable String prospect) {}
}
