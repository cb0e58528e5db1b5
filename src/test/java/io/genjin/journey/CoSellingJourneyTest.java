package io.genjin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.database.Tenancy;
import io.genjin.prospect.LifeCycle;
import io.genjin.prospect.ProspectDesk;
import io.genjin.prospect.ProspectId;
import io.genjin.staff.Role;
import io.genjin.testing.Api;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A co-selling partner, from the handshake to the customer's page. */
class CoSellingJourneyTest extends Journey {

    @Autowired
    ProspectDesk prospects;

    @Autowired
    LifeCycle lifeCycle;

    private void delivered(String prospect) {
        Api.Answer contact = Api.as(store.li().username(), port)
                .post(
                        "/api/v1/prospects/" + prospect + "/follow-ups",
                        Map.of(
                                "way", "PHONE",
                                "outcome", "REACHED",
                                "content", "谈好了价格",
                                "nextDate", "2026-03-03",
                                "nextReason", "ROUTINE"));
        assertThat(contact.status()).as(contact.json().toString()).isEqualTo(201);
        Tenancy.within(
                store.dealership().id(),
                () -> transaction.executeWithoutResult(status -> lifeCycle.order(
                        prospects.hold(
                                ProspectId.of(prospect), store.dealership().id()),
                        Map.of("payment", "CASH_FULL"),
                        store.li())));
        Tenancy.within(
                store.dealership().id(),
                () -> transaction.executeWithoutResult(status -> lifeCycle.deliver(
                        prospects.hold(
                                ProspectId.of(prospect), store.dealership().id()),
                        Map.of(),
                        store.li())));
    }

    @Test
    @DisplayName(
            "a manager adds a partner and promises a reward; a consultant says whom he introduced; the reward is approved and paid")
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
        delivered(prospect);
        try (Visitor zhou = phone(store.zhou())) {
            var page = zhou.open("/co-selling/rewards").page();
            page.locator("details:has(form[action$='/rejection']) summary").click();
            page.locator("form[action$='/rejection'] button").click();
            page.waitForSelector("#form-errors");
            zhou.look("co-selling-rewards-refused");
            page.locator("form[action$='/approval'] button").click();
            page.waitForSelector("text=待付款");
        }
        var cashier = stores.member(store.dealership(), "tan", "谭雪", Role.CASHIER);
        try (Visitor tan = desk(cashier)) {
            var page = tan.open("/co-selling/rewards").page();
            page.locator("form[action$='/payment'] button").click();
            page.waitForSelector("text=已付");
            tan.look("co-selling-rewards");
        }
    }
}
