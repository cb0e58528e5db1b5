package io.genjin.followup;

import io.genjin.prospect.ProspectId;
import io.genjin.shared.DealershipId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What all modules together know to stand open with customers. */
@Component
public class OpenPoints {

    private final List<KnowsOpenPoints> known;

    OpenPoints(List<KnowsOpenPoints> known) {
        this.known = List.copyOf(known);
    }

    /** What stands open with one customer. */
    public List<OpenPoint> of(DealershipId dealership, ProspectId prospect) {
        return of(dealership, List.of(prospect)).getOrDefault(prospect, List.of());
    }

    Map<ProspectId, List<OpenPoint>> of(DealershipId dealership, Collection<ProspectId> prospects) {
        if (prospects.isEmpty()) {
            return Map.of();
        }
        Map<ProspectId, List<OpenPoint>> all = new HashMap<>();
        known.forEach(one -> one.openWith(dealership, prospects)
                .forEach((prospect, points) ->
                        all.computeIfAbsent(prospect, none -> new ArrayList<>()).addAll(points)));
        return all;
    }
}
