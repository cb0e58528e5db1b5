package io.genjin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The sales manager sets the five targets; everybody reads how far they are. */
class TargetJourneyTest extends Journey {

    @Test
    @DisplayName("a sales manager sets targets, is asked why when changing one, and a number opens its rows")
    void month() {
        clock.set("2026-02-10T09:00");
        for (int number = 0; number < 12; number++) {
            card(store.li(), "B", "2026-02-12");
        }
        clock.set("2026-03-02T09:00");
        card(store.li(), "B", "2026-03-04");
        card(store.li(), "A", "2026-03-04");
        String contacts = "[name='targets." + store.li().username() + ".TOTAL_CONTACTS']";
        try (Visitor zhou = desk(store.zhou())) {
            var page = zhou.open("/reports/targets?month=2026-03").page();
            page.fill(contacts, "很多");
            page.fill("[name='targets." + store.li().username() + ".SOLD']", "4");
            page.locator("form[action='/reports/targets'] button.btn-primary").click();
            page.waitForSelector("#form-errors");
            assertThat(page.locator(contacts).inputValue()).isEqualTo("很多");
            zhou.look("targets-refused");
            page.fill(contacts, "31");
            page.locator("form[action='/reports/targets'] button.btn-primary").click();
            page.waitForSelector("text=– → 31");
            page.fill(contacts, "62");
            page.locator("form[action='/reports/targets'] button.btn-primary").click();
            page.waitForSelector("#e-reason");
            page.fill("#f-reason", "新车型上市");
            page.locator("form[action='/reports/targets'] button.btn-primary").click();
            page.waitForSelector("text=31 → 62");
            page.fill("[name='annual.TOTAL_CONTACTS']", "1200");
            page.locator("form[action='/reports/targets/annual'] button").click();
            page.waitForSelector("text=– → 1200");
            page.fill("[name='weights.2']", "四");
            page.locator("form[action='/reports/targets/spread'] button")
                    .first()
                    .click();
            page.waitForSelector("[id='e-weights.2']");
            assertThat(page.locator("[name='weights.2']").inputValue()).isEqualTo("四");
            zhou.look("targets-spread-refused");
            page.fill("[name='weights.2']", "0");
            for (int month = 1; month <= 12; month++) {
                page.fill("[name='weights." + month + "']", month < 3 ? "0" : "10");
            }
            page.fill("[name='begins']", "2026-03-01");
            page.locator("form[action='/reports/targets/spread'] button")
                    .first()
                    .click();
            page.waitForSelector("#spread-source:has-text('销售经理填写')");
            assertThat(page.locator("#spread-begins").textContent()).contains("3");
            zhou.look("targets");
            page.locator("button[name='computed']").click();
            page.waitForSelector("form[action='/reports/targets/spread'] .invalid-feedback");
            page.fill("#spread-reason", "按行业一般淡旺季");
            page.locator("button[name='computed']").click();
            page.waitForSelector("#spread-source:has-text('行业一般')");
            clock.set("2026-03-09T15:00");
            card(store.li(), "H", "2026-03-10");
            card(store.wang(), "C", "2026-03-12");
            clock.set("2026-03-11T10:00");
            card(store.li(), "A", "2026-03-12");
            zhou.open("/reports/actual-vs-target").look("actual-vs-target");
            assertThat(page.locator(".g-gauge").count()).isEqualTo(5);
            page.locator(".g-dials a[href*='figure=TOTAL_CONTACTS']").first().click();
            page.waitForURL(url -> url.contains("/reports/rows"));
            assertThat(page.locator("[data-row]").count()).isEqualTo(5);
            zhou.open("/reports/actual-vs-target");
            page.selectOption("#consultant", store.li().username());
            page.locator("form[action='/reports/actual-vs-target'] button").click();
            page.waitForSelector("#course:has-text('" + store.li().name() + "')");
            page.locator(".is-current a[href*='figure=TOTAL_CONTACTS']").click();
            page.waitForURL(url -> url.contains("/reports/rows"));
            assertThat(page.locator("[data-row]").count()).isEqualTo(2);
        }
        try (Visitor zhou = phone(store.zhou())) {
            zhou.open("/reports/targets?month=2026-04&suggest=true").look("targets");
            zhou.open("/reports/actual-vs-target?month=2026-04").look("actual-vs-target-future");
            assertThat(zhou.text()).contains("本月尚未开始");
        }
        try (Visitor li = phone(store.li())) {
            li.open("/reports/actual-vs-target").look("actual-vs-target");
            assertThat(li.text())
                    .contains("62", "还需", "本周", "联系 → 到店")
                    .doesNotContain(store.wang().name());
        }
    }
}
