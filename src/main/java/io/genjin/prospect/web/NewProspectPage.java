package io.genjin.prospect.web;

import io.genjin.prospect.KnowsOrigins;
import io.genjin.prospect.Source;
import io.genjin.shared.web.Fields;
import io.genjin.staff.StaffMember;
import java.util.List;

/**
 * The quick form at the door.
 *
 * @param owners  offered to managers, who may open a card for a consultant
 * @param origins names that the source's detail may have today: running campaigns, partners who introduce
 */
public record NewProspectPage(Fields form, List<StaffMember> owners, List<KnowsOrigins.Origin> origins) {

    /** The names for one source. */
    public List<String> origins(Source source) {
        return origins.stream()
                .filter(one -> one.source() == source)
                .map(KnowsOrigins.Origin::name)
                .distinct()
                .toList();
    }

    /** The sources for which there are names. */
    public List<Source> namedSources() {
        return origins.stream()
                .map(KnowsOrigins.Origin::source)
                .distinct()
                .sorted()
                .toList();
    }
}
