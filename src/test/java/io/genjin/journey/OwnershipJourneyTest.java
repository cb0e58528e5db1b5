package io.genjin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.staff.Role;
import io.genjin.staff.StaffMember;
import io.genjin.testing.Api;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Whose customer it is, in the browser: the door, a dispute, the pool, a leaver's customers. */
class OwnershipJourneyTest extends Journey {

    private void receivedByLi(String mobile) {
        Map<String, Object> card =
                new HashMap<>(Map.of("customerName", "张伟", "mobile", mobile, "source", "WALK_IN", "grade", "C"));
        card.put("gradeEvidence", java.util.List.of("CONFIDENCE", "NEED"));
        card.put("gradeOverrideReason", "当面确认");
        card.put("nextFollowUpDate", "2026-03-04");
        card.put("nextFollowUpReason", "LEFT_SHOWROOM_CALLBACK");
        Api.as(store.wang().username(), port).post("/api/v1/prospects", card);
        Api.as(store.li().username(), port).post("/api/v1/prospects", card);
    }

    @Test
    @DisplayName("reception looks a number up; two consultants argue; the showroom manager decides in two languages")
    void dispute() {
        String mobile = newMobile();
        receivedByLi(mobile);
        StaffMember reception = stores.member(store.dealership(), "re", "前台", Role.RECEPTIONIST);
        for (Visitor visitor : new Visitor[] {phone(reception), desk(reception)}) {
            try (visitor) {
                visitor.open("/door-check");
                visitor.page().fill("#f-mobile", mobile);
                visitor.page().click("form[action='/door-check'] button");
                visitor.page().waitForSelector("[role=status]");
                visitor.look("door-check");
                assertThat(visitor.text()).contains("王磊").doesNotContain("张伟");
            }
        }
        try (Visitor li = phone(store.li())) {
            li.open("/collisions").look("collisions");
            li.page().locator("[data-row-link]").first().click();
            li.page().waitForSelector("#f-words");
            li.page().fill("#f-words", "客户上午由我接待");
            li.page().click("form[action$='/statements'] button");
            li.page().waitForSelector("text=客户上午由我接待");
            li.look("collision-side");
            assertThat(li.text()).doesNotContain("张伟");
            li.open("/collisions/new").look("collision-claim");
        }
        try (Visitor chen = phone(store.chen())) {
            chen.open("/collisions");
            chen.page().locator("[data-row-link]").first().click();
            chen.page().waitForSelector("#decide-title");
            chen.look("collision");
        }
        try (Visitor chen = desk(store.chen())) {
            chen.open("/collisions");
            chen.page().locator("[data-row-link]").first().click();
            chen.page().waitForSelector("#decide-title");
            chen.look("collision");
            chen.page().fill("#f-shareA", "60");
            chen.page().fill("#f-shareB", "50");
            chen.page().click("form[action$='/decision'] button");
            chen.page().waitForSelector(".is-invalid");
            chen.look("collision-refused");
            chen.page().fill("#f-shareB", "40");
            chen.page().selectOption("#f-reason", "CAME_FIRST");
            chen.page().locator("form[action$='/decision'] #f-words").fill("王磊先建卡");
            chen.page().click("form[action$='/decision'] button");
            chen.page().waitForSelector("#verdict-title");
            chen.page().locator("form[action='/language'] button").first().click();
            chen.page().waitForSelector("html[lang=en]");
            chen.look("collision-decided-english");
        }
    }

    @Test
    @DisplayName(
            "a manager releases a customer, a consultant claims; a leaver's customers are previewed and handed over")
    void handsChange() {
        String prospect = card(store.wang(), "H", "2026-03-03");
        for (int one = 0; one < 4; one++) {
            card(store.wang(), "B", "2026-03-04");
        }
        Api.as(store.chen().username(), port)
                .post("/api/v1/prospects/" + prospect + "/release", Map.of("reason", "顾问太忙"));
        try (Visitor li = desk(store.li())) {
            li.open("/pool").look("pool");
        }
        try (Visitor li = phone(store.li())) {
            li.open("/pool").look("pool");
            li.page().locator("form[action$='/claim'] button").first().click();
            li.page().waitForURL("**/prospects/**");
            li.open("/prospects/" + prospect + "/ownership").look("ownership-panel");
            li.open("/today").look("today-handover");
            assertThat(li.text()).contains("交接首次联系");
            li.open("/assisting").look("assisting");
        }
        String handover = "/staff/" + store.wang().id().value() + "/handover";
        try (Visitor chen = phone(store.chen())) {
            chen.open(handover).look("handover");
            chen.open("/prospects/" + prospect + "/ownership").look("ownership-manager");
        }
        try (Visitor chen = desk(store.chen())) {
            chen.open(handover).look("handover");
            chen.page().locator("form[action$='/handovers'] > button").click();
            chen.page().waitForURL("**/handovers/**");
            chen.look("handover-preview");
            chen.page().locator("form[action$='/run'] button").click();
            chen.page().waitForSelector(".alert-success");
            chen.look("handover-done");
        }
    }
}
