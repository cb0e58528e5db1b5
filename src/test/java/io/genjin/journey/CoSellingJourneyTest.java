package io.genjin.journey;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A co-selling partner, from the handshake to the customer's page. */
class CoSellingJourneyTest extends Journey {

    @Test
    @DisplayName(
            "a manager adds a partner and promises a reward; a consultant says whom he introduced, and is told of a circle")
    void partner() {
        String prospect = card(store.li(), "B", "2026-03-03");
        String mobile = newMobile();
        try (Visitor zhou = desk(store.zhou())) {
            var page = zhou.open("/co-selling").page();
            page.fill("#f-name", "房产老赵");
            page.locator("form[action='/co-selling'] button.btn-primary").click();
            page.waitForSelector("#form-errors");
            zhou.look("co-selling-refused");
            page.locator("label:has(input[name=trade][value=PROPERTY])").click();
            page.fill("#f-mobile", mobile);
            page.locator("form[action='/co-selling'] button.btn-primary").click();
            page.waitForSelector("#f-reward");
            page.fill("#f-reward", "500");
            page.fill("#f-from", "2026-03-02");
            page.locator("form[action$='/agreements'] button").click();
            page.waitForSelector("text=¥500.00");
            zhou.open("/co-selling").look("co-selling");
        }
        try (Visitor li = phone(store.li())) {
            var page = li.open("/prospects/" + prospect + "/co-selling").page();
            page.locator(".card details summary").first().click();
            page.locator("form[action$='/co-selling'] button.btn-primary").click();
            page.waitForSelector("#form-errors");
            page.selectOption("#f-coSeller", new com.microsoft.playwright.options.SelectOption().setLabel("房产老赵"));
            page.locator("form[action$='/co-selling'] button.btn-primary").click();
            page.waitForSelector("a:has-text('房产老赵')");
            li.look("co-selling-panel");
            page.locator("a:has-text('房产老赵')").click();
            page.waitForSelector("dl.g-facts");
            li.look("co-seller");
        }
        try (Visitor zhou = phone(store.zhou())) {
            zhou.open("/co-selling/rewards").look("co-selling-rewards-none");
        }
    }
}
