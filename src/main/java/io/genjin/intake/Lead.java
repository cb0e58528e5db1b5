package io.genjin.intake;

import io.genjin.prospect.ProspectId;
import io.genjin.prospect.Source;
import io.genjin.shared.DealershipId;
import io.genjin.staff.StaffId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One arrival of somebody who may buy, as it was reported. Who the customer is stands on the prospect alone, so the number is
 * kept in one place only.
 *
 * @param prospect              the prospect that the lead opened
 * @param duplicateOf           the open prospect that had the number already; then {@code prospect} is nothing
 * @param firstFollowUpDueAt    the last moment for a consultant's first follow-up, inclusive (1.11 rule 1)
 * @param batch                 the sheet it came with, if it came with one
 */
public record Lead(
        DealershipId dealership,
        LeadId id,
        Source source,
        @Nullable String externalId,
        Instant receivedAt,
        LeadStatus status,
        @Nullable ProspectId prospect,
        @Nullable ProspectId duplicateOf,
        Instant firstFollowUpDueAt,
        List<String> intentModels,
        @Nullable String comments,
        @Nullable StaffId allocatedTo,
        @Nullable Instant allocatedAt,
        @Nullable StaffId allocatedBy,
        @Nullable UUID batch) {

    public Lead {
        intentModels = List.copyOf(intentModels);
    }

    /** The prospect under which the customer is on file, whether this lead opened it or repeats it. */
    public @Nullable ProspectId onFile() {
        return prospect == null ? duplicateOf : prospect;
    }

    Lead opened(ProspectId as, Instant dueAt) {
        return settled(LeadStatus.LEAD_RECEIVED, as, null, dueAt);
    }

    Lead repeating(ProspectId existing, Instant dueAt) {
        return settled(LeadStatus.DUPLICATE, null, existing, dueAt);
    }

    private Lead settled(LeadStatus to, @Nullable ProspectId as, @Nullable ProspectId existing, Instant dueAt) {
        return new Lead(
                dealership,
                id,
                source,
                externalId,
                receivedAt,
                to,
                as,
                existing,
                dueAt,
                intentModels,
                comments,
                allocatedTo,
                allocatedAt,
                allocatedBy,
                batch);
    }
}
