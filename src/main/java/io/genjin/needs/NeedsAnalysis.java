package io.genjin.needs;

import io.genjin.prospect.GradeSuggestion;
import io.genjin.prospect.ProspectId;
import io.genjin.shared.DealershipId;
import io.genjin.shared.Grade;
import io.genjin.staff.StaffId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One version of a customer's needs sheet. It is never changed: what the customer says at the next visit is the next version, and
 * the latest counts.
 *
 * @param version    1 for the first talk, counted on for each later one
 * @param suggestion what time and evidence spoke for at that moment, with the reason
 * @param grade      what the consultant gave because of it; nothing left the grade as it was
 * @param saidAt     when the talk was, which may be before it was written down
 */
public record NeedsAnalysis(
        NeedsId id,
        DealershipId dealership,
        ProspectId prospect,
        int version,
        NeedsSheet sheet,
        GradeSuggestion suggestion,
        @Nullable Grade grade,
        @Nullable String gradeReason,
        Instant saidAt,
        StaffId recordedBy,
        Instant recordedAt) {}
