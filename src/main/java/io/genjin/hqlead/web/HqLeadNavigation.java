package io.genjin.hqlead.web;

import io.genjin.shared.web.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where HQ leads and the feedback stand in the navigation; the board is the designated person's first screen. */
@Configuration(proxyBeanMethods = false)
class HqLeadNavigation {

    @Bean
    NavItem hqLeadsItem() {
        return new NavItem("nav.hqLeads", "/hq-leads", "clock-24", "hqlead.read", 12, "HQ_LEAD_RESPONSIBLE");
    }

    @Bean
    NavItem hqFeedbackItem() {
        return new NavItem("nav.hqFeedback", "/hq-feedback", "send", "hqlead.feedback", 14);
    }
}
