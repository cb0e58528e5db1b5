package io.genjin.campaign.web;

import io.genjin.prospect.ProspectPanel;
import io.genjin.shared.web.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where campaigns stand in the navigation and on a customer's page. */
@Configuration(proxyBeanMethods = false)
class CampaignNavigation {

    @Bean
    NavItem campaignsItem() {
        return new NavItem("nav.campaigns", "/campaigns", "speakerphone", "campaign.read", 122);
    }

    @Bean
    ProspectPanel campaignPanel() {
        return new ProspectPanel("campaign.panel", "/prospects/{id}/campaigns", "campaign.customer", 66);
    }
}
