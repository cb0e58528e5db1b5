package io.genjin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.staff.Role;
import io.genjin.staff.StaffMember;
import io.genjin.testing.Api;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Reading what the day was, and being told what others did. */
class ReportJourneyTest extends Journey {

    @Test
    @DisplayName("the general manager begins with the daily report and opens a number to its rows")
    void generalManager() {
        StaffMember gao = stores.member(store.dealership(), "gao", "高峰", Role.GENERAL_MANAGER);
        card(store.li(), "H", "2026-03-03");
        card(store.wang(), "B", "2026-03-04");
        for (Visitor reader : new Visitor[] {phone(gao), desk(gao)}) {
            try (reader) {
                reader.open("/").look("daily");
                assertThat(reader.page().url()).endsWith("/reports/daily");
                assertThat(reader.text()).contains("总计联系", "R-118", "每位客户每种方式每天计一次", "K01");
                reader.page()
                        .locator("a[href*='figure=CARDS_OPENED'][href*='span=day']")
                        .first()
                        .click();
                reader.page().waitForURL(url -> url.contains("/members"));
                reader.look("daily-members");
                assertThat(reader.page().locator("[data-row]").count()).isEqualTo(2);
            }
        }
        try (Visitor reader = phone(gao)) {
            reader.open("/reports/daily?consultant=" + store.wang().username()).look("daily-of-one");
            assertThat(reader.page()
                            .locator("a[href*='figure=CARDS_OPENED'][href*='span=day']")
                            .innerText())
                    .isEqualTo("1");
            reader.open("/reports/daily?date=2026-02-27").look("daily-empty");
            assertThat(reader.text()).doesNotContain("在跟进客户");
        }
    }

    @Test
    @DisplayName("a consultant hears of a returned card at the bell, reads it and has read it")
    void bell() {
        String prospect = card(store.li(), "B", "2026-03-03");
        Api.as(store.li().username(), port).post("/api/v1/prospects/" + prospect + "/submission", Map.of());
        Api.as(store.chen().username(), port)
                .post("/api/v1/prospects/" + prospect + "/return", Map.of("comment", "请补充预算"));
        try (Visitor li = phone(store.li())) {
            li.open("/today");
            li.page().waitForSelector(".g-bell .g-unseen [aria-hidden]");
            assertThat(li.page().locator(".g-bell .g-unseen [aria-hidden]").innerText())
                    .isEqualTo("1");
            li.page().locator(".g-bell").click();
            li.page().waitForURL(url -> url.endsWith("/notices"));
            li.look("notices");
            assertThat(li.text()).contains("请补充预算", "未读");
            li.page().locator("[data-row-link]").first().click();
            li.page().waitForURL(url -> url.endsWith("/prospects/" + prospect));
            li.page().waitForSelector(".g-bell .g-unseen", gone());
            li.open("/notices");
            assertThat(li.page().locator(".is-unseen").count()).isZero();
        }
        Api.as(store.li().username(), port).post("/api/v1/prospects/" + prospect + "/submission", Map.of());
        Api.as(store.chen().username(), port).post("/api/v1/prospects/" + prospect + "/signature", Map.of());
        clock.set("2026-03-02T10:00");
        String other = card(store.li(), "C", "2026-03-05");
        Api.as(store.chen().username(), port)
                .post(
                        "/api/v1/prospects/" + other + "/transfers",
                        Map.of("to", store.wang().username(), "reason", "WORKLOAD"));
        try (Visitor li = desk(store.li())) {
            li.open("/notices").look("notices");
            li.page().locator("a[href$='group=CARDS']").click();
            li.page().waitForURL(url -> url.endsWith("group=CARDS"));
            li.page().locator("a[href*='unread=true']").first().click();
            li.page().waitForURL(url -> url.contains("unread=true"));
            li.look("notices-unread-cards");
            assertThat(li.page().locator("[data-row]").count()).isEqualTo(1);
            li.page().locator("form[action='/notices/read-all'] button").click();
            li.page().waitForURL(url -> !url.contains("unread"));
            assertThat(li.page().locator(".is-unseen").count()).isZero();
            li.open("/notices?unread=true");
            assertThat(li.page().locator("[data-row]").count()).isEqualTo(1);
            li.page().locator("form[action='/notices/read-all'] button").click();
            li.page().waitForSelector("form[action='/notices/read-all']", gone());
            li.page().waitForSelector(".g-bell .g-unseen", gone());
        }
        try (Visitor wu = desk(store.wu())) {
            wu.open("/notices").look("notices-none");
            assertThat(wu.text()).contains("没有提醒");
        }
    }

    private static com.microsoft.playwright.Page.WaitForSelectorOptions gone() {
        return new com.microsoft.playwright.Page.WaitForSelectorOptions()
                .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED);
    }
}
