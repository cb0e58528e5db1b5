package io.genjin.journey;

import com.microsoft.playwright.Page;
import io.genjin.delivery.CheckItem;
import io.genjin.delivery.Section;
import io.genjin.staff.StaffMember;

/** The walk round the new car with its buyer, section by section, as the delivery confirmation asks for it. */
final class HandoverRound {

    private HandoverRound() {}

    static void check(Page page, Section section, CheckItem other, String finding) {
        for (CheckItem item : CheckItem.of(section)) {
            Hand.tap(page, "finding." + item, item == other ? finding : "OK");
        }
    }

    static void keep(Page page) {
        page.locator(".g-check-foot button").click();
    }

    static void explain(Page page, String serviceAdvisor, StaffMember manager) {
        for (var label : page.locator("label:has(input[name=explained])").all()) {
            label.click();
        }
        page.fill("#f-serviceAdvisor", serviceAdvisor);
        page.selectOption("#f-manager", manager.id().value().toString());
    }

    static void handOver(Page page, String kilometres, String plate, String satisfaction) {
        page.fill("#f-mileage", kilometres);
        page.fill("#f-plate", plate);
        page.locator("label:has(input[name=ceremony])").click();
        Hand.tap(page, "satisfaction", satisfaction);
    }
}
