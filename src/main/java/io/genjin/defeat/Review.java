package io.genjin.defeat;

import io.genjin.prospect.ProspectId;
import io.genjin.staff.StaffId;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why there was no deal yet, in the consultant's words (总结未成交原因, state 7), and whether they will visit again (state 8).
 *
 * @param revisit nothing while the consultant has not said
 */
public record Review(
        UUID id,
        ProspectId prospect,
        String summary,
        Set<DefeatReason> reasons,
        @Nullable Boolean revisit,
        StaffId by,
        Instant at) {}
