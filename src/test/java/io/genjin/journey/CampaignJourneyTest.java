package io.genjin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A promotion event, as the sales manager plans it and the consultant fills it. */
class CampaignJourneyTest extends Journey {

    @Test
    @DisplayName(
            "a manager plans a motor show; the consultant invites, checks in, opens a card from it; the result says it")
    void motorShow() {
        String guest = card(store.li(), "B", "2026-03-04");
        card(store.li(), "A", "2026-03-04");
        try (Visitor zhou = desk(store.zhou())) {
            var page = zhou.open("/campaigns/new").page();
            page.fill("#f-name", "春季车展");
            page.fill("#f-budget", "很多");
            page.locator("button.btn-primary").last().click();
            page.waitForSelector("#form-errors");
            assertThat(page.locator("#f-name").inputValue()).isEqualTo("春季车展");
            zhou.look("campaign-refused");
            page.locator("label:has(input[name=kind][value=PROMOTION_EVENT])").click();
            page.fill("#f-from", "2026-03-02");
            page.fill("#f-until", "2026-03-03");
            page.fill("#f-place", "国际会展中心");
            page.fill("#f-budget", "20000");
            page.fill("#f-cost", "8600.50");
            page.locator("button.btn-primary").last().click();
            page.waitForSelector("#guests");
        }
        try (Visitor li = phone(store.li())) {
            var page = li.open("/campaigns").page();
            page.locator("a:has-text('春季车展')").click();
            page.waitForSelector("#guests");
            page.locator("a[href$='/invitations/new']").click();
            page.waitForSelector(".g-option");
            page.locator("form[action$='/invitations'] button.btn-primary").click();
            page.waitForSelector("#form-errors");
            li.look("campaign-invite-refused");
            page.locator(".g-option").first().click();
            page.locator(".g-option").nth(1).click();
            page.locator("form[action$='/invitations'] button.btn-primary").click();
            page.waitForSelector(".g-work-item");
            page.locator("form[action$='" + guest + "/attendance'] button").click();
            page.waitForSelector(".g-work-item .g-state-good");
            li.look("campaign");
            li.open("/prospects/new");
            page.selectOption("#f-source", "PROMOTION_EVENT");
            page.locator("button[data-value='春季车展']").click();
            assertThat(page.locator("#f-sourceDetail").inputValue()).isEqualTo("春季车展");
            page.fill("#f-customerName", "陈静");
            page.fill("#f-mobile", newMobile());
            page.locator("label:has(input[name=grade][value=C])").click();
            page.fill("#f-gradeOverrideReason", "看展先了解");
            page.fill("#f-nextFollowUpDate", "2026-03-05");
            page.selectOption("#f-nextFollowUpReason", "INVITE_TO_SHOWROOM");
            page.locator("form[action='/prospects'] button.btn-primary").click();
            page.waitForURL(url -> url.matches(".*/prospects/[0-9a-f-]{36}.*"));
            li.open("/prospects/" + guest + "/campaigns").look("campaign-panel");
        }
        try (Visitor zhou = desk(store.zhou())) {
            var page = zhou.open("/campaigns").look("campaigns").page();
            page.locator("a:has-text('春季车展')").click();
            page.waitForSelector("text=¥8,600.50");
            zhou.look("campaign-result");
            page.locator("a[href$='figure=LEADS']").click();
            page.waitForSelector("text=陈静");
            zhou.look("campaign-members");
        }
    }
}
