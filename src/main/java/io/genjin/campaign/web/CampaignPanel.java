package io.genjin.campaign.web;

import io.genjin.campaign.Campaign;
import io.genjin.campaign.CampaignId;
import io.genjin.campaign.Invitation;
import io.genjin.prospect.Prospect;
import io.genjin.shared.web.Fields;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A customer's campaigns, on their page.
 *
 * @param open   campaigns to which the customer may still be invited
 * @param asPart whether it is loaded into the card; otherwise it is a page of its own
 */
public record CampaignPanel(
        Prospect prospect, List<Line> lines, List<Campaign> open, LocalDate today, Fields form, boolean asPart) {

    /** One campaign and how the customer stands to it. */
    public record Line(Campaign campaign, Invitation invitation) {}

    public String here() {
        return "/prospects/" + prospect.id();
    }

    public Invitation.State state(Line line) {
        return line.invitation().state(line.campaign().plan(), today);
    }

    /** Campaigns that the customer is not on the list of. */
    public Map<String, String> others() {
        var on = lines.stream().map(line -> line.campaign().id()).collect(Collectors.toSet());
        Map<String, String> options = new LinkedHashMap<>();
        open.stream()
                .filter(campaign -> !on.contains(campaign.id()))
                .forEach(campaign ->
                        options.put(campaign.id().toString(), campaign.plan().name()));
        return options;
    }

    public String actions(CampaignId campaign) {
        return "/campaigns/" + campaign + "/invitations/" + prospect.id();
    }
}
