package io.genjin.campaign.web;

import io.genjin.campaign.Campaign;
import io.genjin.shared.web.Fields;
import io.genjin.staff.StaffMember;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Planning a campaign, or changing one.
 *
 * @param campaign  nothing while it is new
 * @param theirs    whether a colleague stored another version meanwhile; {@code campaign} then is theirs
 * @param changedBy who changed it last
 */
public record CampaignFormPage(
        @Nullable Campaign campaign, Fields form, boolean theirs, String changedBy, List<StaffMember> people) {

    public String action() {
        return campaign == null ? "/campaigns" : "/campaigns/" + campaign.id();
    }

    public Map<String, String> responsible() {
        Map<String, String> options = new LinkedHashMap<>();
        people.forEach(person -> options.put(person.username(), person.name()));
        return options;
    }
}
