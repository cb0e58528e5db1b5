package io.genjin.process;

import io.genjin.journal.Frozen;
import io.genjin.journal.JournalFact;
import io.genjin.prospect.Prospect;
import io.genjin.shared.DealershipId;
import io.genjin.staff.StaffId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Somebody said why a stage is left out with a customer; the code only, the words stay in the table. */
public record SkipFact(
        DealershipId dealership,
        UUID prospect,
        UUID actor,
        Instant happenedAt,
        Frozen frozen,
        Map<String, Object> details)
        implements JournalFact {

    static SkipFact of(Prospect prospect, Stage stage, SkipReason reason, StaffId by, Instant at) {
        return new SkipFact(
                prospect.dealership(),
                prospect.id().value(),
                by.value(),
                at,
                new Frozen(
                        prospect.owner().value(),
                        prospect.grade().name(),
                        prospect.content().source().name()),
                Map.of("stage", stage.name(), "reason", reason.name()));
    }

    @Override
    public String kind() {
        return CaseCourse.SKIPPED;
    }
}
