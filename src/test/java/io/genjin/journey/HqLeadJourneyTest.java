package io.genjin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.hqlead.WarningDesk;
import io.genjin.testing.Api;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A day of the designated person (专人): every lead from HQ with its clock, given away, taken back, recorded and fed back. */
class HqLeadJourneyTest extends Journey {

    private static final List<String> CUSTOMERS = List.of("陈静", "刘洋", "杨帆", "黄丽", "周杰");

    @Autowired
    WarningDesk warnings;

    private Api wu;
    private Api li;

    private Api.Answer lead(String at, String customer, String externalId) {
        clock.set(at);
        return wu.post(
                "/api/v1/leads",
                Map.of(
                        "source",
                        "HQ_ALLOCATED",
                        "externalId",
                        externalId,
                        "customerName",
                        customer,
                        "mobile",
                        newMobile(),
                        "intentModels",
                        List.of("途观 1.8T")));
    }

    private void given(Api.Answer lead, String to, String at) {
        clock.set(at);
        wu.post("/api/v1/leads/" + lead.text("/id") + "/allocation", Map.of("to", to));
    }

    private void contacted(Api.Answer lead, String at) {
        clock.set(at);
        Map<String, Object> contact = new HashMap<>();
        contact.put("way", "PHONE");
        contact.put("outcome", "REACHED");
        contact.put("content", "约周六看车");
        contact.put("nextDate", at.substring(0, 10));
        contact.put("nextReason", "INVITE_TO_SHOWROOM");
        Api.Answer answer = li.post("/api/v1/prospects/" + lead.text("/prospectId") + "/follow-ups", contact);
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(201);
    }

    /** Monday's leads as they stand on Tuesday at half past ten: late, warned, given, followed late, followed in time. */
    private void tuesdayMorning() {
        wu = Api.as(store.wu().username(), port);
        li = Api.as(store.li().username(), port);
        lead("2026-03-02T09:30", CUSTOMERS.get(0), "SVW-20260302-001");
        Api.Answer late = lead("2026-03-02T09:40", CUSTOMERS.get(1), "SVW-20260302-002");
        Api.Answer inTime = lead("2026-03-02T10:00", CUSTOMERS.get(2), "SVW-20260302-003");
        given(inTime, store.li().username(), "2026-03-02T10:20");
        contacted(inTime, "2026-03-02T11:00");
        Api.Answer slow = lead("2026-03-02T13:00", CUSTOMERS.get(3), "SVW-20260302-004");
        given(slow, store.li().username(), "2026-03-02T14:00");
        given(late, store.li().username(), "2026-03-03T08:10");
        lead("2026-03-03T09:00", CUSTOMERS.get(4), "SVW-20260303-001");
        clock.set("2026-03-03T09:41");
        sweep.settleFallen(store.dealership().id());
        contacted(late, "2026-03-03T10:10");
        clock.set("2026-03-03T10:30");
        warnings.warn(store.dealership().id());
    }

    @Test
    @DisplayName("the designated person gives away, takes back, records the day and tells HQ")
    void designatedPerson() {
        tuesdayMorning();
        try (Visitor wu = phone(store.wu())) {
            wu.open("/");
            assertThat(wu.page().url()).endsWith("/hq-leads");
            wu.look("hq-leads");
        }
        try (Visitor wu = desk(store.wu())) {
            wu.open("/");
            assertThat(wu.page().url()).endsWith("/hq-leads");
            wu.look("hq-leads");
            assertThat(wu.page().locator("[data-row]").allInnerTexts()).satisfies(rows -> {
                assertThat(rows).hasSize(5);
                assertThat(rows.get(0)).contains("陈静", "已超", "已超时", "待分配");
                assertThat(rows.get(1)).contains("黄丽", "还剩 2 小时", "即将超时");
                assertThat(rows.get(3)).contains("刘洋", "超时", "待分配 22 小时 30 分钟（吴静）", "李娜 1 小时 30 分钟");
                assertThat(rows.get(4)).contains("杨帆", "按时");
            });
            wu.page().locator("form[action$='/allocation'] button").first().click();
            wu.page().waitForFunction("() => document.querySelectorAll(\"form[action$='/allocation']\").length === 1");
            assertThat(wu.page().locator("[data-row]").count())
                    .as("it stays on the board")
                    .isEqualTo(5);

            var slow = wu.page().locator("[data-row]").nth(1);
            slow.locator("summary").first().click();
            slow.locator("form[action$='/take-back'] button").click();
            wu.page().waitForSelector("form[action$='/take-back'] .is-invalid");
            assertThat(wu.page()
                            .locator("form[action$='/take-back'] .invalid-feedback")
                            .innerText())
                    .isEqualTo("必填");
            wu.look("hq-leads-refused");
            wu.page().locator("form[action$='/take-back'] .is-invalid").fill("李娜今天外出");
            wu.page()
                    .locator("[data-row]")
                    .nth(1)
                    .locator("form[action$='/take-back'] button")
                    .click();
            wu.page().waitForFunction("() => document.querySelectorAll(\"form[action$='/allocation']\").length === 2");

            var first = wu.page().locator("[data-row]").first();
            first.locator("summary:has-text('记录状态')").click();
            first.locator("input[name=remark]").fill("客户下午三点后方便接听");
            first.locator("form[action$='/status'] button").click();
            wu.page().waitForSelector("form[action='/hq-leads/statuses'] button:has-text('4')");
            wu.page().locator("form[action='/hq-leads/statuses'] button").click();
            wu.page().waitForFunction("() => !document.querySelector(\"form[action='/hq-leads/statuses']\")");
            wu.look("hq-leads-recorded");

            wu.open("/hq-feedback").look("hq-feedback");
            assertThat(wu.text()).contains("尚未反馈", "SVW-20260302-001", "客户下午三点后方便接听");
            var download = wu.page()
                    .waitForDownload(() ->
                            wu.page().locator("a[href^='/hq-feedback.xlsx']").click());
            assertThat(download.suggestedFilename())
                    .isEqualTo("hq-feedback-" + store.dealership().code() + "-2026-03-03.xlsx");
            wu.page().locator("form[action$='/sent'] button").click();
            wu.page().waitForSelector(".g-state-good:has-text('吴静')");
            assertThat(wu.text()).doesNotContain("尚未反馈");
        }
        try (Visitor wu = phone(store.wu())) {
            wu.open("/hq-feedback").look("hq-feedback");
        }
        try (Visitor zhou = desk(store.zhou())) {
            zhou.open("/hq-leads");
            zhou.page().locator("form[action='/language'] button").first().click();
            zhou.page().waitForSelector("html[lang=en]");
            zhou.page().locator("form[action='/theme'] button").first().click();
            zhou.page().waitForSelector("html[data-bs-theme=dark]");
            zhou.look("hq-leads-english-dark");
            zhou.page().locator("[data-row-link]").first().click();
            zhou.page().waitForURL("**/prospects/**");
            zhou.open(zhou.page().url() + "/timeline");
            assertThat(zhou.text()).contains("First follow-up was late", "of its limit allocation took");
        }
    }

    @Test
    @DisplayName("an empty board says what belongs there")
    void nothingFromHq() {
        try (Visitor wu = phone(store.wu())) {
            wu.open("/hq-leads").look("hq-leads-empty");
            wu.open("/hq-feedback").look("hq-feedback-empty");
        }
    }
}
