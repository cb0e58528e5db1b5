package io.genjin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.genjin.testing.Api;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Stage 4 in the browser: the talk on a phone, the failure of a grade without purchasing power, the card filled from it. */
class NeedsJourneyTest extends Journey {

    private static void chip(Page page, String name, String value) {
        page.locator("label:has(input[name=" + name + "][value=" + value + "])").click();
    }

    private static void part(Page page, String title) {
        page.locator("details.g-needs-part:not([open]) > summary:has-text('" + title + "')")
                .click();
    }

    @Test
    @DisplayName(
            "a consultant fills the sheet as the customer speaks; A without purchasing power is asked why, B goes onto the card")
    void talk() {
        String prospect = card(store.li(), "C", "2026-03-05");
        try (Visitor li = phone(store.li())) {
            Page page = li.open("/prospects/" + prospect + "/needs").page();
            li.look("needs-none");
            page.locator("a[href$='/needs/new']").click();
            page.waitForSelector(".g-needs-sheet");
            li.look("needs-blank");

            part(page, "信心、需求、购买力");
            chip(page, "confidenceConfirmed", "true");
            chip(page, "needConfirmed", "true");
            chip(page, "purchasingPowerConfirmed", "false");
            part(page, "什么时候买");
            chip(page, "purchaseWhen", "DAYS_8_15");
            page.waitForSelector(".g-needs-suggestion:has-text('购买力没有确认，最高 B 级')");
            page.selectOption("#f-grade", "A");
            page.locator(".g-needs-save button").click();
            page.waitForSelector("#form-errors");
            assertThat(page.locator("#e-gradeReason").innerText()).contains("B");
            assertThat(page.locator("#e-purpose").count()).isEqualTo(1);
            assertThat(page.locator("#e-focus").count()).isEqualTo(1);
            li.look("needs-refused");

            chip(page, "purpose", "PRIVATE");
            page.fill("#f-passengers", "4");
            chip(page, "focus", "SPACE");
            chip(page, "focus", "SAFETY");
            page.fill("#f-models", "途观L、途岳");
            page.fill("#f-competitors", "CR-V");
            page.selectOption("#f-grade", "B");
            part(page, "谁来决定");
            page.fill("#f-decisionMakers", "本人、爱人");
            part(page, "预算和付款");
            page.fill("#f-budgetFrom", "180000");
            page.fill("#f-budgetTo", "230,000");
            chip(page, "paymentWay", "LOAN");
            page.locator(".g-needs-save button").click();
            page.waitForSelector(".g-needs-card");
            li.look("needs");
            page.locator(".g-needs-card > form button").click();
            page.waitForSelector(".g-needs:not(:has(.g-needs-card))");
        }
        Api.Answer card = Api.as(store.li().username(), port).get("/api/v1/prospects/" + prospect);
        assertThat(card.text("/grade")).isEqualTo("B");
        assertThat(card.text("/intentModels/0")).isEqualTo("途观L");
        assertThat(card.text("/paymentWay")).isEqualTo("LOAN");
        try (Visitor chen = desk(store.chen())) {
            Page page = chen.open("/prospects/" + prospect).page();
            page.waitForSelector(".g-needs");
            chen.look("needs-on-card");
            chen.open("/prospects/" + prospect + "/needs/new");
            chen.look("needs-sheet");
        }
    }

    @Test
    @DisplayName("what was typed is still there when the session has ended in between")
    void sessionEnds() {
        String prospect = card(store.li(), "C", "2026-03-05");
        try (Visitor li = desk(store.li())) {
            Page page = li.open("/prospects/" + prospect + "/needs/new").page();
            chip(page, "purpose", "GIFT");
            page.fill("#f-models", "朗逸");
            page.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("GENJIN"));
            page.locator(".g-needs-save button").click();
            page.waitForSelector("#f-password");
            li.signIn(store.li().username());
            li.open("/prospects/" + prospect + "/needs/new");
            page.waitForSelector("[data-draft-note]:not([hidden])");
            assertThat(page.inputValue("#f-models")).isEqualTo("朗逸");
            assertThat(page.isChecked("input[name=purpose][value=GIFT]")).isTrue();
            page.locator("[data-draft-drop]").click();
            page.waitForSelector(
                    "[data-draft-note][hidden]",
                    new Page.WaitForSelectorOptions()
                            .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
            assertThat(page.inputValue("#f-models")).isNotEqualTo("朗逸");
        }
    }

    @Test
    @DisplayName("a colleague saved meanwhile: both versions stand side by side and nothing typed is lost")
    void colleague() {
        String prospect = card(store.li(), "B", "2026-03-05");
        try (Visitor li = desk(store.li())) {
            Page page = li.open("/prospects/" + prospect + "/needs/new").page();
            chip(page, "purpose", "PRIVATE");
            chip(page, "focus", "SPACE");
            page.fill("#f-models", "途观L");
            part(page, "什么时候买");
            chip(page, "purchaseWhen", "DAYS_16_30");
            part(page, "信心、需求、购买力");
            chip(page, "confidenceConfirmed", "true");
            chip(page, "needConfirmed", "true");
            chip(page, "purchasingPowerConfirmed", "false");
            Api.as(store.zhou().username(), port)
                    .post(
                            "/api/v1/prospects/" + prospect + "/needs",
                            Map.of(
                                    "purpose",
                                    "BUSINESS",
                                    "purchaseWhen",
                                    "DAYS_0_7",
                                    "focus",
                                    List.of("BRAND"),
                                    "models",
                                    List.of("帕萨特"),
                                    "confidenceConfirmed",
                                    true,
                                    "needConfirmed",
                                    true,
                                    "purchasingPowerConfirmed",
                                    false));
            page.locator(".g-needs-save button").click();
            page.waitForSelector("#conflict");
            assertThat(page.locator("#conflict").innerText()).contains("商务").contains("帕萨特");
            assertThat(page.inputValue("#f-models")).isEqualTo("途观L");
            li.look("needs-conflict");
            page.locator(".g-needs-save button").click();
            page.waitForSelector("text=第 2 版");
        }
    }
}
