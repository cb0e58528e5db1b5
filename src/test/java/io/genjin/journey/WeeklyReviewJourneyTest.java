package io.genjin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.genjin.hlist.HListClosing;
import io.genjin.staff.StaffMember;
import io.genjin.testing.Api;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The managers' Monday meeting: opened with a click, minuted by two of them, archived, and read on the phone afterwards. */
class WeeklyReviewJourneyTest extends Journey {

    private static final String REVIEW = "/weekly-review?week=2026-03-09";

    @Autowired
    HListClosing closing;

    private void week() {
        closing.closeEnded(store.dealership().id());
        for (StaffMember who : List.of(store.li(), store.li(), store.li(), store.wang(), store.wang())) {
            String id = card(who, "B", "2026-03-04");
            Api.as(who.username(), port)
                    .post(
                            "/api/v1/prospects/" + id + "/follow-ups",
                            Map.of(
                                    "way", "PHONE",
                                    "outcome", "REACHED",
                                    "content", "谈了预算",
                                    "nextDate", "2026-03-05",
                                    "nextReason", "ROUTINE"));
        }
        targets();
        clock.set("2026-03-09T09:00");
        closing.closeEnded(store.dealership().id());
    }

    /** The sales manager's targets of March. */
    private void targets() {
        Map<String, Object> each =
                Map.of("TOTAL_CONTACTS", 60, "MARKET_DEVELOPMENT", 6, "RETURN_VISITS", 10, "TEST_DRIVES", 8, "SOLD", 4);
        Api.Answer set = Api.as(store.zhou().username(), port)
                .send(
                        "PUT",
                        "/api/v1/targets?month=2026-03",
                        Map.of(
                                "targets",
                                Map.of(store.li().username(), each, store.wang().username(), each)),
                        Map.of("If-Match", "\"0\""));
        assertThat(set.status()).as(set.json().toString()).isEqualTo(200);
    }

    private static Locator save(Page page, String point) {
        return page.locator("form[action$='/notes/" + point + "'] button.btn-sm:not([data-draft-drop])");
    }

    @Test
    @DisplayName("from the click that opens the week to the archive, and read on the phone")
    void meeting() {
        week();
        try (Visitor chen = desk(store.chen())) {
            Page page = chen.page();
            chen.open("/weekly-review").look("weekly-review-unopened");
            assertThat(chen.text()).contains("这一周的周会还没有开", "3月13日");
            page.locator("form[action$='/opening'] button").click();
            page.waitForSelector("#findings");
            assertThat(chen.text()).contains("总计联系", "上一周的一对一沟通少于应有的次数", "没有名单", "落后");

            page.locator("form:has(input[value^='NO_ONE_TO_ONE']) button").click();
            page.waitForSelector("#findings li[id^='finding-']");
            page.locator("#findings li[id^='finding-'] a.btn-primary").click();
            page.waitForSelector("#act");
            page.fill("#f-measure", "展厅经理每周三与跟进最差的顾问谈半小时");
            page.locator("#act button.btn-primary").click();
            page.waitForSelector("#form-errors");
            assertThat(page.locator("#act .invalid-feedback").count())
                    .as("deadline and person")
                    .isEqualTo(2);
            assertThat(page.inputValue("#f-measure")).isEqualTo("展厅经理每周三与跟进最差的顾问谈半小时");
            chen.look("weekly-review-action-refused");
            page.fill("#f-deadline", "2026-03-13");
            page.selectOption("#f-responsible", store.chen().username());
            page.locator("#act button.btn-primary").click();
            page.waitForSelector("#findings .g-review-answer");

            page.fill("#f-note-DAILY_REPORT", "跟进及时率低于九成，两位顾问逐一核对");
            page.context().clearCookies();
            chen.open(REVIEW);
            chen.signIn(store.chen().username());
            chen.open(REVIEW);
            page.waitForSelector("#DAILY_REPORT [data-draft-note]:not([hidden])");
            assertThat(page.inputValue("#f-note-DAILY_REPORT"))
                    .as("an ended session loses nothing")
                    .isEqualTo("跟进及时率低于九成，两位顾问逐一核对");
            save(page, "DAILY_REPORT").click();
            page.waitForSelector("#DAILY_REPORT .card-footer .g-quiet");

            page.fill("#f-note-ACTUAL_VS_TARGET", "试乘试驾落后，周六集中邀约");
            Api.Answer zhou = Api.as(store.zhou().username(), port)
                    .send(
                            "PUT",
                            "/api/v1/weekly-reviews/2026-03-09/notes/ACTUAL_VS_TARGET",
                            Map.of("words", "再回展厅落后，先补回访"),
                            Map.of("If-Match", "\"0\""));
            assertThat(zhou.status()).as(zhou.json().toString()).isEqualTo(200);
            save(page, "ACTUAL_VS_TARGET").click();
            page.waitForSelector("#conflict");
            assertThat(page.locator("#DAILY_REPORT [data-draft-note]").isVisible())
                    .as("what was saved is no draft any more")
                    .isFalse();
            assertThat(page.locator("#conflict").innerText()).contains("试乘试驾落后，周六集中邀约", "再回展厅落后，先补回访");
            assertThat(page.inputValue("#f-note-ACTUAL_VS_TARGET")).isEqualTo("试乘试驾落后，周六集中邀约");
            chen.look("weekly-review-conflict");
            page.fill("#f-note-ACTUAL_VS_TARGET", "再回展厅落后，先补回访；试乘试驾落后，周六集中邀约");
            save(page, "ACTUAL_VS_TARGET").click();
            page.waitForSelector(
                    "#conflict", new Page.WaitForSelectorOptions().setState(WaitForSelectorState.DETACHED));

            page.fill("#f-decision", "每天晨会先看逾期客户，再看当天到期");
            page.locator("form[action$='/decisions'] button.btn:not([data-draft-drop])")
                    .click();
            page.waitForSelector("#decisions li");
            page.locator("form[action$='/archive'] button").click();
            page.waitForSelector("#archive-missing");
            assertThat(page.locator("#archive-missing").innerText()).contains("当前与历史对比", "还没有纪要");
            page.fill("#f-note-CURRENT_VS_HISTORY", "第一周，没有可比的历史");
            save(page, "CURRENT_VS_HISTORY").click();
            page.waitForSelector("#CURRENT_VS_HISTORY .card-footer .g-quiet");
            page.locator("form[action$='/archive'] button").click();
            page.waitForSelector("#addenda");
            assertThat(chen.text()).contains("已归档", "与台账一致");
            assertThat(page.locator("main form[action*='/notes/']").count()).isZero();
            chen.open("/weekly-review/2026-03-09/print").look("weekly-review-print");
            assertThat(chen.text()).contains("归档件", "SHA-256", "陈浩 签字");
            assertThat(page.locator(".g-qr").count()).isEqualTo(1);
        }
        try (Visitor zhou = phone(store.zhou())) {
            Page page = zhou.page();
            zhou.open("/weekly-review/archive?q=%E4%B8%80%E5%AF%B9%E4%B8%80").look("weekly-review-archive");
            page.locator("[data-row-link]").first().click();
            page.waitForURL(url -> url.contains("week=2026-03-09"));
            page.waitForSelector("#addenda");
            zhou.look("weekly-review-archived");
            assertThat(zhou.text()).contains("展厅经理每周三与跟进最差的顾问谈半小时", "每天晨会先看逾期客户");
            page.locator("#addenda summary").click();
            page.fill("#f-addendum", "孙燕也参加了");
            page.locator("#addenda form button.btn:not([data-draft-drop])").click();
            page.waitForSelector("#form-errors");
            page.fill("#f-addendumReason", "漏记");
            page.locator("#addenda form button.btn:not([data-draft-drop])").click();
            page.waitForSelector("#addenda li");
            clock.set("2026-03-16T09:00");
            zhou.open("/weekly-review");
            page.locator("form[action$='/opening'] button").click();
            page.waitForSelector("#findings");
            assertThat(zhou.text()).as("not verified, so it comes back").contains("已逾期", "来自 3月9日");
            page.context()
                    .addCookies(List.of(
                            new Cookie("genjin-lang", "en").setUrl(base()),
                            new Cookie("genjin-theme", "dark").setUrl(base())));
            zhou.open("/weekly-review").look("weekly-review-english-dark");
        }
    }
}
