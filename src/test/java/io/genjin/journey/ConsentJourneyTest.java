package io.genjin.journey;

import io.genjin.testing.Api;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Consent to partners, as managers and consultants go through it in the browser. */
class ConsentJourneyTest extends Journey {

    @Test
    @DisplayName(
            "a manager names a partner; a consultant records a consent, hands the mobile over, is stopped at the rest")
    void consentAndHandOver() {
        String prospect = card(store.li(), "B", "2026-03-03");
        try (Visitor zhou = desk(store.zhou())) {
            var page = zhou.open("/partners").page();
            page.fill("#f-name", "建设银行");
            page.locator("label:has(input[name=type][value=BANK])").click();
            page.locator("form[action='/partners'] button.btn-primary").click();
            page.waitForSelector("li.is-partner");
            zhou.look("partners");
        }
        Api.as(store.zhou().username(), port).post("/api/v1/partners", Map.of("name", "平安保险", "type", "INSURER"));
        try (Visitor li = phone(store.li())) {
            var page = li.open("/prospects/" + prospect + "/consents").page();
            page.locator("summary:has-text('登记客户的授权或拒绝')").click();
            page.locator("form[action$='/consents'] button.btn-primary").click();
            page.waitForSelector("#form-errors");
            li.look("consent-refused-form");
            page.selectOption("#f-partner", new com.microsoft.playwright.options.SelectOption().setLabel("建设银行"));
            page.fill("#f-purpose", "车贷审批");
            page.locator("label:has(input[name=given][value=true])").click();
            page.locator("label:has(input[name=fields][value=MOBILE])").click();
            page.locator("label:has(input[name=channel][value=PAPER])").click();
            page.locator("form[action$='/consents'] button.btn-primary").click();
            page.waitForSelector("text=已授权");
            li.look("consent");
            page.locator("summary:has-text('提供给合作伙伴')").click();
            page.selectOption("#f-statement", new com.microsoft.playwright.options.SelectOption().setIndex(1));
            page.locator("label:has(input[name=sent][value=MOBILE])").click();
            page.locator("label:has(input[name=sent][value=ADDRESS])").click();
            page.locator("form[action$='/disclosures'] button").click();
            page.waitForSelector("#form-errors");
            li.look("disclosure-stopped");
            page.locator("label:has(input[name=sent][value=ADDRESS])").click();
            page.locator("form[action$='/disclosures'] button").click();
            page.waitForSelector("text=只显示这一次");
            li.look("disclosure-done");
        }
        try (Visitor li = desk(store.li())) {
            var page = li.open("/prospects/" + prospect).page();
            page.waitForSelector(".g-consents");
            page.locator("form[action$='/withdrawal'] button").click();
            page.waitForSelector("text=已撤回");
            li.look("consent-withdrawn");
        }
    }
}
