package io.genjin.campaign.web;

import io.genjin.campaign.Campaign;
import io.genjin.campaign.CampaignResult.Figure;
import io.genjin.campaign.CampaignResult.Reading;
import io.genjin.campaign.Invitation;
import io.genjin.prospect.ProspectId;
import io.genjin.prospect.ProspectLabels.Label;
import io.genjin.prospect.web.People;
import io.genjin.shared.Money;
import io.genjin.shared.web.Fields;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A campaign with its result and its list of guests.
 *
 * @param labels  the names of the customers that the reader may see
 * @param refused what was refused just now, if something was
 */
public record CampaignPage(Reading result, Map<UUID, Label> labels, People people, Fields refused) {

    private static final int MOST_SHOWN = 300;

    public Campaign campaign() {
        return result.campaign();
    }

    public String here() {
        return "/campaigns/" + campaign().id();
    }

    /** The guests that the reader may see, in the order they came onto the list. */
    public List<ProspectId> guests() {
        return result.states().keySet().stream()
                .filter(guest -> labels.containsKey(guest.value()))
                .limit(MOST_SHOWN)
                .toList();
    }

    /** How many guests are colleagues' customers, or too many to show. */
    public int hidden() {
        return result.states().size() - guests().size();
    }

    public @Nullable Label label(ProspectId guest) {
        return labels.get(guest.value());
    }

    public Invitation.State state(ProspectId guest) {
        return result.states().getOrDefault(guest, Invitation.State.INVITED);
    }

    public String membersOf(Figure figure) {
        return here() + "/members?figure=" + figure.name();
    }

    /** An amount, or the dash where nothing can be divided. */
    public static String shown(@Nullable Money amount) {
        return amount == null ? "–" : amount.shown();
    }

    public static String tone(Invitation.State state) {
        return switch (state) {
            case ATTENDED -> "g-state-good";
            case ACCEPTED -> "g-state-warn";
            case DECLINED, ABSENT -> "g-state-bad";
            case INVITED -> "";
        };
    }

    public boolean hasBegun() {
        return campaign().plan().hasBegun(result.today());
    }

    public boolean isOver() {
        return campaign().plan().isOver(result.today());
    }
}
