package io.genjin.followup.web;

import io.genjin.followup.Cadence;
import io.genjin.followup.FollowUp;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.web.People;
import io.genjin.shared.web.Fields;
import java.util.List;

/**
 * Follow-up on a prospect's page: the contacts, what was missed, and where the promise is moved.
 *
 * @param asPart whether it is loaded into the card; otherwise it is a page of its own
 */
public record FollowUpPanel(
        Prospect prospect,
        List<FollowUp> followUps,
        List<Cadence.Miss> misses,
        People people,
        Fields form,
        boolean asPart) {}
