package io.genjin.prospect.web;

import io.genjin.shared.web.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the cards stand in the navigation. */
@Configuration(proxyBeanMethods = false)
class ProspectNavigation {

    @Bean
    NavItem prospectsItem() {
        return new NavItem("nav.prospects", "/prospects", "users", "prospect.read", 20);
    }

    @Bean
    NavItem newProspectItem() {
        return new NavItem("nav.newProspect", "/prospects/new", "user-plus", "prospect.open", 25);
    }

    @Bean
    NavItem waitingCardsItem() {
        return new NavItem("nav.waitingCards", "/cards/waiting", "signature", "card.sign", 11, "SHOWROOM_MANAGER");
    }

    @Bean
    NavItem entryItem() {
        return new NavItem("nav.entry", "/cards/entry", "clipboard-check", "card.enter", 11, "CUSTOMER_ADMINISTRATOR");
    }
}
