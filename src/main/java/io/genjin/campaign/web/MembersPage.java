package io.genjin.campaign.web;

import io.genjin.campaign.CampaignResult.Figure;
import io.genjin.campaign.CampaignResult.Reading;
import io.genjin.prospect.ProspectId;
import io.genjin.prospect.ProspectLabels.Label;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The customers behind one number of a campaign's result. */
public record MembersPage(Reading result, Figure figure, Map<UUID, Label> labels) {

    public List<ProspectId> members() {
        return result.members().getOrDefault(figure, List.of());
    }

    public String campaignPath() {
        return "/campaigns/" + result.campaign().id();
    }
}
