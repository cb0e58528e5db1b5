package io.genjin.campaign.web;

import io.genjin.campaign.Campaign;
import io.genjin.prospect.web.People;
import java.time.LocalDate;
import java.util.List;

/** The campaigns of a dealership, the latest first. */
public record CampaignsPage(List<Campaign> campaigns, LocalDate today, People people) {

    public static String tone(Campaign.Stage stage) {
        return switch (stage) {
            case PLANNED -> "g-state-warn";
            case RUNNING -> "g-state-good";
            case OVER -> "";
        };
    }
}
