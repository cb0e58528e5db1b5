package io.genjin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.staff.Role;
import io.genjin.staff.StaffMember;
import io.genjin.testing.Api;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A party at the door, in the browser: registered in seconds, received, filed, closed, and accounted for. */
class ReceptionJourneyTest extends Journey {

    @Test
    @DisplayName(
            "reception registers a party, the consultant files and closes it, managers see the floor and sign the sheet")
    void partyOfThree() {
        String mobile = newMobile();
        StaffMember he = stores.member(store.dealership(), "he", "何芳", Role.RECEPTIONIST);
        try (Visitor door = phone(he)) {
            door.open("/").look("door");
            door.page().fill("#f-mobile", "123");
            door.page().click("form[action='/visits'] .card-footer button");
            door.page().waitForSelector(".is-invalid");
            door.look("door-refused");
            door.page().fill("#f-mobile", mobile);
            door.page().click("button[formaction='/reception/checks']");
            door.page().waitForSelector(".g-on-file");
            door.page().click("button[data-value='3']");
            // clicked twice, as people do: one party
            door.page().dblclick("form[action='/visits'] .card-footer button");
            door.page().waitForSelector(".alert-success");
            door.look("door-registered");
            assertThat(door.text()).contains("李娜");
        }
        assertThat(Api.as(store.chen().username(), port).get("/api/v1/visits").json())
                .hasSize(1);
        try (Visitor chen = desk(store.chen())) {
            clock.set("2026-03-02T09:25");
            chen.open("/floor").look("floor");
            chen.page().click("form[action$='/manager'] button");
            chen.page().waitForSelector(".g-visit-steps .is-done");
        }
        try (Visitor li = phone(store.li())) {
            li.open("/visits").look("visits");
            li.page().locator("[data-row-link]").first().click();
            li.page().waitForSelector("#file-title");
            li.page().click("form[action$='/filing'] .card-footer button");
            li.page().waitForSelector("#form-errors");
            li.look("visit-refused");
            li.page().fill("form[action$='/filing'] #f-customerName", "张伟");
            li.page()
                    .locator("form[action$='/filing'] input[name=grade][value=B]")
                    .check(new com.microsoft.playwright.Locator.CheckOptions().setForce(true));
            li.page().fill("#f-gradeReason", "当面确认");
            li.page().fill("#f-nextFollowUpDate", "2026-03-04");
            li.page().click("form[action$='/filing'] .card-footer button");
            li.page().waitForSelector("#close-title");
            li.look("visit-filed");
            li.page().click("form[action$='/closing'] .card-footer button");
            li.page().waitForSelector("text=下次跟进");
            li.look("visit-closed");
        }
        try (Visitor chen = desk(store.chen())) {
            chen.open("/daily-sheet").look("daily-sheet");
            assertThat(chen.text()).contains("100.0 %");
            chen.page().fill("#f-signatureName", "陈浩");
            chen.page().click("form[action$='/signatures'] .btn-primary");
            chen.page().waitForSelector("text=09:25");
            chen.open("/daily-sheet/print").look("daily-sheet-paper");
        }
        try (Visitor door = desk(he)) {
            door.open("/daily-sheet?only=K08").look("daily-sheet-reception");
            assertThat(door.text()).doesNotContain("张伟");
        }
    }

    @Test
    @DisplayName("a visit that nobody closed stands red on the floor the next morning")
    void notClosed() {
        Api.as(store.li().username(), port).post("/api/v1/visits", Map.of("people", 2));
        clock.set("2026-03-03T08:40");
        try (Visitor chen = desk(store.chen())) {
            chen.open("/floor").look("floor-late");
            assertThat(chen.text()).contains("当天没有关闭");
        }
        try (Visitor chen = phone(store.chen())) {
            chen.open("/floor").look("floor-late");
        }
    }
}
