package io.genjin.needs;

import io.genjin.journal.Frozen;
import io.genjin.journal.JournalFact;
import io.genjin.prospect.Prospect;
import io.genjin.shared.DealershipId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Needs were analysed with a customer; codes and numbers only, never the customer's words. */
public record NeedsFact(
        DealershipId dealership,
        UUID prospect,
        UUID actor,
        Instant happenedAt,
        Frozen frozen,
        Map<String, Object> details)
        implements JournalFact {

    static final String KIND = "NEEDS_ANALYSED";

    static NeedsFact of(NeedsAnalysis analysis, Prospect prospect) {
        NeedsSheet sheet = analysis.sheet();
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("version", analysis.version());
        details.put("suggested", analysis.suggestion().grade().name());
        details.put("because", analysis.suggestion().because().name());
        details.put("purchaseWhen", sheet.purchaseWhen().name());
        details.put("focus", sheet.focus().stream().map(Enum::name).toList());
        details.put("evidence", sheet.evidence().stream().map(Enum::name).toList());
        details.put("competitor", !sheet.competitors().isEmpty());
        details.put("answered", sheet.answered());
        details.put("questions", sheet.questions());
        return new NeedsFact(
                analysis.dealership(),
                analysis.prospect().value(),
                analysis.recordedBy().value(),
                analysis.saidAt(),
                new Frozen(
                        prospect.owner().value(),
                        prospect.grade().name(),
                        prospect.content().source().name()),
                details);
    }

    @Override
    public String kind() {
        return KIND;
    }
}
