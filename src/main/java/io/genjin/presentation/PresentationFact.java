package io.genjin.presentation;

import io.genjin.journal.Frozen;
import io.genjin.journal.JournalFact;
import io.genjin.prospect.Prospect;
import io.genjin.shared.DealershipId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** A car was shown to a customer; codes and numbers only, never the customer's words. */
public record PresentationFact(
        DealershipId dealership,
        UUID prospect,
        UUID actor,
        Instant happenedAt,
        Frozen frozen,
        Map<String, Object> details)
        implements JournalFact {

    static final String KIND = "PRESENTED";

    static PresentationFact of(Presentation one, Prospect prospect) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("presentation", one.id().toString());
        details.put("model", one.modelName());
        details.put("modelId", one.model().toString());
        details.put(
                "positions",
                one.positions().stream().map(shown -> shown.position().name()).toList());
        details.put("covered", one.positions().size());
        details.put("minutes", one.minutes());
        details.put("liked", one.count(Reaction.LIKED));
        details.put("disliked", one.count(Reaction.DISLIKED));
        details.put("competitor", one.rival() == null ? "" : one.rival());
        details.put("drive", one.driveOffer().name());
        if (one.wasThere() != null) {
            details.put("beforeLeaving", one.wasThere());
        }
        return new PresentationFact(
                one.dealership(),
                one.prospect().value(),
                one.recordedBy().value(),
                one.endedAt(),
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
