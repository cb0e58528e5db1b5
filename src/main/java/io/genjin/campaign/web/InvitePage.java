package io.genjin.campaign.web;

import io.genjin.campaign.Campaign;
import io.genjin.prospect.ProspectId;
import io.genjin.prospect.ProspectList;
import io.genjin.prospect.web.People;
import io.genjin.shared.Grade;
import io.genjin.shared.Page;
import io.genjin.shared.web.Fields;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Choosing whom to invite, from the customers that the reader may see.
 *
 * @param invited who is on the list already
 */
public record InvitePage(
        Campaign campaign,
        Page<ProspectList.Row> rows,
        Set<ProspectId> invited,
        @Nullable String q,
        @Nullable Grade grade,
        People people,
        Fields form) {

    public String here() {
        return "/campaigns/" + campaign.id() + "/invitations/new";
    }

    public String nextPath() {
        return here() + "?cursor=" + rows.next()
                + (q == null ? "" : "&q=" + URLEncoder.encode(q, StandardCharsets.UTF_8))
                + (grade == null ? "" : "&grade=" + grade);
    }
}
