package io.genjin.followup;

import io.genjin.prospect.ProspectId;
import io.genjin.shared.DealershipId;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Asked before a contact what still stands open with customers: a module that knows registers a bean, and followup never learns who
 * (an open objection becomes the reason of the next contact, 2.7).
 */
public interface KnowsOpenPoints {

    /** What stands open with each of these customers, the most urgent first; those with nothing may be missing. */
    Map<ProspectId, List<OpenPoint>> openWith(DealershipId dealership, Collection<ProspectId> prospects);
}
