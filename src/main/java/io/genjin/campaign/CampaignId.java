package io.genjin.campaign;

import io.genjin.shared.TypedId;
import java.util.UUID;

/** Names a campaign. */
public record CampaignId(UUID value) implements TypedId {

    public static CampaignId next() {
        return new CampaignId(TypedId.newValue());
    }

    public static CampaignId of(String text) {
        return new CampaignId(TypedId.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
