package io.genjin.campaign;

import io.genjin.prospect.CardContent;
import io.genjin.prospect.ProspectDesk;
import io.genjin.prospect.ProspectFact;
import io.genjin.prospect.ProspectFact.Kind;
import io.genjin.prospect.ProspectsReceived;
import io.genjin.prospect.Source;
import io.genjin.shared.DealershipId;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts a card with the campaign that it names as its source, in the transaction that opens or corrects it; a sheet of
 * addresses from a motor show likewise. A card that names no campaign of ours is nobody's; when its source is corrected later,
 * the count moves with it.
 */
@Component
class LeadsFollowTheirCards {

    private final ProspectDesk prospects;
    private final Campaigns campaigns;
    private final GuestLists guests;

    LeadsFollowTheirCards(ProspectDesk prospects, Campaigns campaigns, GuestLists guests) {
        this.prospects = prospects;
        this.campaigns = campaigns;
        this.guests = guests;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void follow(ProspectFact fact) {
        boolean opened = fact.what() == Kind.PROSPECT_OPENED;
        boolean corrected = fact.what() == Kind.CARD_CHANGED
                && fact.details().get("fields") instanceof Map<?, ?> fields
                && (fields.containsKey("source") || fields.containsKey("sourceDetail"));
        if (!opened && !corrected) {
            return;
        }
        CardContent card = prospects.get(fact.dealership(), fact.id()).content();
        Optional<Campaign> campaign = named(fact.dealership(), card.source(), card.sourceDetail());
        if (campaign.isPresent()) {
            guests.link(fact.dealership(), fact.id(), campaign.get().id(), fact.happenedAt());
        } else if (corrected) {
            guests.unlink(fact.dealership(), fact.id());
        }
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void follow(ProspectsReceived received) {
        for (ProspectsReceived.One one : received.all()) {
            named(received.dealership(), one.source(), one.sourceDetail())
                    .ifPresent(campaign -> guests.link(received.dealership(), one.id(), campaign.id(), one.at()));
        }
    }

    private Optional<Campaign> named(DealershipId in, Source source, @Nullable String detail) {
        boolean byCampaign = source == Source.FIELD_SALES || source == Source.PROMOTION_EVENT;
        return byCampaign && detail != null ? campaigns.named(in, source, detail) : Optional.empty();
    }
}
