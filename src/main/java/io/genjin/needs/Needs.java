package io.genjin.needs;

import io.genjin.prospect.ProspectId;
import io.genjin.shared.DealershipId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a customer needs, for those who present, quote and deliver: never for answers to people, who ask {@link NeedsFile}. */
@Component
public class Needs {

    private final NeedsAnalyses analyses;

    Needs(NeedsAnalyses analyses) {
        this.analyses = analyses;
    }

    /** The sheet that counts; nothing until needs were analysed. */
    @Transactional(readOnly = true)
    public Optional<NeedsAnalysis> latest(DealershipId dealership, ProspectId prospect) {
        return analyses.of(dealership, List.of(prospect)).stream().findFirst();
    }
}
