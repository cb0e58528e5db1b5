package io.genjin.intake.web;

import io.genjin.intake.AllocationDesk;
import io.genjin.intake.LeadId;
import io.genjin.intake.LeadList;
import io.genjin.intake.LeadStatus;
import io.genjin.intake.Suggestion;
import io.genjin.prospect.ProspectStatus;
import io.genjin.shared.Page;
import io.genjin.shared.web.Fields;
import io.genjin.staff.StaffId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The leads of a dealership with their clocks; for the waiting ones who could get them and who should.
 *
 * @param refused the lead whose form was refused, as {@code form} says
 */
public record LeadsPage(
        LeadList.Which which,
        Page<LeadList.Row> rows,
        List<AllocationDesk.Candidate> candidates,
        Map<LeadId, Suggestion> suggestions,
        Duration warnsAfter,
        Function<@Nullable StaffId, String> names,
        @Nullable LeadId refused,
        Fields form) {

    public @Nullable Suggestion suggestion(LeadList.Row row) {
        return suggestions.get(row.lead().id());
    }

    /** Whether {@code candidate} is chosen for the lead when the page opens: as was typed, else as suggested. */
    public boolean isChosen(LeadList.Row row, AllocationDesk.Candidate candidate) {
        if (isRefused(row) && !form.value("to").isEmpty()) {
            return form.value("to").equals(candidate.member().username());
        }
        Suggestion suggestion = suggestion(row);
        return suggestion != null
                && suggestion.consultant().id().equals(candidate.member().id());
    }

    public boolean isRefused(LeadList.Row row) {
        return row.lead().id().equals(refused);
    }

    /** Whether the lead has a consultant who did not follow it yet, so that it can be taken back. */
    public boolean canBeTakenBack(LeadList.Row row) {
        return row.lead().status() == LeadStatus.ASSIGNED
                && row.prospect().status() == ProspectStatus.ASSIGNED
                && row.prospect().deadline().firstPending();
    }

    /** Waiting longer than the policy's first warning allows. */
    public boolean isSlow(LeadList.Row row, Instant now) {
        return row.lead().source().isFromHq()
                && now.isAfter(row.lead().receivedAt().plus(warnsAfter));
    }

    /** Address of the next part. */
    public String nextPath() {
        return "/leads?status=" + which + "&cursor=" + rows.next();
    }
}
