package io.genjin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.genjin.report.DailyFreezing;
import io.genjin.staff.Role;
import io.genjin.staff.StaffMember;
import io.genjin.testing.Api;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Reading what the day was, and being told what others did. */
class ReportJourneyTest extends Journey {

    @Autowired
    private DailyFreezing freezing;

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
                        .locator("a.g-report-day[href*='figure=CARDS_OPENED']")
                        .first()
                        .click();
                reader.page().waitForURL(url -> url.contains("/reports/rows"));
                reader.look("daily-members");
                assertThat(reader.page().locator("[data-row]").count()).isEqualTo(2);
            }
        }
        try (Visitor reader = phone(gao)) {
            reader.open("/reports/daily?consultant=" + store.wang().username()).look("daily-of-one");
            assertThat(reader.page()
                            .locator("a.g-report-day[href*='figure=CARDS_OPENED']")
                            .innerText())
                    .isEqualTo("1");
            reader.open("/reports/daily?date=2026-02-27").look("daily-empty");
            assertThat(reader.text()).doesNotContain("在跟进客户");
        }
    }

    @Test
    @DisplayName(
            "the evening's report is frozen; what is written the next morning stands beside it, for the manager at the desk and the consultant on the phone")
    void frozen() {
        StaffMember li = store.li();
        Api.as(store.zhou().username(), port)
                .send(
                        "PUT",
                        "/api/v1/targets?month=2026-03",
                        Map.of("targets", Map.of(li.username(), Map.of("TOTAL_CONTACTS", 40, "RETURN_VISITS", 6))),
                        Map.of("If-Match", "\"0\""));
        String customer = card(li, "H", "2026-03-02");
        card(li, "B", "2026-03-02");
        card(store.wang(), "A", "2026-03-03");
        clock.set("2026-03-02T22:01");
        freezing.freezeClosed(store.dealership().id());
        clock.set("2026-03-03T09:30");
        Map<String, Object> visit = new HashMap<>(Map.of(
                "way", "SHOWROOM",
                "happenedAt", "2026-03-02T17:30:00+08:00",
                "outcome", "REACHED",
                "content", "昨天下午来店看车，今天补录",
                "nextDate", "2026-03-04",
                "nextReason", "ROUTINE"));
        assertThat(Api.as(li.username(), port)
                        .post("/api/v1/prospects/" + customer + "/follow-ups", visit)
                        .status())
                .isEqualTo(201);
        try (Visitor zhou = desk(store.zhou())) {
            var page = zhou.open("/reports/daily?date=2026-03-02").page();
            assertThat(zhou.text()).contains("收盘时冻结的数字", "22:00");
            zhou.look("daily-frozen");
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            zhou.look("daily-frozen-print");
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
            zhou.open("/reports/daily?date=2026-03-02&consultant=" + li.username())
                    .look("daily-frozen-of-one");
            page.locator(
                            "td.d-md-table-cell > a.g-report-correction[href*='figure=FOLLOW_UPS_ON_TIME'][href*='span=day']")
                    .click();
            page.waitForURL(url -> url.contains("/reports/daily/frozen-rows"));
            assertThat(page.locator("[data-row]").count()).isEqualTo(1);
            zhou.look("daily-correction");
            zhou.open("/reports/daily?date=2026-03-01");
            assertThat(zhou.text()).contains("这一天没有冻结");
            zhou.open("/reports/closing-time").page().fill("#f-time", "21:30");
            page.locator("form[action='/reports/closing-time'] button.btn-primary")
                    .click();
            page.waitForSelector(".g-row:has-text('21:30')");
            zhou.look("closing-time");
        }
        try (Visitor phone = phone(li)) {
            phone.open("/reports/daily?date=2026-03-02").look("daily-frozen-of-one");
            assertThat(phone.page()
                            .locator("a.g-report-day[href*='figure=CARDS_OPENED']")
                            .innerText())
                    .isEqualTo("2");
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

    private static Page.WaitForSelectorOptions gone() {
        return new Page.WaitForSelectorOptions().setState(WaitForSelectorState.DETACHED);
    }
}
