package io.genjin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.genjin.staff.Role;
import io.genjin.staff.StaffMember;
import io.genjin.testing.Api;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The meeting around the board, and the letter that tells of it. */
class BoardJourneyTest extends Journey {

    private static final List<String> PEOPLE =
            List.of("赵敏", "钱伟", "唐丽", "何芳", "马俊", "徐慧", "高峰", "冯刚", "邓超", "韩梅", "曹阳");

    private static final List<String> GRADES = List.of("H", "A", "B", "C", "N");

    private final List<StaffMember> people = new ArrayList<>();

    private void people(int from, int until) {
        for (int place = from; place < until; place++) {
            StaffMember one = stores.member(
                    store.dealership(), "sc" + place, PEOPLE.get(place % PEOPLE.size()), Role.SALES_CONSULTANT);
            people.add(one);
        }
    }

    private Visitor room(StaffMember who) {
        return Visitor.inTheMeetingRoom(browser, base()).signIn(who.username());
    }

    private static int tooHigh(Page page) {
        return (Integer) page.evaluate("""
                () => Math.max(
                  document.documentElement.scrollHeight - window.innerHeight,
                  document.querySelector('main').scrollHeight - document.querySelector('main').clientHeight)""");
    }

    @Test
    @DisplayName(
            "twelve consultants stand on the screen without scrolling; the meeting enters what they expect; the line breaks")
    void morning() {
        people(0, 10);
        clock.set("2026-02-27T09:00");
        card(store.li(), "B", "2026-02-28");
        card(store.wang(), "A", "2026-02-28");
        clock.set("2026-03-01T15:00");
        for (int place = 0; place < 5; place++) {
            card(people.get(place), GRADES.get(place), "2026-03-02");
        }
        clock.set("2026-03-02T08:41");
        card(store.li(), "H", "2026-03-02");
        card(store.li(), "C", "2026-03-02");
        card(store.wang(), "B", "2026-03-02");
        String coming = card(store.li(), "A", "2026-03-03");
        Api.as(store.li().username(), port)
                .post(
                        "/api/v1/prospects/" + coming + "/appointments",
                        Map.of("kind", "TEST_DRIVE", "at", "2026-03-02T15:30:00+08:00"));
        Api wu = Api.as(store.wu().username(), port);
        wu.post("/api/v1/leads", Map.of("source", "HQ_ALLOCATED", "customerName", "陈静", "mobile", newMobile()));
        Api.as(store.zhou().username(), port)
                .send(
                        "PUT",
                        "/api/v1/targets?month=2026-03",
                        Map.of("targets", Map.of(store.li().username(), Map.of("TOTAL_CONTACTS", 60, "SOLD", 4))),
                        Map.of("If-Match", "\"0\""));
        try (Visitor zhou = room(store.zhou())) {
            Page page = zhou.open("/worklist").page();
            page.locator("a[href='/board/morning']").first().click();
            page.waitForURL("**/board/morning");
            assertThat(page.locator("tr[data-person]").count()).isEqualTo(12);
            String more = "#e-" + store.li().username().replace(".", "\\.") + "-orders-more";
            page.click(more);
            page.waitForFunction("id => document.querySelector(id).value === '2'", more);
            page.click(more);
            page.waitForFunction("id => document.querySelector(id).value === '3'", more);
            assertThat(zhou.text()).contains("截至 08:41");
            zhou.look("board-morning");
            assertThat(tooHigh(page)).as("nothing to scroll").isLessThanOrEqualTo(0);
            page.context().setOffline(true);
            page.evaluate("() => document.body.dispatchEvent(new Event('board:refresh'))");
            page.waitForSelector("text=连接中断");
            assertThat(page.locator("tr[data-person]").count())
                    .as("the last picture stays")
                    .isEqualTo(12);
            page.context().setOffline(false);
            page.evaluate("() => document.body.dispatchEvent(new Event('board:refresh'))");
            page.waitForFunction("() => !document.querySelector('[data-board-stale]').textContent");
        }
        Map<String, Object> action = Map.of(
                "defect", "B级客户逾期未跟进的太多,连续两周没有改善",
                "report", "DAILY",
                "figure", "K03 72%",
                "measure", "每天晨会前逐一核对到期客户",
                "deadline", "2026-03-04",
                "responsible", store.li().username());
        Api.as(store.zhou().username(), port).post("/api/v1/improvement-actions", action);
        clock.set("2026-03-05T09:00");
        try (Visitor zhou = room(store.zhou())) {
            Page page = zhou.open("/board/morning").page();
            page.keyboard().press("2");
            page.waitForURL("**/board/week");
            zhou.look("board-week");
            assertThat(tooHigh(page)).isLessThanOrEqualTo(0);
            assertThat(zhou.text()).contains("逾期 1");
        }
        people(10, 11);
        try (Visitor zhou =
                Visitor.onTablet(browser, base()).signIn(store.zhou().username())) {
            zhou.open("/board/morning").look("board-morning");
        }
        try (Visitor zhou = room(store.zhou())) {
            Page page = zhou.open("/board/morning").page();
            page.locator("form[action='/theme'] button").click();
            page.waitForSelector("[data-bs-theme=dark]");
            page.keyboard().press("ArrowRight");
            assertThat(page.locator("tr[data-person]:visible").count())
                    .as("the second page: the thirteenth consultant, and who has the lead that waits")
                    .isEqualTo(2);
            assertThat(page.locator("[data-board-place]").innerText()).isEqualTo("2 / 2");
            page.locator("form[action='/language'] button").click();
            page.waitForSelector("html[lang=en]");
            zhou.look("board-morning-english-dark");
            assertThat(tooHigh(page)).isLessThanOrEqualTo(0);
        }
        try (Visitor chen = phone(store.chen())) {
            chen.open("/board/morning").look("board-morning");
            chen.open("/board/week").look("board-week");
        }
    }

    @Test
    @DisplayName("a manager gives an address, subscribes to the morning board and stops it by the letter's link")
    void subscription() {
        try (Visitor zhou = phone(store.zhou())) {
            Page page = zhou.open("/subscriptions").page();
            page.selectOption("#f-page", "MORNING_BOARD");
            page.locator("section form button.btn-primary").click();
            page.waitForSelector("#form-errors");
            assertThat(zhou.text()).contains("请先在“我的账号”中填写邮箱地址");
            page.locator("main a[href='/account']").first().click();
            page.fill("#f-email", "zhou@dealer");
            page.locator("form[action='/account/email'] button").click();
            page.waitForSelector("#e-email");
            page.fill("#f-email", store.zhou().username() + "@dealer.example");
            page.locator("form[action='/account/email'] button").click();
            page.waitForSelector("text=邮箱已保存");
            zhou.open("/subscriptions");
            page.selectOption("#f-page", "MORNING_BOARD");
            page.locator("label:has(input[name=every][value=WEEK])").click();
            page.locator("label:has(input[name=weekday][value=MONDAY])").click();
            page.locator("section form button.btn-primary").click();
            page.waitForSelector("text=下一封");
            zhou.look("subscriptions");
        }
        try (Visitor admin = desk(store.admin())) {
            admin.open("/mail-server").look("mail-server");
        }
    }
}
