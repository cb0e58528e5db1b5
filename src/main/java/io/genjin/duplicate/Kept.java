package io.genjin.duplicate;

import io.genjin.prospect.CardContent;
import io.genjin.prospect.Evidence;
import io.genjin.prospect.NextStep;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.ProspectStatus;
import io.genjin.shared.Grade;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a merge keeps so that it can be undone: the survivor before and after it, and where the absorbed case stood. */
public record Kept(Standing before, Standing after, Prospect.Former absorbed) {

    /** What a merge may replace of the case that goes on. */
    public record Standing(
            CardContent card,
            boolean important,
            UUID owner,
            Grade grade,
            Set<Evidence> evidence,
            @Nullable String gradeReason,
            NextStep next,
            ProspectStatus status,
            Prospect.Visits visits,
            @Nullable Instant lastContactAt) {

        static Standing of(Prospect prospect) {
            return new Standing(
                    prospect.content(),
                    prospect.isImportantCustomer(),
                    prospect.owner().value(),
                    prospect.grade(),
                    prospect.evidence(),
                    prospect.overrideReason(),
                    prospect.nextStep(),
                    prospect.status(),
                    prospect.visits(),
                    prospect.lastContactAt());
        }
    }
}
