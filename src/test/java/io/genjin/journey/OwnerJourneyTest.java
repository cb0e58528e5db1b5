package io.genjin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import io.genjin.owner.Buyers;
import io.genjin.owner.OwnerFileDesk;
import io.genjin.prospect.LifeCycle;
import io.genjin.prospect.ProspectDesk;
import io.genjin.staff.Role;
import io.genjin.staff.StaffMember;
import io.genjin.testing.Api;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Customers who bought, as the people who keep them go through it in the browser. */
class OwnerJourneyTest extends Journey {

    @Autowired
    ProspectDesk prospects;

    @Autowired
    LifeCycle lifeCycle;

    @Autowired
    OwnerFileDesk files;

    private String owner() {
        clock.set("2026-03-02T09:00");
        String prospect = card(store.li(), "H", "2026-03-03");
        clock.set("2026-03-02T11:00");
        Api.Answer contact = Api.as(store.li().username(), port)
                .post(
                        "/api/v1/prospects/" + prospect + "/follow-ups",
                        Map.of(
                                "way", "PHONE",
                                "outcome", "REACHED",
                                "content", "今天来提车",
                                "nextDate", "2026-03-03",
                                "nextReason", "ROUTINE"));
        assertThat(contact.status()).as(contact.json().toString()).isEqualTo(201);
        clock.set("2026-03-02T15:00");
        return new Buyers(prospects, lifeCycle, files, transaction, clock).delivered(prospect, store.li());
    }

    private String call(String owner, String type) {
        return Api.as(store.zhou().username(), port)
                .get("/api/v1/owners/" + owner)
                .json()
                .path("callbacks")
                .valueStream()
                .filter(call -> call.path("planType").asString("").equals(type))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString("");
    }

    private static void choose(Page page, String name, String value) {
        page.locator("label:has(input[name='" + name + "'][value='" + value + "'])")
                .click();
    }

    @Test
    @DisplayName(
            "39 on the phone: the third day's call; the friend's number is on file and nothing typed is lost; another friend"
                    + " becomes the consultant's lead")
    void thirdDay() {
        String owner = owner();
        String known = newMobile();
        Api.Answer colleagues = Api.as(store.wang().username(), port)
                .post(
                        "/api/v1/prospects",
                        Map.of(
                                "customerName", "钱进",
                                "mobile", known,
                                "source", "INBOUND_CALL",
                                "grade", "C",
                                "gradeEvidence", List.of("NEED"),
                                "gradeOverrideReason", "电话沟通",
                                "nextFollowUpDate", "2026-03-10",
                                "nextFollowUpReason", "ROUTINE"));
        assertThat(colleagues.status()).as(colleagues.json().toString()).isEqualTo(201);
        clock.set("2026-03-05T10:00");
        try (Visitor li = phone(store.li())) {
            Page page = li.open("/today").page();
            page.waitForSelector("text=3 日回访");
            li.look("owner-today");
            page.locator("a[href='/callbacks/" + call(owner, "D3") + "']")
                    .first()
                    .click();
            page.waitForSelector("form[action$='/mobile-reveals']");
            page.locator("form[action$='/mobile-reveals'] button").click();
            page.waitForSelector("a[href^='tel:']");
            choose(page, "reached", "true");
            page.fill("#f-said", "车很好开，同事也想换车");
            page.fill("#f-friendName", "高远");
            page.fill("#f-friendMobile", known);
            li.look("callback-d3");
            page.locator("form:has(#f-said) button.btn-primary").click();
            page.waitForSelector("#form-errors");
            assertThat(page.inputValue("#f-said")).isEqualTo("车很好开，同事也想换车");
            assertThat(page.locator("#e-friendMobile").innerText()).contains("已在档");
            li.look("callback-friend-on-file");
            page.fill("#f-friendMobile", newMobile());
            page.locator("form:has(#f-said) button.btn-primary").click();
            page.waitForURL("**/callbacks");
            li.look("callbacks");
            li.open("/owners/" + owner).page().waitForSelector("text=高远");
            li.look("owner");
            li.open("/owners").look("owners");
        }
    }

    @Test
    @DisplayName("at the desk: customer relations asks the questions, an unhappy owner's complaint goes to its end")
    void closedLoop() {
        StaffMember xu = stores.member(store.dealership(), "xu", "徐慧", Role.CUSTOMER_RELATIONS);
        String owner = owner();
        clock.set("2026-04-01T10:00");
        String complaint;
        try (Visitor desk = desk(xu)) {
            Page page = desk.open("/callbacks").page();
            page.waitForSelector("text=30 日回访");
            desk.look("callbacks");
            page.locator("a[href='/callbacks/" + call(owner, "D30") + "']")
                    .first()
                    .click();
            page.waitForSelector("text=总体满意度");
            choose(page, "reached", "true");
            page.fill("#f-said", "讲解太快，音响没教会");
            page.locator("form:has(#f-said) button.btn-primary").click();
            page.waitForSelector("#form-errors");
            desk.look("questionnaire-refused");
            for (String yes : List.of("DELIVERY_TIME", "TEST_DRIVE", "PRICE_CLEAR", "CALLED_BACK")) {
                choose(page, "answer-" + yes, "YES");
            }
            choose(page, "answer-CONSULTANT", "8");
            choose(page, "answer-EXPLAINED", "4");
            choose(page, "answer-FACILITIES", "9");
            choose(page, "satisfaction", "6");
            page.locator("form:has(#f-said) button.btn-primary").click();
            page.waitForURL("**/complaints/*");
            complaint = page.url().substring(page.url().lastIndexOf('/') + 1);
            desk.look("complaint-opened");
        }
        try (Visitor chen = phone(store.chen())) {
            Page page = chen.open("/complaints/" + complaint).page();
            page.fill("#f-done", "请客户到店，重新讲解了一小时");
            chen.look("complaint-answer");
            page.locator("form[action$='/answer'] button").click();
            page.waitForSelector("text=待再次回访");
            chen.look("complaint-waits");
        }
        try (Visitor again = desk(xu)) {
            Page page = again.open("/complaints/" + complaint).page();
            choose(page, "result", "SATISFIED");
            page.fill("#f-said", "都会用了，谢谢");
            again.look("complaint-asked");
            page.locator("form[action$='/asked'] button").click();
            page.waitForSelector("text=客户满意，结案");
            again.look("complaint-closed");
            again.open("/complaints").look("complaints");
        }
        try (Visitor zhou = desk(store.zhou())) {
            zhou.open("/owners/" + owner).look("owner");
            zhou.open("/owners/" + owner + "/print").look("owner-print");
            zhou.open("/worklist?date=2026-04-01").look("owner-worklist");
            zhou.open("/owner-months?month=2026-03").look("owner-month");
            zhou.open("/owner-months/2026-03/calls?type=D7&part=OPEN").look("owner-month-rows");
            zhou.open("/owner-questions").look("owner-questions");
            zhou.open("/owners/hand-over").look("owner-hand-over");
            Page page = zhou.open("/owners/" + owner + "/repurchases/new").page();
            page.locator("form[action$='/repurchases'] button.btn-primary").click();
            page.waitForSelector("#form-errors");
            zhou.look("repurchase-refused");
            page.context().addCookies(List.of(new Cookie("genjin-lang", "en").setUrl(base())));
            zhou.open("/owners/" + owner).look("owner-english");
            zhou.open("/owner-months?month=2026-03").look("owner-month-english");
            page.context().addCookies(List.of(new Cookie("genjin-theme", "dark").setUrl(base())));
            zhou.open("/callbacks?who=all").look("callbacks-dark");
        }
    }
}
