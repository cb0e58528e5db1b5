package io.genjin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.genjin.testing.Api;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The manager's week with one consultant: whom to talk to, the talk, the success plan, and the consultant's signature on the phone. */
class CoachingJourneyTest extends Journey {

    private static final int CUSTOMERS = 10;

    /** Li keeps every promise, Wang none. */
    private void aWeekOfWork() {
        for (int place = 0; place < CUSTOMERS; place++) {
            String kept = card(store.li(), "B", "2026-03-06");
            card(store.wang(), "B", "2026-03-06");
            clock.set("2026-03-06T10:00");
            Api.Answer answer = Api.whenAsked(store.li().username(), port)
                    .post(
                            "/api/v1/prospects/" + kept + "/follow-ups",
                            Map.of(
                                    "way", "PHONE",
                                    "outcome", "REACHED",
                                    "content", "谈了购车时间和预算 " + place,
                                    "nextDate", "2026-03-10",
                                    "nextReason", "ROUTINE"));
            assertThat(answer.status()).as(answer.json().toString()).isEqualTo(201);
            clock.set("2026-03-02T09:00");
        }
        Api.Answer targets = Api.as(store.zhou().username(), port)
                .send(
                        "PUT",
                        "/api/v1/targets?month=2026-03",
                        Map.of(
                                "targets",
                                Map.of(
                                        store.li().username(), Map.of("TOTAL_CONTACTS", 62, "SOLD", 4),
                                        store.wang().username(), Map.of("TOTAL_CONTACTS", 62, "SOLD", 4))),
                        Map.of("If-Match", "\"0\""));
        assertThat(targets.status()).isEqualTo(200);
        clock.set("2026-03-09T10:00");
    }

    private static void goal(Page page, int place, String yardstick, String to, String by) {
        page.selectOption("[name='goals." + place + ".yardstick']", yardstick);
        page.fill("[name='goals." + place + ".to']", to);
        page.fill("[name='goals." + place + ".by']", by);
    }

    @Test
    @DisplayName(
            "the system proposes whom and shows why, the manager talks and plans, the consultant signs on the phone,"
                    + " and on its day both see what came of it")
    void week() {
        aWeekOfWork();
        String plan;
        try (Visitor chen = desk(store.chen())) {
            Page page = chen.open("/one-to-ones").page();
            assertThat(page.locator(".g-proposal.is-proposed h3").allInnerTexts())
                    .containsExactly(store.wang().name());
            assertThat(page.locator(".g-proposal.is-proposed").innerText()).contains("K03", "0.0%", "100.0%");
            chen.look("one-to-ones");
            page.locator(".g-proposal.is-proposed a[href*='figure=OVERDUE']")
                    .first()
                    .click();
            page.waitForURL(url -> url.contains("/reports/rows"));
            assertThat(page.locator("[data-row]").count())
                    .as("the number is its rows")
                    .isEqualTo(CUSTOMERS);
            page.goBack();
            page.locator(".g-proposal.is-proposed a.btn").click();
            page.waitForSelector("#why");
            Hand.save(page, "form[action='/one-to-ones']");
            page.waitForSelector("#e-said");
            page.fill("#f-said", "十位客户都没有按时联系。约定每天十点到十一点打电话,店门由我安排别人顶。");
            Hand.save(page, "form[action='/one-to-ones']");
            page.waitForSelector("#evidence");
            chen.look("one-to-one");

            page.locator("a[href^='/success-plans/new']").click();
            page.waitForSelector("#f-rootCause");
            assertThat(page.locator("#f-chosenBecause").inputValue()).contains("跟进及时率");
            page.fill("#f-weaknesses", "到期客户不联系");
            goal(page, 0, "TOTAL_CONTACTS", "5", "2026-03-22");
            Hand.save(page, ".g-plan-form");
            page.waitForSelector("#form-errors");
            assertThat(page.locator("#f-weaknesses").inputValue()).isEqualTo("到期客户不联系");
            page.fill("#f-rootCause", "接待和电话挤在一起,没有固定时间");
            page.fill("#f-strengths", "到店接待好,试驾多");
            goal(page, 0, "TOTAL_CONTACTS", "14", "2026-03-22");
            goal(page, 1, "ON_TIME", "90", "2026-03-22");
            page.fill("[name='steps.0.what']", "每天 10:00–11:00 只打电话");
            page.fill("[name='steps.0.by']", "2026-03-13");
            page.selectOption("[name='steps.0.support']", store.chen().username());
            page.fill("#f-followUpOn", "2026-03-23");
            chen.look("success-plan-form");
            Hand.save(page, ".g-plan-form");
            page.waitForURL(url -> url.matches(".*/success-plans/[0-9a-f-]{36}"));
            plan = page.url().substring(page.url().indexOf("/success-plans/"));
            chen.open("/one-to-ones");
            assertThat(page.locator(".alert-success").count()).isEqualTo(1);
        }
        try (Visitor wang = phone(store.wang())) {
            Page page = wang.open("/notices").page();
            page.locator("[data-row] button.g-link").first().click();
            page.waitForURL(url -> url.endsWith(plan));
            page.locator("a[href$='/signature']").click();
            page.waitForSelector("[data-signature-drawing]:not([hidden])");
            Hand.save(page, "form[action$='/signature']");
            page.waitForSelector("#e-consultant");
            Hand.sign(page, 0);
            wang.look("success-plan-sign");
            Hand.save(page, "form[action$='/signature']");
            page.waitForURL(url -> url.endsWith(plan));
            wang.look("success-plan");
            assertThat(wang.open("/one-to-ones").text())
                    .doesNotContain(store.li().name());
            assertThat(wang.open("/success-plans").text()).contains("2026-001");
        }
        try (Visitor chen = desk(store.chen())) {
            Page page = chen.open(plan + "/signature").page();
            page.waitForSelector("[data-signature-drawing]:not([hidden])");
            Hand.sign(page, 0);
            Hand.save(page, "form[action$='/signature']");
            page.waitForURL(url -> url.endsWith(plan));
            assertThat(page.locator("a[href$='/edit']").count())
                    .as("signed is signed")
                    .isZero();
            clock.set("2026-03-23T09:00");
            chen.open("/success-plans?filter=DUE").look("success-plans");
            page.locator("[data-row-link]").click();
            page.waitForSelector("#f-said");
            page.fill("#f-said", "电话时间坚持了一周,第二周被活动打断");
            Hand.save(page, "form[action$='/follow-up']");
            page.waitForSelector("text=未达成");
            chen.look("success-plan-followed-up");
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.PRINT));
            chen.open(plan + "/print").look("success-plan-paper");
        }
        try (Visitor zhou = phone(store.zhou())) {
            zhou.open("/one-to-ones?week=2026-03-16");
            assertThat(zhou.text()).contains("缺陷");
            zhou.open("/one-to-ones").look("one-to-ones");
        }
        try (Visitor zhou = desk(store.zhou())) {
            Page page = zhou.open("/one-to-ones").page();
            page.locator("form[action='/language'] button").click();
            page.waitForSelector("text=Whom to talk to");
            page.locator("form[action='/theme'] button").click();
            page.waitForSelector("html[data-bs-theme=dark]");
            zhou.open(plan).look("success-plan-english");
            assertThat(zhou.text()).contains("Not reached");
        }
    }
}
