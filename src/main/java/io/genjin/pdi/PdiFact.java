package io.genjin.pdi;

import io.genjin.journal.Frozen;
import io.genjin.journal.JournalFact;
import io.genjin.prospect.Prospect;
import io.genjin.shared.DealershipId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An inspection was signed: its result, and whether the car passed at the first time. The journal never names the car's VIN. */
public record PdiFact(
        DealershipId dealership,
        @Nullable UUID prospect,
        UUID actor,
        Instant happenedAt,
        Frozen frozen,
        Map<String, Object> details)
        implements JournalFact {

    static final String KIND = "PDI_RECORDED";

    static PdiFact of(PdiInspection inspection, @Nullable Prospect prospect) {
        PdiInspection.Signed signed = inspection.signed();
        if (signed == null) {
            throw new IllegalArgumentException("only a signed inspection is a fact");
        }
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("result", signed.result().name());
        details.put("inspection", inspection.id().toString());
        details.put("round", inspection.round());
        details.put("firstTime", signed.firstTime());
        details.put("notOk", inspection.verdict().rework().size());
        return new PdiFact(
                inspection.dealership(),
                prospect == null ? null : prospect.id().value(),
                signed.by().value(),
                signed.at(),
                prospect == null
                        ? Frozen.NOTHING
                        : new Frozen(
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
