package io.genjin.testdrive.web;

import io.genjin.prospect.ProspectPanel;
import io.genjin.shared.web.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where test drives stand in the navigation and on a customer's page. */
@Configuration(proxyBeanMethods = false)
class TestDriveNavigation {

    @Bean
    NavItem carsTodayItem() {
        return new NavItem(
                "nav.testDrives", "/test-drives", "steering-wheel", "testdrive.read", 104, "TEST_DRIVE_SPECIALIST");
    }

    @Bean
    NavItem driveCalendarItem() {
        return new NavItem("nav.driveCalendar", "/test-drive-calendar", "calendar-event", "testdrive.read", 105);
    }

    @Bean
    NavItem driveMonthItem() {
        return new NavItem("nav.driveMonth", "/test-drive-month", "chart-bar", "testdrive.report", 52);
    }

    @Bean
    NavItem driveSettingsItem() {
        return new NavItem("nav.testCars", "/test-cars", "car", "testdrive.settings", 72);
    }

    @Bean
    ProspectPanel drivePanel() {
        return new ProspectPanel("testDrive.title", "/prospects/{id}/test-drives", "testdrive.read", 20);
    }
}
