package io.genjin.defeat.web;

import io.genjin.prospect.ProspectPanel;
import io.genjin.shared.web.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where reviews and defeats stand in the navigation and on a customer's page. */
@Configuration(proxyBeanMethods = false)
class DefeatNavigation {

    @Bean
    NavItem defeatsItem() {
        return new NavItem("nav.defeats", "/defeats", "zoom-question", "defeat.read", 32);
    }

    @Bean
    NavItem callsItem() {
        return new NavItem("nav.calls", "/courtesy-calls", "phone-check", "courtesy.call", 9, "CUSTOMER_RELATIONS");
    }

    @Bean
    ProspectPanel casePanel() {
        return new ProspectPanel("case.title", "/prospects/{id}/case", "case.read", 30);
    }
}
