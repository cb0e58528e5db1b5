package io.genjin.intake.web;

import io.genjin.shared.web.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where leads and sheets stand in the navigation. */
@Configuration(proxyBeanMethods = false)
class IntakeNavigation {

    @Bean
    NavItem leadsItem() {
        return new NavItem("nav.leads", "/leads", "inbox", "lead.read", 13);
    }

    @Bean
    NavItem importsItem() {
        return new NavItem("nav.imports", "/imports", "table-import", "import.read", 60);
    }
}
