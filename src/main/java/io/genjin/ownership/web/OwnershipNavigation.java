package io.genjin.ownership.web;

import io.genjin.shared.web.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the question whose customer it is stands in the navigation. */
@Configuration(proxyBeanMethods = false)
class OwnershipNavigation {

    @Bean
    NavItem doorItem() {
        return new NavItem("nav.door", "/door-check", "search", "door.check", 107);
    }

    @Bean
    NavItem poolItem() {
        return new NavItem("nav.pool", "/pool", "pool", "pool.read", 30);
    }

    @Bean
    NavItem assistingItem() {
        return new NavItem("nav.assisting", "/assisting", "heart-handshake", "ownership.assist", 31);
    }

    @Bean
    NavItem collisionsItem() {
        return new NavItem("nav.collisions", "/collisions", "scale", "collision.read", 32);
    }
}
