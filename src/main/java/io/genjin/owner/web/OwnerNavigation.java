package io.genjin.owner.web;

import io.genjin.prospect.ProspectPanel;
import io.genjin.shared.web.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where owners, their calls and complaints stand in the navigation and on a customer's page. */
@Configuration(proxyBeanMethods = false)
class OwnerNavigation {

    @Bean
    NavItem callbacksItem() {
        return new NavItem("nav.callbacks", "/callbacks", "phone-outgoing", "owner.call", 15);
    }

    @Bean
    NavItem complaintsItem() {
        return new NavItem("nav.complaints", "/complaints", "mood-sad", "complaint.read", 121);
    }

    @Bean
    NavItem ownersItem() {
        return new NavItem("nav.owners", "/owners", "car", "owner.read", 120);
    }

    @Bean
    NavItem ownerMonthItem() {
        return new NavItem("nav.ownerMonth", "/owner-months", "calendar-stats", "owner.month", 46);
    }

    @Bean
    NavItem ownerQuestionsItem() {
        return new NavItem("nav.ownerQuestions", "/owner-questions", "clipboard-list", "owner.questions", 64);
    }

    @Bean
    ProspectPanel ownerPanel() {
        return new ProspectPanel("owner.panel", "/prospects/{id}/owner", "owner.panel", 29);
    }
}
