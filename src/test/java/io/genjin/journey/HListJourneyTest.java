package io.genjin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SelectOption;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.genjin.hlist.HListClosing;
import io.genjin.testing.Api;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The Monday meeting: a manager sits with each consultant, lists who is likely to buy, and looks back at the week. */
class HListJourneyTest extends Journey {

    @Autowired
    HListClosing closing;

    private String path() {
        return "/h-list/2026-03-02/" + store.li().username();
    }

    private void fill(Page page, String reason, String action) {
        page.fill("#f-likelyReason", reason);
        page.fill("#f-action", action);
        page.locator("#sheet button.btn-primary").click();
    }

    private void keepTheWeek() {
        closing.closeEnded(store.dealership().id());
    }

    @Test
    @DisplayName("the showroom manager lists customers from the candidates, changes one, and prints the list")
    void analysis() {
        keepTheWeek();
        String hot = card(store.li(), "H", "2026-03-03");
        card(store.li(), "A", "2026-03-04");
        card(store.li(), "C", "2026-03-10");
        clock.set("2026-03-02T09:30");
        try (Visitor chen = desk(store.chen())) {
            Page page = chen.page();
            chen.open("/h-list").look("h-list-week-begin");
            assertThat(chen.text()).contains("没有名单", "0 / 2", "K27", "–");
            page.locator("a.btn", new Page.LocatorOptions().setHasText("开始分析"))
                    .first()
                    .click();
            page.waitForURL(url -> url.endsWith(path()));
            chen.look("h-list-candidates");
            assertThat(chen.text()).contains("候选客户", "H 级 +40", "7 天内到过店 +20", "到店 1 次");
            page.locator("a[href*='add=" + hot + "']").click();
            page.waitForSelector("#sheet");
            page.locator("#sheet button.btn-primary").click();
            page.waitForSelector("#form-errors");
            chen.look("h-list-refused");
            assertThat(chen.text()).contains("必填");
            page.locator("button[data-sets='f-likelyReason']").first().click();
            page.locator("button[data-sets='f-action']").first().click();
            page.locator("#sheet button.btn-primary").click();
            page.waitForSelector("[id^='entry-']");
            assertThat(chen.text()).contains("约到店谈定", "至今 没有进展");
            page.locator("a[href*='add=']").first().click();
            page.waitForSelector("#sheet");
            page.fill("#f-obstacle", "家人还没定");
            fill(page, "已试驾两次，付款方式谈妥", "请经理出面谈价格");
            page.waitForFunction("() => document.querySelectorAll(\"[id^='entry-']\").length === 2");
            chen.look("h-list-analysis");
            page.locator("a[href*='edit=']").first().click();
            page.waitForSelector("#sheet");
            page.fill("#f-action", "周六到店签约");
            chen.look("h-list-edit");
            page.locator("#sheet button.btn-primary").click();
            page.waitForSelector("#sheet", gone());
            assertThat(chen.text()).contains("周六到店签约");
            chen.open("/h-list").look("h-list-week");
            assertThat(chen.text()).contains("1 / 2", "有名单", "没有名单");
            chen.open("/h-list/print?week=2026-03-02").look("h-list-print");
            assertThat(chen.text()).contains("签字", "已留记录");
            assertThat(page.locator(".g-qr").count()).isEqualTo(1);
        }
        try (Visitor zhou = desk(store.zhou())) {
            zhou.open("/access-log");
            assertThat(zhou.text()).contains("h-list 2026-03-02");
        }
    }

    @Test
    @DisplayName(
            "on the phone: list, take off, nobody likely; the consultant reads their own list at the bell and in English")
    void onThePhone() {
        keepTheWeek();
        String hot = card(store.li(), "H", "2026-03-03");
        clock.set("2026-03-02T09:30");
        try (Visitor chen = phone(store.chen())) {
            Page page = chen.page();
            chen.open(path()).look("h-list-candidates");
            page.locator("a[href*='add=" + hot + "']").click();
            page.waitForSelector("#sheet");
            page.waitForFunction("() => !document.querySelector('.htmx-settling, .htmx-added')");
            chen.look("h-list-sheet");
            fill(page, "价格谈妥", "周六签约");
            page.waitForSelector("[id^='entry-']");
            chen.look("h-list-analysis");
            chen.open("/h-list").look("h-list-week");
            chen.open("/h-list/print?week=2026-03-02").look("h-list-print");
            chen.open("/h-list/2026-03-02/" + store.wang().username());
            page.fill("#f-reason", "都在比较，没有人定");
            page.locator("form[action$='/nobody'] button").click();
            page.waitForSelector("form[action$='/nobody'] #f-reason");
            page.waitForFunction("() => document.querySelector('main').innerText.includes('没有人可能成交：都在比较')");
            chen.look("h-list-nobody");
            chen.open(path());
            page.locator("a[href*='remove=']").click();
            page.waitForSelector("form[action$='/removal']");
            chen.look("h-list-remove");
            page.fill("#f-reason", "客户出差");
            page.locator("form[action$='/removal'] button").click();
            page.waitForSelector("form[action$='/removal']", gone());
            assertThat(chen.text()).contains("没有人可能成交：客户出差");
        }
        clock.set("2026-03-02T14:00");
        listed(hot, "价格谈妥", "周六签约");
        try (Visitor li = phone(store.li())) {
            li.open("/notices");
            assertThat(li.text()).contains("H 级名单已一起分析");
            li.open("/h-list").look("h-list-own");
            assertThat(li.text()).contains("周六签约").doesNotContain(store.wang().name());
            li.open(path()).look("h-list-own-list");
            assertThat(li.page().locator("form[action*='h-list']").count()).isZero();
            li.page().context().addCookies(List.of(new Cookie("genjin-lang", "en").setUrl(base())));
            li.open("/h-list").look("h-list-own-english");
            assertThat(li.text()).contains("Consultants analysed", "Ordered so far");
        }
    }

    private String listed(String prospect, String reason, String action) {
        Api.Answer answer = Api.as(store.chen().username(), port)
                .post(
                        "/api/v1/h-lists/2026-03-02/" + store.li().username() + "/entries",
                        Map.of(
                                "prospectId",
                                prospect,
                                "likelyReason",
                                reason,
                                "action",
                                action,
                                "responsible",
                                store.li().username(),
                                "expectedDate",
                                "2026-03-07"));
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(201);
        return answer.text("/id");
    }

    @Test
    @DisplayName("two managers change the same entry: the second sees both versions and keeps what they typed")
    void conflict() {
        keepTheWeek();
        String entry = listed(card(store.li(), "H", "2026-03-03"), "价格谈妥", "周六签约");
        try (Visitor chen = desk(store.chen())) {
            Page page = chen.page();
            chen.open(path() + "?edit=" + entry);
            page.fill("#f-action", "周日到店签约");
            Api.Answer zhou = Api.as(store.zhou().username(), port)
                    .send(
                            "PUT",
                            "/api/v1/h-lists/2026-03-02/" + store.li().username() + "/entries/" + entry,
                            Map.of(
                                    "likelyReason", "价格谈妥，订金已付",
                                    "action", "周五上门签约",
                                    "responsible", store.zhou().username(),
                                    "expectedDate", "2026-03-07"),
                            Map.of("If-Match", "\"1\""));
            assertThat(zhou.status()).as(zhou.json().toString()).isEqualTo(200);
            page.locator("#sheet button.btn-primary").click();
            page.waitForSelector("#conflict");
            chen.look("h-list-conflict");
            assertThat(page.inputValue("#f-action")).isEqualTo("周日到店签约");
            assertThat(page.inputValue("#f-likelyReason")).as("left alone").isEqualTo("价格谈妥，订金已付");
            assertThat(page.locator("#conflict").innerText()).contains("周六签约", "周日到店签约", "周五上门签约");
            page.locator("#sheet button.btn-primary").click();
            page.waitForSelector("#sheet", gone());
            assertThat(chen.text()).contains("周日到店签约", "订金已付", store.zhou().name());
            page.context().addCookies(List.of(new Cookie("genjin-theme", "dark").setUrl(base())));
            chen.open(path()).look("h-list-dark");
        }
    }

    @Test
    @DisplayName(
            "after Sunday the lists are in the archive; its numbers open their customers; a leaver's entries change hands")
    void archive() {
        keepTheWeek();
        String first = card(store.li(), "H", "2026-03-03");
        String second = card(store.li(), "A", "2026-03-04");
        clock.set("2026-03-02T09:30");
        listed(first, "价格谈妥", "周六签约");
        listed(second, "等家人来看", "请决策人一起来");
        try (Visitor zhou = desk(store.zhou())) {
            Page page = zhou.page();
            zhou.open("/h-list");
            page.locator("summary", new Page.LocatorOptions().setHasText("负责人离职"))
                    .click();
            page.selectOption("#f-from", new SelectOption().setLabel("李娜"));
            page.locator("form[action='/h-list/hand-overs'] button").click();
            page.waitForSelector("#form-errors");
            zhou.look("h-list-hand-over-refused");
            page.selectOption("#f-to", new SelectOption().setLabel("王磊"));
            page.fill("#f-reason", "李娜调岗");
            page.locator("form[action='/h-list/hand-overs'] button").click();
            page.waitForURL(url -> url.contains("handed=2"));
            zhou.look("h-list-handed");
            assertThat(zhou.text()).contains("已移交 2 条约定", "王磊");
        }
        clock.set("2026-03-06T15:00");
        Api.Answer visit = Api.as(store.li().username(), port)
                .post(
                        "/api/v1/prospects/" + first + "/follow-ups",
                        Map.of(
                                "way", "SHOWROOM",
                                "outcome", "REACHED",
                                "content", "到店看了现车",
                                "nextDate", "2026-03-08",
                                "nextReason", "QUOTE_FOLLOW_UP"));
        assertThat(visit.status()).as(visit.json().toString()).isEqualTo(201);
        clock.set("2026-03-09T00:05");
        keepTheWeek();
        for (Visitor reader : List.of(desk(store.zhou()), phone(store.zhou()))) {
            try (reader) {
                Page page = reader.page();
                reader.open("/h-list?week=2026-03-02").look("h-list-closed");
                assertThat(reader.text()).contains("归档", "有进展", "0.0%").doesNotContain("开始分析");
                reader.open("/h-list/archive").look("h-list-archive");
                assertThat(reader.text()).contains("K29", "K27", "50.0%");
                page.locator("tbody a[href*='/h-list/entries']").first().click();
                page.waitForURL(url -> url.contains("/h-list/entries"));
                reader.look("h-list-entries");
                assertThat(page.locator("[data-row]").count()).isEqualTo(2);
                assertThat(reader.text()).contains("依据：", "有进展", "没有进展");
                reader.open(path());
                assertThat(page.locator("form[action*='h-list']").count()).isZero();
            }
        }
    }

    private static Page.WaitForSelectorOptions gone() {
        return new Page.WaitForSelectorOptions().setState(WaitForSelectorState.DETACHED);
    }
}
