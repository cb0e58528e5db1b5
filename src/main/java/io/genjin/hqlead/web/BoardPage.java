package io.genjin.hqlead.web;

import io.genjin.hqlead.HqBoard;
import io.genjin.hqlead.HqStatus;
import io.genjin.hqlead.SentFeedback;
import io.genjin.intake.AllocationDesk;
import io.genjin.intake.LeadId;
import io.genjin.intake.Suggestion;
import io.genjin.prospect.ProspectId;
import io.genjin.prospect.web.People;
import io.genjin.shared.Page;
import io.genjin.shared.web.Fields;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The board of the open HQ leads.
 *
 * @param readable those whose card the reader may open
 * @param refused  the lead whose form was refused, as {@code form} says
 */
public record BoardPage(
        HqBoard.Show show,
        Page<HqBoard.Row> rows,
        HqBoard.Counts counts,
        List<SentFeedback.Sent> sentToday,
        List<AllocationDesk.Candidate> candidates,
        Map<LeadId, Suggestion> suggestions,
        Set<ProspectId> readable,
        People people,
        @Nullable ProspectId refused,
        Fields form) {

    public @Nullable Suggestion suggestion(HqBoard.Row row) {
        return row.lead() == null ? null : suggestions.get(row.lead().id());
    }

    public boolean isReadable(HqBoard.Row row) {
        return readable.contains(row.prospect().id());
    }

    public boolean isRefused(HqBoard.Row row) {
        return row.prospect().id().equals(refused);
    }

    /** Whether {@code candidate} is chosen when the page opens: as was typed, else as suggested. */
    public boolean isChosen(HqBoard.Row row, AllocationDesk.Candidate candidate) {
        if (isRefused(row) && !form.value("to").isEmpty()) {
            return form.value("to").equals(candidate.member().username());
        }
        Suggestion suggestion = suggestion(row);
        return suggestion != null
                && suggestion.consultant().id().equals(candidate.member().id());
    }

    /** Whether {@code status} is chosen: as was typed, else as recorded today, else as the facts suggest. */
    public boolean isChosen(HqBoard.Row row, HqStatus status) {
        if (isRefused(row) && !form.value("status").isEmpty()) {
            return form.value("status").equals(status.name());
        }
        return status
                == (row.recorded() == null
                        ? row.told().status()
                        : row.recorded().status());
    }

    /** What stands in the remark: as typed, else as recorded today. */
    public String remark(HqBoard.Row row) {
        if (isRefused(row)) {
            return form.value("remark");
        }
        return row.recorded() == null || row.recorded().remark() == null
                ? ""
                : row.recorded().remark();
    }

    public String pathOf(HqBoard.Show other) {
        return "/hq-leads?show=" + other;
    }

    /** Address of the next part. */
    public String nextPath() {
        return pathOf(show) + "&cursor=" + rows.next();
    }
}
