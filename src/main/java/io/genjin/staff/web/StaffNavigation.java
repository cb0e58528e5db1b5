package io.genjin.staff.web;

import io.genjin.shared.web.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the people and their rights stand in the navigation: last, because nobody sells a car there. */
@Configuration(proxyBeanMethods = false)
class StaffNavigation {

    @Bean
    NavItem staffItem() {
        return new NavItem("nav.staff", "/staff", "users-group", "staff.read", 90, "SYSTEM_ADMINISTRATOR");
    }

    @Bean
    NavItem rightsItem() {
        return new NavItem("nav.rights", "/rights", "shield-lock", "staff.manage", 92);
    }

    @Bean
    NavItem doorRulesItem() {
        return new NavItem("nav.doorRules", "/door-rules", "key", "door.rules", 93);
    }
}
