package io.genjin.reception.web;

import io.genjin.shared.web.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the door, the visits, the floor and the day's sheet stand in the navigation. */
@Configuration(proxyBeanMethods = false)
class ReceptionNavigation {

    @Bean
    NavItem receptionItem() {
        return new NavItem("nav.reception", "/reception", "door-enter", "visit.register", 100, "RECEPTIONIST");
    }

    @Bean
    NavItem visitsItem() {
        return new NavItem("nav.visits", "/visits", "users", "visit.read", 101);
    }

    @Bean
    NavItem floorItem() {
        return new NavItem("nav.floor", "/floor", "layout-board", "floor.read", 102);
    }

    @Bean
    NavItem sheetItem() {
        return new NavItem("nav.dailySheet", "/daily-sheet", "clipboard-list", "sheet.read", 103);
    }
}
