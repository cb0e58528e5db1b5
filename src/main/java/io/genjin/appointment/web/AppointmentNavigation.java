package io.genjin.appointment.web;

import io.genjin.prospect.ProspectPanel;
import io.genjin.shared.web.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where appointments stand in the navigation and on a customer's page. */
@Configuration(proxyBeanMethods = false)
class AppointmentNavigation {

    @Bean
    NavItem appointmentsItem() {
        return new NavItem("nav.appointments", "/appointments", "calendar-event", "appointment.read", 17);
    }

    @Bean
    ProspectPanel appointmentPanel() {
        return new ProspectPanel("appointment.title", "/prospects/{id}/appointments", "appointment.read", 12);
    }
}
